// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAdapter} from "./IAdapter.sol";
import {IStarkVerifier} from "./IStarkVerifier.sol";
import {IWeir} from "./IWeir.sol";

/// @notice What a member of the data committee signs (EIP-712, domain {"Weir", "1", chain id, core}): it stores the
/// data with this digest, and applied to its copy of the validium tree they lead from the old root to the new one.
struct Attestation {
    uint256 batchNumber;
    bytes32 newRollupRoot;
    bytes32 newValidiumRoot;
    bytes32 oldValidiumRoot;
    bytes32 dataDigest;
}

/// @title IGovernance
/// @notice Who may change what, and when. The core deploys it and asks it; it can't move a token, a root or a queue, and
/// nothing in it can stop a claim, a forced request, a freeze or an escape.
///
/// A change (verifier, committee, strategy) is announced, waits `delay`, and is executed by calling its function with
/// exactly the announced calldata within `CHANGE_EXPIRY`. Owner and guardian may cancel it any time before.
interface IGovernance {
    event Launched();
    event ChangeAnnounced(bytes32 indexed id, bytes call, uint256 readyAt);
    event ChangeCancelled(bytes32 indexed id);
    event VerifierAdded(IStarkVerifier indexed verifier, bytes32 codeHash);
    /// @notice `verifier` is the active one, for batches stamped after `since` (0: for all).
    event VerifierActivated(IStarkVerifier indexed verifier, uint256 since);
    event VerifierDisabled(IStarkVerifier indexed verifier);
    /// @notice For batches stamped after now.
    event CommitteeChanged(address[] members, uint256 threshold);
    event GuardianProposed(address indexed guardian);
    event GuardianChanged(address indexed guardian);
    event SettlePauseChanged(uint256 from, uint256 until);
    event EntriesPauseChanged(bool paused);
    event SunsetDeclared(uint256 date);

    error NotGuardian(address sender);
    error DelayNotOffered(uint256 delay);
    error GuardianZero();
    error AlreadyLaunched();
    error NotLaunched();
    /// @notice Thrown when a call is announced that is no change.
    error NotAChange(bytes4 selector);
    error ChangeAlreadyAnnounced(bytes32 id, uint256 readyAt);
    error ChangeNotAnnounced(bytes32 id);
    error ChangeTooEarly(bytes32 id, uint256 readyAt);
    error ChangeExpired(bytes32 id, uint256 expiredAt);
    error VerifierCodeChanged(bytes32 expected, bytes32 actual);
    error VerifierNotUsable(IStarkVerifier verifier);
    /// @notice Thrown when profiles change again while batches may still be proven under the last switch.
    error SwitchTooSoon(uint256 allowedAt);
    error NoVerifier();
    error CommitteeMalformed();
    error PauseTooLong(uint256 limit, uint256 duration);
    error PauseTooSoon(uint256 allowedAt);
    error SettlePaused(uint256 until);
    error SettleNotPaused();
    error EntriesPaused();
    error SunsetTooEarly(uint256 earliest, uint256 date);
    error SunsetAlreadyDeclared(uint256 date);
    error SunsetPassed(uint256 date);
    /// @notice Thrown when fewer members than the threshold signed, or there is no committee.
    error NotEnoughSignatures(uint256 threshold, uint256 signatures);
    error SignaturesMalformed(uint256 length);
    /// @notice Thrown when a signature is not a member's, or out of order.
    error SignerRefused(uint256 index, address signer);

    // ---- state ----

    function core() external view returns (IWeir);
    function owner() external view returns (address);
    function guardian() external view returns (address);
    /// @notice 14 or 37 days, chosen at construction.
    function delay() external view returns (uint256);
    function launched() external view returns (bool);
    function entriesPaused() external view returns (bool);
    /// @notice The last settle pause, [from, until).
    function settlePause() external view returns (uint256 from, uint256 until);
    /// @notice 0 while none is declared.
    function sunset() external view returns (uint256);
    function activeVerifier() external view returns (IStarkVerifier verifier, bool disabled);
    function reserveVerifier() external view returns (IStarkVerifier verifier, bool disabled);
    /// @notice The committee for a batch with this timestamp.
    function committeeAt(uint256 timestamp) external view returns (address[] memory members, uint256 threshold);
    /// @notice When an announced change may be executed; 0 if it is not announced.
    function readyAt(bytes32 id) external view returns (uint256);

    // ---- what core and pool ask ----

    /// @notice The verifier for a batch with this timestamp. Reverts before launch, while settle is paused, for a
    /// timestamp after the sunset, and when both profiles are disabled.
    function requireSettle(uint256 timestamp) external view returns (IStarkVerifier);
    /// @notice Reverts before launch, while entries are paused, and after the sunset.
    function requireEntries() external view;
    function requireLaunched() external view;
    /// @notice Seconds since then, without those in which settle was paused.
    function elapsed(uint256 since) external view returns (uint256);
    /// @notice Whether the sunset is over and no batch can settle any more: anybody may freeze.
    function isOver() external view returns (bool);
    /// @notice Reverts unless the committee of that time signed: 65 bytes (r, s, v) each, ascending by signer.
    function requireSignatures(uint256 timestamp, Attestation calldata attestation, bytes calldata signatures)
        external
        view;

    // ---- owner ----

    /// @notice Ends the configuration, for good: from here on people may deposit, and changes wait.
    function launch() external;
    /// @notice Announces a change: the calldata of one of the four functions below.
    function announce(bytes calldata call) external returns (bytes32 id);
    /// @notice Owner or guardian.
    function cancelChange(bytes32 id) external;
    /// @notice Change: a new profile, in place of the reserve (or of a disabled active one).
    function addVerifier(IStarkVerifier verifier, bytes32 codeHash) external;
    /// @notice Change: the reserve becomes the active profile for batches stamped after now.
    function switchVerifier() external;
    /// @notice Change (immediate before launch). Members ascending; the threshold a majority. None: no validium data off chain.
    function setCommittee(address[] calldata members, uint256 threshold) external;
    /// @notice Change (immediate before launch): a strategy for new rides, for good.
    function registerStrategy(IAdapter adapter, uint32 gasFloor) external;
    /// @notice Irrevocable, at least 30 days ahead: no batch is stamped after `date`, no deposit or ride made.
    function declareSunset(uint256 date) external;
    function proposeGuardian(address guardian) external;

    // ---- guardian ----

    function acceptGuardian() external;
    /// @notice At once and for good; if it is the active one, the reserve takes over.
    function disableVerifier(IStarkVerifier verifier) external;
    /// @notice At most 72 hours, once in 30 days.
    function pauseSettle(uint256 duration) external;
    /// @notice Guardian or owner.
    function resumeSettle() external;
    function pauseEntries() external;
    /// @notice Guardian or owner.
    function resumeEntries() external;
}
