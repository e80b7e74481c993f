// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice The token that the development chain's borrower pledges. Anyone may mint: development chains only.
contract Collateral is ERC20("Collateral Ether", "cETH") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
