// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Join turns an asset into a strategy's share, exit turns the share back.
enum Direction {
    Join,
    Exit
}

/// @title IAdapter
/// @notice The sandboxed contract that crosses to one strategy. It holds nothing between calls; the pool believes
/// none of its return values and measures its own balance instead.
interface IAdapter {
    /// @notice Thrown when anybody but the ride pool calls.
    error NotRidePool(address sender);
    error NotOwner(address sender);
    /// @notice Thrown when the adapter does not convert this pair in this direction.
    error PairRefused(Direction direction, address tokenIn, address tokenOut);
    /// @notice Thrown when a join is larger than the cap (0: joins are stopped).
    error JoinCapExceeded(uint256 cap, uint256 amountIn);
    /// @notice Thrown when the strategy did not take all of the input.
    error InputLeft(uint256 amount);
    error AllowanceLeft(uint256 amount);
    /// @notice Thrown when less arrived than the keeper asked for in `data`.
    error BelowKeeperMinimum(uint256 least, uint256 received);
    /// @notice Thrown when a target that answers with codes answers with a failure.
    error TargetRefused(address target, uint256 code);

    /// @notice Whether a new ride may use this pair. Stopping joins never stops exits.
    function accepts(Direction direction, address tokenIn, address tokenOut) external view returns (bool);

    /// @notice Whether crossing takes two steps, a request and its claims: then it is an `IAsyncAdapter` and never converts.
    function asynchronous() external view returns (bool);

    /// @notice Converts `amountIn` of `tokenIn`, already transferred here, and sends the result to `receiver`.
    /// Reverts unless all of the input was taken.
    function convert(
        Direction direction,
        address tokenIn,
        address tokenOut,
        uint256 amountIn,
        address receiver,
        bytes calldata data
    ) external;
}
