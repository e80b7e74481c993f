// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice What ERC-7540 and ERC-7575 say, as far as somebody who joins and leaves needs it.
interface IAsync {
    function asset() external view returns (address);
    function share() external view returns (address);
    function requestDeposit(uint256 assets, address controller, address owner) external returns (uint256 requestId);
    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256 requestId);
    function maxDeposit(address controller) external view returns (uint256);
    function maxRedeem(address controller) external view returns (uint256);
    function deposit(uint256 assets, address receiver) external returns (uint256 shares);
    function redeem(uint256 shares, address receiver, address controller) external returns (uint256 assets);
}

/// @notice A contract that joins and leaves whatever asynchronous vault it is given, and knows nothing else.
contract Joiner {
    IAsync public immutable vault;

    constructor(IAsync vault_) {
        vault = vault_;
        IERC20(vault_.asset()).approve(address(vault_), type(uint256).max);
        IERC20(vault_.share()).approve(address(vault_), type(uint256).max);
    }

    function join(uint256 assets) external returns (uint256 requestId) {
        return vault.requestDeposit(assets, address(this), address(this));
    }

    function leave(uint256 shares) external returns (uint256 requestId) {
        return vault.requestRedeem(shares, address(this), address(this));
    }

    function claim() external {
        uint256 assets = vault.maxDeposit(address(this));
        if (assets != 0) vault.deposit(assets, address(this));
        uint256 shares = vault.maxRedeem(address(this));
        if (shares != 0) vault.redeem(shares, address(this), address(this));
    }
}
