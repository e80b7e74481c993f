// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Adapter} from "../../src/adapters/Adapter.sol";
import {Direction} from "../../src/interfaces/IAdapter.sol";
import {IRidePool} from "../../src/interfaces/IRidePool.sol";
import {PlayToken} from "../targets/PlayToken.sol";

/// @notice What the conformance suite must know of an adapter's target: how to deploy it over `money`, how somebody enters
/// and leaves it directly, and how it gains, loses and stops.
abstract contract Subject {
    address internal constant BOB = address(0xb0b);
    /// @dev Others' money in the target.
    uint256 public constant SEED = 1e24;

    PlayToken internal money;

    /// @notice Deploys the target, with `SEED` of other people's money unless `empty`, and its adapter without a cap.
    function deploy(IRidePool pool, PlayToken money_, bool empty) external returns (Adapter) {
        money = money_;
        return _deploy(pool, empty);
    }

    function _deploy(IRidePool pool, bool empty) internal virtual returns (Adapter);

    /// @notice `who` has the money already.
    function enter(address who, uint256 assets) public virtual;

    /// @notice All of his shares.
    function quit(address who) public virtual;

    /// @notice The share's price rises, within 12 hours.
    function gain() external virtual;

    /// @notice The share's price falls by more than 5 %, or the target runs dry.
    function lose() external virtual;

    /// @notice The target takes no joins any more. Seen from outside, a token that refuses it looks the same.
    function pause() external virtual {
        money.block_(target());
    }

    /// @notice Where the target keeps its money, and where a donor would send his.
    function target() public view virtual returns (address);

    /// @notice Whom the adapter allows to pull from it.
    function spender() external view virtual returns (address) {
        return target();
    }

    /// @notice Moves the price against a departure of `direction`, with `funds` of `who`; and back.
    function push(address who, Direction, uint256 funds) public virtual {
        enter(who, funds);
    }

    function unwind(address who, Direction) public virtual {
        quit(who);
    }

    function shareQuantum() external view virtual returns (uint96) {
        return 1e12;
    }

    /// @notice Whether a new target can be without money at all.
    function canBeEmpty() external pure virtual returns (bool) {
        return true;
    }
}
