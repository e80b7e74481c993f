// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IFacts} from "./IFacts.sol";
import {IGovernance} from "./IGovernance.sol";
import {IL1Orders} from "./IL1Orders.sol";
import {IReferencePrices} from "./IReferencePrices.sol";
import {IRidePool} from "./IRidePool.sol";
import {IStarkVerifier} from "./IStarkVerifier.sol";
import {IStateProof} from "./IStateProof.sol";

/// @notice What a deployment of the core chooses. Which code the verifiers have is no choice: their hashes are compiled
/// in, and this is only where they stand.
/// @param verifier The active profile. @param reserveVerifier The other one, ready from the start.
/// @param delay Before a change of verifier, committee or strategies takes effect: 14 or 37 days.
/// @param committee Who signs for validium data, ascending; `threshold` of them. Both may be empty.
struct Genesis {
    IStarkVerifier verifier;
    IStarkVerifier reserveVerifier;
    address owner;
    address guardian;
    address operator;
    uint256 delay;
    address[] committee;
    uint256 threshold;
    bytes32 rollupRoot;
    bytes32 validiumRoot;
    IStateProof stateProof;
}

/// @notice An entry of the asset registry. A ticket asset has no token: `token` is zero and `quantum` is zero.
struct Asset {
    address token;
    uint96 quantum;
}

/// @notice What the core owes in one asset, in quanta. For a token, balance >= (l2Total + pooled + owed) * quantum.
/// @param l2Total Sum of all L2 balances.
/// @param pooled Boarded on rides, or proceeds of rides that their tickets have not redeemed yet.
/// @param owed Deposits not taken yet plus withdrawals not claimed yet.
struct Books {
    uint64 l2Total;
    uint96 pooled;
    uint96 owed;
}

/// @notice A forced request in the queue: two storage slots.
/// @param kind 5 exit, 6 key rotation: the effect that consumes it. @param mask Slots of an exit, bit i is slot i.
/// @param key Of a key rotation: 7 elements of 4 bytes. @param feeUnits What was paid, in units of 100 gwei.
struct ForcedRequest {
    address requester;
    uint32 account;
    uint40 requestedAt;
    uint8 kind;
    uint16 mask;
    bytes28 key;
    uint32 feeUnits;
}

/// @notice What `escape` takes per account: its id (tree bit and index), its opening, and that of some or all of its
/// slots; see `IStateProof` for the bytes. `header` is only read while the core does not know the account yet.
struct EscapeOpening {
    uint32 account;
    bytes header;
    bytes slots;
}

/// @notice A withdrawal of a settled batch and the path from it to the batch's root. The words are its effect's.
struct WithdrawalClaim {
    uint256 batchNumber;
    uint256 index;
    uint256 word0;
    uint256 word1;
    bytes32[] path;
}

/// @notice The exact content of a queued deposit: what its running hash covers.
struct DepositContent {
    uint32 asset;
    uint64 amount;
    uint32 account;
    uint8 slot;
    bytes32 headerDigest;
    address depositor;
}

/// @notice One blob's polynomial at the statement's point: `y` there, with the KZG commitment and proof (48 bytes each).
struct BlobOpening {
    bytes32 y;
    bytes commitment;
    bytes proof;
}

/// @notice Where a batch's data is, beside the statement. `dataDigest` and `signatures` are empty unless the committee
/// must have signed; see `Attestation`.
struct Availability {
    BlobOpening[] blobs;
    bytes32 dataDigest;
    bytes signatures;
}

/// @title IWeir
/// @notice The core: it holds every token, books what it owes, and accepts a state root only with a proof.
///
/// Monotone L1: no entry point here or in the pool can invalidate a batch that is being proven. A batch stamped t
/// settles between t and t + 2 h; whatever it relies on (a deposit, an operator, a boarding ride) stays usable for
/// longer than that after anybody asks to take it away. `docs/security.md` has the table.
interface IWeir {
    // ---- events ----

