// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";

import {Direction, IAdapter} from "../../src/interfaces/IAdapter.sol";
import {Token} from "./Tokens.sol";

/// @notice An honest vault whose share price rises by donation.
contract Vault is ERC4626 {
    constructor(IERC20 asset_) ERC4626(asset_) ERC20("Vault", "vTKN") {}
}

/// @notice What a hostile vault does instead of depositing or redeeming.
enum Trick {
    None,
    Revert,
    GiveNothing,
    GiveHalf,
    TakeHalf,
    RedeemHalf,
    Reenter,
    BurnGas
}

/// @notice A vault that misbehaves on command.
contract HostileVault is Vault {
    Trick public trick;
    address public target;
    bytes public callData;
    bool public reentered;

    error Refused();

    constructor(IERC20 asset_) Vault(asset_) {}

    function play(Trick trick_) external {
        trick = trick_;
    }

    function reenter(address target_, bytes calldata callData_) external {
        (trick, target, callData) = (Trick.Reenter, target_, callData_);
    }

    function _deposit(address caller, address receiver, uint256 assets, uint256 shares) internal override {
        if (trick == Trick.Revert) revert Refused();
        if (trick == Trick.GiveNothing) return IERC20Moves.pull(asset(), caller, assets);
        if (trick == Trick.GiveHalf) shares /= 2;
        if (trick == Trick.TakeHalf) assets /= 2;
        if (trick == Trick.Reenter) (reentered,) = target.call(callData);
        if (trick == Trick.BurnGas) {
            while (gasleft() > 1000) {}
        }
        super._deposit(caller, receiver, assets, shares);
    }

    /// @dev Pays in full and burns half of the shares: the adapter would be left with the rest.
    function _withdraw(address caller, address receiver, address owner, uint256 assets, uint256 shares)
        internal
        override
    {
        if (trick == Trick.RedeemHalf) shares /= 2;
        super._withdraw(caller, receiver, owner, assets, shares);
    }
}

library IERC20Moves {
    function pull(address token, address from, uint256 amount) internal {
        IERC20(token).transferFrom(from, address(this), amount);
    }
}

/// @notice A strategy that pays whatever price it is told to, by minting: for tests of limits, fees and rewards.
contract PriceAdapter is IAdapter {
    uint256 public payout;

    function set(uint256 payout_) external {
        payout = payout_;
    }

    function accepts(Direction, address, address) external pure returns (bool) {
        return true;
    }

    function asynchronous() external pure returns (bool) {
        return false;
    }

    function convert(Direction, address, address tokenOut, uint256, address receiver, bytes calldata) external {
        Token(tokenOut).mint(receiver, payout);
    }
}
