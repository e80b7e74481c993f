// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import {ERC20, IERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";

/// @notice A strategy that looks like an ERC-4626 vault and refuses every deposit: the story's failing ride.
contract HostileVault is ERC4626 {
    error HostileVaultRefuses();

    constructor(IERC20 asset_) ERC20("Hostile Vault", "hUSDC") ERC4626(asset_) {}

    function deposit(uint256, address) public pure override returns (uint256) {
        revert HostileVaultRefuses();
    }
}
