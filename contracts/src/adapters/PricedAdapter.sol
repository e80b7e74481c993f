// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Direction} from "../interfaces/IAdapter.sol";
import {IPriced} from "../interfaces/IPriced.sol";
import {Adapter} from "./Adapter.sol";

/// @title PricedAdapter
/// @notice Binds every crossing to the share price read in the same transaction, through an asymmetric guard: a loss counts
/// at once, a sudden gain is quarantined and phased in. Both directions must bring at least what the guarded price says:
///
///   join:  a price that was pumped (a donation, an inflated empty vault) asks for more shares than the target gives: the
///          ride waits until the gain is phased in, or is refunded;
///   exit:  a gain that is real is paid by the target anyway; one that is not is never promised.
///
/// So a donation can delay a departure and never make it worse than the last price that lasted. The ride's own limit holds
/// beside it.
abstract contract PricedAdapter is Adapter, IPriced {
    /// @inheritdoc IPriced
    uint256 public constant PRICED_SHARES = 1e24;
    uint256 private constant BPS = 10_000;
    uint256 private constant GAIN_BPS_PER_HOUR = 25;
    /// @dev A price nobody read for long does not earn more than a day's growth at once.
    uint256 private constant MAX_PHASE = 24 hours;
    /// @dev Roundings of target and adapter, and fees below it. A target that takes more can't be crossed to.
    uint256 private constant SLACK_BPS = 50;

    /// @notice The guarded price and when it was read; 0 before the first time.
    uint192 public acceptedPrice;
    uint40 public acceptedAt;

    /// @inheritdoc IPriced
    function guardPrice() public returns (uint256 accepted) {
        uint256 live = this.assetsOf(PRICED_SHARES);
        uint256 last = acceptedPrice;
        accepted = live;
        if (live > last && acceptedAt != 0) {
            uint256 elapsed = Math.min(block.timestamp - acceptedAt, MAX_PHASE);
            accepted = Math.min(live, last + Math.mulDiv(last, GAIN_BPS_PER_HOUR * elapsed, BPS * 1 hours));
        }
        if (accepted > type(uint192).max) accepted = type(uint192).max;
        (acceptedPrice, acceptedAt) = (uint192(accepted), uint40(block.timestamp));
        emit PriceGuarded(live, accepted);
    }

    function _leastReceived(Direction direction, uint256 amountIn) internal virtual override returns (uint256 least) {
        uint256 price = guardPrice();
        uint256 fair;
        if (direction == Direction.Exit) fair = Math.mulDiv(amountIn, price, PRICED_SHARES);
        // A share worth nothing has no fair number of shares; the ride's limit decides alone.
        else if (price != 0) fair = Math.mulDiv(amountIn, PRICED_SHARES, price);
        return fair - fair * SLACK_BPS / BPS;
    }
}
