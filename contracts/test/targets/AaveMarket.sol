// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";

import {IAavePool} from "../../src/interfaces/targets/IAaveV3.sol";
import {vm} from "../Vm.sol";
import {PlayToken} from "./PlayToken.sol";
import {Real} from "./Real.sol";

struct InitReserveInput {
    address aTokenImpl;
    address variableDebtTokenImpl;
    address underlyingAsset;
    string aTokenName;
    string aTokenSymbol;
    string variableDebtTokenName;
    string variableDebtTokenSymbol;
    bytes params;
    bytes interestRateData;
}

interface IAddressesProvider {
    function setACLAdmin(address admin) external;
    function setACLManager(address manager) external;
    function setPriceOracle(address oracle) external;
    function setPoolImpl(address implementation) external;
    function setPoolConfiguratorImpl(address implementation) external;
    function getPool() external view returns (address);
    function getPoolConfigurator() external view returns (address);
}

interface IACLManager {
    function addPoolAdmin(address admin) external;
    function addAssetListingAdmin(address admin) external;
    function addEmergencyAdmin(address admin) external;
    function addRiskAdmin(address admin) external;
}

interface IConfigurator {
    function initReserves(InitReserveInput[] calldata input) external;
    function configureReserveAsCollateral(address asset, uint256 ltv, uint256 threshold, uint256 bonus) external;
    function setReserveBorrowing(address asset, bool enabled) external;
    function setReserveFactor(address asset, uint256 factor) external;
    function setReservePause(address asset, bool paused) external;
}

interface IBorrowing {
    function borrow(address asset, uint256 amount, uint256 mode, uint16 referralCode, address onBehalfOf) external;
}

interface IStataInitializer {
    function initialize(address aToken, string calldata name, string calldata symbol) external;
}

/// @notice Aave v3.6 from its npm sources, with a market for one token, a lender and a borrower.
contract AaveMarket {
    IAavePool public immutable aave;
    IConfigurator public immutable configurator;
    PlayToken public immutable token;
    PlayToken public immutable collateral;
    address private immutable _rewards;

    constructor(PlayToken token_) {
        token = token_;
        collateral = new PlayToken("COL");
        _placeLibraries();
        IAddressesProvider provider =
            IAddressesProvider(Real.deploy("PoolAddressesProvider", abi.encode("Test market", address(this))));
        provider.setACLAdmin(address(this));
        IACLManager acl = IACLManager(Real.deploy("ACLManager", abi.encode(provider)));
        provider.setACLManager(address(acl));
        acl.addPoolAdmin(address(this));
        acl.addAssetListingAdmin(address(this));
        acl.addEmergencyAdmin(address(this));
        acl.addRiskAdmin(address(this));
        provider.setPriceOracle(_oracle(provider));
        address rates = Real.deploy("DefaultReserveInterestRateStrategyV2", abi.encode(provider));
        provider.setPoolImpl(Real.deploy("PoolInstance", abi.encode(provider, rates)));
        provider.setPoolConfiguratorImpl(Real.deploy("PoolConfiguratorInstance"));
        aave = IAavePool(provider.getPool());
        configurator = IConfigurator(provider.getPoolConfigurator());
        _rewards = Real.deploy("RewardsController", abi.encode(Real.deploy("EmissionManager", abi.encode(this))));
        _listReserves();
        _lendAndBorrow();
    }

    function _placeLibraries() private {
        string memory json = vm.readFile(string.concat(Real.FOLDER, "aave-libraries.json"));
        address[] memory addresses = vm.parseJsonAddressArray(json, ".addresses");
        bytes[] memory codes = vm.parseJsonBytesArray(json, ".codes");
        for (uint256 i; i < addresses.length; ++i) {
            vm.etch(addresses[i], codes[i]);
        }
    }

    function _oracle(IAddressesProvider provider) private returns (address) {
        address[] memory assets = new address[](2);
        address[] memory feeds = new address[](2);
        (assets[0], assets[1]) = (address(token), address(collateral));
        (feeds[0], feeds[1]) =
        (Real.deploy("PriceFeed", abi.encode(int256(1e8))), Real.deploy("PriceFeed", abi.encode(int256(3000e8))));
        return Real.deploy("AaveOracle", abi.encode(provider, assets, feeds, address(0), address(0), uint256(1e8)));
    }

    function _listReserves() private {
        address aToken = Real.deploy("ATokenInstance", abi.encode(aave, _rewards, address(this)));
        address debt = Real.deploy("VariableDebtTokenInstance", abi.encode(aave, _rewards));
        // Optimal use 90 %, base 0 %, slope 5.5 %, above the kink 40 %.
        bytes memory rates = abi.encode(uint16(9000), uint32(0), uint32(550), uint32(4000));
        InitReserveInput[] memory input = new InitReserveInput[](2);
        input[0] = InitReserveInput(aToken, debt, address(token), "Aave A", "aA", "Debt A", "dA", "", rates);
        input[1] = InitReserveInput(aToken, debt, address(collateral), "Aave C", "aC", "Debt C", "dC", "", rates);
        configurator.initReserves(input);
        configurator.configureReserveAsCollateral(address(collateral), 8000, 8300, 10500);
        configurator.setReserveBorrowing(address(token), true);
        configurator.setReserveFactor(address(token), 1000);
    }

    function _lendAndBorrow() private {
        token.mint(address(this), 1e24);
        token.approve(address(aave), 1e24);
        aave.supply(address(token), 1e24, address(this), 0);
        collateral.mint(address(this), 1e24);
        collateral.approve(address(aave), 1e24);
        aave.supply(address(collateral), 1e24, address(this), 0);
        borrow(6e23);
    }

    function borrow(uint256 amount) public {
        IBorrowing(address(aave)).borrow(address(token), amount, 2, 0, address(this));
    }

    function pause() external {
        configurator.setReservePause(address(token), true);
    }

    /// @notice Aave's own ERC-4626 wrapper over the market.
    function deployStata() external returns (address) {
        address implementation = Real.deploy("StataTokenV2", abi.encode(aave, _rewards));
        bytes memory init = abi.encodeCall(
            IStataInitializer.initialize, (aave.getReserveAToken(address(token)), "Wrapped Aave A", "waA")
        );
        return address(new ERC1967Proxy(implementation, init));
    }
}
