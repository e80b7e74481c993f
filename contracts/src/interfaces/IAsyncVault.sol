// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";

import {IERC7540Deposit, IERC7540Operator, IERC7540Redeem} from "./IERC7540.sol";
import {IERC7575} from "./IERC7575.sol";
import {IERC7887Deposit, IERC7887Redeem} from "./IERC7887.sol";
import {IWeir} from "./IWeir.sol";

/// @title IAsyncVault
/// @notice A strategy of Weir as an asynchronous vault (ERC-7540 both ways, ERC-7575 with the strategy's own share token, ERC-7887):
/// contracts join and leave it without an account, a key or knowledge of Weir.
///
/// A request is an L1 order with the same number (`IL1Orders`): requestDeposit sells the asset for the share, requestRedeem the
/// share for the asset, both at no worse than the strategy's price at that moment less `TOLERANCE_BPS`, for `LIFETIME`. What a
/// batch fills becomes claimable at the price at which it filled; what nobody takes comes back, after a cancel or by itself when
/// the order has ended, through claimCancelDepositRequest or claimCancelRedeemRequest. Amounts are whole quanta (`assetQuantum`,
/// `shareQuantum`) in requests, and any units in claims.
///
/// requested = pending + claimable + claimed + given back, per request and to the unit. What a request has brought is paid to its
/// controller in full, however it is split into claims. Nobody owns this contract and nothing in it can be paused or changed;
/// claims and cancellations need the core in no particular state.
///
/// Where it differs from what one might expect of ERC-4626: shares are not minted and burnt but change hands; the previews revert;
/// max* say what is claimable; claims walk through all requests of a controller (at most `MAX_OPEN` each way, of which
/// `MAX_OPEN_FOR_OTHERS` made by somebody else); `requestRedeem` of somebody else's shares takes an operator, because an
/// allowance on a token that is not ours can't be spent here; the share token has no `vault(asset)`: `AsyncVaultFactory.vault`
/// answers that.
interface IAsyncVault is
    IERC7575,
    IERC7540Operator,
    IERC7540Deposit,
    IERC7540Redeem,
    IERC7887Deposit,
    IERC7887Redeem,
    IERC165
{
    /// @notice Thrown when no strategy of the core has this adapter.
    error StrategyUnknown(address adapter);
    error AssetUnknown(address token);
    /// @notice Thrown when the strategy's share is not an ERC-4626 share of its asset.
    error NotAShareOf(address share, address asset);
    error AmountZero();
    error NotWholeQuanta(uint256 amount, uint256 quantum);
    /// @notice Thrown when an amount has more than 64 bits in quanta.
    error AmountTooLarge(uint256 amount);
    error ControllerZero();
    error NotOwnerOrOperator(address owner, address caller);
    error NotControllerOrOperator(address controller, address caller);
    error TooManyRequests(address controller, uint256 limit);
    /// @notice Thrown when one of the controller's cancellations is pending: ERC-7887 forbids new requests until it is not.
    error CancelPending(address controller, uint256 requestId);
    /// @notice Thrown when the token did not move what it was asked to.
    error TransferMismatch(address token, uint256 expected, uint256 received);
    /// @notice Thrown when the share is worth nothing.
    error NoPrice();
    error ExceedsClaimable(uint256 amount, uint256 claimable);
    error RequestUnknown(uint256 requestId, address controller);
    error NothingPending(uint256 requestId);
    /// @notice Thrown by each preview, as ERC-7540 demands: what a claim brings is its request's own.
    error PreviewUnsupported();

    function TOLERANCE_BPS() external view returns (uint256);
    function LIFETIME() external view returns (uint256);
    function MAX_OPEN() external view returns (uint256);
    function MAX_OPEN_FOR_OTHERS() external view returns (uint256);

    function core() external view returns (IWeir);
    function assetQuantum() external view returns (uint256);
    function shareQuantum() external view returns (uint256);
    /// @notice The controller's requests that are not finished; `isRedeem` says of which kind.
    function openRequests(address controller, bool isRedeem) external view returns (uint32[] memory requestIds);
}
