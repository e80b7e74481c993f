// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev The cheat codes that our tests use (forge-std is not on npm). Append only.
interface Vm {
    function readFile(string calldata path) external view returns (string memory);
    function parseJsonBytes(string calldata json, string calldata key) external pure returns (bytes memory);
    function parseJsonBytes32(string calldata json, string calldata key) external pure returns (bytes32);
    function parseJsonBytesArray(string calldata json, string calldata key) external pure returns (bytes[] memory);
    function parseJsonUint(string calldata json, string calldata key) external pure returns (uint256);
    function parseJsonUintArray(string calldata json, string calldata key) external pure returns (uint256[] memory);
    function parseJsonString(string calldata json, string calldata key) external pure returns (string memory);
    function keyExistsJson(string calldata json, string calldata key) external view returns (bool);
    function toString(uint256 value) external pure returns (string memory);
    function toString(bytes calldata value) external pure returns (string memory);
    function expectRevert(bytes4 selector) external;
    function expectRevert(bytes calldata data) external;
    function expectRevert() external;
    function etch(address target, bytes calldata code) external;
    function warp(uint256 timestamp) external;
    function prank(address sender) external;
    function startPrank(address sender) external;
    function stopPrank() external;
    function deal(address account, uint256 balance) external;
    function assume(bool condition) external pure;
    function chainId(uint256 id) external;
    function store(address target, bytes32 slot, bytes32 value) external;
    function parseJsonAddress(string calldata json, string calldata key) external pure returns (address);
    function parseJsonAddressArray(string calldata json, string calldata key) external pure returns (address[] memory);
    function parseJsonBytes32Array(string calldata json, string calldata key) external pure returns (bytes32[] memory);
    function parseJsonStringArray(string calldata json, string calldata key) external pure returns (string[] memory);
    function parseJsonKeys(string calldata json, string calldata key) external pure returns (string[] memory);
    function snapshotState() external returns (uint256 id);
    function revertToState(uint256 id) external returns (bool success);
    /// @dev What `blobhash` answers in the calls that follow.
    function blobhashes(bytes32[] calldata hashes) external;
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function addr(uint256 key) external pure returns (address);
    /// @dev The block's base fee.
    function fee(uint256 baseFee) external;
    /// @dev Starts recording storage accesses; `accesses` ends with what was read and written.
    function record() external;
    function accesses(address target) external returns (bytes32[] memory reads, bytes32[] memory writes);
    function cool(address target) external;
    function deployCode(string calldata artifact) external returns (address deployed);
    function parseBytes(string calldata value) external pure returns (bytes memory);
    function deployCode(string calldata artifact, bytes calldata arguments) external returns (address deployed);
    function contains(string calldata subject, string calldata search) external returns (bool found);
    /// @dev Into snapshots/<group>.json; compared instead when FORGE_SNAPSHOT_CHECK is set.
    function snapshotValue(string calldata group, string calldata name, uint256 value) external;
    /// @dev The next call must emit the event that the test emits next.
    function expectEmit(address emitter) external;
}

Vm constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
