// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStarkVerifier} from "../interfaces/IStarkVerifier.sol";
import {Channel, ChannelLib} from "./Channel.sol";
import {AirPoint, IAirEvaluator} from "./IAirEvaluator.sol";
import {IVerifierErrors} from "./IVerifierErrors.sol";
import {Quintic} from "./Quintic.sol";
import {Shape, ShapeLib} from "./Shape.sol";
import {WhirKernels} from "./WhirKernels.sol";
import {WhirResult, WhirVerifier} from "./WhirVerifier.sol";

/// @title The STARK verifier, in the numbered stages of docs/proof.md
/// @notice Stages 0–5 here; constraints at the random point in an `IAirEvaluator`, stage 6 in `WhirVerifier`, for contract size. A concrete
/// contract is generated per AIR and profile (scripts/generateVerifier.ts) and pins every number that is not in the proof.
/// @dev Elements of K are in *vector* form when they come from the proof (claims, answers) and in *scalar* form when they are
/// challenges or multiply something (see `Quintic`).
abstract contract StarkVerifier is IStarkVerifier, IVerifierErrors {
    using ChannelLib for Channel;
    using Quintic for uint256;

    /// @notice Thrown at deployment when a component's code is not the pinned one.
    error UnexpectedCode(address component, bytes32 expected, bytes32 actual);
    /// @notice Thrown at deployment when there are more or fewer programs than the AIR has.
    error UnexpectedProgramCount(uint256 count);

    struct Profile {
        bytes32 id;
        uint256 busPow;
        uint256 minVariables;
        uint256 maxVariables;
        uint256 maxFractionVariables;
    }

    /// What the fraction tree ends with: claims on numerators and denominators of its leaves at ρ.
    struct Fractions {
        uint256[] point;
        uint256 numerator;
        uint256 denominator;
    }

    /// What stage 5 needs of the stages before it.
    struct Claims {
        uint256[] samples;
        uint256[] answers;
        uint256[] point;
        uint256 columnValues;
        uint256 columnBytes;
    }

    /// Everything of one verification; in memory, because the stack is needed by the field kernels.
    struct Session {
        uint256 publicValues;
        uint256 publicLength;
        bytes32 context;
        Channel channel;
        Shape shape;
        Fractions fractions;
        Claims claims;
        uint256 root;
        uint256 alpha;
        uint256 gamma;
        uint256 mu;
        uint256 claim;
    }

    /// `WhirKernels.foldExtension` takes at most 32 elements.
    uint256 private constant BLOCK = 32;
    bytes32 private constant TAG = "weir.proof.v1";

    WhirVerifier public immutable WHIR;
    IAirEvaluator public immutable EVALUATOR;
    uint256 private immutable PROGRAM_COUNT;
    /// STOP and the programs' addresses, as code: they are constants whose number differs between verifiers.
    address private immutable PROGRAMS;

    constructor(address whir, address evaluator, address[] memory programs, bytes32 whirHash, bytes32 evaluatorHash) {
        _requireCode(whir, whirHash);
        _requireCode(evaluator, evaluatorHash);
        WHIR = WhirVerifier(whir);
        EVALUATOR = IAirEvaluator(evaluator);
        uint256 count = programs.length;
        if (count == 0 || _programHash(count - 1) == 0 || _programHash(count) != 0) revert UnexpectedProgramCount(count);
        bytes memory list = hex"00";
        for (uint256 i = 0; i < count; i++) {
            _requireCode(programs[i], _programHash(i));
            list = abi.encodePacked(list, programs[i]);
        }
        PROGRAM_COUNT = count;
        PROGRAMS = _deployData(list);
    }

    function _deployData(bytes memory code) private returns (address data) {
        // PUSH2 size, DUP1, PUSH1 10, RETURNDATASIZE, CODECOPY, RETURNDATASIZE, RETURN
        bytes memory initcode = abi.encodePacked(hex"61", uint16(code.length), hex"80600a3d393df3", code);
        assembly ("memory-safe") {
            data := create(0, add(initcode, 32), mload(initcode))
        }
        if (data.code.length != code.length) revert UnexpectedCode(data, keccak256(code), data.codehash);
    }

    function _requireCode(address component, bytes32 expected) private view {
        if (component.codehash != expected) revert UnexpectedCode(component, expected, component.codehash);
    }

    function _profile() internal pure virtual returns (Profile memory);
    /// @dev As in `WhirVerifier`.
    function _schedule(uint256 variables) internal pure virtual returns (bytes memory);
    function _airDigest() internal pure virtual returns (bytes32);
    function _publicGroups() internal pure virtual returns (uint256);
    /// @dev Per chip: u16 columns, u16 interactions, u8 minimal and u8 maximal log height.
    function _chips() internal pure virtual returns (bytes memory);
    /// @dev Code hash of the i-th program; 0 behind the last.
    function _programHash(uint256 i) internal pure virtual returns (bytes32);

    /// @inheritdoc IStarkVerifier
    function verify(bytes32 context, bytes calldata publicValues, bytes calldata proof) external view {
        Session memory v;
        Channel memory channel = v.channel;
        assembly ("memory-safe") {
            mstore(add(channel, 64), proof.offset)
            mstore(add(channel, 96), proof.offset)
            mstore(add(channel, 128), add(proof.offset, proof.length))
            mstore(v, publicValues.offset)
        }
        v.publicLength = publicValues.length;
        v.context = context;
        _verify(v);
    }

    function _verify(Session memory v) private view {
        // 0. Shape and preamble: every length that follows comes from here.
        _shape(v);
        _preamble(v);

        // 1. Trace commitment and out-of-domain answers.
        v.root = v.channel.digest();
        _outOfDomain(v);

        // 2. Bus challenges.
        v.channel.grind(_profile().busPow);
        v.alpha = v.channel.challenge();
        v.gamma = v.channel.challenge();

        // 3. Fraction tree.
        _fractionRoot(v);
        _fractionTree(v.channel, v.fractions, v.shape.fractionVariables);

        // 4. Zerocheck and bus claims. 5. One claim.
        _zerocheck(v);

        // 6. WHIR.
        WhirResult memory opening = _open(v);
        uint256 weight = _weight(v, opening.point).add(opening.weight);
        if (weight.mul(opening.finalValue) != opening.claim) revert FinalSumMismatch();

        // 7. No byte may remain.
        uint256 end = v.channel.position + opening.consumed;
        if (end != v.channel.end) revert TrailingBytes(v.channel.end - end);
    }

    function _shape(Session memory v) private pure {
        bytes memory chips = _chips();
        uint256 heights = v.channel.take(chips.length / ShapeLib.CHIP_BYTES);
        Profile memory profile = _profile();
        v.shape = ShapeLib.derive(chips, heights, profile.minVariables, profile.maxVariables, profile.maxFractionVariables);
    }

    function _preamble(Session memory v) private pure {
        uint256 length = v.publicLength;
        uint256 expected = 32 * _publicGroups();
        if (length != expected) revert ShapeOutOfBounds(length, expected, expected);
        v.channel.requireCanonical(v.publicValues, length);
        bytes memory heights = new bytes(v.shape.logHeights.length);
        bytes memory values = new bytes(length);
        uint256 ptr = v.publicValues;
        uint256 from = v.shape.heights;
        assembly ("memory-safe") {
            calldatacopy(add(heights, 32), from, mload(heights))
            calldatacopy(add(values, 32), ptr, length)
        }
        bytes memory pinned = abi.encodePacked(TAG, _profile().id, _airDigest());
        v.channel.absorbMemory(abi.encodePacked(pinned, v.context, uint8(heights.length), heights, uint32(length / 4), values));
    }

    function _outOfDomain(Session memory v) private pure {
        uint256 count = uint8(_schedule(v.shape.variables)[4]);
        v.claims.samples = new uint256[](count);
        v.claims.answers = new uint256[](count);
        for (uint256 s = 0; s < count; s++) {
            v.claims.samples[s] = v.channel.challenge();
            v.claims.answers[s] = _packed(v.channel.message(20)).spread();
        }
    }

    /// @dev Σ_public 1/d = P_pub/Q_pub, and P/Q + P_pub/Q_pub = 0 without a division.
    function _fractionRoot(Session memory v) private pure {
        uint256 ptr = v.channel.message(40);
        uint256 numerator = _packed(ptr).spread();
        uint256 denominator = _packed(ptr + 20).spread();
        if (denominator == 0) revert FractionRootZero();
        (uint256 p, uint256 q) = _publicFraction(v);
        if (q == 0 || q.mul(numerator).add(p.mul(denominator)) != 0) revert BusUnbalanced();
        v.fractions.numerator = numerator;
        v.fractions.denominator = denominator;
    }

    /// @dev Group t is the tuple (t, v_0 … v_7) on bus 1: d = α − (1 + γ t + Σ γ^{2+i} v_i).
    function _publicFraction(Session memory v) private pure returns (uint256 p, uint256 q) {
        uint256 ptr = v.publicValues;
        uint256 end = ptr + v.publicLength;
        uint256 gamma = v.gamma;
        uint256 powers = WhirKernels.allocate(8 << 5);
        uint256 power = gamma;
        for (uint256 i = 0; i < 8; i++) {
            power = power.mul(gamma);
            assembly ("memory-safe") {
                mstore(add(powers, shl(5, i)), power)
            }
        }
        powers = WhirKernels.splitForBase(powers, 8);
        // α − 1 − γ t
        uint256 rest = v.alpha.sub(1);
        q = 1;
        for (; ptr < end; ptr += 32) {
            uint256 d = rest.sub(WhirKernels.foldBase(powers, ptr, 8));
            rest = rest.sub(gamma);
            p = d.mulAdd(p, q);
            q = d.mul(q);
        }
    }

    /// @dev Layer by layer from the root; ends with claims on numerators and denominators of the leaves at ρ.
    function _fractionTree(Channel memory channel, Fractions memory f, uint256 variables) private pure {
        uint256[] memory z = new uint256[](variables);
        for (uint256 l = 0; l < variables; l++) {
            uint256 lambda = 0;
            uint256 claim = 0;
            if (l > 0) {
                lambda = channel.challenge();
                claim = lambda.mulAdd(f.denominator, f.numerator);
                // The new point is (τ, r_0 … r_{l−1}): r_t moves one place up, where z_{t+1} has been read just before.
                uint256 current = z[0];
                uint256 next;
                assembly ("memory-safe") {
                    next := add(z, 64)
                }
                // z has `variables` entries and l < variables.
                for (uint256 end = next + 32 * l; next < end; next += 32) {
                    (uint256 ptr, uint256 r) = channel.quadratic();
                    claim = claim.foldQuadratic(_packed(ptr).spread(), _packed(ptr + 20).spread(), current, r);
                    assembly ("memory-safe") {
                        current := mload(next)
                        mstore(next, r)
                    }
                }
            }
            _fractionLayer(channel, f, l, lambda, claim, z);
        }
        f.point = z;
    }

    function _fractionLayer(Channel memory channel, Fractions memory f, uint256 l, uint256 lambda, uint256 claim, uint256[] memory z) private pure {
        uint256 ptr = channel.message(80);
        uint256 p0 = _packed(ptr).spread();
        uint256 p1 = _packed(ptr + 20).spread();
        uint256 w0 = _packed(ptr + 40);
        uint256 w1 = _packed(ptr + 60);
        uint256 q1 = w1.fromPacked();
        uint256 q0 = w0.fromPacked();
        uint256 numerator = q0.mulAdd(p1, q1.mul(p0));
        uint256 denominator = q0.mul(w1.spread());
        bool holds = l > 0
            ? lambda.mulAdd(denominator, numerator) == claim
            : f.numerator == numerator && f.denominator == denominator;
        if (!holds) revert FractionLayerMismatch(l);
        uint256 tau = channel.challenge();
        f.numerator = tau.mulAdd(p1.subLoose(p0), p0);
        uint256 v0 = w0.spread();
        f.denominator = tau.mulAdd(w1.spread().subLoose(v0), v0);
        z[0] = tau;
    }

    function _zerocheck(Session memory v) private view {
        AirPoint memory p;
        p.alpha = v.alpha;
        p.gamma = v.gamma;
        p.beta = v.channel.challenge();
        p.fractionPoint = v.fractions.point;
        p.logHeights = v.shape.logHeights;
        uint256 total;
        (p.blockWeights, total) = ShapeLib.blockWeights(v.shape, p.fractionPoint);
        p.totalWeight = total;
        // p + β (q − 1 + Σ w)
        uint256 claim = p.beta.mulAdd(v.fractions.denominator.sub(Quintic.toVector(1)).add(total.toVector()), v.fractions.numerator);
        claim = _zerocheckRounds(v, p, claim);
        v.claims.point = p.point;
        v.claims.columnBytes = 20 * v.shape.columns;
        v.claims.columnValues = v.channel.message(v.claims.columnBytes);
        // μ follows the same message, so one walk over the columns serves this check and the next stage's claim.
        v.mu = v.channel.challenge();
        uint256 free = WhirKernels.allocate(0);
        bytes memory columns;
        (columns, v.claim) = _columns(v.shape, v.claims, v.mu);
        if (_evaluate(p, columns).toVector() != claim) revert ZerocheckMismatch();
        // Nobody needs the columns any more: memory costs the square of its size.
        assembly ("memory-safe") {
            mstore(0x40, free)
        }
    }

    function _zerocheckRounds(Session memory v, AirPoint memory p, uint256 claim) private pure returns (uint256) {
        uint256 n = v.shape.maxLogHeight;
        p.point = new uint256[](n);
        uint256 first = p.fractionPoint.length - n;
        for (uint256 t = 0; t < n; t++) {
            uint256 ptr = v.channel.message(60);
            uint256 r = v.channel.challenge();
            claim = _foldCubic(claim, p.fractionPoint[first + t], ptr, r);
            p.point[t] = r;
        }
        return claim;
    }

    /// @dev c ← h(r), h(X) = c_0 + c_1 X + c_2 X² + c_3 X³ with c = (1 − z) h(0) + z h(1).
    function _foldCubic(uint256 claim, uint256 z, uint256 ptr, uint256 r) private pure returns (uint256) {
        uint256 c1 = _packed(ptr).spread();
        uint256 c2 = _packed(ptr + 20).spread();
        uint256 c3 = _packed(ptr + 40).spread();
        unchecked {
            uint256 c0 = claim + Quintic.LANES_P - z.mul(c1.add(c2) + c3);
            return r.mulAdd(r.mulAdd(r.mulAdd(c3, c2), c1), c0);
        }
    }

    function _evaluate(AirPoint memory p, bytes memory columns) private view returns (uint256) {
        uint256 count = PROGRAM_COUNT;
        address list = PROGRAMS;
        address[] memory programs = new address[](count);
        uint256 packed = WhirKernels.allocate(20 * count + 32);
        assembly ("memory-safe") {
            extcodecopy(list, packed, 1, mul(20, count))
            for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                mstore(add(add(programs, 32), shl(5, i)), shr(96, mload(add(packed, mul(20, i)))))
            }
            mstore(0x40, and(add(mload(0x40), 31), not(31)))
        }
        return EVALUATOR.evaluate(programs, p, columns);
    }

    /// @dev All columns as scalars, in chip order, and σ = Σ_s μ^s a_s + Σ_c μ^{S+c} v_c, columns in stack order: by Horner from the last
    /// chip, a chip's columns in blocks of up to 32, each against the same table of powers.
    function _columns(Shape memory shape, Claims memory claims, uint256 mu) private pure returns (bytes memory columns, uint256 sum) {
        columns = new bytes(32 * shape.columns);
        uint256 table = WhirKernels.powers(mu, BLOCK + 1);
        uint256 split = WhirKernels.splitForExtension(table, BLOCK);
        for (uint256 k = shape.order.length; k > 0; k--) {
            uint256 j = shape.order[k - 1];
            uint256 first = shape.firstColumn[j];
            uint256 rest = shape.widths[j];
            while (rest > 0) {
                uint256 count = rest % BLOCK;
                if (count == 0) count = BLOCK;
                rest -= count;
                uint256 power;
                assembly ("memory-safe") {
                    power := mload(add(table, shl(5, count)))
                }
                uint256 to;
                assembly ("memory-safe") {
                    to := add(add(columns, 32), shl(5, add(first, rest)))
                }
                sum = power.mulAdd(sum, WhirKernels.foldColumns(split, claims.columnValues + 20 * (first + rest), count, to));
            }
        }
        for (uint256 s = claims.answers.length; s > 0; s--) sum = mu.mulAdd(sum, claims.answers[s - 1]);
    }

    /// @dev Stage 6 reads the rest of the proof in another contract; the transcript goes with it.
    function _open(Session memory v) private view returns (WhirResult memory) {
        uint256 ptr = v.channel.position;
        uint256 length = v.channel.end - ptr;
        bytes calldata rest;
        assembly ("memory-safe") {
            rest.offset := ptr
            rest.length := length
        }
        return WHIR.open(v.channel.state, v.channel.counter, v.shape.variables, v.claim, v.root, ptr - v.channel.begin, rest);
    }

    /// @dev W at R: Σ_s μ^s sel(z_s, R) + Σ_c μ^{S+c} eq(b_c, …) eq(suffix r, suffix R).
    function _weight(Session memory v, uint256[] memory point) private pure returns (uint256 sum) {
        sum = ShapeLib.columnWeight(v.shape, v.claims.point, v.mu, point);
        uint256 coordinates;
        assembly ("memory-safe") {
            coordinates := add(point, 32)
        }
        uint256[] memory samples = v.claims.samples;
        for (uint256 s = samples.length; s > 0; s--) {
            sum = v.mu.mulAdd(sum, WhirKernels.sel(coordinates, point.length, point.length, samples[s - 1]));
        }
    }

    /// @dev The proof element at a calldata position.
    function _packed(uint256 ptr) private pure returns (uint256 w) {
        assembly ("memory-safe") {
            w := shr(96, calldataload(ptr))
        }
    }
}
