// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IERC7887Deposit
/// @notice Cancelling a deposit request (ERC-7887, a draft). ERC-165 id 0x8bf840e3.
interface IERC7887Deposit {
    event CancelDepositRequest(address indexed controller, uint256 indexed requestId, address sender);
    event CancelDepositClaim(
        address indexed controller, address indexed receiver, uint256 indexed requestId, address sender, uint256 assets
    );

    function cancelDepositRequest(uint256 requestId, address controller) external;
    function pendingCancelDepositRequest(uint256 requestId, address controller) external view returns (bool isPending);
    function claimableCancelDepositRequest(uint256 requestId, address controller) external view returns (uint256 assets);
    /// @dev The draft names no output; vaults answer what they pay.
    function claimCancelDepositRequest(uint256 requestId, address receiver, address controller)
        external
        returns (uint256 assets);
}

/// @title IERC7887Redeem
/// @notice Cancelling a redeem request (ERC-7887, a draft). ERC-165 id 0xe76cffc7.
interface IERC7887Redeem {
    event CancelRedeemRequest(address indexed controller, uint256 indexed requestId, address sender);
    event CancelRedeemClaim(
        address indexed controller, address indexed receiver, uint256 indexed requestId, address sender, uint256 shares
    );

    function cancelRedeemRequest(uint256 requestId, address controller) external;
    function pendingCancelRedeemRequest(uint256 requestId, address controller) external view returns (bool isPending);
    function claimableCancelRedeemRequest(uint256 requestId, address controller) external view returns (uint256 shares);
    function claimCancelRedeemRequest(uint256 requestId, address receiver, address controller)
        external
        returns (uint256 shares);
}
