// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Channel, ChannelLib} from "./Channel.sol";
import {IVerifierErrors} from "./IVerifierErrors.sol";
import {MerkleMultiproof} from "./MerkleMultiproof.sol";
import {Quintic} from "./Quintic.sol";
import {WhirKernels} from "./WhirKernels.sol";

/// @notice What an opening leaves to its caller: the last equation, claim = (W(R) + weight)·finalValue, where only the caller knows W.
struct WhirResult {
    /// R, N scalars.
    uint256[] point;
    /// σ after the last round; a vector.
    uint256 claim;
    /// Value at R of all the terms that the rounds added to W; a scalar.
    uint256 weight;
    /// F_M(last n_M coordinates of R); a vector.
    uint256 finalValue;
    /// Bytes of the proof that were read.
    uint256 consumed;
}

/// @title WHIR, the verifier's side (docs/proof.md, step 6; eprint 2024/1586)
/// @notice Opens Σ_y W(y) P(y) = σ for the polynomial P behind a Merkle root. A separate contract for its size; it knows neither the
/// AIR nor the stack. Concrete contracts are generated and only add the schedule of their profile.
abstract contract WhirVerifier is IVerifierErrors {
    using ChannelLib for Channel;
    using Quintic for uint256;

    /// What a round leaves behind for the evaluation of W at R.
    struct Terms {
        uint256 combiner;
        uint256 variables;
        uint256[] samples;
        uint256[] points;
    }

    struct Opening {
        Channel channel;
        bytes schedule;
        uint256 rounds;
        uint256 finalVariables;
        uint256 bound;
        uint256 claim;
        uint256 root;
        uint256 domainTable;
        uint256[] point;
        uint256[] folds;
    }

    /// @dev For N variables: u8 rounds, u8 n_M, then per round u8 fold, logDomain, oodSamples, foldPow, queryPow, queries.
    /// Empty if the profile does not allow N.
    function _schedule(uint256 variables) internal pure virtual returns (bytes memory);

    /// @param state Transcript state, with its counter.
    /// @param variables N
    /// @param claim σ, a vector.
    /// @param root Root of oracle 0, left-aligned.
    /// @param proof The proof from step 6 to its end; what is behind step 6 is not read.
    /// @param offset Where `proof` begins in the whole proof, for error messages.
    function open(uint256 state, uint256 counter, uint256 variables, uint256 claim, uint256 root, uint256 offset, bytes calldata proof)
        external
        pure
        returns (WhirResult memory result)
    {
        Opening memory o;
        o.channel.state = state;
        o.channel.counter = counter;
        uint256 begin;
        assembly ("memory-safe") {
            begin := proof.offset
        }
        o.channel.position = begin;
        unchecked {
            o.channel.begin = begin - offset;
        }
        o.channel.end = begin + proof.length;
        o.schedule = _schedule(variables);
        if (o.schedule.length == 0) revert ShapeOutOfBounds(variables, 0, 0);
        o.rounds = uint8(o.schedule[0]);
        o.finalVariables = uint8(o.schedule[1]);
        o.claim = claim;
        o.root = root;
        o.point = new uint256[](variables);
        o.domainTable = WhirKernels.domainTable();

        Terms[] memory terms = new Terms[](o.rounds - 1);
        for (uint256 i = 0; i < terms.length; i++) _round(o, i, terms[i]);
        uint256 finalPolynomial = _lastRound(o);
        for (uint256 t = 0; t < o.finalVariables; t++) _sumcheckStep(o, 0);

        result.point = o.point;
        result.claim = o.claim;
        result.weight = _weight(o, terms);
        result.finalValue = _finalValue(o, finalPolynomial);
        result.consumed = o.channel.position - begin;
    }

    function _parameter(Opening memory o, uint256 round, uint256 which) private pure returns (uint256) {
        return uint8(o.schedule[2 + 6 * round + which]);
    }

    /// @dev One variable: s(X) = c_0 + c_1 X + c_2 X², c_1 = σ − 2 c_0 − c_2; σ ← s(r).
    function _sumcheckStep(Opening memory o, uint256 pow) private pure {
        uint256 ptr = o.channel.message(40);
        uint256 c0;
        uint256 c2;
        assembly ("memory-safe") {
            c0 := shr(96, calldataload(ptr))
            c2 := shr(96, calldataload(add(ptr, 20)))
        }
        o.channel.grind(pow);
        uint256 r = o.channel.challenge();
        c0 = c0.spread();
        c2 = c2.spread();
        unchecked {
            uint256 c1 = o.claim + 3 * Quintic.LANES_P - 2 * c0 - c2;
            o.claim = r.mulAdd(r.mulAdd(c2, c1), c0);
        }
        o.point[o.bound++] = r;
    }

    function _fold(Opening memory o, uint256 i) private pure {
        uint256 fold = _parameter(o, i, 0);
        uint256 pow = _parameter(o, i, 3);
        for (uint256 t = 0; t < fold; t++) _sumcheckStep(o, pow);
    }

    /// @dev A round with a next oracle.
    function _round(Opening memory o, uint256 i, Terms memory terms) private pure {
        _fold(o, i);
        uint256 nextRoot = o.channel.digest();
        uint256 samples = _parameter(o, i + 1, 2);
        terms.samples = new uint256[](samples);
        uint256[] memory answers = new uint256[](samples);
        for (uint256 s = 0; s < samples; s++) {
            terms.samples[s] = o.channel.challenge();
            uint256 ptr = o.channel.message(20);
            uint256 w;
            assembly ("memory-safe") {
                w := shr(96, calldataload(ptr))
            }
            answers[s] = w.spread();
        }
        uint256[] memory values;
        (terms.points, values) = _queries(o, i);
        uint256 xi = o.channel.challenge();
        terms.combiner = xi;
        terms.variables = o.point.length - o.bound;
        o.claim = xi.mulAdd(_horner(xi, answers, _horner(xi, values, 0)), o.claim);
        o.root = nextRoot;
    }

    /// @dev The last round: the remaining polynomial in clear, checked against the last oracle. Returns it in the split form.
    function _lastRound(Opening memory o) private pure returns (uint256 table) {
        _fold(o, o.rounds - 1);
        uint256 count = 1 << o.finalVariables;
        uint256 ptr = o.channel.message(20 * count);
        table = WhirKernels.allocate(32 * count);
        for (uint256 x = 0; x < count; x++) {
            uint256 w;
            assembly ("memory-safe") {
                w := shr(96, calldataload(add(ptr, mul(20, x))))
            }
            w = w.spread();
            assembly ("memory-safe") {
                mstore(add(table, shl(5, x)), w)
            }
        }
        table = WhirKernels.splitForBase(table, count);
        (uint256[] memory points, uint256[] memory values) = _queries(o, o.rounds - 1);
        for (uint256 j = 0; j < points.length; j++) {
            if (WhirKernels.evaluateAtBase(table, count, points[j]) != values[j]) revert FinalPolynomialMismatch(j);
        }
    }

    /// @dev Draws the indices, reads and checks the leaves, then the siblings, compares the root, and folds each leaf.
    function _queries(Opening memory o, uint256 i) private pure returns (uint256[] memory points, uint256[] memory values) {
        uint256 fold = _parameter(o, i, 0);
        uint256 logDomain = _parameter(o, i, 1);
        uint256 count = _parameter(o, i, 5);
        o.channel.grind(_parameter(o, i, 4));
        uint256 nodes = WhirKernels.allocate((count + 1) << 5);
        count = o.channel.indices(count, logDomain, nodes);
        uint256 leafBytes = (i == 0 ? uint256(4) : 20) << fold;
        uint256 leaves = o.channel.take(count * leafBytes);
        o.channel.requireCanonical(leaves, count * leafBytes);

        points = new uint256[](count);
        for (uint256 j = 0; j < count; j++) {
            uint256 hash = MerkleMultiproof.leaf(leaves + j * leafBytes, leafBytes);
            uint256 index;
            assembly ("memory-safe") {
                let node := add(nodes, shl(5, j))
                index := mload(node)
                mstore(node, or(and(hash, not(0xffffffffffff)), index))
            }
            points[j] = WhirKernels.domainPoint(o.domainTable, index, logDomain);
        }
        (uint256 root, uint256 position) = MerkleMultiproof.climb(nodes, count, logDomain, o.channel.position);
        o.channel.take(position - o.channel.position);
        if (!MerkleMultiproof.sameDigest(root, o.root)) revert MerkleMismatch(i);
        values = _foldLeaves(o, i == 0, fold, leaves, count);
    }

    /// @dev fold_j = Σ_b eq(b, this round's challenges)·leaf_j[b], as vectors: a base leaf needs a table of vectors, a K leaf one of scalars.
    function _foldLeaves(Opening memory o, bool base, uint256 fold, uint256 leaves, uint256 count) private pure returns (uint256[] memory values) {
        values = new uint256[](count);
        uint256[] memory point = o.point;
        uint256 from = o.bound - fold;
        uint256 challenges;
        assembly ("memory-safe") {
            challenges := add(add(point, 32), shl(5, from))
        }
        uint256 width = 1 << fold;
        uint256 table = WhirKernels.eqTable(challenges, fold, base ? Quintic.toVector(1) : 1);
        if (base) {
            uint256 split = WhirKernels.splitForBase(table, width);
            for (uint256 j = 0; j < count; j++) {
                uint256 leaf = leaves + j * 4 * width;
                values[j] = width < 8 ? WhirKernels.foldFewBase(split, leaf, width) : WhirKernels.foldBase(split, leaf, width);
            }
        } else {
            uint256 split = WhirKernels.splitForExtension(table, width);
            for (uint256 j = 0; j < count; j++) values[j] = WhirKernels.foldExtension(split, leaves + j * 20 * width, width);
        }
    }

    /// @dev Σ over rounds of ξ·(sel(z_0, ·) + ξ·(sel(z_1, ·) + … sel(y_0, ·) + …)), each on its last n_{i+1} coordinates of R.
    function _weight(Opening memory o, Terms[] memory terms) private pure returns (uint256 weight) {
        if (terms.length == 0) return 0;
        uint256 variables = o.point.length;
        uint256[] memory point = o.point;
        uint256 coordinates;
        assembly ("memory-safe") {
            coordinates := add(point, 32)
        }
        // The first round has the most variables; later rounds use a prefix of its groups.
        uint256 plan = WhirKernels.allocate(96 + 32 * (terms[0].variables / 3));
        for (uint256 i = 0; i < terms.length; i++) {
            Terms memory t = terms[i];
            WhirKernels.planSel(plan, i == 0 ? 0 : t.variables / 3, coordinates, variables, t.variables);
            _selAtPoints(plan, t.points);
            for (uint256 s = 0; s < t.samples.length; s++) {
                t.samples[s] = WhirKernels.sel(coordinates, variables, t.variables, t.samples[s]);
            }
            uint256 sum = _horner(t.combiner, t.samples, _horner(t.combiner, t.points, 0));
            weight = t.combiner.mulAdd(sum, weight);
        }
    }

    /// @dev Replaces each domain point by its sel.
    function _selAtPoints(uint256 plan, uint256[] memory points) private pure {
        for (uint256 j = 0; j < points.length; j++) points[j] = WhirKernels.selAtBase(plan, points[j]);
    }

    /// @dev v_0 + x (v_1 + … x (v_last + x·above)).
    function _horner(uint256 x, uint256[] memory v, uint256 above) private pure returns (uint256 sum) {
        sum = above;
        for (uint256 j = v.length; j > 0; j--) sum = x.mulAdd(sum, v[j - 1]);
    }

    /// @dev F_M at the last coordinates of R: its table against eq(·, R), both in full precision.
    function _finalValue(Opening memory o, uint256 split) private pure returns (uint256 value) {
        uint256[] memory point = o.point;
        uint256 n = o.finalVariables;
        uint256 coordinates;
        assembly ("memory-safe") {
            coordinates := add(add(point, 32), shl(5, sub(mload(point), n)))
        }
        uint256 table = WhirKernels.eqTable(coordinates, n, 1);
        for (uint256 x = 0; x < 1 << n; x++) {
            uint256 weight;
            uint256 a;
            uint256 b;
            assembly ("memory-safe") {
                weight := mload(add(table, shl(5, x)))
                a := mload(add(split, shl(6, x)))
                b := mload(add(split, add(32, shl(6, x))))
            }
            value = weight.mulAdd(WhirKernels.joinBase(a, b), value);
        }
    }
}
