// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Adapter} from "../../src/adapters/Adapter.sol";
import {BalancerV2Adapter} from "../../src/adapters/BalancerV2Adapter.sol";
import {PositionAdapter} from "../../src/adapters/PositionAdapter.sol";
import {UniswapV2Adapter} from "../../src/adapters/UniswapV2Adapter.sol";
import {UniswapV3SwapAdapter} from "../../src/adapters/UniswapV3SwapAdapter.sol";
import {UniswapV3Position} from "../../src/adapters/positions/UniswapV3Position.sol";
import {Direction} from "../../src/interfaces/IAdapter.sol";
import {IRidePool} from "../../src/interfaces/IRidePool.sol";
import {IBalancerVault} from "../../src/interfaces/targets/IBalancerV2.sol";
import {IUniswapV2Pair} from "../../src/interfaces/targets/IUniswapV2.sol";
import {INonfungiblePositionManager, ISwapRouter, IUniswapV3Pool} from "../../src/interfaces/targets/IUniswapV3.sol";
import {vm} from "../Vm.sol";
import {BalancerStandIn} from "../targets/BalancerStandIn.sol";
import {PlayToken} from "../targets/PlayToken.sol";
import {Real} from "../targets/Real.sol";
import {PositionSubject} from "./Lending.sol";
import {Subject} from "./Subject.sol";

interface IUniswapV2Factory {
    function createPair(address a, address b) external returns (address pair);
}

interface IUniswapV2Router {
    function addLiquidity(
        address a,
        address b,
        uint256 amountA,
        uint256 amountB,
        uint256 minA,
        uint256 minB,
        address to,
        uint256 deadline
    ) external returns (uint256, uint256, uint256);
    function removeLiquidity(
        address a,
        address b,
        uint256 liquidity,
        uint256 minA,
        uint256 minB,
        address to,
        uint256 deadline
    ) external returns (uint256, uint256);
    function swapExactTokensForTokens(
        uint256 amountIn,
        uint256 amountOutMin,
        address[] calldata path,
        address to,
        uint256 deadline
    ) external returns (uint256[] memory);
}

interface IUniswapV3Factory {
    function createPool(address a, address b, uint24 fee) external returns (address);
}

interface IInitializable {
    function initialize(uint160 sqrtPriceX96) external;
}

/// @notice A pool of `money` and a second token, in which a searcher trades instead of depositing.
abstract contract PoolSubject is Subject {
    PlayToken public second;

    function _swap(address who, IERC20 from, IERC20 to, uint256 amount) internal virtual;

    function swap(address who, IERC20 from, IERC20 to, uint256 amount) external {
        _swap(who, from, to, amount);
    }

    /// @dev Trades as the adapter is going to: buys the second token before a join, sells it before an exit.
    function push(address who, Direction direction, uint256 funds) public virtual override {
        if (direction == Direction.Join) return _swap(who, money, second, funds);
        // Bought somewhere else first, at its fair price.
        money.burn(who, funds);
        second.mint(who, funds);
        _swap(who, second, money, funds);
    }

    function unwind(address who, Direction direction) public virtual override {
        if (direction == Direction.Join) return _swap(who, second, money, second.balanceOf(who));
        _swap(who, money, second, money.balanceOf(who));
        uint256 bought = second.balanceOf(who);
        second.burn(who, bought);
        money.mint(who, bought);
    }

    /// @dev The second token rises against money.
    function gain() external virtual override {
        money.mint(BOB, SEED / 50);
        _swap(BOB, money, second, SEED / 50);
    }

    function lose() external virtual override {
        second.mint(BOB, SEED / 2);
        _swap(BOB, second, money, SEED / 2);
    }

    function _fundBob() internal {
        money.mint(BOB, 2 * SEED);
        second.mint(BOB, 2 * SEED);
    }
}

contract UniswapV2Subject is PoolSubject {
    IUniswapV2Router private router;
    IUniswapV2Pair public pair;

    function _deploy(IRidePool pool, bool) internal override returns (Adapter) {
        second = new PlayToken("B");
        address factory = Real.deploy("UniswapV2Factory", abi.encode(address(this)));
        router = IUniswapV2Router(Real.deploy("UniswapV2Router02", abi.encode(factory, Real.deploy("WETH9"))));
        pair = IUniswapV2Pair(IUniswapV2Factory(factory).createPair(address(money), address(second)));
        _fundBob();
        _addBoth(BOB, SEED);
        return new UniswapV2Adapter(pool, pair, address(money), type(uint256).max);
    }

    function _addBoth(address who, uint256 amount) private {
        vm.startPrank(who);
        money.approve(address(router), type(uint256).max);
        second.approve(address(router), type(uint256).max);
        router.addLiquidity(address(money), address(second), amount, amount, 0, 0, who, block.timestamp);
        vm.stopPrank();
    }

    function enter(address who, uint256 assets) public override {
        money.burn(who, assets / 2);
        second.mint(who, assets / 2);
        _addBoth(who, assets / 2);
    }

    function quit(address who) public override {
        uint256 shares = IERC20(address(pair)).balanceOf(who);
        vm.startPrank(who);
        IERC20(address(pair)).approve(address(router), shares);
        (, uint256 others) = router.removeLiquidity(address(money), address(second), shares, 0, 0, who, block.timestamp);
        vm.stopPrank();
        _swap(who, second, money, others);
    }

    function _swap(address who, IERC20 from, IERC20 to, uint256 amount) internal override {
        address[] memory path = new address[](2);
        (path[0], path[1]) = (address(from), address(to));
        vm.startPrank(who);
        from.approve(address(router), amount);
        router.swapExactTokensForTokens(amount, 0, path, who, block.timestamp);
        vm.stopPrank();
    }

    function target() public view override returns (address) {
        return address(pair);
    }

    /// @dev Nobody can zap into a pair without reserves.
    function canBeEmpty() external pure override returns (bool) {
        return false;
    }
}

