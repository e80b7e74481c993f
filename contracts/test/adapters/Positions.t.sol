// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {AaveV3Position} from "../../src/adapters/positions/AaveV3Position.sol";
import {MorphoBluePosition} from "../../src/adapters/positions/MorphoBluePosition.sol";
import {Position} from "../../src/adapters/positions/Position.sol";
import {UniswapV3Position} from "../../src/adapters/positions/UniswapV3Position.sol";
import {IRidePool} from "../../src/interfaces/IRidePool.sol";
import {INonfungiblePositionManager} from "../../src/interfaces/targets/IUniswapV3.sol";
import {vm} from "../Vm.sol";
import {MorphoMarket} from "../targets/MorphoMarket.sol";
import {PlayToken} from "../targets/PlayToken.sol";
import {AaveV3Subject, MorphoBlueSubject, PositionSubject} from "./Lending.sol";
import {UniswapV3Subject} from "./Liquidity.sol";

/// @notice What only one position does.
contract PositionsTest {
    uint256 private constant SEED = 1e24;
    address private constant ALICE = address(0xa11ce);
    address private constant BOB = address(0xb0b);
    address private constant KEEPER = address(0x4ee9);

    PlayToken private money;
    PositionSubject private subject;
    Position private position;

    function setUp() external {
        vm.warp(1_790_000_000);
        money = new PlayToken("A");
    }

    function _use(PositionSubject subject_) private {
        subject = subject_;
        subject.deploy(IRidePool(address(this)), money, false);
        position = subject.position();
    }

    function _uni() private view returns (UniswapV3Position) {
        return UniswapV3Position(address(position));
    }

    function fixtureRow() external pure returns (uint256[] memory rows) {
        rows = new uint256[](3);
        (rows[1], rows[2]) = (1, 2);
    }

    function assertTrue(bool condition, string memory what) private pure {
        require(condition, what);
    }

    function assertEq(uint256 actual, uint256 expected, string memory what) private pure {
        require(actual == expected, what);
    }

    function table_a_position_keeps_its_callers_minimum(uint256 row) public {
        _use(
            row == 0
                ? PositionSubject(new AaveV3Subject())
                : row == 1 ? PositionSubject(new MorphoBlueSubject()) : new UniswapV3Subject()
        );
        money.mint(ALICE, 2e21);
        subject.enter(ALICE, 1e21);
        uint256 shares = position.balanceOf(ALICE);
        vm.startPrank(ALICE);
        money.approve(address(position), 1e21);
        (bool success, bytes memory reason) =
            address(position).call(abi.encodeCall(Position.enter, (1e21, 2 * shares, ALICE)));
        assertTrue(!success && bytes4(reason) == Position.BelowMinimum.selector, "entered");
        (success, reason) = address(position).call(abi.encodeCall(Position.exit, (shares, 2e21, ALICE)));
        assertTrue(!success && bytes4(reason) == Position.BelowMinimum.selector, "left");
        vm.stopPrank();
        subject.quit(ALICE);
        assertTrue(money.balanceOf(ALICE) <= 2e21 && money.balanceOf(ALICE) > 1.98e21, "money back");
        assertEq(position.totalSupply(), 0, "supply");
    }

    function test_a_share_is_a_scaled_unit_and_its_price_the_index() public {
        AaveV3Subject on = new AaveV3Subject();
        _use(on);
        money.mint(ALICE, 1e21);
        subject.enter(ALICE, 1e21);
        AaveV3Position aave = AaveV3Position(address(position));
        assertEq(aave.totalSupply(), aave.aToken().scaledBalanceOf(address(aave)), "one to one");
        uint256 worth = aave.assetsOf(1e21);
        money.mint(on.target(), 1e24);
        assertEq(aave.assetsOf(1e21), worth, "a donation moved the price");
        vm.warp(block.timestamp + 30 days);
        assertTrue(aave.assetsOf(1e21) > worth, "interest");
    }

    function test_bad_debt_lowers_the_price_at_once_and_supplying_for_others_never_raises_it() public {
        MorphoBlueSubject on = new MorphoBlueSubject();
        _use(on);
        MorphoMarket market = on.market();
        money.mint(ALICE, 2e21);
        subject.enter(ALICE, 1e21);
        MorphoBluePosition morpho = MorphoBluePosition(address(position));
        uint256 worth = morpho.assetsOf(1e27);
        vm.startPrank(ALICE);
        money.approve(address(market.morpho()), 1e21);
        market.morpho().supply(market.params(), 1e21, 0, address(position), "");
        vm.stopPrank();
        assertTrue(morpho.assetsOf(1e27) <= worth, "raised");
        market.loseToBadDebt();
        assertTrue(morpho.assetsOf(1e27) < worth * 9 / 10, "not lowered");
    }

    function test_fees_are_compounded_for_the_holders_and_nobody_else_gets_them() public {
        UniswapV3Subject on = new UniswapV3Subject();
        _use(on);
        PlayToken second = on.second();
        money.mint(ALICE, SEED);
        subject.enter(ALICE, SEED);
        uint256 before = _uni().liquidity();
        for (uint256 i; i < 10; ++i) {
            money.mint(BOB, SEED / 10);
            on.swap(BOB, money, second, SEED / 10);
            on.swap(BOB, second, money, SEED / 10);
        }
        money.mint(ALICE, 1e18);
        uint256 shares = position.balanceOf(ALICE);
        money.mint(KEEPER, 1e18);
        subject.enter(KEEPER, 1e18);
        assertTrue(_uni().liquidity() > before + before / 2000, "fees");
        // The newcomer paid for the fees that were there before him.
        uint256 got = position.balanceOf(KEEPER);
        assertTrue(got * (_uni().liquidity() - before) < shares * _uni().liquidity(), "diluted");
        assertTrue(got < shares / 1e5, "too many shares");
    }

    function test_liquidity_added_by_others_raises_nobodys_share() public {
        UniswapV3Subject on = new UniswapV3Subject();
        _use(on);
        PlayToken second = on.second();
        INonfungiblePositionManager manager = on.manager();
        money.mint(ALICE, 1e21);
        subject.enter(ALICE, 1e21);
        uint256 before = _uni().liquidity();
        uint256 id = _uni().tokenId();
        vm.startPrank(BOB);
        money.approve(address(manager), 1e20);
        second.approve(address(manager), 1e20);
        manager.increaseLiquidity(
            INonfungiblePositionManager.IncreaseLiquidityParams(id, 1e20, 1e20, 0, 0, block.timestamp)
        );
        vm.stopPrank();
        assertEq(_uni().liquidity(), before, "liquidity");
        subject.quit(ALICE);
        assertTrue(money.balanceOf(ALICE) < 1e21, "paid with the donation");
    }
}
