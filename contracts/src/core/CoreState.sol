// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IFacts} from "../interfaces/IFacts.sol";
import {IGovernance} from "../interfaces/IGovernance.sol";
import {IL1Orders} from "../interfaces/IL1Orders.sol";
import {IReferencePrices} from "../interfaces/IReferencePrices.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {Asset, Books, IWeir} from "../interfaces/IWeir.sol";
import {MarketFactory} from "../market/MarketFactory.sol";
import {Chain, CoreBooks, CoreStorage} from "./CoreStorage.sol";

/// @title CoreState
/// @notice What the core stores, its asset registry and its books. The parts of the core inherit from here; `Weir`
/// puts them together.
abstract contract CoreState is IWeir, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev Asset numbers fit 24 + 6 bits of a statement word.
    uint256 internal constant MAX_ASSETS = 2 ** 30;

    IRidePool public immutable pool;
    /// @inheritdoc IWeir
    IGovernance public immutable governance;
    /// @inheritdoc IWeir
    IL1Orders public immutable l1Orders;
    /// @inheritdoc IWeir
    IFacts public immutable facts;
    /// @inheritdoc IWeir
    IReferencePrices public immutable referencePrices;

    Chain internal _chain;
    CoreStorage internal _storage;
    mapping(uint256 number => Asset) internal _assets;
    /// @inheritdoc IWeir
    mapping(address token => uint256 number) public assetOf;

    constructor(IRidePool pool_, IGovernance governance_) {
        pool = pool_;
        governance = governance_;
        (l1Orders, facts, referencePrices) = MarketFactory.deploy();
    }

    modifier onlyOwner() {
        if (msg.sender != governance.owner()) revert NotOwner(msg.sender);
        _;
    }

    modifier onlyPool() {
        if (msg.sender != address(pool)) revert NotPool(msg.sender);
        _;
    }

    modifier onlyL1Orders() {
        if (msg.sender != address(l1Orders)) revert NotL1Orders(msg.sender);
        _;
    }

    /// @inheritdoc IWeir
    function frozen() external view returns (bool) {
        return _chain.frozen;
    }

    function _requireNotFrozen() internal view {
        if (_chain.frozen) revert CoreFrozen();
    }

    // ---- asset registry ----

    /// @inheritdoc IWeir
    function assetCount() external view returns (uint256) {
        return _chain.assetCount;
    }

    /// @inheritdoc IWeir
    function asset(uint256 number) external view returns (Asset memory) {
        return _assets[number];
    }

    /// @inheritdoc IWeir
    function books(uint256 number) external view returns (Books memory) {
        return _storage.books[number];
    }

    /// @inheritdoc IWeir
    function registerAsset(address token, uint96 quantum) external onlyOwner returns (uint256 number) {
        if (token.code.length == 0) revert NotAToken(token);
        if (assetOf[token] != 0) revert TokenAlreadyRegistered(token, assetOf[token]);
        if (quantum == 0) revert QuantumOutOfRange(quantum);

        number = _appendAsset();
        _assets[number] = Asset({token: token, quantum: quantum});
        assetOf[token] = number;
        emit AssetRegistered(number, token, quantum);
    }

    /// @inheritdoc IWeir
    function registerTicket() external onlyPool returns (uint256 ticket) {
        ticket = _appendAsset();
        emit TicketRegistered(ticket);
    }

    /// @dev The first asset is number 1.
    function _appendAsset() private returns (uint256 number) {
        number = uint256(_chain.assetCount) + 1;
        if (number >= MAX_ASSETS) revert AssetsExhausted();
        _chain.assetCount = uint32(number);
    }

    // ---- books ----

    function _book(uint256 number, int256 l2Change, int256 pooledChange, int256 owedChange) internal {
        CoreBooks.book(_storage, number, l2Change, pooledChange, owedChange);
    }

    // ---- tokens ----

    function _token(uint256 number) internal view returns (IERC20 token, uint256 quantum) {
        if (number == 0 || number > _chain.assetCount) revert AssetUnknown(number);
        Asset storage a = _assets[number];
        (token, quantum) = (IERC20(a.token), a.quantum);
        if (address(token) == address(0)) revert AssetIsTicket(number);
    }

    /// @dev Moves exactly `amount` quanta here, or reverts: what is credited is what was received.
    function _pull(uint256 number, uint256 amount, address from) internal {
        (IERC20 token, uint256 quantum) = _token(number);
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), amount * quantum);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != amount * quantum) revert TransferMismatch(address(token), amount * quantum, received);
    }

    function _push(uint256 number, uint256 amount, address to) internal {
        (IERC20 token, uint256 quantum) = _token(number);
        token.safeTransfer(to, amount * quantum);
    }

    // ---- the pool's custody ----

    /// @inheritdoc IWeir
    function payFromPool(uint256 number, uint256 amount, address to) external onlyPool nonReentrant {
        _book(number, 0, -int256(amount), 0);
        _push(number, amount, to);
    }

    /// @inheritdoc IWeir
    function receiveIntoPool(uint256 number, uint256 amount) external onlyPool nonReentrant {
        _book(number, 0, int256(amount), 0);
        _pull(number, amount, msg.sender);
    }

    // ---- the L1 orders' custody ----

    /// @inheritdoc IWeir
    function payOwed(uint256 number, uint256 amount, address to) external onlyL1Orders nonReentrant {
        _book(number, 0, 0, -int256(amount));
        _push(number, amount, to);
    }

    /// @inheritdoc IWeir
    function receiveOwed(uint256 number, uint256 amount, address from) external onlyL1Orders nonReentrant {
        _book(number, 0, 0, int256(amount));
        _pull(number, amount, from);
    }
}
