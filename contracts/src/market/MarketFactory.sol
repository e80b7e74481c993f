// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IFacts} from "../interfaces/IFacts.sol";
import {IL1Orders} from "../interfaces/IL1Orders.sol";
import {IReferencePrices} from "../interfaces/IReferencePrices.sol";
import {IWeir} from "../interfaces/IWeir.sol";
import {Facts} from "./Facts.sol";
import {L1Orders} from "./L1Orders.sol";
import {ReferencePrices} from "./ReferencePrices.sol";

/// @title MarketFactory
/// @notice Holds the creation code of the market's contracts, as `GovernanceFactory` does for the governance: a linked library that
/// runs as the core, whose constructor alone calls it.
library MarketFactory {
    function deploy() external returns (IL1Orders, IFacts, IReferencePrices) {
        return (new L1Orders(), new Facts(), new ReferencePrices(IWeir(address(this))));
    }
}
