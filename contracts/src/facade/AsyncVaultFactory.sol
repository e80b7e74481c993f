// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PricedAdapter} from "../adapters/PricedAdapter.sol";
import {IWeir} from "../interfaces/IWeir.sol";
import {AsyncVault} from "./AsyncVault.sol";

/// @title AsyncVaultFactory
/// @notice One `AsyncVault` per pair of a core, made by whoever asks first, and where to find it: the lookup from share and asset
/// to vault that ERC-7575 leaves to the share token, which is not ours.
contract AsyncVaultFactory {
    event VaultCreated(address indexed asset, address indexed share, AsyncVault vault);

    error AlreadyCreated(AsyncVault vault);

    IWeir public immutable core;
    mapping(address share => mapping(address asset => AsyncVault)) public vault;

    constructor(IWeir core_) {
        core = core_;
    }

    /// @notice Makes the vault of a registered strategy whose share is an ERC-4626 share of its asset.
    function create(PricedAdapter adapter) external returns (AsyncVault created) {
        (address asset, address share) = (adapter.asset(), adapter.share());
        if (address(vault[share][asset]) != address(0)) revert AlreadyCreated(vault[share][asset]);
        created = new AsyncVault(core, adapter);
        vault[share][asset] = created;
        emit VaultCreated(asset, share, created);
    }
}