    event AssetRegistered(uint256 indexed asset, address indexed token, uint256 quantum);
    event TicketRegistered(uint256 indexed ticket);
    event OperatorAdded(address indexed operator);
    event OperatorRemoved(address indexed operator, uint256 until);
    event AccountConfirmed(uint256 indexed account, address indexed l1Owner);
    event DepositQueued(
        uint256 indexed index,
        address indexed depositor,
        uint256 indexed account,
        uint256 asset,
        uint256 amount,
        uint256 slot,
        bytes32 headerDigest,
        bytes32 runningHash
    );
    event DepositCancelRequested(uint256 indexed index, uint256 requestedAt);
    event DepositReclaimed(uint256 indexed index, address indexed depositor, uint256 asset, uint256 amount);
    event ForcedExitRequested(
        uint256 indexed index, address indexed requester, uint256 indexed account, uint256 mask, uint256 fee
    );
    event KeyRotationRequested(
        uint256 indexed index, address indexed requester, uint256 indexed account, bytes28 key, uint256 fee
    );
    event ForcedRequestConsumed(uint256 indexed index, uint256 indexed account, uint256 kind, bool served);
    event Frozen(address indexed by, uint256 batchNumber);
    event SlotEscaped(
        uint256 indexed account, uint256 slot, address indexed l1Owner, uint256 indexed asset, uint256 amount
    );
    event EscapedWithdrawn(address indexed l1Owner, uint256 indexed asset, uint256 amount);
    /// @notice A batch's withdrawals of an asset are above the day's share: claimable from then on.
    event WithdrawalsHeld(uint256 indexed batchNumber, uint256 indexed asset, uint256 until);
    event WithdrawalClaimed(
        uint256 indexed batchNumber, uint256 indexed index, address indexed l1Owner, uint256 asset, uint256 amount
    );
    event RewardWithdrawn(address indexed recipient, uint256 amount);

    /// @notice A batch is settled. `depositCursor` and `forcedCursor` are the queues' first unconsumed entries after it,
    /// `blobHashes` the versioned hashes of the blobs that hold its diffs.
    event BatchSettled(
        uint256 indexed batchNumber,
        uint256 timestamp,
        bytes32 rollupRoot,
        bytes32 validiumRoot,
        bytes32 withdrawalsRoot,
        uint256 withdrawals,
        uint256 depositCursor,
        uint256 forcedCursor,
        bytes32[] blobHashes
    );

    // ---- errors: deployment and roles ----

    /// @notice Thrown when the verifier's code is not the one that is compiled in.
    error VerifierCodeMismatch(bytes32 expected, bytes32 actual);
    /// @notice Thrown when a state root or digest holds an element that is not below p.
    error ElementNotCanonical(uint256 position, uint256 element);
    /// @notice Thrown when somebody who is no operator settles less than 24 hours after the last batch.
    error NotOperator(address sender, uint256 openAt);
    /// @notice Thrown when anybody but the governance's owner calls a function of the owner.
    error NotOwner(address sender);
    /// @notice Thrown when anybody but the ride pool calls a function of the ride pool.
    error NotPool(address sender);
    error NotL1Orders(address sender);

    // ---- errors: assets ----

    error NotAToken(address token);
    error TokenAlreadyRegistered(address token, uint256 asset);
    error QuantumOutOfRange(uint256 quantum);
    error AssetsExhausted();
    error AssetUnknown(uint256 asset);
    /// @notice Thrown when a ticket asset is given where a token is needed.
    error AssetIsTicket(uint256 asset);
    /// @notice Thrown when a transfer did not move exactly what it was asked to (fee on transfer, rebasing).
    error TransferMismatch(address token, uint256 expected, uint256 actual);
    /// @notice Thrown when what is booked would fall below zero or leave its range: the conservation check.
    error BooksOutOfRange(uint256 asset, uint256 booked, int256 change);

    // ---- errors: deposits ----

    error AmountZero();
    error AccountOutOfRange(uint256 account);
    error SlotOutOfRange(uint256 slot);
    /// @notice Thrown when the content given for a queued deposit is not the one in the queue.
    error DepositContentMismatch(uint256 index, bytes32 expected, bytes32 actual);
    error NotDepositor(address expected, address actual);
    error DepositNotPending(uint256 index, uint256 cursor);
    error DepositCancelAlreadyRequested(uint256 index, uint256 requestedAt);
    error DepositCancelNotRequested(uint256 index);
    error DepositCancelTooEarly(uint256 index, uint256 allowedAt);
    error DepositNotReturned(uint256 index);
    error DepositAlreadyReclaimed(uint256 index);

