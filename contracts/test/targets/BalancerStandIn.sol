// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IBalancerVault} from "../../src/interfaces/targets/IBalancerV2.sol";

/// @notice Balancer v2's vault with one weighted pool of two tokens at 50/50, the pool's token being the vault's own: the
/// published sources compile to a contract above the size limit. Formulas of WeightedMath: a single token in mints
/// S·(sqrt(1 + a'/B) − 1), a single token out pays B·(1 − (1 − s/S)²), the swap fee on the half that is swapped. Balances are
/// the vault's books, so a donation changes nothing.
contract BalancerStandIn is ERC20, IBalancerVault {
    uint256 private constant ONE = 1e18;
    uint256 private constant FEE = 0.003e18;
    uint256 private constant MINIMUM_BPT = 1e6;

    address[] private _tokens;
    uint256[] private _balances;
    bool public paused;

    error Paused();
    error UnknownKind(uint256 kind);

    constructor(address a, address b) ERC20("Balancer A-B", "BPT") {
        _tokens.push(a);
        _tokens.push(b);
        _balances = new uint256[](2);
    }

    function pause() external {
        paused = true;
    }

    /// @notice Both tokens at once, for the first depositor.
    function initialize(uint256 a, uint256 b) external {
        IERC20(_tokens[0]).transferFrom(msg.sender, address(this), a);
        IERC20(_tokens[1]).transferFrom(msg.sender, address(this), b);
        (_balances[0], _balances[1]) = (a, b);
        uint256 minted = 2 * Math.sqrt(a * b);
        _mint(address(1), MINIMUM_BPT);
        _mint(msg.sender, minted - MINIMUM_BPT);
    }

    function getPool(bytes32) external view returns (address, uint8) {
        return (address(this), 2);
    }

    function getPoolTokens(bytes32) external view returns (address[] memory, uint256[] memory, uint256) {
        return (_tokens, _balances, block.number);
    }

    function joinPool(bytes32, address sender, address recipient, JoinPoolRequest memory request) external payable {
        if (paused) revert Paused();
        require(sender == msg.sender, "relayer");
        (uint256 kind, uint256[] memory amounts, uint256 minimum) =
            abi.decode(request.userData, (uint256, uint256[], uint256));
        if (kind != 1) revert UnknownKind(kind);
        uint256 minted;
        for (uint256 i; i < 2; ++i) {
            if (amounts[i] == 0) continue;
            require(amounts[i] <= request.maxAmountsIn[i], "JOIN_ABOVE_MAX");
            // Half of it is swapped for the other token, in effect, and pays the fee.
            uint256 afterFee = amounts[i] - amounts[i] / 2 * FEE / ONE;
            uint256 ratio = ONE + Math.mulDiv(afterFee, ONE, _balances[i]);
            minted += Math.mulDiv(totalSupply(), Math.sqrt(ratio * ONE) - ONE, ONE);
            _balances[i] += amounts[i];
            IERC20(_tokens[i]).transferFrom(sender, address(this), amounts[i]);
        }
        require(minted >= minimum, "BPT_OUT_MIN_AMOUNT");
        _mint(recipient, minted);
    }

    function exitPool(bytes32, address sender, address payable recipient, ExitPoolRequest memory request) external {
        if (paused) revert Paused();
        require(sender == msg.sender, "relayer");
        (uint256 kind, uint256 shares, uint256 index) = abi.decode(request.userData, (uint256, uint256, uint256));
        if (kind != 0) revert UnknownKind(kind);
        uint256 kept = ONE - Math.mulDiv(shares, ONE, totalSupply(), Math.Rounding.Ceil);
        uint256 out = Math.mulDiv(_balances[index], ONE - Math.mulDiv(kept, kept, ONE, Math.Rounding.Ceil), ONE);
        out -= out / 2 * FEE / ONE;
        require(out >= request.minAmountsOut[index], "EXIT_BELOW_MIN");
        _burn(sender, shares);
        _balances[index] -= out;
        IERC20(_tokens[index]).transfer(recipient, out);
    }

    /// @notice A swap along x·y = k with the fee, as for equal weights.
    function swap(uint256 indexIn, uint256 amount) external returns (uint256 out) {
        uint256 indexOut = 1 - indexIn;
        uint256 afterFee = amount - amount * FEE / ONE;
        out = Math.mulDiv(_balances[indexOut], afterFee, _balances[indexIn] + afterFee);
        _balances[indexIn] += amount;
        _balances[indexOut] -= out;
        IERC20(_tokens[indexIn]).transferFrom(msg.sender, address(this), amount);
        IERC20(_tokens[indexOut]).transfer(msg.sender, out);
    }
}
