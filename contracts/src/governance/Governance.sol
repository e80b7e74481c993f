// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IAdapter} from "../interfaces/IAdapter.sol";
import {Attestation, IGovernance} from "../interfaces/IGovernance.sol";
import {IStarkVerifier} from "../interfaces/IStarkVerifier.sol";
import {Genesis, IWeir} from "../interfaces/IWeir.sol";

/// @title Governance
/// @notice Roles, delays, pauses and the sunset of one core, which deploys it. See `IGovernance`.
///
/// OpenZeppelin's timelocks are not used: `TimelockController` and `AccessManager` can shorten their own delay. Here
/// every delay is a constant or an immutable.
///
/// Monotone: whatever changes by delay changes for batches stamped after the change. Only the guardian's pause and its
/// switch of the profile can hold up or void a batch that is being proven.
contract Governance is IGovernance, Ownable2Step {
    uint256 internal constant SHORT_DELAY = 14 days;
    uint256 internal constant LONG_DELAY = 37 days;
    /// @dev A matured change does not lie around for ever.
    uint256 internal constant CHANGE_EXPIRY = 14 days;
    uint256 internal constant MAX_PAUSE = 72 hours;
    uint256 internal constant PAUSE_PERIOD = 30 days;
    uint256 internal constant SUNSET_NOTICE = 30 days;
    /// @dev The core's: a batch settles this long after its timestamp, not counting a pause.
    uint256 internal constant SETTLE_WINDOW = 2 hours;
    /// @dev More than settle window and longest pause together: nothing stamped before a switch is still under way.
    uint256 internal constant SWITCH_SPACING = 5 days;
    uint256 internal constant MAX_MEMBERS = 64;
    uint256 internal constant SIGNATURE_BYTES = 65;

    bytes32 internal constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 internal constant ATTESTATION_TYPE = keccak256(
        "Availability(uint256 batchNumber,bytes32 newRollupRoot,bytes32 newValidiumRoot,bytes32 oldValidiumRoot,bytes32 dataDigest)"
    );

    /// @dev One storage slot.
    struct Phase {
        bool launched;
        bool entriesPaused;
        uint40 sunset;
        uint40 switchedAt;
        uint40 pausedFrom;
        uint40 pausedUntil;
    }

    struct Profile {
        IStarkVerifier verifier;
        bool disabled;
    }

    /// @dev Serves batches stamped after `since`, until the next one does.
    struct Committee {
        uint40 since;
        uint16 threshold;
        address[] members;
    }

    /// @inheritdoc IGovernance
    IWeir public immutable core;
    /// @inheritdoc IGovernance
    uint256 public immutable delay;

    Phase private _phase;
    Profile private _active;
    Profile private _reserve;
    Committee[] private _committees;
    /// @inheritdoc IGovernance
    address public guardian;
    address public pendingGuardian;
    /// @inheritdoc IGovernance
    mapping(bytes32 id => uint256) public readyAt;

    /// @dev The core deploys it, having compared the verifiers' code with what is compiled in.
    constructor(Genesis memory genesis) Ownable(genesis.owner) {
        if (genesis.delay != SHORT_DELAY && genesis.delay != LONG_DELAY) revert DelayNotOffered(genesis.delay);
        if (genesis.guardian == address(0)) revert GuardianZero();
        if (genesis.verifier == genesis.reserveVerifier) revert VerifierNotUsable(genesis.reserveVerifier);
        core = IWeir(msg.sender);
        delay = genesis.delay;
        guardian = genesis.guardian;
        _active.verifier = genesis.verifier;
        _reserve.verifier = genesis.reserveVerifier;
        _setCommittee(0, genesis.committee, genesis.threshold);
        emit GuardianChanged(genesis.guardian);
        emit VerifierAdded(genesis.reserveVerifier, address(genesis.reserveVerifier).codehash);
        emit VerifierActivated(genesis.verifier, 0);
    }

    modifier onlyGuardian() {
        if (msg.sender != guardian) revert NotGuardian(msg.sender);
        _;
    }

    modifier onlyOwnerOrGuardian() {
        if (msg.sender != guardian && msg.sender != owner()) revert NotGuardian(msg.sender);
        _;
    }

    // ---- state ----

    /// @inheritdoc IGovernance
    function owner() public view override(Ownable, IGovernance) returns (address) {
        return super.owner();
    }

    /// @inheritdoc IGovernance
    function launched() external view returns (bool) {
        return _phase.launched;
    }

    /// @inheritdoc IGovernance
    function entriesPaused() external view returns (bool) {
        return _phase.entriesPaused;
    }

    /// @inheritdoc IGovernance
    function settlePause() external view returns (uint256 from, uint256 until) {
        return (_phase.pausedFrom, _phase.pausedUntil);
    }

    /// @inheritdoc IGovernance
    function sunset() external view returns (uint256) {
        return _phase.sunset;
    }

    /// @inheritdoc IGovernance
    function activeVerifier() external view returns (IStarkVerifier verifier, bool disabled) {
        return (_active.verifier, _active.disabled);
    }

    /// @inheritdoc IGovernance
    function reserveVerifier() external view returns (IStarkVerifier verifier, bool disabled) {
        return (_reserve.verifier, _reserve.disabled);
    }

    /// @inheritdoc IGovernance
    function committeeAt(uint256 timestamp) external view returns (address[] memory members, uint256 threshold) {
        Committee storage c = _committeeAt(timestamp);
        return (c.members, c.threshold);
    }

    // ---- what core and pool ask ----

    /// @inheritdoc IGovernance
    function requireSettle(uint256 timestamp) external view returns (IStarkVerifier) {
        Phase memory p = _phase;
        if (!p.launched) revert NotLaunched();
        if (block.timestamp < p.pausedUntil) revert SettlePaused(p.pausedUntil);
        if (p.sunset != 0 && timestamp > p.sunset) revert SunsetPassed(p.sunset);
        // A batch stamped before a planned switch settles under the profile that it was proven for.
        Profile memory first = timestamp > p.switchedAt ? _active : _reserve;
        if (!first.disabled) return first.verifier;
        Profile memory second = timestamp > p.switchedAt ? _reserve : _active;
        if (second.disabled) revert NoVerifier();
        return second.verifier;
    }

    /// @inheritdoc IGovernance
    function requireEntries() external view {
        Phase memory p = _phase;
        if (!p.launched) revert NotLaunched();
        if (p.entriesPaused) revert EntriesPaused();
        if (p.sunset != 0 && block.timestamp > p.sunset) revert SunsetPassed(p.sunset);
    }

    /// @inheritdoc IGovernance
    function requireLaunched() external view {
        if (!_phase.launched) revert NotLaunched();
    }

    /// @inheritdoc IGovernance
    /// @dev Only the last pause counts. Pauses begin 30 days apart and last 3 at most, so an earlier one overlaps only
    /// spans that are far longer than any of the clocks, with or without it.
    function elapsed(uint256 since) public view returns (uint256) {
        uint256 from = Math.max(since, _phase.pausedFrom);
        uint256 until = Math.min(block.timestamp, _phase.pausedUntil);
        return block.timestamp - since - (until > from ? until - from : 0);
    }

    /// @inheritdoc IGovernance
    /// @dev What is stamped at the sunset still has its window.
    function isOver() external view returns (bool) {
        uint256 date = _phase.sunset;
        return date != 0 && block.timestamp > date && elapsed(date) > SETTLE_WINDOW;
    }

    /// @inheritdoc IGovernance
    function requireSignatures(uint256 timestamp, Attestation calldata attestation, bytes calldata signatures)
        external
        view
    {
        if (signatures.length % SIGNATURE_BYTES != 0) revert SignaturesMalformed(signatures.length);
        uint256 count = signatures.length / SIGNATURE_BYTES;
        Committee storage c = _committeeAt(timestamp);
        if (c.threshold == 0 || count < c.threshold) revert NotEnoughSignatures(c.threshold, count);

        bytes32 hash = MessageHashUtils.toTypedDataHash(_domain(), keccak256(abi.encode(ATTESTATION_TYPE, attestation)));
        // Members and signers both ascend, so one walk over the members finds every signer, each once.
        uint256 member;
        uint256 members = c.members.length;
        for (uint256 i; i < count; ++i) {
            // Refuses a high s, a v other than 27 and 28, and what recovers to nobody.
            address signer = ECDSA.recoverCalldata(hash, signatures[SIGNATURE_BYTES * i:SIGNATURE_BYTES * (i + 1)]);
            while (member < members && c.members[member] != signer) ++member;
            if (member++ >= members) revert SignerRefused(i, signer);
        }
    }

    /// @dev The core's domain, of the chain as it is now: a fork with an id of its own is another instance.
    function _domain() private view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPE, keccak256("Weir"), keccak256("1"), block.chainid, address(core)));
    }

    function _committeeAt(uint256 timestamp) private view returns (Committee storage) {
        uint256 i = _committees.length - 1;
        while (i != 0 && _committees[i].since >= timestamp) --i;
        return _committees[i];
    }

    // ---- launch and changes ----

    /// @inheritdoc IGovernance
    function launch() external onlyOwner {
        if (_phase.launched) revert AlreadyLaunched();
        _phase.launched = true;
        emit Launched();
    }

    /// @inheritdoc IGovernance
    function announce(bytes calldata call) external onlyOwner returns (bytes32 id) {
        bytes4 selector = bytes4(call);
        if (
            selector != IGovernance.addVerifier.selector && selector != IGovernance.switchVerifier.selector
                && selector != IGovernance.setCommittee.selector && selector != IGovernance.registerStrategy.selector
        ) revert NotAChange(selector);
        id = keccak256(call);
        uint256 ready = readyAt[id];
        if (ready != 0 && block.timestamp <= ready + CHANGE_EXPIRY) revert ChangeAlreadyAnnounced(id, ready);
        ready = block.timestamp + delay;
        readyAt[id] = ready;
        emit ChangeAnnounced(id, call, ready);
    }

    /// @inheritdoc IGovernance
    function cancelChange(bytes32 id) external onlyOwnerOrGuardian {
        if (readyAt[id] == 0) revert ChangeNotAnnounced(id);
        delete readyAt[id];
        emit ChangeCancelled(id);
    }

    /// @dev Each announcement is good for one call with exactly its bytes.
    function _consumeChange() private {
        bytes32 id = keccak256(msg.data);
        uint256 ready = readyAt[id];
        if (ready == 0) revert ChangeNotAnnounced(id);
        if (block.timestamp < ready) revert ChangeTooEarly(id, ready);
        if (block.timestamp > ready + CHANGE_EXPIRY) revert ChangeExpired(id, ready + CHANGE_EXPIRY);
        delete readyAt[id];
    }

    // ---- verifiers ----

    /// @inheritdoc IGovernance
    /// @dev Waits before launch too: until a delay has passed, the verifiers are the ones compiled into the core.
    function addVerifier(IStarkVerifier verifier, bytes32 codeHash) external onlyOwner {
        _consumeChange();
        _requireNoRecentSwitch();
        bytes32 actual = address(verifier).codehash;
        if (address(verifier).code.length == 0 || actual != codeHash) revert VerifierCodeChanged(codeHash, actual);
        emit VerifierAdded(verifier, codeHash);
        if (_active.disabled) {
            // Then so is the reserve, or it would be the active one: nothing is being proven.
            _active = Profile(verifier, false);
            emit VerifierActivated(verifier, 0);
        } else {
            if (verifier == _active.verifier) revert VerifierNotUsable(verifier);
            _reserve = Profile(verifier, false);
        }
    }

    /// @inheritdoc IGovernance
    function switchVerifier() external onlyOwner {
        _consumeChange();
        _requireNoRecentSwitch();
        if (_reserve.disabled) revert VerifierNotUsable(_reserve.verifier);
        (_active, _reserve) = (_profile(_reserve), _profile(_active));
        _phase.switchedAt = uint40(block.timestamp);
        emit VerifierActivated(_active.verifier, block.timestamp);
    }

    /// @inheritdoc IGovernance
    function disableVerifier(IStarkVerifier verifier) external onlyGuardian {
        if (verifier == _active.verifier && !_active.disabled) {
            _active.disabled = true;
            if (!_reserve.disabled) {
                (_active, _reserve) = (_profile(_reserve), _profile(_active));
                _phase.switchedAt = 0;
                emit VerifierActivated(_active.verifier, 0);
            }
        } else if (verifier == _reserve.verifier && !_reserve.disabled) {
            _reserve.disabled = true;
        } else {
            revert VerifierNotUsable(verifier);
        }
        emit VerifierDisabled(verifier);
    }

    /// @dev Batches stamped before a switch still name the profile that is now the reserve.
    function _requireNoRecentSwitch() private view {
        uint256 last = _phase.switchedAt;
        if (last != 0 && block.timestamp < last + SWITCH_SPACING) revert SwitchTooSoon(last + SWITCH_SPACING);
    }

    /// @dev A copy: assigning one storage struct to the other in a swap would read what was just written.
    function _profile(Profile storage p) private view returns (Profile memory) {
        return p;
    }

    // ---- committee and strategies ----

    /// @inheritdoc IGovernance
    function setCommittee(address[] calldata members, uint256 threshold) external onlyOwner {
        if (_phase.launched) _consumeChange();
        // Before launch there is no batch whose committee could change under it.
        _setCommittee(_phase.launched ? block.timestamp : 0, members, threshold);
    }

    /// @dev Ascending, so no member counts twice and none is zero. A majority, so that any two quorums share a member.
    function _setCommittee(uint256 since, address[] memory members, uint256 threshold) private {
        uint256 count = members.length;
        if (count > MAX_MEMBERS || threshold > count || 2 * threshold <= count && count != 0) revert CommitteeMalformed();
        address last;
        for (uint256 i; i < count; ++i) {
            if (members[i] <= last) revert CommitteeMalformed();
            last = members[i];
        }
        Committee storage c = _committees.push();
        c.since = uint40(since);
        c.threshold = uint16(threshold);
        c.members = members;
        emit CommitteeChanged(members, threshold);
    }

    /// @inheritdoc IGovernance
    function registerStrategy(IAdapter adapter, uint32 gasFloor) external onlyOwner {
        if (_phase.launched) _consumeChange();
        core.pool().registerStrategy(adapter, gasFloor);
    }

    // ---- sunset ----

    /// @inheritdoc IGovernance
    function declareSunset(uint256 date) external onlyOwner {
        if (_phase.sunset != 0) revert SunsetAlreadyDeclared(_phase.sunset);
        uint256 earliest = block.timestamp + SUNSET_NOTICE;
        if (date < earliest || date > type(uint40).max) revert SunsetTooEarly(earliest, date);
        _phase.sunset = uint40(date);
        emit SunsetDeclared(date);
    }

    // ---- guardian ----

    /// @inheritdoc IGovernance
    function proposeGuardian(address guardian_) external onlyOwner {
        pendingGuardian = guardian_;
        emit GuardianProposed(guardian_);
    }

    /// @inheritdoc IGovernance
    function acceptGuardian() external {
        if (msg.sender != pendingGuardian) revert NotGuardian(msg.sender);
        delete pendingGuardian;
        guardian = msg.sender;
        emit GuardianChanged(msg.sender);
    }

    /// @inheritdoc IGovernance
    function pauseSettle(uint256 duration) external onlyGuardian {
        if (duration == 0 || duration > MAX_PAUSE) revert PauseTooLong(MAX_PAUSE, duration);
        uint256 from = _phase.pausedFrom;
        if (from != 0 && block.timestamp < from + PAUSE_PERIOD) revert PauseTooSoon(from + PAUSE_PERIOD);
        _setPause(block.timestamp, block.timestamp + duration);
    }

    /// @inheritdoc IGovernance
    function resumeSettle() external onlyOwnerOrGuardian {
        if (block.timestamp >= _phase.pausedUntil) revert SettleNotPaused();
        _setPause(_phase.pausedFrom, block.timestamp);
    }

    function _setPause(uint256 from, uint256 until) private {
        _phase.pausedFrom = uint40(from);
        _phase.pausedUntil = uint40(until);
        emit SettlePauseChanged(from, until);
    }

    /// @inheritdoc IGovernance
    function pauseEntries() external onlyGuardian {
        _phase.entriesPaused = true;
        emit EntriesPauseChanged(true);
    }

    /// @inheritdoc IGovernance
    function resumeEntries() external onlyOwnerOrGuardian {
        _phase.entriesPaused = false;
        emit EntriesPauseChanged(false);
    }
}