    // ---- errors: withdrawals ----

    /// @notice Thrown when a path does not lead from the withdrawal's words to the batch's stored root.
    error WithdrawalNotInBatch(uint256 batchNumber, bytes32 expected, bytes32 actual);
    error WithdrawalAlreadyClaimed(uint256 batchNumber, uint256 index);
    error WithdrawalHeld(uint256 batchNumber, uint256 asset, uint256 until);
    error NothingToWithdraw(address recipient);
    error RewardTransferFailed(address recipient, uint256 amount);

    // ---- errors: forced exits ----

    error ForcedFeeTooLow(uint256 expected, uint256 actual);
    error MaskEmpty();
    error ForcedMaskMismatch(uint256 index, uint256 expected, uint256 actual);
    error ForcedKeyMismatch(uint256 index, bytes28 expected, bytes28 actual);

    // ---- errors: freeze and escape ----

    error CoreFrozen();
    error NotFrozen();
    /// @notice Thrown when the oldest unconsumed forced request is younger than 7 days (0: there is none).
    error NothingOverdue(uint256 index, uint256 requestedAt);
    error StateProofCodeMismatch(bytes32 expected, bytes32 actual);
    error AccountNotInState(uint256 account, bytes32 expected, bytes32 actual);
    error AccountNotOpen(uint256 account);
    error SlotsNotInState(uint256 account, uint256 expected, uint256 actual);

    // ---- errors: settle ----

    error StatementTooShort(uint256 length);
    error StatementLength(uint256 expected, uint256 actual);
    error WrongVersion(uint256 expected, uint256 actual);
    error WrongBatchNumber(uint256 expected, uint256 actual);
    error ReservedNotZero(uint256 offset, uint256 value);
    error FlagsUnknown(uint256 flags);
    error CountOutOfRange(uint256 count, uint256 limit);
    error WrongRollupRoot(bytes32 expected, bytes32 actual);
    error WrongValidiumRoot(bytes32 expected, bytes32 actual);
    /// @notice Thrown when the header's number of blobs is not what its diffs fill.
    error WrongBlobCount(uint256 expected, uint256 actual);
    /// @notice Thrown when the transaction does not carry exactly the header's blobs.
    error BlobMissing(uint256 index);
    error BlobUnexpected(uint256 index);
    /// @notice Thrown when the precompile refuses an opening: another blob, another point, or another value.
    error BlobOpeningRefused(uint256 index);
    /// @notice Thrown when a data digest or signatures come with a batch that needs none.
    error AvailabilityUnused();
    error TimestampBeforePrevious(uint256 previous, uint256 timestamp);
    error TimestampInFuture(uint256 now_, uint256 timestamp);
    error TimestampTooOld(uint256 oldest, uint256 timestamp);

    // ---- errors: effects ----

    error EffectUnknown(uint256 word, uint256 kind);
    /// @notice Thrown when an effect's last words would lie past the effect section.
    error EffectTruncated(uint256 word, uint256 effectWords);
    /// @notice Thrown when a limb that the layout does not name is not zero.
    error LimbNotZero(uint256 word, uint256 value);
    error StatusUnknown(uint256 word, uint256 status);
    error TooManyAssets(uint256 limit);
    error DepositQueueExhausted(uint256 index);
    /// @notice Thrown when the deposits in a batch are not exactly the queue's next ones.
    error DepositQueueMismatch(uint256 cursor, bytes32 expected, bytes32 actual);
    /// @notice Thrown when a batch takes a deposit whose cancel was requested more than 44 hours before its timestamp.
    error DepositCancelled(uint256 index, uint256 requestedAt);
    error ForcedExitQueueExhausted(uint256 index);
    error ForcedExitMismatch(uint256 index, uint256 account, address requester);
    /// @notice Thrown when a batch trades while a forced exit has waited for more than 24 hours.
    error ForcedExitOverdue(uint256 index, uint256 requestedAt);
    error ReferenceNotAscending(uint256 previous, uint256 feed);
    /// @notice Thrown when L1 has no such entry, with another pair or price, or when it is too old for the batch's timestamp.
    error ReferenceNotUsable(uint256 feed, uint256 index);

