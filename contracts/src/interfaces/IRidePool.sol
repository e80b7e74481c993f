// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC6909Metadata} from "@openzeppelin/contracts/interfaces/IERC6909.sol";

import {IAdapter, Direction} from "./IAdapter.sol";
import {IWeir} from "./IWeir.sol";

/// @notice The terms of a ride, immutable from its creation. Amounts are quanta; a price is a pair (in, out).
/// @param referenceIn With `referenceOut`: the quote at which departing becomes possible right after close.
/// @param worstIn With `worstOut`: what a passenger gets at least, net of fee and keeper reward.
/// @param feeBps Share of the proceeds for `feeRecipient`, taken on success and never from the worst price.
/// @param keeperReward What the keeper of a full ride gets at `departBy`, in out quanta; it grows linearly with the time since close
/// and with what is aboard.
struct Terms {
    IAdapter adapter;
    Direction direction;
    uint32 assetIn;
    uint32 assetOut;
    uint16 feeBps;
    uint64 referenceIn;
    uint64 referenceOut;
    uint64 worstIn;
    uint64 worstOut;
    uint64 minSize;
    uint64 maxSize;
    uint64 keeperReward;
    uint40 boardBy;
    uint40 departBy;
    uint40 settleBy;
    address feeRecipient;
}

enum Stage {
    None,
    Boarding,
    Closed,
    Departed,
    Aborted,
    /// Departed to a target that answers later: what it gives has not all arrived.
    Requested
}

/// @notice Where a ride stands. `tickets` only changes while it boards; the outcome is (outTotal, inReturned) for all
/// of them.
struct Ride {
    Stage stage;
    uint40 closedAt;
    uint64 tickets;
    uint64 redeemed;
    uint64 outTotal;
    uint64 inReturned;
}

/// @notice A ride that waits for what it requested. Amounts are units of the tokens and lie in the pool.
/// @param keeperReward What terms and waiting time earned whoever departed and whoever completes it, half each; out quanta.
/// @param cancelAskedAt 0 until somebody asked the target to cancel, after settleBy.
struct Arrival {
    uint128 out;
    uint128 returned;
    address keeper;
    uint64 keeperReward;
    uint40 cancelAskedAt;
}

/// @notice A ride effect of a statement (kind 3), decoded.
struct RideEffect {
    uint32 ticket;
    uint32 assetIn;
    uint32 assetOut;
    uint64 net;
    bool negative;
    bool close;
    uint64 worstIn;
    uint64 worstOut;
    uint40 boardBy;
    uint40 settleBy;
}

/// @notice A redeem effect of a statement (kind 4), decoded.
struct RedeemEffect {
    uint32 ticket;
    uint32 assetIn;
    uint32 assetOut;
    uint64 redeemed;
    uint64 outTotal;
    uint64 inReturned;
    uint64 tickets;
    uint64 outCredited;
    uint64 inCredited;
}

/// @title IRidePool
/// @notice Rides: one L1 crossing of one strategy in one direction each. A ride's number is its ticket asset's.
/// Tickets are 1:1 with the boarded asset, so a refund is 1:1.
///
/// Tickets that were withdrawn to L1 are tokens of ERC-6909 here, with the ride's number as id: minted as they leave the L2,
/// burnt as they are redeemed.
interface IRidePool is IERC6909Metadata {
    event StrategyRegistered(IAdapter indexed adapter, uint256 gasFloor);
    event RideCreated(uint256 indexed ride, address indexed creator, Terms terms);
    event RideBoarded(uint256 indexed ride, uint256 tickets);
    event RideClosed(uint256 indexed ride, uint256 tickets);
    event RideDeparted(
        uint256 indexed ride, address indexed keeper, uint256 outTotal, uint256 fee, uint256 keeperReward
    );
    event RideAborted(uint256 indexed ride, uint256 inReturned);
    event RideRequested(uint256 indexed ride, address indexed keeper);
    event RideArrived(uint256 indexed ride, uint256 out, uint256 returned);
    event RideCancelAsked(uint256 indexed ride, bool accepted);
    /// @notice What came after the outcome was fixed: credited to the governance's owner, who can only hand it out.
    event LateProceeds(uint256 indexed ride, address indexed token, uint256 amount);
    event TicketsRedeemed(
        uint256 indexed ride, address indexed holder, uint256 amount, uint256 outPaid, uint256 inPaid
    );
    event EarningsWithdrawn(address indexed token, address indexed account, uint256 amount);

