// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice An ordinary token that anybody mints.
contract Token is ERC20 {
    constructor() ERC20("Token", "TKN") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @notice Moves less than it is asked to: a tenth is burnt on the way.
contract FeeToken is Token {
    function _update(address from, address to, uint256 value) internal override {
        if (from == address(0) || to == address(0)) return super._update(from, to, value);
        super._update(from, address(0), value / 10);
        super._update(from, to, value - value / 10);
    }
}

/// @notice Returns nothing from transfer, transferFrom and approve, like USDT.
contract NoReturnToken {
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external {
        require(amount == 0 || allowance[msg.sender][spender] == 0, "approve from non-zero to non-zero");
        allowance[msg.sender][spender] = amount;
    }

    function transfer(address to, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// @notice Calls back on every transfer and keeps the answer of the first one: a token with hooks.
contract HookToken is Token {
    address public target;
    bytes public callData;
    bytes public answer;
    bool public called;
    bool public succeeded;

    function hook(address target_, bytes calldata callData_) external {
        (target, callData, called) = (target_, callData_, false);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (target == address(0) || called) return;
        called = true;
        (succeeded, answer) = target.call(callData);
    }
}

/// @notice Refuses to pay one recipient.
contract BlocklistToken is Token {
    mapping(address => bool) public blocked;

    function block_(address account) external {
        blocked[account] = true;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!blocked[to], "blocked");
        super._update(from, to, value);
    }
}

/// @notice Says false instead of reverting, when it is told to.
contract FalseToken is Token {
    bool public lies;

    function lie(bool on) external {
        lies = on;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return !lies && super.transfer(to, value);
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return !lies && super.transferFrom(from, to, value);
    }
}

/// @notice Balances shrink and grow by a factor.
contract RebasingToken is Token {
    uint256 public percent = 100;

    function rebase(uint256 percent_) external {
        percent = percent_;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return super.balanceOf(account) * percent / 100;
    }
}

contract PausableToken is Token {
    bool public paused;

    function pause(bool on) external {
        paused = on;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!paused, "paused");
        super._update(from, to, value);
    }
}

/// @notice The second address of a token: what moves here moves there.
contract SecondAddress {
    Token public immutable first;

    constructor(Token first_) {
        first = first_;
    }

    function balanceOf(address account) external view returns (uint256) {
        return first.balanceOf(account);
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        TwoAddressToken(address(first)).move(msg.sender, from, to, value);
        return true;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        TwoAddressToken(address(first)).move(msg.sender, msg.sender, to, value);
        return true;
    }
}

contract TwoAddressToken is Token {
    SecondAddress public immutable second;

    constructor() {
        second = new SecondAddress(this);
    }

    function move(address spender, address from, address to, uint256 value) external {
        require(msg.sender == address(second), "not the second address");
        if (spender != from) _spendAllowance(from, spender, value);
        _transfer(from, to, value);
    }
}

contract DecimalsToken is Token {
    uint8 private immutable _decimals;

    constructor(uint8 decimals_) {
        _decimals = decimals_;
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }
}