    // ---- constants and state ----

    /// @notice Which verifier settles, who may change what: deployed by this contract, for good.
    function governance() external view returns (IGovernance);
    /// @notice keccak256 of the genesis verifiers' runtime codes: constants of this contract's own code.
    function verifierCodeHash() external view returns (bytes32);
    function reserveVerifierCodeHash() external view returns (bytes32);
    function pool() external view returns (IRidePool);
    /// @notice keccak256("weir.instance.v1" ‖ chain id ‖ this contract): everything signed or proven is bound to it.
    function instanceHash() external view returns (bytes32);
    function rollupRoot() external view returns (bytes32);
    function validiumRoot() external view returns (bytes32);
    /// @return batchNumber Number of the last settled batch (0: none yet).
    /// @return timestamp That batch's timestamp.
    /// @return settledAt When it settled; at genesis, when the core was deployed.
    function lastBatch() external view returns (uint256 batchNumber, uint256 timestamp, uint256 settledAt);
    /// @return depositCount Deposits ever queued.
    /// @return depositCursor First deposit that no batch has taken or returned.
    /// @return forcedCount Forced exits ever requested.
    /// @return forcedCursor First forced exit that no batch has served or refuted.
    function queues()
        external
        view
        returns (uint256 depositCount, uint256 depositCursor, uint256 forcedCount, uint256 forcedCursor);

    // ---- roles ----

    function isOperator(address account) external view returns (bool);
    function addOperator(address operator) external;
    /// @notice The removed operator may settle for another 48 hours, so that what it is proving stays valid.
    function removeOperator(address operator) external;

    // ---- assets ----

    function assetCount() external view returns (uint256);
    function asset(uint256 number) external view returns (Asset memory);
    function assetOf(address token) external view returns (uint256);
    function books(uint256 number) external view returns (Books memory);
    /// @notice Appends a token to the registry. Warning: the token must not rebase downwards, charge on transfer, or
    /// have a second address; one that does can only hurt its own holders.
    function registerAsset(address token, uint96 quantum) external returns (uint256 number);
    /// @notice Appends the ticket asset of a new ride. Only the pool.
    function registerTicket() external returns (uint256 ticket);

    // ---- accounts and deposits ----

    /// @notice Records that this address acted on L1 for an account: wallets list an account as its l1Owner's only then.
    function confirmAccount(uint32 account) external;
    /// @notice Queues a deposit of `amount` quanta to the account whose header hashes to `headerDigest`. A batch that
    /// finds another header, or no room in `slot`, returns it. Slots 12 to 15 are for other people's deposits.
    function deposit(uint32 asset_, uint64 amount, uint32 account, bytes32 headerDigest, uint8 slot)
        external
        returns (uint256 index);
    function depositHash(uint256 index) external view returns (bytes32);
    function depositCancelRequestedAt(uint256 index) external view returns (uint256);
    function isDepositReturned(uint256 index) external view returns (bool);
    /// @notice Asks for a pending deposit back. Batches may still take it for 44 hours of their own time.
    function requestDepositCancel(uint256 index, DepositContent calldata content) external;
    /// @notice Pays back a deposit that is still pending 48 hours after the request. It keeps its place in the queue
    /// and is consumed there as returned, so that a batch that already returns it stays valid.
    function cancelDeposit(uint256 index, DepositContent calldata content) external;
    /// @notice Pays back a deposit that a batch returned, or any pending one once the core is frozen, to its depositor, at
    /// once. Anybody may call.
    function reclaimDeposit(uint256 index, DepositContent calldata content) external;

    // ---- withdrawals ----

    function withdrawalsRoot(uint256 batchNumber) external view returns (bytes32);
    function isClaimed(uint256 batchNumber, uint256 index) external view returns (bool);
    /// @notice When a batch's withdrawals of an asset become claimable; 0 for at once. More than half of what the L2 held
    /// of an asset in one day (UTC) waits for 24 hours.
    function heldUntil(uint256 batchNumber, uint256 asset_) external view returns (uint256);
    /// @notice Pays a withdrawal to its l1Owner; anybody may call. The words are the effect's own.
    function claim(WithdrawalClaim calldata withdrawal) external;
    /// @notice The same for several; one that fails reverts all.
    function claimMany(WithdrawalClaim[] calldata withdrawals) external;

