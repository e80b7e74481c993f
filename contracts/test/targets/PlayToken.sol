// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice A token that anybody mints, that may refuse somebody (what a pause looks like from outside), and that calls back
/// on every transfer while it is told to.
contract PlayToken is ERC20 {
    mapping(address => bool) public blocked;
    address public target;
    bytes public callData;
    uint256 public calls;
    uint256 public successes;
    bool private _inside;

    constructor(string memory symbol_) ERC20(symbol_, symbol_) {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function burn(address from, uint256 amount) external {
        _burn(from, amount);
    }

    function block_(address account) external {
        blocked[account] = true;
    }

    function hook(address target_, bytes calldata callData_) external {
        (target, callData, calls, successes) = (target_, callData_, 0, 0);
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!blocked[from] && !blocked[to], "blocked");
        super._update(from, to, value);
        if (target == address(0) || _inside || from == address(0) || to == address(0)) return;
        _inside = true;
        ++calls;
        (bool success,) = target.call(callData);
        if (success) ++successes;
        _inside = false;
    }
}

interface IFlashBorrower {
    function onFlash(uint256 amount) external;
}

/// @notice Lends any amount without a fee, to be back at the end of the call.
contract FlashLender {
    function flash(PlayToken token, uint256 amount) external {
        token.mint(msg.sender, amount);
        IFlashBorrower(msg.sender).onFlash(amount);
        token.burn(msg.sender, amount);
    }
}
