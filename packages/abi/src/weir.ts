// Generated from contracts/src/core/Weir.sol by scripts/generateAbi.mjs. Do not edit.

export const weirAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "genesis",
        "type": "tuple",
        "internalType": "struct Genesis",
        "components": [
          {
            "name": "verifier",
            "type": "address",
            "internalType": "contract IStarkVerifier"
          },
          {
            "name": "owner",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "operator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "rollupRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "validiumRoot",
            "type": "bytes32",
            "internalType": "bytes32"
          }
        ]
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "acceptOwnership",
    "inputs": [],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "addOperator",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "asset",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct Asset",
        "components": [
          {
            "name": "token",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "quantum",
            "type": "uint96",
            "internalType": "uint96"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "assetCount",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "assetOf",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "books",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct Books",
        "components": [
          {
            "name": "l2Total",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "pooled",
            "type": "uint96",
            "internalType": "uint96"
          },
          {
            "name": "owed",
            "type": "uint96",
            "internalType": "uint96"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "cancelDeposit",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "content",
        "type": "tuple",
        "internalType": "struct DepositContent",
        "components": [
          {
            "name": "asset",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "amount",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "account",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "slot",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "headerDigest",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "depositor",
            "type": "address",
            "internalType": "address"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "claim",
    "inputs": [
      {
        "name": "withdrawal",
        "type": "tuple",
        "internalType": "struct WithdrawalClaim",
        "components": [
          {
            "name": "batchNumber",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "index",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "word0",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "word1",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "path",
            "type": "bytes32[]",
            "internalType": "bytes32[]"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "claimMany",
    "inputs": [
      {
        "name": "withdrawals",
        "type": "tuple[]",
        "internalType": "struct WithdrawalClaim[]",
        "components": [
          {
            "name": "batchNumber",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "index",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "word0",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "word1",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "path",
            "type": "bytes32[]",
            "internalType": "bytes32[]"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "confirmAccount",
    "inputs": [
      {
        "name": "account",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "deposit",
    "inputs": [
      {
        "name": "asset_",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "amount",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "account",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "headerDigest",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "slot",
        "type": "uint8",
        "internalType": "uint8"
      }
    ],
    "outputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "depositCancelRequestedAt",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "depositHash",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "forcedExit",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "tuple",
        "internalType": "struct ForcedExit",
        "components": [
          {
            "name": "requester",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "account",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "requestedAt",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "instanceHash",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isClaimed",
    "inputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isDepositReturned",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "isOperator",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "lastBatch",
    "inputs": [],
    "outputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "timestamp",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "settledAt",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "owner",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "payFromPool",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "to",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "pendingOwner",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "address"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "pool",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IRidePool"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "queues",
    "inputs": [],
    "outputs": [
      {
        "name": "depositCount",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "depositCursor",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "forcedCount",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "forcedCursor",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "receiveIntoPool",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "reclaimDeposit",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "content",
        "type": "tuple",
        "internalType": "struct DepositContent",
        "components": [
          {
            "name": "asset",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "amount",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "account",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "slot",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "headerDigest",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "depositor",
            "type": "address",
            "internalType": "address"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "registerAsset",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "quantum",
        "type": "uint96",
        "internalType": "uint96"
      }
    ],
    "outputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "registerTicket",
    "inputs": [],
    "outputs": [
      {
        "name": "ticket",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "removeOperator",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "renounceOwnership",
    "inputs": [],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "requestDepositCancel",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "content",
        "type": "tuple",
        "internalType": "struct DepositContent",
        "components": [
          {
            "name": "asset",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "amount",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "account",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "slot",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "headerDigest",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "depositor",
            "type": "address",
            "internalType": "address"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "requestForcedExit",
    "inputs": [
      {
        "name": "account",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "payable"
  },
  {
    "type": "function",
    "name": "rewardOf",
    "inputs": [
      {
        "name": "recipient",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "rollupRoot",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "settle",
    "inputs": [
      {
        "name": "statement",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "digest",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "proof",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "transferOwnership",
    "inputs": [
      {
        "name": "newOwner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "validiumRoot",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "verifier",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IStarkVerifier"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "verifierCodeHash",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "withdrawReward",
    "inputs": [
      {
        "name": "recipient",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "withdrawalsRoot",
    "inputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "AccountConfirmed",
    "inputs": [
      {
        "name": "account",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "l1Owner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "AssetRegistered",
    "inputs": [
      {
        "name": "asset",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "token",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "quantum",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "BatchSettled",
    "inputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "timestamp",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "rollupRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "validiumRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "withdrawalsRoot",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "withdrawals",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "depositCursor",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "forcedCursor",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DepositCancelRequested",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "requestedAt",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DepositQueued",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "depositor",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "account",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "asset",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "slot",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "headerDigest",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      },
      {
        "name": "runningHash",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "DepositReclaimed",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "depositor",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "asset",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ForcedExitConsumed",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "served",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ForcedExitRequested",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "requester",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "account",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "OperatorAdded",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "OperatorRemoved",
    "inputs": [
      {
        "name": "operator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "until",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "OwnershipTransferStarted",
    "inputs": [
      {
        "name": "previousOwner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "newOwner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "OwnershipTransferred",
    "inputs": [
      {
        "name": "previousOwner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "newOwner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RewardWithdrawn",
    "inputs": [
      {
        "name": "recipient",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "TicketRegistered",
    "inputs": [
      {
        "name": "ticket",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "WithdrawalClaimed",
    "inputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "l1Owner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "asset",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "AccountOutOfRange",
    "inputs": [
      {
        "name": "account",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "AmountZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "AssetIsTicket",
    "inputs": [
      {
        "name": "asset",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "AssetUnknown",
    "inputs": [
      {
        "name": "asset",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "AssetsExhausted",
    "inputs": []
  },
  {
    "type": "error",
    "name": "BooksOutOfRange",
    "inputs": [
      {
        "name": "asset",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "booked",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "change",
        "type": "int256",
        "internalType": "int256"
      }
    ]
  },
  {
    "type": "error",
    "name": "CountOutOfRange",
    "inputs": [
      {
        "name": "count",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "limit",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositAlreadyReclaimed",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositCancelAlreadyRequested",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "requestedAt",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositCancelNotRequested",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositCancelTooEarly",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "allowedAt",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositCancelled",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "requestedAt",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositContentMismatch",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "actual",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositNotPending",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "cursor",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositNotReturned",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositQueueExhausted",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepositQueueMismatch",
    "inputs": [
      {
        "name": "cursor",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "actual",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "EffectTruncated",
    "inputs": [
      {
        "name": "word",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "effectWords",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "EffectUnknown",
    "inputs": [
      {
        "name": "word",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "kind",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ElementNotCanonical",
    "inputs": [
      {
        "name": "position",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "element",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "FlagsUnknown",
    "inputs": [
      {
        "name": "flags",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ForcedExitMismatch",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "account",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "requester",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ForcedExitOverdue",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "requestedAt",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ForcedExitQueueExhausted",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "LimbNotZero",
    "inputs": [
      {
        "name": "word",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotAToken",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotDepositor",
    "inputs": [
      {
        "name": "expected",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "actual",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotOperator",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "openAt",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotPool",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NothingToWithdraw",
    "inputs": [
      {
        "name": "recipient",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "OwnableInvalidOwner",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "OwnableUnauthorizedAccount",
    "inputs": [
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "QuantumOutOfRange",
    "inputs": [
      {
        "name": "quantum",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReentrancyGuardReentrantCall",
    "inputs": []
  },
  {
    "type": "error",
    "name": "ReservedNotZero",
    "inputs": [
      {
        "name": "offset",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "RewardTransferFailed",
    "inputs": [
      {
        "name": "recipient",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "SafeERC20FailedOperation",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "SlotOutOfRange",
    "inputs": [
      {
        "name": "slot",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "StatementLength",
    "inputs": [
      {
        "name": "expected",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "actual",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "StatementTooShort",
    "inputs": [
      {
        "name": "length",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "StatusUnknown",
    "inputs": [
      {
        "name": "word",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "status",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TimestampBeforePrevious",
    "inputs": [
      {
        "name": "previous",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "timestamp",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TimestampInFuture",
    "inputs": [
      {
        "name": "now_",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "timestamp",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TimestampTooOld",
    "inputs": [
      {
        "name": "oldest",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "timestamp",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TokenAlreadyRegistered",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "asset",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TooManyAssets",
    "inputs": [
      {
        "name": "limit",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TransferMismatch",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "expected",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "actual",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ValidiumClosed",
    "inputs": [
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "actual",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "VerifierCodeMismatch",
    "inputs": [
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "actual",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "WithdrawalAlreadyClaimed",
    "inputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "WithdrawalNotInBatch",
    "inputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "actual",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongBatchNumber",
    "inputs": [
      {
        "name": "expected",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "actual",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongForcedExitFee",
    "inputs": [
      {
        "name": "expected",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "actual",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongRollupRoot",
    "inputs": [
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "actual",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongValidiumRoot",
    "inputs": [
      {
        "name": "expected",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "actual",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "WrongVersion",
    "inputs": [
      {
        "name": "expected",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "actual",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  }
] as const;

/** Creation code: constructor arguments are appended to it. */
export const weirBytecode = '0x60c0604052346102bf57604051601f61842538819003918201601f19168301916001600160401b038311848410176102ab5780849260a0946040528339810103126102bf576040519060a082016001600160401b038111838210176102ab5760405280516001600160a01b03811681036102bf578252610081602082016102c3565b9060208301918252610095604082016102c3565b92604081019384526080606083015192606083019384520151926080820193845260405161371680820182811060018060401b038211176102ab578291614d0f833903905ff09081156102a057516001600160a01b0316801561028d57600180546001600160a01b03199081169091555f8054918216831781556001600160a01b03909116907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09080a36001600160a01b039081166080528151163f7f68931a0b6e144999f6e5179c553fc7e2bc52f81a7043f330e2524069b0cbcee48101610257575061018382516102d7565b61018d83516102d7565b516001600160a01b0390811660a0529051600e559051600f556002805464ffffffffff60481b19164260481b6dffffffffff000000000000000000161790559051165f818152601060205260408082205f1990555191907fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d9080a261498d908161038282396080518181816106650152818161176501528181611bcf01528181612e89015281816131f80152818161331c0152613db8015260a051818181610c8201526132770152f35b630989c21560e11b5f527f976ce5f491ebb666091ae863aac0381d43ad07e58fbc0ccf1dadbf964f34311c60045260245260445ffd5b631e4fbdf760e01b5f525f60045260245ffd5b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b51906001600160a01b03821682036102bf57565b6102e08161030d565b90600882106102ed575050565b816102f791610342565b906308c9d55360e01b5f5260045260245260445ffd5b905f915b6008831061031c5750565b9091637f00000161032d8284610342565b101561033d576001019190610311565b905090565b906001600160fb1b038116810361036d5760051b60e0039060e0821161036d5763ffffffff911c1690565b634e487b7160e01b5f52601160045260245ffdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063102decaf1461334057806316f0115b146132fd5780631d62ebd9146132c55780631f0fa45e1461329b5780632b7ac3f31461325857806331c0561a1461323b57806332017603146131df578063440275361461302257806345dca05c1461300557806348aa410814612fc75780636874404614612f475780636cb0ecea14612f1d5780636d70f7ae14612ee5578063703a0e1914612e55578063715018a614612dee57806371f9621114612db657806379ba509714612d165780638b2f9a2014612c975780638da5cb5b14612c725780638ea06f8114612bff578063970e53ae14612bdd5780639870d7fe14612b7e578063ac8a584a14612ad6578063b86e321c146129a5578063b8cf9275146128ec578063b97ea7c314612772578063bda617a61461273b578063c8589d5e1461080b578063c90a1a921461071b578063c98cfd66146106d5578063cc4aa24d1461064a578063d288e081146105ad578063d5d558b714610546578063d907cf13146103af578063e256ccee1461037e578063e30c397814610357578063e3f4c7c9146102f7578063eafe7a74146102d0578063f2fde38b14610261578063f364c90c1461021a5763f7178ac6146101dd575f80fd5b3461021757806003193601126102175760206040517f976ce5f491ebb666091ae863aac0381d43ad07e58fbc0ccf1dadbf964f34311c8152f35b80fd5b503461021757602061025761022e36613557565b9060019182915f52600d60205260405f208160081c5f5260205260ff60405f205491161c161490565b6040519015158152f35b5034610217576020366003190112610217576001600160a01b03610283613541565b61028b613bae565b16806001600160a01b031960015416176001556001600160a01b038254167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e227008380a380f35b5034610217578060031936011261021757602063ffffffff60025460701c16604051908152f35b50346102175780600319360112610217576080610312613721565b65ffffffffffff8151169065ffffffffffff6020820151169065ffffffffffff6060816040840151169201511691604051938452602084015260408301526060820152f35b503461021757806003193601126102175760206001600160a01b0360015416604051908152f35b50346102175760203660031901126102175764ffffffffff6040602092600435815260088452205416604051908152f35b5034610217576040366003190112610217576103c9613541565b90602435916bffffffffffffffffffffffff8316809303610542576103ec613bae565b803b1561050e576001600160a01b031691828252600660205260408220546104d15780156104a557916040917fac3dcdc20bb35a0f2b39fb2ddbe12a30d20c4795d2026bf2fc48df3ce84ca67d60208095610445614287565b8681979561048d839751610458816135f3565b898152868101868152858452600488528484209151905160a01b6001600160a01b0319166001600160a01b0391909116179055565b878152600685522055604051908152a3604051908152f35b602492507f2408dabc000000000000000000000000000000000000000000000000000000008252600452fd5b5081604492825260066020526040822054907f24db1cef000000000000000000000000000000000000000000000000000000008352600452602452fd5b7ff0ae59ab0000000000000000000000000000000000000000000000000000000082526001600160a01b0316600452602490fd5b5080fd5b50346102175760203660031901126102175763ffffffff61056561352e565b16630400000081101561059b5733907fc770f1cf1a38c1774000eb49373c0e460f84a5d87f39fb4bd4dd5cd7ffad6c588380a380f35b634354aee560e01b8252600452602490fd5b5034610217576105bc3661356d565b6105c792919261377b565b6105e983600180918060081c5f52600960205260ff60405f205491161c161490565b1561061e576105f89192614156565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b506024917fef0ad199000000000000000000000000000000000000000000000000000000008252600452fd5b50346102175780600319360112610217576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036106c257602090610696614287565b807fa22bf172f1af83ea83462556d73247cb196825b7c027e49bae906b90290beab16040519380a28152f35b8063250abb5160e11b6024925233600452fd5b50346102175760203660031901126102175760043567ffffffffffffffff81116105425760a06003198236030112610542576105f89061071361377b565b600401613bc1565b50346102175761072a3661356d565b61073592919261377b565b828252600860205264ffffffffff60408320541680156107df576202a30081018091116107cb5780421061079b575065ffffffffffff60035460301c1680841061078457506105f89192614156565b9050604492631d0a81a560e21b8352600452602452fd5b90506044927f22d9bc11000000000000000000000000000000000000000000000000000000008352600452602452fd5b602483634e487b7160e01b81526011600452fd5b602483857fc6c8df6b000000000000000000000000000000000000000000000000000000008252600452fd5b50346124015760603660031901126124015760043567ffffffffffffffff81116124015761083d90369060040161358e565b60443567ffffffffffffffff81116124015761085d90369060040161358e565b91909361086861377b565b600254604881901c64ffffffffff1662015180810190811061242e57335f9081526010602052604090205442101580612732575b61271c57506108a961406a565b5060b083106126f0576108ba61406a565b908360041161240157853563ffffffff8160e01c1683528460081161240157600487013560e01c60208401526010851061240157600887013560c01c60408401528460301161240157601087013560608401528460501161240157603087013560808401528460701161240157605087013560a08401528460901161240157607087013560c08401528460a41161240157609087013560601c60e08401528460a6116124015760a487013560f01c61010084015260a885106124015760a687013560f01c61012084015260ab85106124015760a887013560e81c61014084015260ad85106124015760ab87013560f01c61016084015260b085106124015760ad87013560e81c6101808401525f1960e082901c016126b65750610120820151806126865750610100820151600119811661265b5750610140820151621000008110156126425750610180820151621000008110156126425750610a1c826140ff565b80601f0290601f82040361242e5760b0018060b01161242e5780850361261257506040516080810181811067ffffffffffffffff8211176125fe5760405263ffffffff821690818152606063ffffffff602083019464ffffffffff8160201c16865264ffffffffff8160481c16604085015260701c169101526001810180911161242e5760208301518181036125cf575063400000008110156125b557505160408201519064ffffffffff1680821061258757504281118015612577575b61254857611c20610aeb824261383e565b1161250d57506060810151600e548082036124df57505060a0810151600f548082036124b157505060c081015160a0820151808203612483578486888a8787610b3760808201516137ef565b610b426024356137ef565b610b4a613698565b937f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001610b7e3660af198a0160b085016140c9565b6020815191012060405160208101917f776569722e7a2e76310000000000000000000000000000000000000000000000835288604083015260b08560608401376024356101108301526101308201526101308152610bde6101508261362c565b5190200695610bec836140ff565b601f02820160b001975f5b8990607c85830360af190110610c6c57897f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff000000019182829d607b9d9c9d19019d8e3560081c958282605c1983013560081c958282603d1986013560081c95601e19013560081c920901090109010901979697610bf7565b91859150878a8a8d5b60b08901811161244257507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169336610cb6918a6140c9565b8051906020012060405160208101917f776569722e636f6e746578742e763100000000000000000000000000000000008352836040830152606082015260608152610d0260808261362c565b51902095602086015160408701516101008801519163ffffffff1982600c1b169160401b6a0fffff0000000000000000169060601b171717926101408701516101608801519061018089015160201b9160401b9060601b171790610d6590614501565b90937f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff000000019006610d9390614501565b959193909460608c0151988c60808101519060a001519d60c00151906040519e8f91602083019d8e5260408301526060820152608001528c6080815260a0610dda9161362c565b5f985f905b6008821061240557505092610e7698959260209b9a9895928c98956040519d8e0198895260801b1760408d015260243560608d015260808c015260a08b015260c08a015260e08901526101008801526101208701526101208652610e456101408761362c565b604051958693838501995180918b5e840190838201905f8252519283915e01015f815203601f19810184528361362c565b823b15612401575f94608460209288604051998a98899788967f5bf48e3a0000000000000000000000000000000000000000000000000000000088526004880152606060248801525180918160648901528688015e85810185018b9052601f01601f1916850185810385016003190160448701528085018290529260a484013781810183018501899052601f01601f191601010301915afa80156123f6576123e1575b50604051610f268161360f565b8381528360208201528360408201528360608201528360808201528360a08201528360c08201528360e082015283610100820152836101208201528361014082015260606101608201528361018082015265ffffffffffff6040610f88613721565b81860151845261402060208351610f9f838261362c565b61400081520190601f19013682376020850152610fd38360208301818151166060880152818451166080880152511661384b565b60a08501528260808201511660c08501528260608201511661012085015201511661014082015261014083015160011c61100c8161458c565b9061101a604051928361362c565b808252611029601f199161458c565b01366020830137610160820152835b610140840151811015611fcf57601f8102830160b0013560081c60ff8116158015611fc2575b611f8f57600260ff82161490818015611f82575b15611f7a576002915b6101408701518060ff8516860111611f4a575015611223577ffffffffffffffffffffffff000000fe00000fe0000000000008000000fffff0081168061120c57506001830183116111f857601f6001840102850160b0013560081c6110e381600186016145b2565b61113d610180860151916110f6836145a4565b61018088015283839091608092604051927f776569722e7769746864726177616c2e7631000000000000000000000000000084526020840152604083015260608201522090565b906101608601519081518110156111e45760051b016020015260ff91906111dd906111c767ffffffffffffffff604583901c67fffff8000000000016603884901c623fffff16603e85901c6507ffffc00000161717169162ffffff633f0000007903ffffffffffffffffffffffffffffffffffffffffffff0000008360361c161691608c1c161790565b63ffffffff6111d58361366c565b911687614750565b1601611038565b60248a634e487b7160e01b81526032600452fd5b602487634e487b7160e01b81526011600452fd5b87604491856317e24f3760e11b8352600452602452fd5b60ff8116600103611519577ffffffffffffffffffffffff000000fe00000fe0000000000008000000fffc00081168061120c57506002830183116111f857601f6002840102850160b0013560081c9061127f82600286016145b2565b606085015160808601518110156114ee576001810181116114da57600181016060870152608c82901c62ffffff16603683901c633f0000001617916112e68167fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161790565b9360a0880151630fffffff83601c1c16916001890189116114c6578c9190601f60018b01028c0160b0013560081c8060e01c845b600881106114995750506040805193845263ffffffff8916602085015267ffffffffffffffff8a1690840152506060820193909352600a84901c600f16608082015260a08101919091526001600160a01b0390911660c082015260e090206003919060a089015260081c169061139081886147f7565b9160018103611432575081151580611407575b6113d9575050816113d49163ffffffff67ffffffffffffffff6113ca8160ff98971661366c565b9316911687614750565b6111dd565b7f29b290bc000000000000000000000000000000000000000000000000000000008a52600452602452604488fd5b50865162026ac083019081841161141e57116113a3565b60248c634e487b7160e01b81526011600452fd5b9250925050600281145f14611482575090600160ff83819460081c60e0880151810361146e575b50161b610100850151176101008501526111dd565b611477886148aa565b60e08801528a611459565b8760449185630bcfbe2760e31b8352600452602452fd5b909194600190637000000084601c1b1690630fffffff88169060201b171795601c1c9260031c910161131a565b60248d634e487b7160e01b81526011600452fd5b602489634e487b7160e01b81526011600452fd5b7f3a98cd85000000000000000000000000000000000000000000000000000000008952600452602488fd5b9060ff8216600303611947577fffffffffffff000f000000f000000fe00000fe000000000000f000000ffffc0082168061120c57506001830183116111f857601f6001840102850160b0013560081c917fffffffffff00000ff00000fe00000fe00000fc00000fe00000fe00000fc0000083168061192e575060028401841161191a57601f6002850102860160b0013560081c65fffff00fffff198116806119015750601c82901c62ffffff16603683901c633f00000016179389608c84901c62ffffff1660ac85901c633f00000016179160a885901c62ffffff1660b286901c633f00000016179261162e8667fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161790565b6116578367fffff800000000006507ffffc000008260061c16623fffff83161791600d1c161790565b956116848467fffff800000000006507ffffc0000082605a1c16623fffff8360541c16179160611c161790565b93620fffff64fffff000008260b01c169160a81c16179450620fffff64fffff000008260081c1691161791604051998a61014081011067ffffffffffffffff6101408d0111176118ec57918f9897969594939267ffffffffffffffff9263ffffffff80926101408f01604052168d521660208c015263ffffffff60408c01961686521660608a01526001808760091c161460808a015260018060a08b019760081c1614865267ffffffffffffffff60c08a019516855267ffffffffffffffff60e08a0192168252610100890192835261012089019081526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016928b5192843b156118e85788966040519889977fe760c3f40000000000000000000000000000000000000000000000000000000089528d805163ffffffff1660048b01526020015163ffffffff1660248a01525163ffffffff16604489015260608d015167ffffffffffffffff16606489015260808d01511515608489015251151560a48801525167ffffffffffffffff1660c48701525167ffffffffffffffff1660e48601525164ffffffffff166101048501525164ffffffffff1661012484015261014483015281835a9261016493f180156118dd576118c4575b50506113d48267ffffffffffffffff606060ff950151169060808101516118ad575b806118a58363ffffffff6020819501511661189e8261366c565b908b6146a6565b5116866145dc565b906118bc63ffffffff9161366c565b919050611884565b816118ce9161362c565b6118d9578688611862565b8680fd5b6040513d84823e3d90fd5b8880fd5b5060248f634e487b7160e01b81526041600452fd5b6317e24f3760e11b8a5260028601600452602452604489fd5b602488634e487b7160e01b81526011600452fd5b6317e24f3760e11b895260018501600452602452604488fd5b60ff8216600403611d58577fffffffffffff000f000000f000000fe00000fe000000000000f000000fffff0082168061120c57506001830183116111f857601f6001840102850160b0013560081c917fffe00000fe00000fc00000fe00000fe00000fc00000fe00000fe00000fc0000083168061192e575060028401841161191a57601f6002850102860160b0013560081c7ffffffffffffffffffffffffe00000fe00000fc00000fe00000fe00000fc000008116806119015750601c82901c62ffffff16603683901c633f000000161793608c83901c62ffffff1660ac84901c633f0000001617611a7160a885901c62ffffff1660b286901c633f00000016179467fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161790565b92611a9b8367fffff800000000006507ffffc000008260061c16623fffff83161791600d1c161790565b93611ac88467fffff800000000006507ffffc0000082605a1c16623fffff8360541c16179160611c161790565b9367fffff800000000006507ffffc000008260ae1c16623fffff8360a81c16179160b51c161795611b44611b1b8467fffff800000000006507ffffc000008260061c16623fffff83161791600d1c161790565b9367fffff800000000006507ffffc0000082605a1c16623fffff8360541c16179160611c161790565b93604051998a61012081011067ffffffffffffffff6101208d0111176118ec578f989796959363ffffffff67ffffffffffffffff9693948d6020838a98818a986101208601604052168452169101521660408d01521660608b01528160808b01961686528160a08b019516855260c08a019687521660e0890152166101008701526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b15611d5457868560609367ffffffffffffffff8097816101249681869a6040519c8d9b8c9a7fd00738bc000000000000000000000000000000000000000000000000000000008c5263ffffffff81511660048d015263ffffffff60208201511660248d015263ffffffff60408201511660448d015201511660648a015251166084880152511660a4860152511660c484015267ffffffffffffffff60e08b01511660e484015267ffffffffffffffff6101008b0151166101048401525af180156118dd57611d3f575b50506113d48263ffffffff602067ffffffffffffffff60e060ff9701511692611d2b67ffffffffffffffff6101008301511694611d1385845116611d0c67ffffffffffffffff60608701511661366c565b908d6145dc565b8460408401511690611d248161366c565b918c6146a6565b01511690611d388161366c565b91876146a6565b81611d499161362c565b6118d9578688611cbb565b8480fd5b9068ffff7ffffff00003ff1981168061120c57506001830183116111f857601f6001840102850160b0013560081c611d9381600186016145b2565b60038260081c1690600182141580611f3f575b611f285761012086015192610140870151841015611efc57600184018411611ee85790839291600163ffffffff9501610120890152838b52600a60205260408b209060405191611df5836135d7565b546001600160a01b038116835264ffffffffff6020840191888160a01c16835260c01c166040840152630fffffff82601c1c1696879151161491821592611ed0575b508115611eba575b50611e7d5750907f7f521e5357e090e72ceee9868503e4926a2efd337789e3ca386294fa9327d2b7602060ff959493600160405191148152a36111dd565b896001600160a01b0360649286867f10f6ac5900000000000000000000000000000000000000000000000000000000855260045260245216604452fd5b60381c630fffffff1661ffff141590508b611e3f565b516001600160a01b038481169116141591508c611e37565b60248a634e487b7160e01b81526011600452fd5b60248a857f760228de000000000000000000000000000000000000000000000000000000008252600452fd5b6044898387630bcfbe2760e31b8352600452602452fd5b506002821415611da6565b88604491867f25c3fe2c000000000000000000000000000000000000000000000000000000008352600452602452fd5b60039161107b565b50600560ff821614611072565b60ff86916044937f31487c8100000000000000000000000000000000000000000000000000000000845260045216602452fd5b50600560ff82161161105e565b509050611fda613721565b611fe7606083015161384b565b60a0830151908082036123a957505060016101008401511661239b575b61202061012083015165ffffffffffff6060840151169061383e565b8061234a575b15801590612330575b61225d575b5061203e816148aa565b61018081015180612237575b50825b60408201518110156121465760208201516001600160f91b0382168203612132579061212c6120826001938360071b906136e4565b6bffffffffffffffffffffffff61210d82516020840151906060604086015195015191818c52600560205260408c209573ffffffffffffffffffffffff00000000000000006120f067ffffffffffffffff6120e28a549582871688614390565b1692888560401c16866143ff565b60401b16906001600160a01b031983161717865560a01c906143ff565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b0161204d565b602485634e487b7160e01b81526011600452fd5b509060e07fa4a8d5b303d920a5c52d5dd7a604d7c37195bfd1352c80beb52fa6607f7c529f91608081015180600e5560208201519460c0600254936040810151946dffffffffff0000000000000000004260481b169063ffffffff8a16906dffffffffffffffffffffffffffff19161768ffffffffff000000008760201b1617176002550151868852600c602052604088205461018083015191610120606085015194015194604051968752602087015260408601526060850152608084015260a083015260c0820152a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b612246906101608301516148d6565b60208301518452600c60205260408420558361204a565b60608281015165ffffffffffff80821660208501526101208501518082168585015260c08087015180841660808801528651600380546040909901517fffff000000000000000000000000000000000000000000000000000000000000909916919095161760309590951b6bffffffffffff00000000000016949094179590941b71ffffffffffff000000000000000000000000169490941760909490941b77ffffffffffff0000000000000000000000000000000000001693909317911b65ffffffffffff60c01b1617905583612034565b50606082015165ffffffffffff602083015116141561202f565b8066038d7ea4c6800081020466038d7ea4c680001481151715612132576001600160a01b0360e0850151168552600b6020526040852061239466038d7ea4c68000830282546136e4565b9055612026565b6123a482614836565b612004565b859250606060649401517fd79f8945000000000000000000000000000000000000000000000000000000008452600452602452604452fd5b6123ee9193505f9061362c565b5f9183610f19565b6040513d5f823e3d90fd5b5f80fd5b90998a601c0290601c82048c0361242e57630fffffff836001931c169060201b179a0190610ddf565b634e487b7160e01b5f52601160045260245ffd5b909192939450601e1901947f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000183873560081c92090194908894939291610c75565b7ffb3d9c43000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f5cec7502000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f21866801000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b611c1f19420142811161242e577f38fdebae000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f45e2dc22000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b5065010000000000811015610ada565b7f2bff2905000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b632762388360e21b5f52600452634000000060245260445ffd5b907fc6bc0f1a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b634e487b7160e01b5f52604160045260245ffd5b84907f2995af53000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b632762388360e21b5f526004526210000060245260445ffd5b7fb1deb829000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f145bb452000000000000000000000000000000000000000000000000000000005f5260a660045260245260445ffd5b63ffffffff907f5060c665000000000000000000000000000000000000000000000000000000005f52600160045260e01c1660245260445ffd5b827f36fb3a55000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63185571ad60e01b5f523360045260245260445ffd5b5080421061089c565b34612401576020366003190112612401576020610257600435600180918060081c5f52600960205260ff60405f205491161c161490565b346124015760a06127823661356d565b61278e81839493613f7a565b016001600160a01b036127a08261370d565b1633036128ab575065ffffffffffff60035460301c168082106128955750805f52600860205260405f20805464ffffffffff811680612866575064ffffffffff19164264ffffffffff161790556003547fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff65ffffffffffff60c01b61283060c084901c65ffffffffffff166135bc565b60c01b169116176003557f3e1a4f8a8309f49ea5122454126f6566cc9242caa902eb395c2adff736216bda6020604051428152a2005b837f49d51418000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90631d0a81a560e21b5f5260045260245260445ffd5b6128bc6001600160a01b039161370d565b7f73fe96ca000000000000000000000000000000000000000000000000000000005f52166004523360245260445ffd5b346124015760203660031901126124015760043567ffffffffffffffff8111612401573660238201121561240157806004013567ffffffffffffffff8111612401573660248260051b840101116124015761294561377b565b3682900360c219015f5b828110156129805760248160051b8501013590828212156124015761297a6024600193870101613bc1565b0161294f565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b34612401576020366003190112612401576129be613541565b6129c661377b565b6001600160a01b038116805f52600b60205260405f2054918215612aaa575f8080858194868352600b602052826040812055867f1d3eee4ca001cff39eec6ec7615aacf2f2bd61791273830728ba00ccbd6e13376020604051858152a25af13d15612aa5573d612a35816136f1565b90612a43604051928361362c565b81525f60203d92013e5b15612a77575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b7fa910a78b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b612a4d565b507fdc69dc16000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34612401576020366003190112612401576001600160a01b03612af7613541565b612aff613bae565b16805f5260106020525f1960405f205403612b5b576202a300420180421161242e5760207f2360404a74478febece1a14f11275f22ada88d19ef96f7d785913010bfff447991835f52601082528060405f2055604051908152a2005b805f52601060205260405f20549063185571ad60e01b5f5260045260245260445ffd5b34612401576020366003190112612401576001600160a01b03612b9f613541565b612ba7613bae565b16805f5260106020525f1960405f20557fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d5f80a2005b34612401575f366003190112612401576020612bf7613698565b604051908152f35b34612401576020366003190112612401575f6020604051612c1f816135f3565b82815201526004355f5260046020526040805f206bffffffffffffffffffffffff825191612c4c836135f3565b5460206001600160a01b03821693848152019060a01c8152835192835251166020820152f35b34612401575f3660031901126124015760206001600160a01b035f5416604051908152f35b3461240157602036600319011261240157612cb061364e565b506004355f52600a602052606060405f2064ffffffffff60405191612cd4836135d7565b5463ffffffff6001600160a01b038216938481528360406020830192848660a01c168452019360c01c1683526040519485525116602084015251166040820152f35b34612401575f36600319011261240157336001600160a01b036001541603612d8a576001600160a01b0319600154166001555f54336001600160a01b03198216175f556001600160a01b033391167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e05f80a3005b7f118cdaa7000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b34612401576020366003190112612401576001600160a01b03612dd7613541565b165f526006602052602060405f2054604051908152f35b34612401575f36600319011261240157612e06613bae565b6001600160a01b0319600154166001555f6001600160a01b0381546001600160a01b031981168355167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e08280a3005b34612401576060366003190112612401576004356044356024356001600160a01b0382168203612401576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303612ed25761298092612ebb61377b565b612ecd612ec78361366c565b826138d0565b613b02565b63250abb5160e11b5f523360045260245ffd5b34612401576020366003190112612401576020610257612f03613541565b6001600160a01b03165f52601060205260405f2054421090565b34612401576020366003190112612401576004355f526007602052602060405f2054604051908152f35b3461240157602036600319011261240157612f6061364e565b506004355f526005602052606060405f206bffffffffffffffffffffffff60405191612f8b836135d7565b548167ffffffffffffffff821693848152604060208201918385831c168352019260a01c83526040519485525116602084015251166040820152f35b34612401575f36600319011261240157606060025464ffffffffff6040519163ffffffff81168352818160201c16602084015260481c166040820152f35b34612401575f366003190112612401576020600f54604051908152f35b60203660031901126124015761303661352e565b66038d7ea4c6800034036131a85763ffffffff1663040000008110156131965760209060035465ffffffffffff8160601c16907fffffffffffffffffffffffffffff000000000000ffffffffffffffffffffffff71ffffffffffff0000000000000000000000006130a6846135bc565b60601b169116176003556040516130bc816135d7565b338152838101838152604082019064ffffffffff42168252835f52600a86526001600160a01b038060405f20945116166001600160a01b031984541617835551907fffffff000000000000000000ffffffffffffffffffffffffffffffffffffffff77ffffffff00000000000000000000000000000000000000007cffffffffff0000000000000000000000000000000000000000000000008554935160c01b169360a01b169116171790556040519133827f37743768a54deb300030670ea0c2407a71427fe1c057bc3778f94954dc5c244f5f80a48152f35b634354aee560e01b5f5260045260245ffd5b7fd60e970d000000000000000000000000000000000000000000000000000000005f5266038d7ea4c680006004523460245260445ffd5b34612401576131ed36613557565b906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303612ed2576129809161322a61377b565b61323481836138d0565b3391613937565b34612401575f366003190112612401576020600e54604051908152f35b34612401575f3660031901126124015760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b34612401576020366003190112612401576004355f52600c602052602060405f2054604051908152f35b34612401576020366003190112612401576001600160a01b036132e6613541565b165f52600b602052602060405f2054604051908152f35b34612401575f3660031901126124015760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346124015760a03660031901126124015761335961352e565b60243567ffffffffffffffff81168091036124015760443563ffffffff811680910361240157606435926084359260ff84168094036124015761339a61377b565b80156135065763040000008310156134f35760108410156134c757846133c16020966137ef565b6003549465ffffffffffff86169565ffffffffffff6133df886135bc565b169065ffffffffffff19161760035561343963ffffffff6133ff8861384b565b604080519182529690911660208201819052958101859052606081018790526080810183905260a081018490523360c082015260e0902090565b92865f52600788528360405f2055613451818661386f565b61345c338287613937565b60405194855287850152604084015260608301526080820152827f7db0fe84aa472854e212e7b03a52c3fed5429b26c9de6a16bf2c232a545df32560a03393a45f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b837f7962023c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b82634354aee560e01b5f5260045260245ffd5b7fcbca5aa2000000000000000000000000000000000000000000000000000000005f5260045ffd5b6004359063ffffffff8216820361240157565b600435906001600160a01b038216820361240157565b6040906003190112612401576004359060243590565b9060e06003198301126124015760c060043592602319011261240157602490565b9181601f840112156124015782359167ffffffffffffffff8311612401576020838186019501011161240157565b65ffffffffffff1665ffffffffffff811461242e5760010190565b6060810190811067ffffffffffffffff8211176125fe57604052565b6040810190811067ffffffffffffffff8211176125fe57604052565b6101a0810190811067ffffffffffffffff8211176125fe57604052565b90601f8019910116810190811067ffffffffffffffff8211176125fe57604052565b6040519061365b826135d7565b5f6040838281528260208201520152565b7f8000000000000000000000000000000000000000000000000000000000000000811461242e575f0390565b60405160208101907f776569722e696e7374616e63652e7631000000000000000000000000000000008252466040820152306060820152606081526136de60808261362c565b51902090565b9190820180921161242e57565b67ffffffffffffffff81116125fe57601f01601f191660200190565b356001600160a01b03811681036124015790565b6040519060a0820182811067ffffffffffffffff8211176125fe5760405281608065ffffffffffff6003548181168452818160301c166020850152818160601c166040850152818160901c16606085015260c01c16910152565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6137c75760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b6137f881614317565b9060088210613805575050565b8161380f9161434c565b907f08c9d553000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9190820391821161242e57565b8061385557505f90565b5f19810190811161242e575f52600760205260405f205490565b6bffffffffffffffffffffffff61210d6138ce93835f52600560205260405f2093845467ffffffffffffffff6138a85f82841685614390565b1673ffffffffffffffffffffffff00000000000000006120f05f888560401c16866143ff565b565b906bffffffffffffffffffffffff61210d5f6138ce948082526005602052604082209485549073ffffffffffffffffffffffff00000000000000006120f067ffffffffffffffff6120e28782871688614390565b8181029291811591840414171561242e57565b61394390929192614440565b6040516370a0823160e01b81523060048201526001600160a01b038316939192602082602481885afa9182156123f6575f92613ace575b506139858487613924565b6001600160a01b03604051947f23b872dd000000000000000000000000000000000000000000000000000000005f52166004523060245260445260205f60648180855af19060015f5114821615613aaf575b50826040525f60605215613a9c576370a0823160e01b8252306004830152602082602481875afa80156123f6575f90613a68575b613a15925061383e565b92613a208282613924565b8403613a2c5750505050565b90613a3691613924565b907f43a670fe000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b506020823d602011613a94575b81613a826020938361362c565b8101031261240157613a159151613a0b565b3d9150613a75565b83635274afe760e01b5f5260045260245ffd5b6001821516613ac5573b15153d1516165f6139d7565b833d5f823e3d90fd5b9091506020813d602011613afa575b81613aea6020938361362c565b810103126124015751905f61397a565b3d9150613add565b613b11613b1891939293614440565b9093613924565b6001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615613b8d575b60405215613b715750565b6001600160a01b0390635274afe760e01b5f521660045260245ffd5b906001811516613ba557823b15153d15161690613b66565b503d5f823e3d90fd5b6001600160a01b035f54163303612d8a57565b803590815f52600c60205260405f205491602082013590604083013592606081013594613c298686869091608092604051927f776569722e7769746864726177616c2e7631000000000000000000000000000084526020840152604083015260608201522090565b91608081013590601e198136030182121561240157019182359267ffffffffffffffff841161240157602001908360051b360382136124015792905f915b808310613ea357505050818103613e71575050613ca7828260019182915f52600d60205260405f208160081c5f5260205260ff60405f205491161c161490565b613e4357805f52600d60205260405f208260081c5f5260205260405f20600160ff84161b81541790556001600160a01b0367ffffffffffffffff613d4a63ffffffff613d208762ffffff633f0000007903ffffffffffffffffffffffffffffffffffffffffffff0000008360361c161691608c1c161790565b169567fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161790565b169416918291613d62613d5c8761366c565b8661386f565b7f491a140e51196eb7b8dd0e7083f674d685ca38a56e8147e31238dad918f5f82f60408051878152886020820152a4815f5260046020526001600160a01b0360405f205416155f14613e38576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15612401575f928360649260405196879586947fe86460700000000000000000000000000000000000000000000000000000000086526004860152602485015260448401525af180156123f657613e2e5750565b5f6138ce9161362c565b90916138ce92613b02565b7f0ac1226b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f7354f413000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b9091936001908188871c16155f14613f0757613efe90613ec48785876144dd565b3590606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b94019190613c67565b613f4f90613f168785876144dd565b35606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b613efe565b3563ffffffff811681036124015790565b3567ffffffffffffffff811681036124015790565b90815f52600760205260405f205490613f928361384b565b90613f9c81613f54565b613fa860208301613f65565b90613fb560408401613f54565b9160608401359160ff83168093036124015761402c9563ffffffff67ffffffffffffffff816080613fe860a08b0161370d565b9901359716941692169094919260e096936001600160a01b039592604051978852602088015260408701526060860152608085015260a08401521660c08201522090565b9182820361403957505050565b7fd6982235000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b604051906140778261360f565b5f610180838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015282610140820152826101608201520152565b9291926140d5826136f1565b916140e3604051938461362c565b829481845281830111612401578281602093845f960137010152565b61014081015190610160810151917f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8316830361242e5761414a610180916141539460011b906136e4565b910151906136e4565b90565b6141608282613f7a565b805f52600860205260405f20805460ff8160281c1661425b5765ff00000000001916650100000000001790557f437d58964eb655ca21e78fa943799dcb6840c614cff2da188e35c4b8eff8a31c60406001600160a01b036141c085613f54565b946141f0602082019663ffffffff6141e967ffffffffffffffff6141e38b613f65565b1661366c565b911661386f565b67ffffffffffffffff61424561423f61423961420b85613f54565b6142346142178c613f65565b60a088019263ffffffff8861422b8661370d565b93169116613b02565b61370d565b93613f54565b97613f65565b63ffffffff8551981688521660208701521693a3565b827f6f6b1a96000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6002549063ffffffff8260701c16916001830180931161242e578263400000008110156142ef5771ffffffff00000000000000000000000000007fffffffffffffffffffffffffffff00000000ffffffffffffffffffffffffffff9160701b16911617600255565b7fea50c132000000000000000000000000000000000000000000000000000000005f5260045ffd5b905f915b600883106143265750565b9091637f000001614337828461434c565b101561434757600101919061431b565b905090565b907f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116810361242e5760051b60e0039060e0821161242e5763ffffffff911c1690565b9190818101928284125f831290801582169115161761242e575f841280156143ee575b6143bd5750505090565b7f428d191c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5067ffffffffffffffff84116143b3565b9190818101928284125f831290801582169115161761242e575f8412801561442b576143bd5750505090565b506bffffffffffffffffffffffff84116143b3565b801580156144c9575b61449e57805f52600460205260405f2054916001600160a01b0383169260a01c9183156144735750565b7f2b800d7d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7ffe65f792000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5063ffffffff60025460701c168111614449565b91908110156144ed5760051b0190565b634e487b7160e01b5f52603260045260245ffd5b905f915f915f915f905b60088210614517575050565b9092939483600c02600c8104850361242e5782610fff911c169060201b17946008840180851161242e5780600c0290600c82040361242e5782610fff911c169060201b1793601084019081851161242e5781600c0291600c83040361242e57610fff836001931c169060201b1793019061450b565b67ffffffffffffffff81116125fe5760051b60200190565b5f19811461242e5760010190565b906001600160a01b03191690816145c7575050565b6317e24f3760e11b5f5260045260245260445ffd5b909160208201926040845193019384515f948160071b81015b818111614689575b50508415614619575b5050825260209091018051909101905250565b6080919294501461465c575192805190614632826145a4565b90526001600160f91b038116810361242e576060936146549160071b906136e4565b915f80614606565b7f04628a1c000000000000000000000000000000000000000000000000000000005f52608060045260245ffd5b607f1901908482511461469c57906145f5565b5094505f806145fd565b9192909260208301936040855194019485515f958160071b81015b818111614733575b505085156146f0575b50508352602083018051909101905260409091018051909101905250565b6080919295501461465c575193805190614709826145a4565b90526001600160f91b038116810361242e5760609461472b9160071b906136e4565b925f806146d2565b607f1901908482511461474657906146c1565b5095505f806146c9565b909160208201926040845193019384515f948160071b81015b8181116147da575b50508415614797575b505082526020820180519091019052606001805190920190915250565b6080919294501461465c5751928051906147b0826145a4565b90526001600160f91b038116810361242e576060936147d29160071b906136e4565b915f8061477a565b607f190190848251146147ed5790614769565b5094505f80614771565b60c00180519092919015614830575f52600860205264ffffffffff60405f20541691826148215750565b8051801561242e575f19019052565b505f9150565b61012081015161014082015181146148a657805f52600a60205264ffffffffff60405f205460c01c16916201518083019081841161242e575111614878575050565b7fc9851d54000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5050565b6101008101805180156148d15760e05f930151835260096020526040832090815417905552565b505050565b908015614987575b600181116148f557508051156144ed576020015190565b5f5b81811061490a575060010160011c6148de565b600290600181018381101561497d5760206149699160051b860101515b60208360051b87010151606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b6020601f198360041b1686010152016148f7565b506149695f614927565b50505f905660a0806040523461008b57336080526136869081610090823960805181818160f401528181610147015281816102050152818161085001528181610bde01528181610c87015281816110b70152818161128b015281816121bf0152818161222a0152818161257a015281816125d001528181612640015281816127100152818161276f01526133780152f35b5f80fdfe60806040526004361015610011575f80fd5b5f5f3560e01c806309c7973514612e5957806314a404d614612cbf578063211dc32d14612c6b57806321d139ae14612bb8578063864ef3b014612a3157806389caeb7914611f2757806391fc95f714611e955780639340ea9d1461126e578063b194cdb614611236578063be833a4c14611055578063c0aa0e8a14610d70578063caa0ec2c14610aac578063d00738bc14610833578063e50701f4146106b4578063e760c3f4146101db578063e86460701461011b5763f2f4eb26146100d5575f80fd5b3461011857806003193601126101185760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b503461011857606036600319011261011857600435610138612e9e565b90604435916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036101c85760206001600160a01b037f413a250ccf0a442b7e1d615a19a788c4a0f3f7ccfe8efe57124ea445e2b1365f9284875260038352604087208282165f52835260405f206101ba878254612fd4565b90556040519586521693a380f35b6024846337edf47960e01b815233600452fd5b503461011857366003190161016081126106b0576101401361011857610144356001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361069d5763ffffffff6102386130a3565b168252816020526040822063ffffffff6102506130a3565b1683526001602052604083209182549160ff831660058110156106895780156106505761027b6130b6565b82549063ffffffff808360a81c1691161490811591610631575b50801561060d575b80156105eb575b80156105bf575b801561058f575b610556576001600160401b036102c6613161565b1615801590610547575b610334575b505050506102e16131ca565b80610309575b6102ef575080f35b6103069063ffffffff6103006130a3565b16613258565b80f35b5060ff8154166005811015610320576001146102e7565b602483634e487b7160e01b81526021600452fd5b6001810361051e5750600201549064ffffffffff8260c01c168082116104dd5750506001600160401b038260301c169060843580151581036104d957156104685750806001600160401b03610387613161565b1611610415576103a8906001600160401b036103a1613161565b1690612fff565b905b6dffffffffffffffff0000000000001916603082901b6dffffffffffffffff000000000000161782557f960314c0a5993e5c51b04b10aacc4b231e697ae9ffec2f69c6872bb86912d7d6602063ffffffff6104036130a3565b1692604051908152a25f8080806102d5565b836001600160401b036064926104296130a3565b9063ffffffff610437613161565b927f8482e2220000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b91906104866001600160401b03918261047f613161565b1690612fd4565b9260401c1680831161049857506103aa565b848360649263ffffffff6104aa6130a3565b7fdc4711b400000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8580fd5b606491869163ffffffff6104ef6130a3565b7f999b81c700000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8561054560449263ffffffff6105326130a3565b6381367f5560e01b855216600452612eca565bfd5b506105506131ca565b156102d0565b60248663ffffffff6105666130a3565b7f7b1cb83b00000000000000000000000000000000000000000000000000000000835216600452fd5b506101243564ffffffffff8116908181036105bb575064ffffffffff600384015460281c1614156102b2565b8780fd5b506101043564ffffffffff8116908181036105bb575064ffffffffff600284015460c01c1614156102ab565b506105f4613106565b6001600160401b03600184015460c01c911614156102a4565b506106166130f0565b6001600160401b0380600185015460801c169116141561029d565b905063ffffffff8061064161307d565b9260c81c16911614155f610295565b60248663ffffffff6106606130a3565b7fe8c0bf3d00000000000000000000000000000000000000000000000000000000835216600452fd5b602486634e487b7160e01b81526021600452fd5b6024826337edf47960e01b815233600452fd5b5080fd5b5034610118576020366003190112610118576004356106d16132b4565b808252600160205260408220805460ff8116600581101561081f57600281036108055750828452836020526040842064ffffffffff600382015416918242111591826107e5575b50506107a35750805460ff19166004178082556001909101805467ffffffffffffffff191660309290921c6001600160401b031691821790556040519081527f0244905ef7a1a4aaa642475c43077d4365fecc25695cedff56f0635c002ec70190602090a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b600101838364ffffffffff83116107d15760449264ffffffffff9163e58369d160e01b845260045216602452fd5b602482634e487b7160e01b81526011600452fd5b6001600160401b03919250600282910154169160301c1610155f80610718565b8461054560449286631912031760e21b8452600452612eca565b602485634e487b7160e01b81526021600452fd5b503461011857610120366003190112610118576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610a995763ffffffff6108836130a3565b168152806020526040812063ffffffff61089b6130a3565b168252600160205260408220906108be63ffffffff6108b86130a3565b16613438565b906108c76130b6565b90549063ffffffff808360a81c1691161490811591610a7a575b508015610a4a575b8015610a29575b8015610a08575b6109cf5790610926916109086130a3565b9163ffffffff6001600160401b0361091e613161565b1693166134c2565b90806001600160401b03610938613106565b16116109ad5750806001600160401b0361095061311c565b161161095a575080f35b906001600160401b0360649261096e6130a3565b9063ffffffff61097c61311c565b927faf5f292f0000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b826001600160401b036064926109c16130a3565b9063ffffffff61097c613106565b60248363ffffffff6109df6130a3565b7f044ea87a00000000000000000000000000000000000000000000000000000000835216600452fd5b50610a116130f0565b6001600160401b0380604084015116911614156108f7565b50610a326130da565b6001600160401b038060a084015116911614156108f0565b506084356001600160401b03811690818103610a7657506001600160401b0360808301511614156108e9565b8480fd5b905063ffffffff80610a8a61307d565b9260c81c16911614155f6108e1565b806337edf47960e01b6024925233600452fd5b50346101185760403660031901126101185760043590610aca612e9e565b91610ad36132b4565b8082526003602052604082206001600160a01b0384165f5260205260405f20548015610d375782938284526003602052604084206001600160a01b0382165f526020528360405f20558284526001602052610b3c8260408620610b3586613438565b90866134c2565b939092817f684d11cded844380acab6e4e3993109739122905b0b7d22c1b7bdb53938eaa3460405180610b8c89896001600160a01b038a1697846040919493926060820195825260208201520152565b0390a3845283602052604084209180610c7d575b5082610bcf575b5050507f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b63ffffffff6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925460a81c1691803b15610a765760405163703a0e1960e01b815263ffffffff93909316600484015260248301939093526001600160a01b031660448201529082908290606490829084905af18015610c7257610c5d575b8080610ba7565b81610c6791612f4b565b61011857805f610c56565b6040513d84823e3d90fd5b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063ffffffff845460c81c16823b15610d335760405163703a0e1960e01b815263ffffffff91909116600482015260248101919091526001600160a01b03831660448201529085908290606490829084905af1908115610d28578591610d0e575b50610ba0565b81610d1891612f4b565b610d2357835f610d08565b505050fd5b6040513d87823e3d90fd5b8680fd5b506044926001600160a01b03917f17ced0d600000000000000000000000000000000000000000000000000000000845260045216602452fd5b503461011857602036600319011261011857806101e0604051610d9281612ee5565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c082015201526004358152806020526040812060405190610e0c82612ee5565b8054906001600160a01b038216835260ff8260a01c16602084019460028210156110415750845260408301918060a81c63ffffffff168352606084018160c81c63ffffffff168152608085019160e81c61ffff16825260018301549360a08601936001600160401b038616855260c08701958060401c6001600160401b031687528060801c6001600160401b031660e089015260c01c61010088015260028101546001600160401b0381166101208901528060401c6001600160401b03166101408901528060801c6001600160401b031661016089015260c01c64ffffffffff166101808801526003015464ffffffffff81166101a08801528060281c64ffffffffff166101c088015260501c6001600160a01b03166101e08701526040519686516001600160a01b031688525160208801610f4791612ed8565b5163ffffffff1660408701525163ffffffff1660608601525161ffff166080850152516001600160401b031660a0840152516001600160401b031660c083015260e08101516001600160401b031660e08301526101008101516001600160401b03166101008301526101208101516001600160401b03166101208301526101408101516001600160401b03166101408301526101608101516001600160401b031661016083015261018081015164ffffffffff166101808301526101a081015164ffffffffff166101a08301526101c081015164ffffffffff166101c08301526101e001516001600160a01b03166101e082015261020090f35b80634e487b7160e01b602492526021600452fd5b50346101185760403660031901126101185761106f612eb4565b6024359063ffffffff8216809203611232576040517f8da5cb5b0000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156112275784906111e3575b6001600160a01b0391501633036111b7576001600160a01b031690813b1561118b578183526002602052604083205461115f5760207f57b66e8fa4ecbe33dd1b8db2efba114d64a9ca4a7455469b0d66bbe8b10b51ce91838552600282526001811160018218026001186040862055604051908152a280f35b602483837ff08ff491000000000000000000000000000000000000000000000000000000008252600452fd5b602483837f8a8b41ec000000000000000000000000000000000000000000000000000000008252600452fd5b6024837f245aecd300000000000000000000000000000000000000000000000000000000815233600452fd5b506020813d60201161121f575b816111fd60209383612f4b565b8101031261121b576112166001600160a01b03916131b6565b6110e6565b8380fd5b3d91506111f0565b6040513d86823e3d90fd5b8280fd5b50346101185760203660031901126101185760406020916001600160a01b0361125d612eb4565b168152600283522054604051908152f35b503461011857610200366003190112610118576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906040517f6d70f7ae000000000000000000000000000000000000000000000000000000008152336004820152602081602481865afa908115610c72578291611e76575b5015611e4a576001600160a01b03611305613067565b1681526002602052604081205415611e0e5761131f61307d565b63ffffffff8061132d613090565b16911614611dd5576001600160a01b0361135363ffffffff61134d61307d565b16613328565b51166001600160a01b0361136d63ffffffff61134d613090565b51168115611dc5578015611d8c576001600160a01b0361138b613067565b169060243592600284101592836104d9576020606491604051928380927f7fa674230000000000000000000000000000000000000000000000000000000082526113d8600483018b612ed8565b8660248301528760448301525afa908115611d81578691611d52575b5015611cf45750506001600160401b0361140c6130da565b16158015611cdc575b8015611cc4575b8015611cac575b611c84576114526001600160401b0361143a61311c565b166001600160401b0361144b6130da565b169061300c565b6114766001600160401b036114656130f0565b166001600160401b0361144b613106565b10611c5c576001600160401b0361148b613133565b16158015611c39575b611bef57606461ffff6114a56130c9565b1611611bb3576114c364ffffffffff6114bc613177565b164261362e565b64ffffffffff6114d1613177565b16620151808101809111611b9f576114f89064ffffffffff6114f161318c565b169061362e565b61150061318c565b64ffffffffff5f1991160164ffffffffff8111611b9f5764ffffffffff806115266131a1565b92169116818111801590611b76575b611b2f575050602083946004604051809681937fcc4aa24d0000000000000000000000000000000000000000000000000000000083525af1928315611227578493611af7575b508284528360205260408420906001600160a01b03611598613067565b168254916104d95778ffffffff0000000000000000000000000000000000000000006115c261307d565b60a81b167fff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff7cffffffff0000000000000000000000000000000000000000000000000061162e613090565b60c81b16937fffffffffffffff000000000000000000000000000000000000000000000000007effff000000000000000000000000000000000000000000000000000000000061167c6130c9565b60e81b169616171674ff00000000000000000000000000000000000000008760a01b1617161717178155600181016001600160401b036116ba6130da565b166001600160401b03198254161781556117076116d56130f0565b82546fffffffffffffffff0000000000000000191660409190911b6fffffffffffffffff000000000000000016178255565b61175b611712613106565b82547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff1660809190911b77ffffffffffffffff0000000000000000000000000000000016178255565b61176361311c565b77ffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffffffff00000000000000000000000000000000000000000000000083549260c01b16911617905560028101906001600160401b036117be613133565b166001600160401b031983541617825561180b6117d961314a565b83546fffffffffffffffff0000000000000000191660409190911b6fffffffffffffffff000000000000000016178355565b61016435916001600160401b03831691828403610d335781547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff16608085901b77ffffffffffffffff0000000000000000000000000000000016178255600391611873613177565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b169116179055019064ffffffffff6118ce61318c565b169282549269ffffffffff00000000006118e66131a1565b60281b16936101e435946001600160a01b03861696878703611af3577fffff0000000000000000000000000000000000000000000000000000000000007dffffffffffffffffffffffffffffffffffffffff000000000000000000008860501b1693161717179055858752600160205260408720600160ff19825416179055611989604051956001600160a01b0361197c612eb4565b1687526020870190612ed8565b60443563ffffffff81168091036105bb57604086015260643563ffffffff81168091036105bb57606086015260843561ffff81168091036105bb57608086015260a4356001600160401b0381168091036105bb5760a086015260c4356001600160401b0381168091036105bb5760c086015260e4356001600160401b0381168091036105bb5760e0860152610104356001600160401b0381168091036105bb57610100860152610124356001600160401b0381168091036105bb57610120860152610144356001600160401b0381168091036105bb57610140860152506101608401526101843564ffffffffff81168091036104d9576101808401526101a43564ffffffffff81168091036104d9576101a08401526101c43564ffffffffff81168091036104d957946020956101c085015250506101e0820152817fcc875022ee6b12915580ac90f14cbab2afa089e0e6d241697cf516a8fbaadf636102003393a3604051908152f35b8a80fd5b9092506020813d602011611b27575b81611b1360209383612f4b565b81010312611b235751915f61157b565b5f80fd5b3d9150611b06565b84906001830192838111611b625762278d008101809111611b625760649363091bdcc360e41b8452600452602452604452fd5b602483634e487b7160e01b81526011600452fd5b5062278d008201808311611b8b578111611535565b602486634e487b7160e01b81526011600452fd5b602484634e487b7160e01b81526011600452fd5b60448361ffff611bc16130c9565b7fe757126a000000000000000000000000000000000000000000000000000000008352606460045216602452fd5b6044836001600160401b03611c02613133565b81611c0b61314a565b917f9050f0d40000000000000000000000000000000000000000000000000000000085521660045216602452fd5b50611c42613133565b6001600160401b0380611c5361314a565b16911611611494565b6004837f451fa04a000000000000000000000000000000000000000000000000000000008152fd5b6004837fe528e11e000000000000000000000000000000000000000000000000000000008152fd5b506001600160401b03611cbd61311c565b1615611423565b506001600160401b03611cd5613106565b161561141c565b506001600160401b03611ced6130f0565b1615611415565b849250611d46608494611d05613067565b94506001600160a01b03604051957fd6c21ea80000000000000000000000000000000000000000000000000000000087521660048601526024850190612ed8565b60448301526064820152fd5b611d74915060203d602011611d7a575b611d6c8183612f4b565b81019061304f565b5f6113f4565b503d611d62565b6040513d88823e3d90fd5b60248363ffffffff611d9c613090565b7f972a592300000000000000000000000000000000000000000000000000000000835216600452fd5b60248363ffffffff611d9c61307d565b60249063ffffffff611de561307d565b7f4045f06800000000000000000000000000000000000000000000000000000000835216600452fd5b6024906001600160a01b03611e21613067565b7f43d4f44200000000000000000000000000000000000000000000000000000000835216600452fd5b807fc66f47bf000000000000000000000000000000000000000000000000000000006024925233600452fd5b611e8f915060203d602011611d7a57611d6c8183612f4b565b5f6112ef565b503461011857602036600319011261011857611eaf61301f565b5060043581526001602052611ec660408220612f6c565b90604051908251906005821015611041575060a060c0936001600160401b0392845264ffffffffff602082015116602085015282604082015116604085015282606082015116606085015282608082015116608085015201511660a0820152f35b5034611b23576040366003190112611b23576001600160401b0360243511611b2357366023602435011215611b23576001600160401b036024356004013511611b23573660248035600401358135010111611b2357611f846132b4565b6004355f525f60205260405f209060405191611f9f83612ee5565b80546001600160a01b038116845260ff8160a01c16906002821015612a1d5761ffff91602086015263ffffffff8160a81c16604086015263ffffffff8160c81c16606086015260e81c16608084015260018101546001600160401b03811660a08501526001600160401b038160401c1660c08501526001600160401b038160801c1660e085015260c01c610100840152600360028201549164ffffffffff6101208601936001600160401b03811685526001600160401b038160401c166101408801526001600160401b038160801c1661016088015260c01c1661018086015201546001600160a01b036101a085019164ffffffffff8116835264ffffffffff8160281c166101c087015260501c166101e08501526004355f52600160205260405f20916120cc83612f6c565b9182516005811015612a1d57600119016129f45764ffffffffff9051168042116129c357506001600160401b038060408401511691511680821061298f5750506001600160a01b0361212763ffffffff606087015116613328565b5116936bffffffffffffffffffffffff602061214c63ffffffff606085015116613328565b015116946001600160401b0360408401511661217163ffffffff604085015116613328565b90604051916370a0823160e01b8352306004840152602083602481875afa928315612950575f9361295b575b5063ffffffff6040860151166001600160a01b03865116906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163b15611b235760405163703a0e1960e01b815263ffffffff9091166004820152602481018490526001600160a01b0390911660448201525f8180606481010381836001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af180156129505761293b575b506001600160a01b0385511688526002602052604088205461227d5a5a60061c90612fff565b9080821061290d5750506001600160a01b038551169060208601519260028410156128f9576122ca906bffffffffffffffffffffffff60206001600160a01b03855116940151169061300c565b90823b156128f5579161230d93918a936040519586947f9644a67f0000000000000000000000000000000000000000000000000000000086526004860190612ed8565b6024840152866044840152606483015230608483015260c060a48301526024356004013560c483015260243560040135602480350160e48401378260e46024356004013584010152818360e482601f19601f60243560040135011681010301925af180156128d5579087916128e0575b50506040516370a0823160e01b8152306004820152602081602481865afa9081156128d55790889291889161289c575b506123c192916123bc91612fff565b612fe1565b956123cd4285856131d9565b80881061286657506124f76124f296976124426123bc61242c61242361241d6001600160401b0360408c0151166001600160401b0360e08c0151166001600160401b036101008d0151169161340f565b85612fff565b984290896135bf565b91906001600160401b036101608a01511661300c565b86808210911802861897889661246e8861271061246761ffff60808c0151168761300c565b0492612fff565b908180821091180218988992612484868361300c565b878d52600460205260408d206001600160a01b0333165f526020526124ae60405f20918254612fd4565b90556124ba868561300c565b878d52600460205260408d206001600160a01b03806101e08c015116165f526020526124eb60405f20918254612fd4565b9055612fff565b612fff565b946001600160401b0386116128345780547fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffff001660b087901b7dffffffffffffffff000000000000000000000000000000000000000000001617600317905586929190612563908661300c565b60405163095ea7b360e01b85526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166004528160245260208560448180875af1906001865114821615612825575b604052156126f5575b50506060015163ffffffff167f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b156106b057604051907f3201760300000000000000000000000000000000000000000000000000000000825260048201528360248201528181604481836001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af18015610c72576126e0575b50506126b77f9df33b7219b9bdbfacb9e188eaf4243776be2c9ec40661d5d2449d3892ec134c91604051918291339660043596846040919493926060820195825260208201520152565b0390a3807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b816126ea91612f4b565b61121b57835f61266d565b9091925060405163095ea7b360e01b88526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166004528760245260208860448180875af1906001895114821615612804575b604052156127f1576040519063095ea7b360e01b88526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660045260245260208760448180865af19060018851148216156127d0575b604052156127be57908186926125c2565b635274afe760e01b8652600452602485fd5b9060018115166127e857823b15153d151616906127ad565b503d87823e3d90fd5b60248783635274afe760e01b8252600452fd5b90600181151661281c57833b15153d1516169061274f565b503d88823e3d90fd5b90833b15153d151616906125b9565b604488877f0b001427000000000000000000000000000000000000000000000000000000008252600435600452602452fd5b86886064927f1eb74300000000000000000000000000000000000000000000000000000000008352600435600452602452604452fd5b9250506020823d6020116128cd575b816128b860209383612f4b565b81010312611b235790518791906123c16123ad565b3d91506128ab565b6040513d89823e3d90fd5b816128ea91612f4b565b6104d957855f61237d565b8980fd5b60248a634e487b7160e01b81526021600452fd5b7f9fa72982000000000000000000000000000000000000000000000000000000008a52600452602452604488fd5b6129489198505f90612f4b565b5f965f612257565b6040513d5f823e3d90fd5b9092506020813d602011612987575b8161297760209383612f4b565b81010312611b235751915f61219d565b3d915061296a565b7f5a34c9ab000000000000000000000000000000000000000000000000000000005f5260043560045260245260445260645ffd5b7f404665e2000000000000000000000000000000000000000000000000000000005f5260043560045260245260445ffd5b82516005811015612a1d57612a1890631912031760e21b5f52600435600452612eca565b60445ffd5b634e487b7160e01b5f52602160045260245ffd5b34611b23576040366003190112611b2357612a4a612eb4565b6001600160a01b03612a5a612e9e565b91612a636132b4565b1690815f52600460205260405f206001600160a01b0382165f5260205260405f2054908115612b7f576001600160a01b0390835f52600460205260405f208282165f526020525f6040812055169081837f0c8584df0a37548f26644c41809e5f908b58e8888dd441691e8a2174ec89f3056020604051858152a3604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f5260045260245260205f60448180865af19060015f5114821615612b5f575b5015612b4d575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b635274afe760e01b5f5260045260245ffd5b6001821516612b775750813b15153d15161682612b22565b3d5f823e3d90fd5b6001600160a01b0390837f19cfd422000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b34611b23576020366003190112611b2357600435805f52600160205260405f2060ff8154166005811015612a1d5760018103612c545750815f525f60205264ffffffffff600260405f20015460c01c1691620151808301809311612c4057824210612c2957612c279250613258565b005b905063e58369d160e01b5f5260045260245260445ffd5b634e487b7160e01b5f52601160045260245ffd5b612a1890836381367f5560e01b5f52600452612eca565b34611b23576040366003190112611b2357612c84612eb4565b6001600160a01b03612c94612e9e565b91165f5260046020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b34611b23576040366003190112611b2357600435805f526001602052612ce760405f20612f6c565b9081516005811015612a1d5760011901612e38575f525f60205260405f20604051612d1181612ee5565b8154926001600160a01b038416825260ff8460a01c166002811015612a1d576003612e309461ffff6020976001600160a01b03948988015263ffffffff8160a81c16604088015263ffffffff8160c81c16606088015260e81c16608086015260018101546001600160401b03811660a08701526001600160401b038160401c1660c08701526001600160401b038160801c1660e087015260c01c61010086015264ffffffffff60028201546001600160401b0381166101208801526001600160401b038160401c166101408801526001600160401b038160801c1661016088015260c01c16610180860152015464ffffffffff81166101a085015264ffffffffff8160281c166101c085015260501c166101e0830152602435916131d9565b604051908152f35b90516005811015612a1d57612a1891631912031760e21b5f52600452612eca565b34611b23576040366003190112611b2357612e72612e9e565b6004355f5260036020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b602435906001600160a01b0382168203611b2357565b600435906001600160a01b0382168203611b2357565b6005811015612a1d57602452565b906002821015612a1d5752565b61020081019081106001600160401b03821117612f0157604052565b634e487b7160e01b5f52604160045260245ffd5b60c081019081106001600160401b03821117612f0157604052565b604081019081106001600160401b03821117612f0157604052565b90601f801991011681019081106001600160401b03821117612f0157604052565b90604051612f7981612f15565b8092805460ff8116906005821015612a1d5760a0926001600160401b036001928194875264ffffffffff8160081c166020880152818160301c166040880152818160701c16606088015260b01c166080860152015416910152565b91908201809211612c4057565b8115612feb570490565b634e487b7160e01b5f52601260045260245ffd5b91908203918211612c4057565b81810292918115918404141715612c4057565b6040519061302c82612f15565b5f60a0838281528260208201528260408201528260608201528260808201520152565b90816020910312611b2357518015158103611b235790565b6004356001600160a01b0381168103611b235790565b60443563ffffffff81168103611b235790565b60643563ffffffff81168103611b235790565b60043563ffffffff81168103611b235790565b60243563ffffffff81168103611b235790565b60843561ffff81168103611b235790565b60a4356001600160401b0381168103611b235790565b60c4356001600160401b0381168103611b235790565b60e4356001600160401b0381168103611b235790565b610104356001600160401b0381168103611b235790565b610124356001600160401b0381168103611b235790565b610144356001600160401b0381168103611b235790565b6064356001600160401b0381168103611b235790565b6101843564ffffffffff81168103611b235790565b6101a43564ffffffffff81168103611b235790565b6101c43564ffffffffff81168103611b235790565b51906001600160a01b0382168203611b2357565b60a4358015158103611b235790565b61324a6123bc61324f9261324161325596604087019661323b6001600160401b03613215818b51168260a0890151168360c08a0151169161340f565b9951166001600160401b0360e0870151166001600160401b03610100880151169161340f565b936135bf565b93909186612fff565b61300c565b90612fff565b90565b815465ffffffffffff19164260081b65ffffffffff0016176002179182905560405160309290921c6001600160401b03168252907f608001f0f4024cdf558f7cbdf3ab9ffbd2b7548bec472e9872b75c7648b352f090602090a2565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6133005760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f602060405161333781612f30565b8281520152604051907f8ea06f8100000000000000000000000000000000000000000000000000000000825260048201526040816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612950575f916133ab575090565b90506040813d604011613407575b816133c660409383612f4b565b81010312611b23576020604051916133dd83612f30565b6133e6816131b6565b835201516bffffffffffffffffffffffff81168103611b2357602082015290565b3d91506133b9565b9061341e81936134239361300c565b612fd4565b5f19810191908211612c405761325591612fe1565b9061344161301f565b50815f52600160205261345660405f20612f6c565b9182516005811015612a1d5760031415806134ad575b6134735750565b82516005811015612a1d57612a18917ff0c27f99000000000000000000000000000000000000000000000000000000005f52600452612eca565b5082516005811015612a1d576004141561346c565b919392906134dd826001600160401b03606088015116612fd4565b60408601936001600160401b038551169081831161358e5750507fffffffffffffffffffff0000000000000000ffffffffffffffffffffffffffff75ffffffffffffffff000000000000000000000000000083549260701b169116179055801561358457906001600160401b0361357b613255938260a06135716135678360808c0151168561300c565b8388511690612fe1565b980151169061300c565b91511690612fe1565b505090505f905f90565b7fdad1b14e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b64ffffffffff6101a060209294939401511692019164ffffffffff8351169081811115613622570364ffffffffff8111612c4057915164ffffffffff928316921680821161360d5750505f91565b61361691612fff565b81808210911802811891565b50505050600190600190565b808211801590613671575b613641575050565b60018101808211612c405762093a808201809211612c405763091bdcc360e41b5f5260045260245260445260645ffd5b5062093a808101808211612c4057821161363956' as const;