    // ---- forced exits ----

    function forcedRequest(uint256 index) external view returns (ForcedRequest memory);
    /// @notice What an exit of these slots costs in this block: the gas of serving it at the base fee, with a floor.
    function forcedExitFee(uint16 mask) external view returns (uint256);
    function keyRotationFee() external view returns (uint256);
    /// @notice Demands that the slots of `mask` are emptied to the account's l1Owner. Served or refuted in order; the fee
    /// goes to whoever does. What is sent above the fee is the sender's: `withdrawReward`.
    function requestForcedExit(uint32 account, uint16 mask) external payable returns (uint256 index);
    /// @notice Demands that the account's key becomes `key`: 7 elements of 4 bytes.
    function requestKeyRotation(uint32 account, bytes28 key) external payable returns (uint256 index);
    function rewardOf(address recipient) external view returns (uint256);
    /// @notice Pays the forced-exit fees that `recipient` earned, to it. Anybody may call.
    function withdrawReward(address recipient) external;

    // ---- freeze and escape ----

    function frozen() external view returns (bool);
    /// @notice Ends the L2, for good, once a forced request is unserved for 7 days. Anybody. From then on nothing settles
    /// or enters, rides only abort, deposits in the queue are reclaimable, and what the last roots hold is escaped.
    function freeze() external;
    /// @notice Credits the fee of an unserved request back to its requester, to withdraw with `withdrawReward`.
    function reclaimForcedFee(uint256 index) external;
    function stateProof() external view returns (IStateProof);
    /// @notice Which slots of an account have escaped.
    function escapedSlots(uint32 account) external view returns (uint16);
    /// @notice Escaped and not withdrawn yet.
    function escapedOf(uint256 asset_, address l1Owner) external view returns (uint256);
    /// @notice Credits what these slots held in the last state to their accounts' l1Owners. Anybody; a slot that has
    /// escaped already is passed over. Tickets are credited in the pool: `redeemTickets`.
    function escape(EscapeOpening[] calldata openings) external;
    /// @notice Pays what escaped of one asset to one l1Owner. Anybody may call.
    function withdrawEscaped(uint256 asset_, address l1Owner) external;

    // ---- settle ----

    /// @notice Accepts a batch: checks the statement against the state, verifies the proof, applies the effects.
    /// @param statement header ‖ body, `docs/statements.md`.
    /// @param digest D, the words' digest that the proof computes: 8 canonical elements of 4 bytes.
    /// @param proof Bytes for the verifier.
    /// @param availability The openings of the blobs, and what the data committee signed.
    function settle(
        bytes calldata statement,
        bytes32 digest,
        bytes calldata proof,
        Availability calldata availability
    ) external;

    // ---- the pool's custody ----

    /// @notice Pays `amount` quanta of what is booked to the pool. Only the pool.
    function payFromPool(uint256 asset_, uint256 amount, address to) external;
    /// @notice Takes `amount` quanta from the pool contract and books them to the pool. Only the pool.
    function receiveIntoPool(uint256 asset_, uint256 amount) external;

    // ---- the L1 orders' custody ----

    /// @notice Orders of contracts and wallets on L1: deployed by this contract, for good.
    function l1Orders() external view returns (IL1Orders);
    /// @notice What conditional transfers rely on: deployed by this contract, for good.
    function facts() external view returns (IFacts);
    /// @notice Share prices that signed bands are measured by: deployed by this contract, for good.
    function referencePrices() external view returns (IReferencePrices);
    /// @notice Pays `amount` quanta out of what is owed to owners of L1 balances. Only `l1Orders`.
    function payOwed(uint256 asset_, uint256 amount, address to) external;
    /// @notice Takes `amount` quanta from `from`, who called `l1Orders`, and books them as owed. Only `l1Orders`.
    function receiveOwed(uint256 asset_, uint256 amount, address from) external;
}