abstract contract UniswapV3Pools is PoolSubject {
    INonfungiblePositionManager public manager;
    ISwapRouter internal router;
    IUniswapV3Pool public uniswapPool;

    function _deployPool() internal {
        second = new PlayToken("B");
        address factory = Real.deploy("UniswapV3Factory");
        address weth = Real.deploy("WETH9");
        router = ISwapRouter(Real.deploy("SwapRouter", abi.encode(factory, weth)));
        manager = INonfungiblePositionManager(
            Real.deploy("NonfungiblePositionManager", abi.encode(factory, weth, address(0)))
        );
        uniswapPool = IUniswapV3Pool(IUniswapV3Factory(factory).createPool(address(money), address(second), 3000));
        IInitializable(address(uniswapPool)).initialize(uint160(1 << 96));
        _fundBob();
        vm.startPrank(BOB);
        money.approve(address(manager), SEED);
        second.approve(address(manager), SEED);
        manager.mint(
            INonfungiblePositionManager.MintParams(
                uniswapPool.token0(),
                uniswapPool.token1(),
                3000,
                -887220,
                887220,
                SEED,
                SEED,
                0,
                0,
                BOB,
                block.timestamp
            )
        );
        vm.stopPrank();
    }

    function _swap(address who, IERC20 from, IERC20 to, uint256 amount) internal override {
        vm.startPrank(who);
        from.approve(address(router), amount);
        router.exactInputSingle(
            ISwapRouter.ExactInputSingleParams(address(from), address(to), 3000, who, block.timestamp, amount, 0, 0)
        );
        vm.stopPrank();
    }
}

contract UniswapV3Subject is PositionSubject, UniswapV3Pools {
    function _deploy(IRidePool pool, bool) internal override returns (Adapter) {
        _deployPool();
        position = new UniswapV3Position(uniswapPool, manager, router, money, "Full range A-B", "frAB");
        return new PositionAdapter(pool, position, type(uint256).max);
    }

    function push(address who, Direction direction, uint256 funds) public override(Subject, PoolSubject) {
        super.push(who, direction, funds);
    }

    function unwind(address who, Direction direction) public override(Subject, PoolSubject) {
        super.unwind(who, direction);
    }

    function target() public view override returns (address) {
        return address(uniswapPool);
    }

    function spender() external view override(Subject, PositionSubject) returns (address) {
        return address(position);
    }

    function enter(address who, uint256 assets) public override(Subject, PositionSubject) {
        PositionSubject.enter(who, assets);
    }

    function quit(address who) public override(Subject, PositionSubject) {
        PositionSubject.quit(who);
    }
}

contract UniswapV3SwapSubject is UniswapV3Pools {
    function _deploy(IRidePool pool, bool) internal override returns (Adapter) {
        _deployPool();
        return new UniswapV3SwapAdapter(pool, router, uniswapPool, address(money), type(uint256).max);
    }

    function enter(address who, uint256 assets) public override {
        _swap(who, money, second, assets);
    }

    function quit(address who) public override {
        _swap(who, second, money, second.balanceOf(who));
    }

    function target() public view override returns (address) {
        return address(uniswapPool);
    }

    function spender() external view override returns (address) {
        return address(router);
    }

    function canBeEmpty() external pure override returns (bool) {
        return false;
    }
}

contract BalancerV2Subject is PoolSubject {
    BalancerStandIn private vault_;

    function _deploy(IRidePool pool, bool) internal override returns (Adapter) {
        second = new PlayToken("B");
        vault_ = new BalancerStandIn(address(money), address(second));
        _fundBob();
        vm.startPrank(BOB);
        money.approve(address(vault_), SEED);
        second.approve(address(vault_), SEED);
        vault_.initialize(SEED, SEED);
        vm.stopPrank();
        return new BalancerV2Adapter(pool, vault_, bytes32(0), address(money), type(uint256).max);
    }

    function _request(uint256 assets) private view returns (IBalancerVault.JoinPoolRequest memory request) {
        (request.assets,,) = vault_.getPoolTokens(0);
        request.maxAmountsIn = new uint256[](2);
        request.maxAmountsIn[0] = assets;
        request.userData = abi.encode(uint256(1), request.maxAmountsIn, uint256(0));
    }

    function enter(address who, uint256 assets) public override {
        vm.startPrank(who);
        money.approve(address(vault_), assets);
        vault_.joinPool(0, who, who, _request(assets));
        vm.stopPrank();
    }

    function quit(address who) public override {
        IBalancerVault.ExitPoolRequest memory request;
        (request.assets,,) = vault_.getPoolTokens(0);
        request.minAmountsOut = new uint256[](2);
        request.userData = abi.encode(uint256(0), vault_.balanceOf(who), uint256(0));
        vm.prank(who);
        vault_.exitPool(0, who, payable(who), request);
    }

    function _swap(address who, IERC20 from, IERC20, uint256 amount) internal override {
        vm.startPrank(who);
        from.approve(address(vault_), amount);
        vault_.swap(address(from) == address(money) ? 0 : 1, amount);
        vm.stopPrank();
    }

    function target() public view override returns (address) {
        return address(vault_);
    }

    function pause() external override {
        vault_.pause();
    }

    function canBeEmpty() external pure override returns (bool) {
        return false;
    }
}
