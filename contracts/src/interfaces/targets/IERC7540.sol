// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice What we call of an asynchronous vault: ERC-7540 (requests and claims by controller), and of ERC-7887 the
/// cancellation of requests. Its share may be another contract (ERC-7575).
interface IERC7540Vault {
    function asset() external view returns (address);
    function share() external view returns (address);

    function requestDeposit(uint256 assets, address controller, address owner) external returns (uint256 requestId);
    function pendingDepositRequest(uint256 requestId, address controller) external view returns (uint256 assets);
    function claimableDepositRequest(uint256 requestId, address controller) external view returns (uint256 assets);
    function deposit(uint256 assets, address receiver, address controller) external returns (uint256 shares);

    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256 requestId);
    function pendingRedeemRequest(uint256 requestId, address controller) external view returns (uint256 shares);
    function claimableRedeemRequest(uint256 requestId, address controller) external view returns (uint256 shares);
    function redeem(uint256 shares, address receiver, address controller) external returns (uint256 assets);

    function cancelDepositRequest(uint256 requestId, address controller) external;
    function pendingCancelDepositRequest(uint256 requestId, address controller) external view returns (bool);
    function claimableCancelDepositRequest(uint256 requestId, address controller) external view returns (uint256);
    function claimCancelDepositRequest(uint256 requestId, address receiver, address controller)
        external
        returns (uint256 assets);

    function cancelRedeemRequest(uint256 requestId, address controller) external;
    function pendingCancelRedeemRequest(uint256 requestId, address controller) external view returns (bool);
    function claimableCancelRedeemRequest(uint256 requestId, address controller) external view returns (uint256);
    function claimCancelRedeemRequest(uint256 requestId, address receiver, address controller)
        external
        returns (uint256 shares);
}
