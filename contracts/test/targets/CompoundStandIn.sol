// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

import {ICToken} from "../../src/interfaces/targets/ICompoundV2.sol";
import {PlayToken} from "./PlayToken.sol";

/// @notice A market as Compound v2 defines it, where no published package of a handy size has one: cash + borrows − reserves
/// over the supply of 8-decimal cTokens, initially 0.02, cash being the balance (so a donation counts); simple interest per
/// second on what is borrowed; error codes instead of reverts for what the comptroller refuses.
contract CompoundStandIn is ERC20, ICToken {
    uint256 private constant INITIAL_RATE = 0.02e28;
    uint256 private constant MATH_ERROR = 9;
    uint256 private constant COMPTROLLER_REJECTION = 3;
    uint256 private constant TOKEN_INSUFFICIENT_CASH = 14;

    PlayToken private immutable _underlying;
    uint256 public totalBorrows;
    uint256 public accruedAt;
    bool public mintPaused;

    constructor(PlayToken underlying_) ERC20("Compound A", "cA") {
        _underlying = underlying_;
        accruedAt = block.timestamp;
    }

    function decimals() public pure override returns (uint8) {
        return 8;
    }

    function underlying() external view returns (address) {
        return address(_underlying);
    }

    function pauseMint() external {
        mintPaused = true;
    }

    function borrow(uint256 amount) external {
        accrueInterest();
        totalBorrows += amount;
        _underlying.transfer(msg.sender, amount);
    }

    function writeOff(uint256 amount) external {
        accrueInterest();
        totalBorrows -= amount;
    }

    function accrueInterest() public {
        totalBorrows += totalBorrows * (block.timestamp - accruedAt) / (20 * 365 days);
        accruedAt = block.timestamp;
    }

    function exchangeRateCurrent() public returns (uint256) {
        accrueInterest();
        if (totalSupply() == 0) return INITIAL_RATE;
        return (_underlying.balanceOf(address(this)) + totalBorrows) * 1e18 / totalSupply();
    }

    function mint(uint256 amount) external returns (uint256) {
        if (mintPaused) return COMPTROLLER_REJECTION;
        uint256 rate = exchangeRateCurrent();
        uint256 before = _underlying.balanceOf(address(this));
        _underlying.transferFrom(msg.sender, address(this), amount);
        uint256 received = _underlying.balanceOf(address(this)) - before;
        _mint(msg.sender, received * 1e18 / rate);
        return 0;
    }

    function redeem(uint256 tokens) external returns (uint256) {
        uint256 amount = tokens * exchangeRateCurrent() / 1e18;
        if (tokens > balanceOf(msg.sender)) return MATH_ERROR;
        if (amount > _underlying.balanceOf(address(this))) return TOKEN_INSUFFICIENT_CASH;
        _burn(msg.sender, tokens);
        _underlying.transfer(msg.sender, amount);
        return 0;
    }
}