    error NotCore(address sender);
    error NotGovernance(address sender);
    /// @notice Thrown when a frozen core's pool is asked for anything but a way out.
    error CoreIsFrozen();
    error NotCreator(address sender);
    error StrategyUnknown(IAdapter adapter);
    error StrategyAlreadyRegistered(IAdapter adapter);
    error NotAContract(address account);
    /// @notice Thrown when the adapter does not turn this asset into that one in this direction, or has stopped doing so.
    error StrategyRefuses(IAdapter adapter, Direction direction, address tokenIn, address tokenOut);
    error SameAsset(uint256 asset);
    /// @notice Thrown when a ride would cross from or to a ticket, or an asset that is not registered.
    error AssetNotAToken(uint256 asset);
    error PriceZero();
    error WorstAboveReference();
    error SizesOutOfOrder(uint256 minSize, uint256 maxSize);
    error FeeTooHigh(uint256 limit, uint256 feeBps);
    /// @notice Thrown when a ride's times are out of order or span more than the constants allow.
    error TimeOutOfRange(uint256 earliest, uint256 latest, uint256 time);

    error RideUnknown(uint256 ride);
    error RideNotBoarding(uint256 ride, Stage stage);
    error RideNotClosed(uint256 ride, Stage stage);
    error RideNotSettled(uint256 ride, Stage stage);
    /// @notice Thrown when a statement's terms are not the stored ones.
    error TermsMismatch(uint256 ride);
    /// @notice Thrown when a statement's outcome is not the stored one.
    error OutcomeMismatch(uint256 ride);
    error BoardingOver(uint256 ride, uint256 boardBy, uint256 timestamp);
    error RideFull(uint256 ride, uint256 maxSize, uint256 tickets);
    error TicketsUnderflow(uint256 ride, uint256 tickets, uint256 boughtBack);
    /// @notice Thrown when a redemption credits more than its share.
    error CreditedTooMuch(uint256 ride, uint256 limit, uint256 credited);
    error RedeemedTooMuch(uint256 ride, uint256 tickets, uint256 redeemed);

    error RideNotRequested(uint256 ride, Stage stage);
    /// @notice Thrown when a ride to a target that answers later promises a price: nobody could keep it.
    error WorstNotZero();
    error TooEarly(uint256 ride, uint256 allowedAt);
    error DepartureOver(uint256 ride, uint256 departBy);
    error BelowMinSize(uint256 ride, uint256 minSize, uint256 tickets);
    error NotEnoughGas(uint256 floor, uint256 left);
    /// @notice Thrown when the strategy gave less than the limit at this moment. The attempt changes nothing.
    error BelowLimit(uint256 ride, uint256 limit, uint256 received);
    error OutcomeTooLarge(uint256 ride, uint256 outTotal);
    error NoTickets(uint256 ride, address holder);
    error NothingEarned(address token, address account);

    function core() external view returns (IWeir);
    function terms(uint256 ride) external view returns (Terms memory);
    function ride(uint256 number) external view returns (Ride memory);
    /// @notice Gas that must be left for the adapter; 0 for an unknown strategy.
    function gasFloor(IAdapter adapter) external view returns (uint256);
    /// @notice Fees and keeper rewards not withdrawn yet, in units of the token.
    function earned(address token, address account) external view returns (uint256);
    /// @notice What a departure must bring now, in out quanta, before fee and keeper reward.
    function limitAt(uint256 ride, uint256 timestamp) external view returns (uint256);

    /// @notice Adds a strategy, for good: an adapter stops entries itself and never stops exits. Only the governance,
    /// after its delay.
    function registerStrategy(IAdapter adapter, uint32 gasFloor_) external;
    function createRide(Terms calldata terms_) external returns (uint256 ride);
    /// @notice Ends boarding 24 hours after boardBy if no batch did. Anybody.
    function closeByTime(uint256 ride) external;
    /// @notice Crosses: takes the boarded asset out of the core, through the adapter, and brings the proceeds back.
    /// Anybody, once closed, until departBy.
    function depart(uint256 ride, bytes calldata data) external;
    /// @notice Takes in what a requested ride's target has ready. Anybody. The outcome is fixed when nothing is outstanding
    /// any more; after settleBy the rest is cancelled, and 7 days after that asking the outcome is what has arrived.
    function arrive(uint256 ride) external;
    /// @notice Takes in what a target gives after the outcome was fixed. Anybody.
    function collectLate(uint256 ride) external;
    /// @notice What a requested ride has received so far.
    function arrival(uint256 ride) external view returns (Arrival memory);
    /// @notice Refunds: anybody, once closed and after departBy, or with the min size missed; at any time before departure
    /// if the core is frozen.
    function abort(uint256 ride) external;
    /// @notice Burns all of a holder's withdrawn tickets and pays them at the ride's outcome, to the holder. Anybody, forever:
    /// a contract that holds tickets for others must expect to be paid without having asked.
    function redeemTickets(uint256 ride, address holder) external;
    function withdrawEarnings(address token, address account) external;

    /// @notice Only the core, in settle: boards, buys back, closes.
    function applyRide(RideEffect calldata effect, uint256 timestamp) external;
    /// @notice Only the core, in settle: redeems.
    function applyRedeem(RedeemEffect calldata effect) external;
    /// @notice Only the core, in claim and escape: tickets that left the L2.
    function creditTickets(uint256 ride, address holder, uint256 amount) external;
}
