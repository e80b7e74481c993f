// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import {ERC20, IERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ERC4626 as SoladyERC4626} from "solady/src/tokens/ERC4626.sol";

/// @notice OpenZeppelin's vault. Its assets earn when somebody sends it some, and lose with `lose`.
contract Vault is ERC4626 {
    uint8 private immutable _offset;

    constructor(IERC20 asset_, string memory name_, uint8 offset_) ERC20(name_, name_) ERC4626(asset_) {
        _offset = offset_;
    }

    function lose(uint256 assets) external {
        IERC20(asset()).transfer(address(0xdead), assets);
    }

    function _decimalsOffset() internal view override returns (uint8) {
        return _offset;
    }
}

/// @notice OpenZeppelin's vault with 10 basis points on the way in and on the way out, which those who stay keep.
contract FeeVault is Vault {
    using Math for uint256;

    uint256 private constant FEE_BPS = 10;

    constructor(IERC20 asset_, string memory name_) Vault(asset_, name_, 0) {}

    function previewDeposit(uint256 assets) public view override returns (uint256) {
        return super.previewDeposit(assets - _feeOf(assets));
    }

    function previewMint(uint256 shares) public view override returns (uint256) {
        return super.previewMint(shares).mulDiv(10_000, 10_000 - FEE_BPS, Math.Rounding.Ceil);
    }

    function previewWithdraw(uint256 assets) public view override returns (uint256) {
        return super.previewWithdraw(assets.mulDiv(10_000, 10_000 - FEE_BPS, Math.Rounding.Ceil));
    }

    function previewRedeem(uint256 shares) public view override returns (uint256) {
        uint256 assets = super.previewRedeem(shares);
        return assets - _feeOf(assets);
    }

    function _feeOf(uint256 assets) private pure returns (uint256) {
        return assets.mulDiv(FEE_BPS, 10_000, Math.Rounding.Ceil);
    }
}

/// @notice Solady's vault.
contract SoladyVault is SoladyERC4626 {
    address private immutable _asset;

    constructor(address asset_) {
        _asset = asset_;
    }

    function asset() public view override returns (address) {
        return _asset;
    }

    function name() public pure override returns (string memory) {
        return "Solady vault";
    }

    function symbol() public pure override returns (string memory) {
        return "sUSDC";
    }
}

/// @notice As much of ERC-7540 as a join needs: whoever runs it answers each request in whole, at one share for one unit.
contract LaterVault is ERC20 {
    IERC20 public immutable asset;
    mapping(address controller => uint256) private _pending;
    mapping(address controller => uint256) private _claimable;

    constructor(IERC20 asset_) ERC20("Later vault", "laterUSDC") {
        asset = asset_;
    }

    function share() external view returns (address) {
        return address(this);
    }

    function requestDeposit(uint256 assets, address controller, address owner) external returns (uint256) {
        asset.transferFrom(owner, address(this), assets);
        _pending[controller] += assets;
        return 0;
    }

    function answer(address controller) external {
        (_claimable[controller], _pending[controller]) = (_pending[controller], 0);
    }

    function pendingDepositRequest(uint256, address controller) external view returns (uint256) {
        return _pending[controller];
    }

    function claimableDepositRequest(uint256, address controller) external view returns (uint256) {
        return _claimable[controller];
    }

    function deposit(uint256 assets, address receiver, address controller) external returns (uint256) {
        require(msg.sender == controller, "not the controller");
        _claimable[controller] -= assets;
        _mint(receiver, assets);
        return assets;
    }
}

/// @notice Hands out tokens to many in one transaction.
contract Disperse {
    function disperse(IERC20 token, address[] calldata to, uint256[] calldata amounts) external {
        for (uint256 i = 0; i < to.length; i++) {
            token.transferFrom(msg.sender, to[i], amounts[i]);
        }
    }
}
