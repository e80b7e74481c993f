// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Direction, IAdapter} from "./IAdapter.sol";

/// @title IAsyncAdapter
/// @notice Crosses in two steps: departing asks, arriving claims what has become claimable, as often as that takes. Every
/// ride's request is its own, so that nobody waits for, or gains from, another ride's.
interface IAsyncAdapter is IAdapter {
    /// @notice Thrown when an adapter of requests is asked to convert at once.
    error OnlyByRequest();

    /// @notice Requests for `ride` with `amountIn` of `tokenIn`, already transferred here. Only the pool.
    function request(uint256 ride, Direction direction, address tokenIn, address tokenOut, uint256 amountIn) external;

    /// @notice Sends what is claimable for `ride` to `receiver`: proceeds, and what a cancellation gave back. Only the pool.
    function collect(uint256 ride, address receiver) external;

    /// @notice Asks the target to cancel what is still pending. Only the pool.
    function cancel(uint256 ride) external;

    /// @notice Whether nothing of `ride` is pending any more: collecting brings all there will be.
    function isAnswered(uint256 ride) external view returns (bool);

    /// @notice Whether nothing of `ride` is pending or claimable any more.
    function isDone(uint256 ride) external view returns (bool);
}
