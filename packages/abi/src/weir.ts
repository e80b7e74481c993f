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
            "name": "reserveVerifier",
            "type": "address",
            "internalType": "contract IStarkVerifier"
          },
          {
            "name": "owner",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "guardian",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "operator",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "delay",
            "type": "uint256",
            "internalType": "uint256"
          },
          {
            "name": "committee",
            "type": "address[]",
            "internalType": "address[]"
          },
          {
            "name": "threshold",
            "type": "uint256",
            "internalType": "uint256"
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
    "name": "governance",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IGovernance"
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
    "name": "reserveVerifierCodeHash",
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
      },
      {
        "name": "availability",
        "type": "tuple",
        "internalType": "struct Availability",
        "components": [
          {
            "name": "blobs",
            "type": "tuple[]",
            "internalType": "struct BlobOpening[]",
            "components": [
              {
                "name": "y",
                "type": "bytes32",
                "internalType": "bytes32"
              },
              {
                "name": "commitment",
                "type": "bytes",
                "internalType": "bytes"
              },
              {
                "name": "proof",
                "type": "bytes",
                "internalType": "bytes"
              }
            ]
          },
          {
            "name": "dataDigest",
            "type": "bytes32",
            "internalType": "bytes32"
          },
          {
            "name": "signatures",
            "type": "bytes",
            "internalType": "bytes"
          }
        ]
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
      },
      {
        "name": "blobHashes",
        "type": "bytes32[]",
        "indexed": false,
        "internalType": "bytes32[]"
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
    "name": "AvailabilityUnused",
    "inputs": []
  },
  {
    "type": "error",
    "name": "BlobMissing",
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
    "name": "BlobOpeningRefused",
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
    "name": "BlobUnexpected",
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
    "name": "NotOwner",
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
    "name": "WrongBlobCount",
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
export const weirBytecode = '0x60c0806040523461048b57619191803803809161001c82856104f0565b833981019060208183031261048b578051906001600160401b03821161048b5701906101408282031261048b576040519161014083016001600160401b038111848210176104c45760405261007081610513565b835261007e60208201610513565b6020840190815261009160408301610513565b93604081019485526100a560608401610513565b606082019081526100b860808501610513565b6080830190815260a08581015190840190815260c0860151919790916001600160401b03811161048b5786019680601f8901121561048b578751976001600160401b0389116104c4578860051b9060405199610117602084018c6104f0565b8a526020808b019282010192831161048b57602001905b8282106104d85750505060c0840196875260e086015160e0850190815261012061010088015197610100870198895201519761012086019889526040516137ad80820182811060018060401b038211176104c45782916159e4833903905ff093841561049757604051631c64525d60e31b815260206004820181905288516001600160a01b0390811660248401528a51811660448401529551861660648301529651851660848201528b5190941660a48501525160c48401525161014060e48401528051610164840181905292949192859261018484019201905f5b8181106104a25750505081906020935161010483015288516101248301528951610144830152038173bac8392fbcd7f4d767820734c617554c0ff33ad55af4918215610497575f9261044f575b506001600160a01b0390811660805260a0919091529051163f7fc4ddcb62af381556f79511a860c2cd500f212e4376e1145693c8d4655ad2fb6d81016104195750516001600160a01b03163f7ff71fb11aaa5d014a3cc833654f2909f9d7af90122368eaf1f48ba26201a1669b81016103e357506102d58151610527565b6102df8251610527565b51600c5551600d555f805464ffffffffff60481b19164260481b6dffffffffff0000000000000000001617815590516001600160a01b0316808252600e60205260408083205f19905551917fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d9080a261541290816105d2823960805181818161069a01528181611015015281816114490152818161152d015281816127d801528181612c48015261479d015260a051818181610379015281816107a701528181610cc001528181610df30152818161116101528181611201015281816115b801528181611b0301528181611efc01528181613ae301528181613d5b015261409f0152f35b630989c21560e11b5f527f08e04ee555a2feb5c337cc9ab0d6f60628506feddc97150e0b745d9dfe5e996560045260245260445ffd5b630989c21560e11b5f527f3b22349d50c7eaa9086aee579f3d32aff0ded1bc891eeba96c372b9aa52d049360045260245260445ffd5b9091506020813d60201161048f575b8161046b602093836104f0565b8101031261048b57516001600160a01b038116810361048b57905f610257565b5f80fd5b3d915061045e565b6040513d5f823e3d90fd5b82516001600160a01b031684528794506020938401939092019160010161020a565b634e487b7160e01b5f52604160045260245ffd5b602080916104e584610513565b81520191019061012e565b601f909101601f19168101906001600160401b038211908210176104c457604052565b51906001600160a01b038216820361048b57565b6105308161055d565b906008821061053d575050565b8161054791610592565b906308c9d55360e01b5f5260045260245260445ffd5b905f915b6008831061056c5750565b9091637f00000161057d8284610592565b101561058d576001019190610561565b905090565b906001600160fb1b03811681036105bd5760051b60e0039060e082116105bd5763ffffffff911c1690565b634e487b7160e01b5f52601160045260245ffdfe60806040526004361015610011575f80fd5b5f5f3560e01c80630eca8a09146117da578063102decaf1461155157806316f0115b1461150d5780631d62ebd9146114d55780631f0fa45e146114ab57806331c0561a1461148d578063320176031461143057806344027536146111e157806345dca05c146111c357806348aa4108146111855780635aa6e6751461114157806368744046146110c05780636cb0ecea146110965780636d70f7ae14611072578063703a0e1914610fdf57806371f9621114610fa75780638b2f9a2014610f275780638ea06f8114610eb4578063970e53ae14610e915780639870d7fe14610dbc578063ac8a584a14610c89578063b86e321c14610b53578063b8cf927514610a8f578063b97ea7c314610912578063bda617a6146108da578063c90a1a9214610750578063c98cfd661461070a578063cc4aa24d1461067f578063d288e081146105e2578063d5d558b71461057b578063d907cf1314610327578063e256ccee146102f6578063e3f4c7c914610296578063eafe7a7414610270578063ee31e3b414610235578063f364c90c146101ee5763f7178ac6146101b1575f80fd5b346101eb57806003193601126101eb5760206040517f3b22349d50c7eaa9086aee579f3d32aff0ded1bc891eeba96c372b9aa52d04938152f35b80fd5b50346101eb57602061022b61020236613baa565b9060019182915f52600b60205260405f208160081c5f5260205260ff60405f205491161c161490565b6040519015158152f35b50346101eb57806003193601126101eb5760206040517f08e04ee555a2feb5c337cc9ab0d6f60628506feddc97150e0b745d9dfe5e99658152f35b50346101eb57806003193601126101eb5763ffffffff6020915460701c16604051908152f35b50346101eb57806003193601126101eb5760806102b1613e96565b65ffffffffffff8151169065ffffffffffff6020820151169065ffffffffffff6060816040840151169201511691604051938452602084015260408301526060820152f35b50346101eb5760203660031901126101eb5764ffffffffff6040602092600435815260068452205416604051908152f35b50346101eb5760403660031901126101eb57610341613b94565b90602435916bffffffffffffffffffffffff831680930361057757604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa90811561056c57906001600160a01b0391849161053d575b5016330361051157803b156104dd576001600160a01b031691828252600460205260408220546104a057801561047457916040917fac3dcdc20bb35a0f2b39fb2ddbe12a30d20c4795d2026bf2fc48df3ce84ca67d60208095610414614b76565b8681979561045c83975161042781613c17565b898152868101868152858452600288528484209151905160a01b6001600160a01b0319166001600160a01b0391909116179055565b878152600485522055604051908152a3604051908152f35b602492507f2408dabc000000000000000000000000000000000000000000000000000000008252600452fd5b5081604492825260046020526040822054907f24db1cef000000000000000000000000000000000000000000000000000000008352600452602452fd5b7ff0ae59ab0000000000000000000000000000000000000000000000000000000082526001600160a01b0316600452602490fd5b6024827f245aecd300000000000000000000000000000000000000000000000000000000815233600452fd5b61055f915060203d602011610565575b6105578183613c4f565b810190613e47565b5f6103b3565b503d61054d565b6040513d85823e3d90fd5b5080fd5b50346101eb5760203660031901126101eb5763ffffffff61059a613b81565b1663040000008110156105d05733907fc770f1cf1a38c1774000eb49373c0e460f84a5d87f39fb4bd4dd5cd7ffad6c588380a380f35b634354aee560e01b8252600452602490fd5b50346101eb576105f136613bc0565b6105fc929192613edf565b61061e83600180918060081c5f52600760205260ff60405f205491161c161490565b156106535761062d9192614a45565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b506024917fef0ad199000000000000000000000000000000000000000000000000000000008252600452fd5b50346101eb57806003193601126101eb576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036106f7576020906106cb614b76565b807fa22bf172f1af83ea83462556d73247cb196825b7c027e49bae906b90290beab16040519380a28152f35b8063250abb5160e11b6024925233600452fd5b50346101eb5760203660031901126101eb5760043567ffffffffffffffff81116105775760a060031982360301126105775761062d90610748613edf565b6004016145d2565b50346101eb5761075f36613bc0565b61076a929192613edf565b828252600660205264ffffffffff60408320541680156108ae576040516354021a8b60e01b81528160048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156108a357849061086a575b6202a300915010610819575065ffffffffffff60015460301c16808410610802575061062d9192614a45565b9050604492631d0a81a560e21b8352600452602452fd5b90506202a3008101809111610856576044927f22d9bc11000000000000000000000000000000000000000000000000000000008352600452602452fd5b602482634e487b7160e01b81526011600452fd5b506020813d60201161089b575b8161088460209383613c4f565b81010312610897576202a30090516107d6565b5f80fd5b3d9150610877565b6040513d86823e3d90fd5b602483857fc6c8df6b000000000000000000000000000000000000000000000000000000008252600452fd5b50346101eb5760203660031901126101eb57602061022b600435600180918060081c5f52600760205260ff60405f205491161c161490565b50346101eb5760a061092336613bc0565b61092f81839493614955565b016001600160a01b0361094182613e82565b163303610a4e575065ffffffffffff60015460301c16808210610a385750808252600660205260408220805464ffffffffff811680610a08575064ffffffffff19164264ffffffffff161790556001547fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff65ffffffffffff60c01b6109d160c084901c65ffffffffffff16613cc7565b60c01b169116176001557f3e1a4f8a8309f49ea5122454126f6566cc9242caa902eb395c2adff736216bda6020604051428152a280f35b84604491857f49d51418000000000000000000000000000000000000000000000000000000008352600452602452fd5b8291631d0a81a560e21b60449452600452602452fd5b826001600160a01b03610a62604493613e82565b7f73fe96ca0000000000000000000000000000000000000000000000000000000083521660045233602452fd5b50346101eb5760203660031901126101eb576004359067ffffffffffffffff82116101eb57366023830112156101eb5781600401359167ffffffffffffffff8311610577573660248460051b83010111610577578290610aed613edf565b8260c21982360301935b83811015610b2c5760248160051b8401013585811215610b285790610b2260246001938601016145d2565b01610af7565b8280fd5b50807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b50346101eb5760203660031901126101eb57610b6d613b94565b90610b76613edf565b6001600160a01b0382169182825260096020526040822054908115610c5d578280808481948883526009602052826040812055887f1d3eee4ca001cff39eec6ec7615aacf2f2bd61791273830728ba00ccbd6e13376020604051858152a25af13d15610c58573d610be681613e66565b90610bf46040519283613c4f565b81528360203d92013e5b15610c2a5750807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b6044927fa910a78b000000000000000000000000000000000000000000000000000000008352600452602452fd5b610bfe565b602483857fdc69dc16000000000000000000000000000000000000000000000000000000008252600452fd5b50346101eb5760203660031901126101eb57610ca3613b94565b604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa801561056c576001600160a01b03918491610d9d575b50163303610511576001600160a01b0316808252600e6020526040822054600101610d79576202a3004201804211610d655760207f2360404a74478febece1a14f11275f22ada88d19ef96f7d785913010bfff447991838552600e8252806040862055604051908152a280f35b602483634e487b7160e01b81526011600452fd5b90816044928252600e60205260408220549063185571ad60e01b8352600452602452fd5b610db6915060203d602011610565576105578183613c4f565b5f610cf8565b50346101eb5760203660031901126101eb57610dd6613b94565b604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa801561056c576001600160a01b03918491610e72575b50163303610511576001600160a01b0316808252600e6020525f1960408320557fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d8280a280f35b610e8b915060203d602011610565576105578183613c4f565b5f610e2b565b50346101eb57806003193601126101eb576020610eac613dfb565b604051908152f35b50346101eb5760203660031901126101eb57604081819260208351610ed881613c17565b828152015260043581526002602052206bffffffffffffffffffffffff825191610f0183613c17565b5460206001600160a01b03821693848152019060a01c8152835192835251166020820152f35b50346101eb5760203660031901126101eb576040606091610f46613ce2565b50600435815260086020522064ffffffffff60405191610f6583613bfb565b5463ffffffff6001600160a01b038216938481528360406020830192848660a01c168452019360c01c1683526040519485525116602084015251166040820152f35b50346101eb5760203660031901126101eb5760406020916001600160a01b03610fce613b94565b168152600483522054604051908152f35b50346101eb5760603660031901126101eb57600435906044356024356001600160a01b0382168203610b28576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361105f5761062d9293611048613edf565b61105a61105483613dcf565b82614307565b614526565b60248363250abb5160e11b815233600452fd5b50346101eb5760203660031901126101eb57602061022b611091613b94565b613d00565b50346101eb5760203660031901126101eb5760406020916004358152600583522054604051908152f35b50346101eb5760203660031901126101eb5760406060916110df613ce2565b5060043581526003602052206bffffffffffffffffffffffff6040519161110583613bfb565b548167ffffffffffffffff821693848152604060208201918385831c168352019260a01c83526040519485525116602084015251166040820152f35b50346101eb57806003193601126101eb5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101eb57806003193601126101eb576060905464ffffffffff6040519163ffffffff81168352818160201c16602084015260481c166040820152f35b50346101eb57806003193601126101eb576020600d54604051908152f35b5060203660031901126101eb576111f6613b81565b816001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b156105775781600491604051928380927f17dc93290000000000000000000000000000000000000000000000000000000082525afa801561142557611410575b505066038d7ea4c6800034036113d95763ffffffff169063040000008210156113c7576020916001549065ffffffffffff8260601c16917fffffffffffffffffffffffffffff000000000000ffffffffffffffffffffffff71ffffffffffff0000000000000000000000006112d785613cc7565b60601b169116176001556040516112ed81613bfb565b338152848101828152604082019064ffffffffff42168252848652600887526001600160a01b038060408820945116166001600160a01b031984541617835551907fffffff000000000000000000ffffffffffffffffffffffffffffffffffffffff77ffffffff00000000000000000000000000000000000000007cffffffffff0000000000000000000000000000000000000000000000008554935160c01b169360a01b1691161717905560405192827f37743768a54deb300030670ea0c2407a71427fe1c057bc3778f94954dc5c244f339280a48152f35b602491634354aee560e01b8252600452fd5b6044827fd60e970d00000000000000000000000000000000000000000000000000000000815266038d7ea4c6800060045234602452fd5b8161141a91613c4f565b61057757815f611263565b6040513d84823e3d90fd5b50346101eb5761143f36613baa565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361105f579061062d9161147c613edf565b6114868183614307565b339161435b565b50346101eb57806003193601126101eb576020600c54604051908152f35b50346101eb5760203660031901126101eb5760406020916004358152600a83522054604051908152f35b50346101eb5760203660031901126101eb5760406020916001600160a01b036114fc613b94565b168152600983522054604051908152f35b50346101eb57806003193601126101eb5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346101eb5760a03660031901126101eb5761156b613b81565b906024359067ffffffffffffffff82168092036101eb5760443563ffffffff811680910361057757606435936084359360ff85168095036117c7576115ae613edf565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b156117d65784600491604051928380927fb4fd64f80000000000000000000000000000000000000000000000000000000082525afa80156117cb579085916117b2575b5050801561178a57630400000083101561177757601085101561174b5785611646602097613fde565b6001549565ffffffffffff87169665ffffffffffff61166489613cc7565b169065ffffffffffff1916176001556116be63ffffffff61168489614284565b604080519182529690911660208201819052958101859052606081018790526080810183905260a081018490523360c082015260e0902090565b92878752600589528360408820556116d681866142a8565b6116e133828761435b565b60405194855288850152604084015260608301526080820152837f7db0fe84aa472854e212e7b03a52c3fed5429b26c9de6a16bf2c232a545df32560a03393a47f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b602484867f7962023c000000000000000000000000000000000000000000000000000000008252600452fd5b60248484634354aee560e01b8252600452fd5b6004847fcbca5aa2000000000000000000000000000000000000000000000000000000008152fd5b816117bc91613c4f565b6117c757835f61161d565b8380fd5b6040513d87823e3d90fd5b8480fd5b50346108975760803660031901126108975760043567ffffffffffffffff81116108975761180c903690600401613b53565b909160443567ffffffffffffffff81116108975761182e903690600401613b53565b9060643567ffffffffffffffff8111610897576060600319823603011261089757611857613edf565b5f54604881901c64ffffffffff166201518081019081106135445761187b33613d00565b1580613ab5575b613a9f575061188f613f53565b5060b08610613a73576118a0613f53565b908660041161089757873560e01c82526008871061089757600488013560e01c60208301526010871061089757600888013560c01c60408301528660301161089757601088013560608301528660501161089757603088013560808301528660701161089757605088013560a08301528660901161089757607088013560c08301528660a41161089757609088013560601c60e08301528660a6116108975760a488013560f01c61010083015260a6871115613a5f5760a688013560f81c6101208301528660a71015613a5f5760a788013560f81c6101408301528660ab116108975760a888013560e81c61016083015260ad87106108975760ab88013560f01c61018083015260b087106108975760ad88013560e81c6101a083015281515f198101613a2f5750610140820151806139ff575061010082015160031981166139d45750610160820151621000008110156139bb57506101a0820151621000008110156139bb57506101208201518061394f575b50611a1e82614c04565b80601f0290601f8204036135445760b0018060b0116135445780880361391f57506040516080810181811067ffffffffffffffff82111761390b5760405263ffffffff821690818152606063ffffffff602083019464ffffffffff8160201c16865264ffffffffff8160481c16604085015260701c16910152600181018091116135445760208301518181036138dc575063400000008110156138c257505160408201519064ffffffffff1680821061389457504281118015613884575b613855576040516354021a8b60e01b81528160048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156134c7575f90613821575b611c209150116137e657506060810151600c548082036137b857505060a0810151600d5480820361378a575050611b6c6080820151613fde565b611b7960c0820151613fde565b611b84602435613fde565b611b918260040182614060565b61012081015191611ba18361423e565b925f5b81811061373a5750804961370f5750611bc09060040180613c71565b959094611bcb613dfb565b945f5160206153f25f395f51905f528a611bed3660af198d0160b08401614cab565b602081519101206040519060b060208301937f776569722e7a2e7631000000000000000000000000000000000000000000000085528b60408501526060840137602435610110830152610130820152611c5c81611c4e61015082018b614ce1565b03601f198101835282613c4f565b51902006975f97610120860151613588575b5050611c7c84979697614c04565b9560b0601f5f98028c01015b80607c8d820360af190110611ce3578a5f5160206153f25f395f51905f5291607b19019982828c3560081c958282605c1983013560081c958282603d1986013560081c95601e19013560081c92090109010901090196611c88565b869798908d96979392508a8d8d925b60b08a0181116135585750611d099036908a614cab565b60208151910120611c4e611d5a8d60405192839160208301957f776569722e636f6e746578742e76310000000000000000000000000000000000875287604085015260608401526080830190614ce1565b519020935f5160206153f25f395f51905f5260208701516040880151610100890151916a0fffff000000000000000063ffffffff1983600c1b169260401b169060601b17171794611ddb82611dce6101608b01516101808c0151906101a08d015160201b9160401b9060601b171797614f8c565b9691959094069008614f8c565b949192909360608b01519760808c01519b60c060a08201519101519060606040519e8f90602082019d8e526040820152015260808d015260808c52611e2160a08d613c4f565b5f975f905b6008821061351b57505091611ebb989795939160209795936040519b898d0198895260801b1760408c015260243560608c015260808b015260a08a015260c089015260e08801526101008701526101208601526101208552611e8a61014086613c4f565b604051948593838501985180918a5e840190838201905f8252519283915e01015f815203601f198101835282613c4f565b6040880151604051907f9192db5a00000000000000000000000000000000000000000000000000000000825260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156134c7575f906134d2575b6001600160a01b0391501691823b1561089757611fb25f95608497604051988997889687967f5bf48e3a0000000000000000000000000000000000000000000000000000000088526004880152606060248801525180918160648901528388015e85810182018a9052601f01601f1916850185810382016003190160448701520191613ca7565b03915afa80156134c7576134b2575b50604051906101a0820182811067ffffffffffffffff82111761349e576040528282528260208301528260408301528260608301528260808301528260a08301528260c08301528260e083015282610100830152826101208301528261014083015260606101608301528261018083015265ffffffffffff6040612043613e96565b8187015185526140206020835161205a8382613c4f565b61400081520190601f1901368237602086015261208e83602083018181511660608901528184511660808901525116614284565b60a08601528260808201511660c0860152826060820151166101208601520151166101408301526120c661016085015160011c61423e565b610160830152825b61016085015181101561304b57601f8102820160b0013560081c60ff811615801561303e575b61300b57600260ff82161490818015612ffe575b15612ff6576002915b6101608801518060ff8516860111612fc65750156122a0577ffffffffffffffffffffffff000000fe00000fe0000000000008000000fffff0081168061228957506001830183116122755760ff919061226e90601f6001860102860160b0013560081c6121818160018801615017565b6121ea6121de6101808a01519261219784614d3c565b6101808c015284849091608092604051927f776569722e7769746864726177616c2e7631000000000000000000000000000084526020840152604083015260608201522090565b916101608a0151614270565b5261225867ffffffffffffffff6122238367fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161790565b169162ffffff633f0000007903ffffffffffffffffffffffffffffffffffffffffffff0000008360361c161691608c1c161790565b63ffffffff61226683613dcf565b9116886151b5565b16016120ce565b602486634e487b7160e01b81526011600452fd5b86604491856317e24f3760e11b8352600452602452fd5b60ff8116600103612596577ffffffffffffffffffffffff000000fe00000fe0000000000008000000fffc000811680612289575060028301831161227557601f6002840102840160b0013560081c906122fc8260028601615017565b6060860151608087015181101561256b5760018101811161255757600181016060880152608c82901c62ffffff16603683901c633f0000001617916123638167fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161790565b9360a0890151630fffffff83601c1c1691600189018911612543578b9190601f60018b01028b0160b0013560081c8060e01c845b600881106125165750506040805193845263ffffffff8916602085015267ffffffffffffffff8a1690840152506060820193909352600a84901c600f16608082015260a08101919091526001600160a01b0390911660c082015260e090206003919060a08a015260081c169061240d818961525c565b91600181036124af575081151580612484575b612456575050816124519163ffffffff67ffffffffffffffff6124478160ff989716613dcf565b93169116886151b5565b61226e565b7f29b290bc000000000000000000000000000000000000000000000000000000008952600452602452604487fd5b50875162026ac083019081841161249b5711612420565b60248b634e487b7160e01b81526011600452fd5b9250925050600281145f146124ff575090600160ff83819460081c60e089015181036124eb575b50161b6101008601511761010086015261226e565b6124f48961530e565b60e08901528b6124d6565b8660449185630bcfbe2760e31b8352600452602452fd5b909194600190637000000084601c1b1690630fffffff88169060201b171795601c1c9260031c9101612397565b60248c634e487b7160e01b81526011600452fd5b602488634e487b7160e01b81526011600452fd5b7f3a98cd85000000000000000000000000000000000000000000000000000000008852600452602487fd5b60ff81166003036129c3577fffffffffffff000f000000f000000fe00000fe000000000000f000000ffffc00811680612289575060018301831161227557601f6001840102840160b0013560081c907fffffffffff00000ff00000fe00000fe00000fc00000fe00000fe00000fc000008216806129aa575060028401841161299657601f6002850102850160b0013560081c65fffff00fffff1981168061297d5750601c82901c62ffffff16603683901c633f000000161792608c83901c62ffffff1660ac84901c633f00000016179160a884901c62ffffff1660b285901c633f0000001617926126a98567fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161790565b916126d38467fffff800000000006507ffffc000008260061c16623fffff83161791600d1c161790565b926127008567fffff800000000006507ffffc0000082605a1c16623fffff8360541c16179160611c161790565b94620fffff64fffff000008260b01c169160a81c161791620fffff64fffff000008260081c1691161792604051988961014081011067ffffffffffffffff6101408c0111176129695767ffffffffffffffff929163ffffffff80926101408d01604052168b521660208a015263ffffffff60408a01971687521660608801526001808760091c1614608088015260018060a089019760081c1614865267ffffffffffffffff60c088019316835267ffffffffffffffff60e0880194168452610100870190815261012087019182526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016938b5193853b1561296557908d9695949392916040519889977fe760c3f40000000000000000000000000000000000000000000000000000000089528b5163ffffffff1660048a015260208c015163ffffffff1660248a01525163ffffffff16604489015260608b015167ffffffffffffffff16606489015260808b01511515608489015251151560a48801525167ffffffffffffffff1660c48701525167ffffffffffffffff1660e48601525164ffffffffff166101048501525164ffffffffff1661012484015261014483015281835a9261016493f1801561295a57908791612941575b5050906124518267ffffffffffffffff606060ff9501511690608081015161292a575b806129228363ffffffff6020819501511661291b82613dcf565b908c61510b565b511687615041565b9061293963ffffffff91613dcf565b919050612901565b8161294b91613c4f565b6129565785896128de565b8580fd5b6040513d89823e3d90fd5b8d80fd5b60248f634e487b7160e01b81526041600452fd5b6317e24f3760e11b895260028601600452602452604488fd5b602487634e487b7160e01b81526011600452fd5b6317e24f3760e11b885260018501600452602452604487fd5b60ff8116600403612dd5577fffffffffffff000f000000f000000fe00000fe000000000000f000000fffff00811680612289575060018301831161227557601f6001840102840160b0013560081c907fffe00000fe00000fc00000fe00000fe00000fc00000fe00000fe00000fc000008216806129aa575060028401841161299657601f6002850102850160b0013560081c907ffffffffffffffffffffffffe00000fe00000fc00000fe00000fe00000fc0000082168061297d5750601c81901c62ffffff16603682901c633f000000161792608c82901c62ffffff1660ac83901c633f0000001617612aee60a884901c62ffffff1660b285901c633f00000016179367fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161790565b93612b188367fffff800000000006507ffffc000008260061c16623fffff83161791600d1c161790565b94612b458467fffff800000000006507ffffc0000082605a1c16623fffff8360541c16179160611c161790565b9367fffff800000000006507ffffc000008260ae1c16623fffff8360a81c16179160b51c161794612bc1612b988467fffff800000000006507ffffc000008260061c16623fffff83161791600d1c161790565b9367fffff800000000006507ffffc0000082605a1c16623fffff8360541c16179160611c161790565b93604051988961012081011067ffffffffffffffff6101208c011117612969579263ffffffff67ffffffffffffffff969593818896948d82899761012083016040521690521660208d01521660408b01521660608901528160808901971687528160a089019516855260c088019586521660e0870152166101008501526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001692833b15612dd157848a67ffffffffffffffff958682968160609781610124986040519c8d9b8c9a7fd00738bc000000000000000000000000000000000000000000000000000000008c5263ffffffff81511660048d015263ffffffff60208201511660248d015263ffffffff60408201511660448d015201511660648a015251166084880152511660a4860152511660c484015267ffffffffffffffff60e08901511660e484015267ffffffffffffffff610100890151166101048401525af1801561295a57908791612dbc575b5050906124518263ffffffff602067ffffffffffffffff60e060ff9701511692612da867ffffffffffffffff6101008301511694612d908c86855116612d8a67ffffffffffffffff606088015116613dcf565b91615041565b8460408401511690612da181613dcf565b918d61510b565b01511690612db581613dcf565b918861510b565b81612dc691613c4f565b612956578589612d37565b8980fd5b68ffff7ffffff00003ff19811680612289575060018301831161227557601f6001840102840160b0013560081c612e0f8160018601615017565b60038260081c1690600182141580612fbb575b612fa45761012087015192610140880151841015612f7857600184018411612f645790839291600163ffffffff95016101208a0152838a52600860205260408a209060405191612e7183613bfb565b546001600160a01b038116835264ffffffffff6020840191888160a01c16835260c01c166040840152630fffffff82601c1c1696879151161491821592612f4c575b508115612f36575b50612ef95750907f7f521e5357e090e72ceee9868503e4926a2efd337789e3ca386294fa9327d2b7602060ff959493600160405191148152a361226e565b886001600160a01b0360649286867f10f6ac5900000000000000000000000000000000000000000000000000000000855260045260245216604452fd5b60381c630fffffff1661ffff141590508c612ebb565b516001600160a01b038481169116141591508d612eb3565b602489634e487b7160e01b81526011600452fd5b602489857f760228de000000000000000000000000000000000000000000000000000000008252600452fd5b6044888387630bcfbe2760e31b8352600452602452fd5b506002821415612e22565b87604491867f25c3fe2c000000000000000000000000000000000000000000000000000000008352600452602452fd5b600391612111565b50600560ff821614612108565b60ff85916044937f31487c8100000000000000000000000000000000000000000000000000000000845260045216602452fd5b50600560ff8216116120f4565b83868487613057613e96565b6130646060840151614284565b60a08401519080820361346857505060016101008301511661345a575b61309d61012084015165ffffffffffff60608401511690613bee565b80613409575b158015906133ef575b61331c575b506130bb8261530e565b610180820151806132f6575b50835b60408301518110156131af5760208301516001600160f91b038216820361227557906131a96130ff6001938360071b90613be1565b6bffffffffffffffffffffffff61318a82516020840151906060604086015195015191818d52600360205260408d209573ffffffffffffffffffffffff000000000000000061316d67ffffffffffffffff61315f8a549582871688614d4a565b1692888560401c1686614db9565b60401b16906001600160a01b031983161717865560a01c90614db9565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b016130ca565b50909160808201519182600c5560c081015160a082015181036132ed575b60208201519460408754930151926dffffffffff0000000000000000004260481b169063ffffffff8816906dffffffffffffffffffffffffffff19161768ffffffffff000000008560201b1617178755858752600a602052604087205461018082015190610120606084015193015193604051976101008901968952602089015260408801526060870152608086015260a085015260c084015261010060e0840152815180915260206101208401920190855b8181106132d75750505090807f48ccb5634c666d68b6abeae48cefe84094c8ebb407afc898513645fcce5981be920390a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b8251845260209384019390920191600101613280565b80600d556131cd565b6133059061016084015161533a565b60208201518552600a6020526040852055846130c7565b60608381015165ffffffffffff80821660208501526101208601518082168585015260c08088015180841660808801528651600180546040909901517fffff000000000000000000000000000000000000000000000000000000000000909916919095161760309590951b6bffffffffffff00000000000016949094179590941b71ffffffffffff000000000000000000000000169490941760909490941b77ffffffffffff0000000000000000000000000000000000001693909317911b65ffffffffffff60c01b16179055846130b1565b50606083015165ffffffffffff60208301511614156130ac565b8066038d7ea4c6800081020466038d7ea4c680001481151715612275576001600160a01b0360e084015116865260096020526040862061345366038d7ea4c6800083028254613be1565b90556130a3565b6134638361529a565b613081565b60608501517fd79f8945000000000000000000000000000000000000000000000000000000008852600452602452604452606485fd5b602484634e487b7160e01b81526041600452fd5b6134bf9192505f90613c4f565b5f9084611fc1565b6040513d5f823e3d90fd5b506020813d602011613513575b816134ec60209383613c4f565b8101031261089757516001600160a01b0381168103610897576001600160a01b0390611f2b565b3d91506134df565b909889601c0290601c82048b0361354457630fffffff836001931c169060201b17990190611e26565b634e487b7160e01b5f52601160045260245ffd5b90919293949550601e1901935f5160206153f25f395f51905f5284863560081c92090193908a9594939291611cf2565b90919750610160850151895f938161100080916001925b6136c55750508194855f965b61363357505050505090818a6001935b6135f15750506135dd575f5160206153f25f395f51905f529109955f80611c6e565b634e487b7160e01b5f52601260045260245ffd5b600180831614613618575b805f5160206153f25f395f51905f5291099060011c90816135bb565b925f5160206153f25f395f51905f52848192099390506135fc565b6136466136649198979293949598614d0e565b978c61365d8a613657818a89614d1a565b92614270565b5190614ee7565b15613699576135dd57855f5160206153f25f395f51905f52613687828685614d1a565b3581855f990908968e949392916135ab565b867fdab05a82000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90919293506001808316146136f4575b805f5160206153f25f395f51905f5291099060011c8d9392918161359f565b915f5160206153f25f395f51905f52838192099290506136d5565b7f189e77a6000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b80496137468287614270565b526137518186614270565b511561375f57600101611ba4565b7fcc6408c5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f5cec7502000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f21866801000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b611c1f194201428111613544577f38fdebae000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020813d60201161384d575b8161383b60209383613c4f565b8101031261089757611c209051611b32565b3d915061382e565b7f45e2dc22000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b5065010000000000811015611adc565b7f2bff2905000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b632762388360e21b5f52600452634000000060245260445ffd5b907fc6bc0f1a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b634e487b7160e01b5f52604160045260245ffd5b87907f2995af53000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b600681116139a4575061396182614ea6565b61100081019081811161354457610fff0190811161354457600c1c610120830151908082036139905750611a14565b62e41f4360e31b5f5260045260245260445ffd5b632762388360e21b5f52600452600760245260445ffd5b632762388360e21b5f526004526210000060245260445ffd5b7fb1deb829000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f145bb452000000000000000000000000000000000000000000000000000000005f5260a760045260245260445ffd5b7f5060c665000000000000000000000000000000000000000000000000000000005f52600160045260245260445ffd5b634e487b7160e01b5f52603260045260245ffd5b857f36fb3a55000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63185571ad60e01b5f523360045260245260445ffd5b506040516354021a8b60e01b815264ffffffffff8360481c1660048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156134c7575f90613b1e575b62015180915010611882565b506020813d602011613b4b575b81613b3860209383613c4f565b8101031261089757620151809051613b12565b3d9150613b2b565b9181601f840112156108975782359167ffffffffffffffff8311610897576020838186019501011161089757565b6004359063ffffffff8216820361089757565b600435906001600160a01b038216820361089757565b6040906003190112610897576004359060243590565b9060e06003198301126108975760c060043592602319011261089757602490565b9190820180921161354457565b9190820391821161354457565b6060810190811067ffffffffffffffff82111761390b57604052565b6040810190811067ffffffffffffffff82111761390b57604052565b60a0810190811067ffffffffffffffff82111761390b57604052565b90601f8019910116810190811067ffffffffffffffff82111761390b57604052565b903590601e1981360301821215610897570180359067ffffffffffffffff821161089757602001918160051b3603831361089757565b908060209392818452848401375f828201840152601f01601f1916010190565b65ffffffffffff1665ffffffffffff81146135445760010190565b60405190613cef82613bfb565b5f6040838281528260208201520152565b6001600160a01b03165f52600e60205260405f2054804210613dc9578015159081613d29575090565b6202a2ff1981019150811161354457604051906354021a8b60e01b825260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156134c7575f90613d94575b6202a30091501090565b506020813d602011613dc1575b81613dae60209383613c4f565b81010312610897576202a3009051613d8a565b3d9150613da1565b50600190565b7f80000000000000000000000000000000000000000000000000000000000000008114613544575f0390565b60405160208101907f776569722e696e7374616e63652e763100000000000000000000000000000000825246604082015230606082015260608152613e41608082613c4f565b51902090565b9081602091031261089757516001600160a01b03811681036108975790565b67ffffffffffffffff811161390b57601f01601f191660200190565b356001600160a01b03811681036108975790565b60405190613ea382613c33565b81608065ffffffffffff6001548181168452818160301c166020850152818160601c166040850152818160901c16606085015260c01c16910152565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c613f2b5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b604051906101c0820182811067ffffffffffffffff82111761390b576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b8181029291811591840414171561354457565b613fe781614c32565b9060088210613ff4575050565b81613ffe91614c67565b907f08c9d553000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b903590601e1981360301821215610897570180359067ffffffffffffffff82116108975760200191813603831361089757565b9061406b8180613c71565b9050610120830151809103614205575060c0820180519260a081019384511480156141f4575b61419b576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169060408101516080602083015192015193519551604051926140e084613c33565b8352602083019485526040830196875260608301908152614110608084019660208101358852604081019061402d565b853b15610897575f9761417e936040519a8b998a9889987fbcbe6214000000000000000000000000000000000000000000000000000000008a5260048a01525160248901525160448801525160648701525160848601525160a485015260e060c485015260e4840191613ca7565b03915afa80156134c75761418f5750565b5f61419991613c4f565b565b5050602081013515801592506141db575b506141b357565b7f08e1aaa4000000000000000000000000000000000000000000000000000000005f5260045ffd5b6141ea9150604081019061402d565b905015155f6141ac565b506002610100820151161515614091565b61420f8280613c71565b91905062e41f4360e31b5f5260045260245260445ffd5b67ffffffffffffffff811161390b5760051b60200190565b9061424882614226565b6142556040519182613c4f565b8281528092614266601f1991614226565b0190602036910137565b8051821015613a5f5760209160051b010190565b8061428e57505f90565b5f198101908111613544575f52600560205260405f205490565b6bffffffffffffffffffffffff61318a61419993835f52600360205260405f2093845467ffffffffffffffff6142e15f82841685614d4a565b1673ffffffffffffffffffffffff000000000000000061316d5f888560401c1686614db9565b906bffffffffffffffffffffffff61318a5f614199948082526003602052604082209485549073ffffffffffffffffffffffff000000000000000061316d67ffffffffffffffff61315f8782871688614d4a565b61436790929192614dfa565b6040516370a0823160e01b81523060048201526001600160a01b038316939192602082602481885afa9182156134c7575f926144f2575b506143a98487613fcb565b6001600160a01b03604051947f23b872dd000000000000000000000000000000000000000000000000000000005f52166004523060245260445260205f60648180855af19060015f51148216156144d3575b50826040525f606052156144c0576370a0823160e01b8252306004830152602082602481875afa80156134c7575f9061448c575b6144399250613bee565b926144448282613fcb565b84036144505750505050565b9061445a91613fcb565b907f43a670fe000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b506020823d6020116144b8575b816144a660209383613c4f565b8101031261089757614439915161442f565b3d9150614499565b83635274afe760e01b5f5260045260245ffd5b60018215166144e9573b15153d1516165f6143fb565b833d5f823e3d90fd5b9091506020813d60201161451e575b8161450e60209383613c4f565b810103126108975751905f61439e565b3d9150614501565b61453561453c91939293614dfa565b9093613fcb565b6001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f51148216156145b1575b604052156145955750565b6001600160a01b0390635274afe760e01b5f521660045260245ffd5b9060018115166145c957823b15153d1516169061458a565b503d5f823e3d90fd5b803590815f52600a60205260405f20549160208201359060408301359260608101359461464861463d8787879091608092604051927f776569722e7769746864726177616c2e7631000000000000000000000000000084526020840152604083015260608201522090565b926080810190613c71565b905f915b80831061487e5750505081810361484c57505061468c828260019182915f52600b60205260405f208160081c5f5260205260ff60405f205491161c161490565b61481e57805f52600b60205260405f208260081c5f5260205260405f20600160ff84161b81541790556001600160a01b0367ffffffffffffffff61472f63ffffffff6147058762ffffff633f0000007903ffffffffffffffffffffffffffffffffffffffffffff0000008360361c161691608c1c161790565b169567fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161790565b16941691829161474761474187613dcf565b866142a8565b7f491a140e51196eb7b8dd0e7083f674d685ca38a56e8147e31238dad918f5f82f60408051878152886020820152a4815f5260026020526001600160a01b0360405f205416155f14614813576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610897575f928360649260405196879586947fe86460700000000000000000000000000000000000000000000000000000000086526004860152602485015260448401525af180156134c75761418f5750565b909161419992614526565b7f0ac1226b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f7354f413000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b9091936001908188871c16155f146148e2576148d99061489f878587614e96565b3590606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b9401919061464c565b61492a906148f1878587614e96565b35606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b6148d9565b3563ffffffff811681036108975790565b3567ffffffffffffffff811681036108975790565b90815f52600560205260405f20549061496d83614284565b906149778161492f565b61498360208301614940565b906149906040840161492f565b9160608401359160ff831680930361089757614a079563ffffffff67ffffffffffffffff8160806149c360a08b01613e82565b9901359716941692169094919260e096936001600160a01b039592604051978852602088015260408701526060860152608085015260a08401521660c08201522090565b91828203614a1457505050565b7fd6982235000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b614a4f8282614955565b805f52600660205260405f20805460ff8160281c16614b4a5765ff00000000001916650100000000001790557f437d58964eb655ca21e78fa943799dcb6840c614cff2da188e35c4b8eff8a31c60406001600160a01b03614aaf8561492f565b94614adf602082019663ffffffff614ad867ffffffffffffffff614ad28b614940565b16613dcf565b91166142a8565b67ffffffffffffffff614b34614b2e614b28614afa8561492f565b614b23614b068c614940565b60a088019263ffffffff88614b1a86613e82565b93169116614526565b613e82565b9361492f565b97614940565b63ffffffff8551981688521660208701521693a3565b827f6f6b1a96000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5f549063ffffffff8260701c16916001830180931161354457826340000000811015614bdc5771ffffffff00000000000000000000000000007fffffffffffffffffffffffffffff00000000ffffffffffffffffffffffffffff9160701b169116175f55565b7fea50c132000000000000000000000000000000000000000000000000000000005f5260045ffd5b610120810151614c2a5780614c21610160614c2793015191614ea6565b90613be1565b90565b610160015190565b905f915b60088310614c415750565b9091637f000001614c528284614c67565b1015614c62576001019190614c36565b905090565b907f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036135445760051b60e0039060e082116135445763ffffffff911c1690565b929192614cb782613e66565b91614cc56040519384613c4f565b829481845281830111610897578281602093845f960137010152565b80516020909101905f5b818110614cf85750505090565b8251845260209384019390920191600101614ceb565b8015613544575f190190565b9190811015613a5f5760051b81013590605e1981360301821215610897570190565b5f1981146135445760010190565b9190818101928284125f8312908015821691151617613544575f84128015614da8575b614d775750505090565b7f428d191c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5067ffffffffffffffff8411614d6d565b9190818101928284125f8312908015821691151617613544575f84128015614de557614d775750505090565b506bffffffffffffffffffffffff8411614d6d565b80158015614e83575b614e5857805f52600260205260405f2054916001600160a01b0383169260a01c918315614e2d5750565b7f2b800d7d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7ffe65f792000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5063ffffffff5f5460701c168111614e03565b9190811015613a5f5760051b0190565b6101808101517f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103613544576101a0614c279201519060011b613be1565b91909160208101614ef8818361402d565b909390614f08604085018561402d565b828193604051988996602088019b8c526040880152883560608801526080870137840191608083015f815237016080015f815203601f1981018452614f4d9084613c4f565b614f569161402d565b6030148015929150614f7f575b50614f7a575f60c0604092600a5afa60403d141690565b505f90565b60c091505114155f614f63565b905f915f915f915f905b60088210614fa2575050565b9092939483600c02600c810485036135445782610fff911c169060201b1794600884018085116135445780600c0290600c8204036135445782610fff911c169060201b179360108401908185116135445781600c0291600c83040361354457610fff836001931c169060201b17930190614f96565b906001600160a01b031916908161502c575050565b6317e24f3760e11b5f5260045260245260445ffd5b909160208201926040845193019384515f948160071b81015b8181116150ee575b5050841561507e575b5050825260209091018051909101905250565b608091929450146150c157519280519061509782614d3c565b90526001600160f91b0381168103613544576060936150b99160071b90613be1565b915f8061506b565b7f04628a1c000000000000000000000000000000000000000000000000000000005f52608060045260245ffd5b607f19019084825114615101579061505a565b5094505f80615062565b9192909260208301936040855194019485515f958160071b81015b818111615198575b50508515615155575b50508352602083018051909101905260409091018051909101905250565b608091929550146150c157519380519061516e82614d3c565b90526001600160f91b0381168103613544576060946151909160071b90613be1565b925f80615137565b607f190190848251146151ab5790615126565b5095505f8061512e565b909160208201926040845193019384515f948160071b81015b81811161523f575b505084156151fc575b505082526020820180519091019052606001805190920190915250565b608091929450146150c157519280519061521582614d3c565b90526001600160f91b0381168103613544576060936152379160071b90613be1565b915f806151df565b607f1901908482511461525257906151ce565b5094505f806151d6565b60c00180519092919015615294575f52600660205264ffffffffff60405f20541691826152865750565b6152908151614d0e565b9052565b505f9150565b610120810151610140820151811461530a57805f52600860205264ffffffffff60405f205460c01c1691620151808301908184116135445751116152dc575050565b7fc9851d54000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5050565b6101008101805180156153355760e05f930151835260076020526040832090815417905552565b505050565b9080156153eb575b600181116153595750805115613a5f576020015190565b5f5b81811061536e575060010160011c615342565b60029060018101838110156153e15760206153cd9160051b860101515b60208360051b87010151606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b6020601f198360041b16860101520161535b565b506153cd5f61538b565b50505f9056fe73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000160a0806040523461008b573360805261371d9081610090823960805181818160f401528181610147015281816102050152818161085001528181610bde01528181610c870152818161109e0152818161125d0152818161223c015281816122a7015281816125f70152818161264d015281816126bd01528181612791015281816127f001526134040152f35b5f80fdfe60806040526004361015610011575f80fd5b5f5f3560e01c806309c7973514612eda57806314a404d614612d40578063211dc32d14612cec57806321d139ae14612c39578063864ef3b014612ab257806389caeb7914611fa457806391fc95f714611f125780639340ea9d14611240578063b194cdb614611208578063be833a4c14611055578063c0aa0e8a14610d70578063caa0ec2c14610aac578063d00738bc14610833578063e50701f4146106b4578063e760c3f4146101db578063e86460701461011b5763f2f4eb26146100d5575f80fd5b3461011857806003193601126101185760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b503461011857606036600319011261011857600435610138612f1f565b90604435916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036101c85760206001600160a01b037f413a250ccf0a442b7e1d615a19a788c4a0f3f7ccfe8efe57124ea445e2b1365f9284875260038352604087208282165f52835260405f206101ba878254613055565b90556040519586521693a380f35b6024846337edf47960e01b815233600452fd5b503461011857366003190161016081126106b0576101401361011857610144356001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361069d5763ffffffff610238613143565b168252816020526040822063ffffffff610250613143565b1683526001602052604083209182549160ff831660058110156106895780156106505761027b613156565b82549063ffffffff808360a81c1691161490811591610631575b50801561060d575b80156105eb575b80156105bf575b801561058f575b610556576001600160401b036102c6613201565b1615801590610547575b610334575b505050506102e1613256565b80610309575b6102ef575080f35b6103069063ffffffff610300613143565b166132e4565b80f35b5060ff8154166005811015610320576001146102e7565b602483634e487b7160e01b81526021600452fd5b6001810361051e5750600201549064ffffffffff8260c01c168082116104dd5750506001600160401b038260301c169060843580151581036104d957156104685750806001600160401b03610387613201565b1611610415576103a8906001600160401b036103a1613201565b1690613080565b905b6dffffffffffffffff0000000000001916603082901b6dffffffffffffffff000000000000161782557f960314c0a5993e5c51b04b10aacc4b231e697ae9ffec2f69c6872bb86912d7d6602063ffffffff610403613143565b1692604051908152a25f8080806102d5565b836001600160401b03606492610429613143565b9063ffffffff610437613201565b927f8482e2220000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b91906104866001600160401b03918261047f613201565b1690613055565b9260401c1680831161049857506103aa565b848360649263ffffffff6104aa613143565b7fdc4711b400000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8580fd5b606491869163ffffffff6104ef613143565b7f999b81c700000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8561054560449263ffffffff610532613143565b6381367f5560e01b855216600452612f4b565bfd5b50610550613256565b156102d0565b60248663ffffffff610566613143565b7f7b1cb83b00000000000000000000000000000000000000000000000000000000835216600452fd5b506101243564ffffffffff8116908181036105bb575064ffffffffff600384015460281c1614156102b2565b8780fd5b506101043564ffffffffff8116908181036105bb575064ffffffffff600284015460c01c1614156102ab565b506105f46131a6565b6001600160401b03600184015460c01c911614156102a4565b50610616613190565b6001600160401b0380600185015460801c169116141561029d565b905063ffffffff8061064161311d565b9260c81c16911614155f610295565b60248663ffffffff610660613143565b7fe8c0bf3d00000000000000000000000000000000000000000000000000000000835216600452fd5b602486634e487b7160e01b81526021600452fd5b6024826337edf47960e01b815233600452fd5b5080fd5b5034610118576020366003190112610118576004356106d1613340565b808252600160205260408220805460ff8116600581101561081f57600281036108055750828452836020526040842064ffffffffff600382015416918242111591826107e5575b50506107a35750805460ff19166004178082556001909101805467ffffffffffffffff191660309290921c6001600160401b031691821790556040519081527f0244905ef7a1a4aaa642475c43077d4365fecc25695cedff56f0635c002ec70190602090a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b600101838364ffffffffff83116107d15760449264ffffffffff9163e58369d160e01b845260045216602452fd5b602482634e487b7160e01b81526011600452fd5b6001600160401b03919250600282910154169160301c1610155f80610718565b8461054560449286631912031760e21b8452600452612f4b565b602485634e487b7160e01b81526021600452fd5b503461011857610120366003190112610118576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610a995763ffffffff610883613143565b168152806020526040812063ffffffff61089b613143565b168252600160205260408220906108be63ffffffff6108b8613143565b166134cf565b906108c7613156565b90549063ffffffff808360a81c1691161490811591610a7a575b508015610a4a575b8015610a29575b8015610a08575b6109cf579061092691610908613143565b9163ffffffff6001600160401b0361091e613201565b169316613559565b90806001600160401b036109386131a6565b16116109ad5750806001600160401b036109506131bc565b161161095a575080f35b906001600160401b0360649261096e613143565b9063ffffffff61097c6131bc565b927faf5f292f0000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b826001600160401b036064926109c1613143565b9063ffffffff61097c6131a6565b60248363ffffffff6109df613143565b7f044ea87a00000000000000000000000000000000000000000000000000000000835216600452fd5b50610a11613190565b6001600160401b0380604084015116911614156108f7565b50610a3261317a565b6001600160401b038060a084015116911614156108f0565b506084356001600160401b03811690818103610a7657506001600160401b0360808301511614156108e9565b8480fd5b905063ffffffff80610a8a61311d565b9260c81c16911614155f6108e1565b806337edf47960e01b6024925233600452fd5b50346101185760403660031901126101185760043590610aca612f1f565b91610ad3613340565b8082526003602052604082206001600160a01b0384165f5260205260405f20548015610d375782938284526003602052604084206001600160a01b0382165f526020528360405f20558284526001602052610b3c8260408620610b35866134cf565b9086613559565b939092817f684d11cded844380acab6e4e3993109739122905b0b7d22c1b7bdb53938eaa3460405180610b8c89896001600160a01b038a1697846040919493926060820195825260208201520152565b0390a3845283602052604084209180610c7d575b5082610bcf575b5050507f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b63ffffffff6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925460a81c1691803b15610a765760405163703a0e1960e01b815263ffffffff93909316600484015260248301939093526001600160a01b031660448201529082908290606490829084905af18015610c7257610c5d575b8080610ba7565b81610c6791612fcc565b61011857805f610c56565b6040513d84823e3d90fd5b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063ffffffff845460c81c16823b15610d335760405163703a0e1960e01b815263ffffffff91909116600482015260248101919091526001600160a01b03831660448201529085908290606490829084905af1908115610d28578591610d0e575b50610ba0565b81610d1891612fcc565b610d2357835f610d08565b505050fd5b6040513d87823e3d90fd5b8680fd5b506044926001600160a01b03917f17ced0d600000000000000000000000000000000000000000000000000000000845260045216602452fd5b503461011857602036600319011261011857806101e0604051610d9281612f66565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c082015201526004358152806020526040812060405190610e0c82612f66565b8054906001600160a01b038216835260ff8260a01c16602084019460028210156110415750845260408301918060a81c63ffffffff168352606084018160c81c63ffffffff168152608085019160e81c61ffff16825260018301549360a08601936001600160401b038616855260c08701958060401c6001600160401b031687528060801c6001600160401b031660e089015260c01c61010088015260028101546001600160401b0381166101208901528060401c6001600160401b03166101408901528060801c6001600160401b031661016089015260c01c64ffffffffff166101808801526003015464ffffffffff81166101a08801528060281c64ffffffffff166101c088015260501c6001600160a01b03166101e08701526040519686516001600160a01b031688525160208801610f4791612f59565b5163ffffffff1660408701525163ffffffff1660608601525161ffff166080850152516001600160401b031660a0840152516001600160401b031660c083015260e08101516001600160401b031660e08301526101008101516001600160401b03166101008301526101208101516001600160401b03166101208301526101408101516001600160401b03166101408301526101608101516001600160401b031661016083015261018081015164ffffffffff166101808301526101a081015164ffffffffff166101a08301526101c081015164ffffffffff166101c08301526101e001516001600160a01b03166101e082015261020090f35b80634e487b7160e01b602492526021600452fd5b50346101185760403660031901126101185761106f612f35565b6024359063ffffffff821680920361120457604051635aa6e67560e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156111f9576001600160a01b039185916111ca575b5016330361119e576001600160a01b031690813b1561117257818352600260205260408320546111465760207f57b66e8fa4ecbe33dd1b8db2efba114d64a9ca4a7455469b0d66bbe8b10b51ce91838552600282526001811160018218026001186040862055604051908152a280f35b602483837ff08ff491000000000000000000000000000000000000000000000000000000008252600452fd5b602483837f8a8b41ec000000000000000000000000000000000000000000000000000000008252600452fd5b6024837f988d1f0300000000000000000000000000000000000000000000000000000000815233600452fd5b6111ec915060203d6020116111f2575b6111e48183612fcc565b8101906130d0565b5f6110d6565b503d6111da565b6040513d86823e3d90fd5b8280fd5b50346101185760203660031901126101185760406020916001600160a01b0361122f612f35565b168152600283522054604051908152f35b503461011857610200366003190112610118576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690604051635aa6e67560e01b8152602081600481865afa908115610c7257906001600160a01b03918391611ef3575b5016803b156106b05781600491604051928380927fb4fd64f80000000000000000000000000000000000000000000000000000000082525afa8015610c7257908291611ede575b50506040517f6d70f7ae000000000000000000000000000000000000000000000000000000008152336004820152602081602481865afa908115610c72578291611ebf575b5015611e93576001600160a01b0361134e613107565b1681526002602052604081205415611e575761136861311d565b63ffffffff80611376613130565b16911614611e1e576001600160a01b0361139c63ffffffff61139661311d565b166133b4565b51166001600160a01b036113b663ffffffff611396613130565b51168115611e0e578015611dd5576001600160a01b036113d4613107565b169060243592600284101592836104d9576020606491604051928380927f7fa67423000000000000000000000000000000000000000000000000000000008252611421600483018b612f59565b8660248301528760448301525afa908115611dca578691611d9b575b5015611d3d5750506001600160401b0361145561317a565b16158015611d25575b8015611d0d575b8015611cf5575b611ccd5761149b6001600160401b036114836131bc565b166001600160401b0361149461317a565b169061308d565b6114bf6001600160401b036114ae613190565b166001600160401b036114946131a6565b10611ca5576001600160401b036114d46131d3565b16158015611c82575b611c3857606461ffff6114ee613169565b1611611bfc5761150c64ffffffffff611505613217565b16426136c5565b64ffffffffff61151a613217565b16620151808101809111611be8576115419064ffffffffff61153a61322c565b16906136c5565b61154961322c565b64ffffffffff5f1991160164ffffffffff8111611be85764ffffffffff8061156f613241565b92169116818111801590611bbf575b611b78575050602083946004604051809681937fcc4aa24d0000000000000000000000000000000000000000000000000000000083525af19283156111f9578493611b40575b508284528360205260408420906001600160a01b036115e1613107565b168254916104d95778ffffffff00000000000000000000000000000000000000000061160b61311d565b60a81b167fff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff7cffffffff00000000000000000000000000000000000000000000000000611677613130565b60c81b16937fffffffffffffff000000000000000000000000000000000000000000000000007effff00000000000000000000000000000000000000000000000000000000006116c5613169565b60e81b169616171674ff00000000000000000000000000000000000000008760a01b1617161717178155600181016001600160401b0361170361317a565b166001600160401b031982541617815561175061171e613190565b82546fffffffffffffffff0000000000000000191660409190911b6fffffffffffffffff000000000000000016178255565b6117a461175b6131a6565b82547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff1660809190911b77ffffffffffffffff0000000000000000000000000000000016178255565b6117ac6131bc565b77ffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffffffff00000000000000000000000000000000000000000000000083549260c01b16911617905560028101906001600160401b036118076131d3565b166001600160401b03198354161782556118546118226131ea565b83546fffffffffffffffff0000000000000000191660409190911b6fffffffffffffffff000000000000000016178355565b61016435916001600160401b03831691828403610d335781547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff16608085901b77ffffffffffffffff00000000000000000000000000000000161782556003916118bc613217565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b169116179055019064ffffffffff61191761322c565b169282549269ffffffffff000000000061192f613241565b60281b16936101e435946001600160a01b03861696878703611b3c577fffff0000000000000000000000000000000000000000000000000000000000007dffffffffffffffffffffffffffffffffffffffff000000000000000000008860501b1693161717179055858752600160205260408720600160ff198254161790556119d2604051956001600160a01b036119c5612f35565b1687526020870190612f59565b60443563ffffffff81168091036105bb57604086015260643563ffffffff81168091036105bb57606086015260843561ffff81168091036105bb57608086015260a4356001600160401b0381168091036105bb5760a086015260c4356001600160401b0381168091036105bb5760c086015260e4356001600160401b0381168091036105bb5760e0860152610104356001600160401b0381168091036105bb57610100860152610124356001600160401b0381168091036105bb57610120860152610144356001600160401b0381168091036105bb57610140860152506101608401526101843564ffffffffff81168091036104d9576101808401526101a43564ffffffffff81168091036104d9576101a08401526101c43564ffffffffff81168091036104d957946020956101c085015250506101e0820152817fcc875022ee6b12915580ac90f14cbab2afa089e0e6d241697cf516a8fbaadf636102003393a3604051908152f35b8a80fd5b9092506020813d602011611b70575b81611b5c60209383612fcc565b81010312611b6c5751915f6115c4565b5f80fd5b3d9150611b4f565b84906001830192838111611bab5762278d008101809111611bab5760649363091bdcc360e41b8452600452602452604452fd5b602483634e487b7160e01b81526011600452fd5b5062278d008201808311611bd457811161157e565b602486634e487b7160e01b81526011600452fd5b602484634e487b7160e01b81526011600452fd5b60448361ffff611c0a613169565b7fe757126a000000000000000000000000000000000000000000000000000000008352606460045216602452fd5b6044836001600160401b03611c4b6131d3565b81611c546131ea565b917f9050f0d40000000000000000000000000000000000000000000000000000000085521660045216602452fd5b50611c8b6131d3565b6001600160401b0380611c9c6131ea565b169116116114dd565b6004837f451fa04a000000000000000000000000000000000000000000000000000000008152fd5b6004837fe528e11e000000000000000000000000000000000000000000000000000000008152fd5b506001600160401b03611d066131bc565b161561146c565b506001600160401b03611d1e6131a6565b1615611465565b506001600160401b03611d36613190565b161561145e565b849250611d8f608494611d4e613107565b94506001600160a01b03604051957fd6c21ea80000000000000000000000000000000000000000000000000000000087521660048601526024850190612f59565b60448301526064820152fd5b611dbd915060203d602011611dc3575b611db58183612fcc565b8101906130ef565b5f61143d565b503d611dab565b6040513d88823e3d90fd5b60248363ffffffff611de5613130565b7f972a592300000000000000000000000000000000000000000000000000000000835216600452fd5b60248363ffffffff611de561311d565b60249063ffffffff611e2e61311d565b7f4045f06800000000000000000000000000000000000000000000000000000000835216600452fd5b6024906001600160a01b03611e6a613107565b7f43d4f44200000000000000000000000000000000000000000000000000000000835216600452fd5b807fc66f47bf000000000000000000000000000000000000000000000000000000006024925233600452fd5b611ed8915060203d602011611dc357611db58183612fcc565b5f611338565b81611ee891612fcc565b61011857805f6112f3565b611f0c915060203d6020116111f2576111e48183612fcc565b5f6112ac565b503461011857602036600319011261011857611f2c6130a0565b5060043581526001602052611f4360408220612fed565b90604051908251906005821015611041575060a060c0936001600160401b0392845264ffffffffff602082015116602085015282604082015116604085015282606082015116606085015282608082015116608085015201511660a0820152f35b5034611b6c576040366003190112611b6c576001600160401b0360243511611b6c57366023602435011215611b6c576001600160401b036024356004013511611b6c573660248035600401358135010111611b6c57612001613340565b6004355f525f60205260405f20906040519161201c83612f66565b80546001600160a01b038116845260ff8160a01c16906002821015612a9e5761ffff91602086015263ffffffff8160a81c16604086015263ffffffff8160c81c16606086015260e81c16608084015260018101546001600160401b03811660a08501526001600160401b038160401c1660c08501526001600160401b038160801c1660e085015260c01c610100840152600360028201549164ffffffffff6101208601936001600160401b03811685526001600160401b038160401c166101408801526001600160401b038160801c1661016088015260c01c1661018086015201546001600160a01b036101a085019164ffffffffff8116835264ffffffffff8160281c166101c087015260501c166101e08501526004355f52600160205260405f209161214983612fed565b9182516005811015612a9e5760011901612a755764ffffffffff905116804211612a4457506001600160401b0380604084015116915116808210612a105750506001600160a01b036121a463ffffffff6060870151166133b4565b5116936bffffffffffffffffffffffff60206121c963ffffffff6060850151166133b4565b015116946001600160401b036040840151166121ee63ffffffff6040850151166133b4565b90604051916370a0823160e01b8352306004840152602083602481875afa9283156129d1575f936129dc575b5063ffffffff6040860151166001600160a01b03865116906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163b15611b6c5760405163703a0e1960e01b815263ffffffff9091166004820152602481018490526001600160a01b0390911660448201525f8180606481010381836001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af180156129d1576129bc575b506001600160a01b038551168852600260205260408820546122fa5a5a60061c90613080565b9080821061298e5750506001600160a01b0385511690602086015192600284101561297a57612347906bffffffffffffffffffffffff60206001600160a01b03855116940151169061308d565b90823b15612976579161238a93918a936040519586947f9644a67f0000000000000000000000000000000000000000000000000000000086526004860190612f59565b6024840152866044840152606483015230608483015260c060a48301526024356004013560c483015260243560040135602480350160e48401378260e46024356004013584010152818360e482601f19601f60243560040135011681010301925af1801561295657908791612961575b50506040516370a0823160e01b8152306004820152602081602481865afa9081156129565790889291889161291d575b5061243e929161243991613080565b613062565b9561244a428585613265565b8088106128e7575061257461256f96976124bf6124396124a96124a061249a6001600160401b0360408c0151166001600160401b0360e08c0151166001600160401b036101008d015116916134a6565b85613080565b98429089613656565b91906001600160401b036101608a01511661308d565b8680821091180286189788966124eb886127106124e461ffff60808c0151168761308d565b0492613080565b908180821091180218988992612501868361308d565b878d52600460205260408d206001600160a01b0333165f5260205261252b60405f20918254613055565b9055612537868561308d565b878d52600460205260408d206001600160a01b03806101e08c015116165f5260205261256860405f20918254613055565b9055613080565b613080565b946001600160401b0386116128b55780547fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffff001660b087901b7dffffffffffffffff0000000000000000000000000000000000000000000016176003179055869291906125e0908661308d565b60405163095ea7b360e01b85526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166004528160245260208560448180875af19060018651148216156128a6575b60405215612776575b50506060015163ffffffff167f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b156106b057604051907f3201760300000000000000000000000000000000000000000000000000000000825260048201528360248201528181604481836001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af18015610c725761275d575b50506127347f9df33b7219b9bdbfacb9e188eaf4243776be2c9ec40661d5d2449d3892ec134c91604051918291339660043596846040919493926060820195825260208201520152565b0390a3807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b8161276791612fcc565b61277257835f6126ea565b8380fd5b9091925060405163095ea7b360e01b88526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166004528760245260208860448180875af1906001895114821615612885575b60405215612872576040519063095ea7b360e01b88526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660045260245260208760448180865af1906001885114821615612851575b6040521561283f579081869261263f565b635274afe760e01b8652600452602485fd5b90600181151661286957823b15153d1516169061282e565b503d87823e3d90fd5b60248783635274afe760e01b8252600452fd5b90600181151661289d57833b15153d151616906127d0565b503d88823e3d90fd5b90833b15153d15161690612636565b604488877f0b001427000000000000000000000000000000000000000000000000000000008252600435600452602452fd5b86886064927f1eb74300000000000000000000000000000000000000000000000000000000008352600435600452602452604452fd5b9250506020823d60201161294e575b8161293960209383612fcc565b81010312611b6c57905187919061243e61242a565b3d915061292c565b6040513d89823e3d90fd5b8161296b91612fcc565b6104d957855f6123fa565b8980fd5b60248a634e487b7160e01b81526021600452fd5b7f9fa72982000000000000000000000000000000000000000000000000000000008a52600452602452604488fd5b6129c99198505f90612fcc565b5f965f6122d4565b6040513d5f823e3d90fd5b9092506020813d602011612a08575b816129f860209383612fcc565b81010312611b6c5751915f61221a565b3d91506129eb565b7f5a34c9ab000000000000000000000000000000000000000000000000000000005f5260043560045260245260445260645ffd5b7f404665e2000000000000000000000000000000000000000000000000000000005f5260043560045260245260445ffd5b82516005811015612a9e57612a9990631912031760e21b5f52600435600452612f4b565b60445ffd5b634e487b7160e01b5f52602160045260245ffd5b34611b6c576040366003190112611b6c57612acb612f35565b6001600160a01b03612adb612f1f565b91612ae4613340565b1690815f52600460205260405f206001600160a01b0382165f5260205260405f2054908115612c00576001600160a01b0390835f52600460205260405f208282165f526020525f6040812055169081837f0c8584df0a37548f26644c41809e5f908b58e8888dd441691e8a2174ec89f3056020604051858152a3604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f5260045260245260205f60448180865af19060015f5114821615612be0575b5015612bce575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b635274afe760e01b5f5260045260245ffd5b6001821516612bf85750813b15153d15161682612ba3565b3d5f823e3d90fd5b6001600160a01b0390837f19cfd422000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b34611b6c576020366003190112611b6c57600435805f52600160205260405f2060ff8154166005811015612a9e5760018103612cd55750815f525f60205264ffffffffff600260405f20015460c01c1691620151808301809311612cc157824210612caa57612ca892506132e4565b005b905063e58369d160e01b5f5260045260245260445ffd5b634e487b7160e01b5f52601160045260245ffd5b612a9990836381367f5560e01b5f52600452612f4b565b34611b6c576040366003190112611b6c57612d05612f35565b6001600160a01b03612d15612f1f565b91165f5260046020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b34611b6c576040366003190112611b6c57600435805f526001602052612d6860405f20612fed565b9081516005811015612a9e5760011901612eb9575f525f60205260405f20604051612d9281612f66565b8154926001600160a01b038416825260ff8460a01c166002811015612a9e576003612eb19461ffff6020976001600160a01b03948988015263ffffffff8160a81c16604088015263ffffffff8160c81c16606088015260e81c16608086015260018101546001600160401b03811660a08701526001600160401b038160401c1660c08701526001600160401b038160801c1660e087015260c01c61010086015264ffffffffff60028201546001600160401b0381166101208801526001600160401b038160401c166101408801526001600160401b038160801c1661016088015260c01c16610180860152015464ffffffffff81166101a085015264ffffffffff8160281c166101c085015260501c166101e083015260243591613265565b604051908152f35b90516005811015612a9e57612a9991631912031760e21b5f52600452612f4b565b34611b6c576040366003190112611b6c57612ef3612f1f565b6004355f5260036020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b602435906001600160a01b0382168203611b6c57565b600435906001600160a01b0382168203611b6c57565b6005811015612a9e57602452565b906002821015612a9e5752565b61020081019081106001600160401b03821117612f8257604052565b634e487b7160e01b5f52604160045260245ffd5b60c081019081106001600160401b03821117612f8257604052565b604081019081106001600160401b03821117612f8257604052565b90601f801991011681019081106001600160401b03821117612f8257604052565b90604051612ffa81612f96565b8092805460ff8116906005821015612a9e5760a0926001600160401b036001928194875264ffffffffff8160081c166020880152818160301c166040880152818160701c16606088015260b01c166080860152015416910152565b91908201809211612cc157565b811561306c570490565b634e487b7160e01b5f52601260045260245ffd5b91908203918211612cc157565b81810292918115918404141715612cc157565b604051906130ad82612f96565b5f60a0838281528260208201528260408201528260608201528260808201520152565b90816020910312611b6c57516001600160a01b0381168103611b6c5790565b90816020910312611b6c57518015158103611b6c5790565b6004356001600160a01b0381168103611b6c5790565b60443563ffffffff81168103611b6c5790565b60643563ffffffff81168103611b6c5790565b60043563ffffffff81168103611b6c5790565b60243563ffffffff81168103611b6c5790565b60843561ffff81168103611b6c5790565b60a4356001600160401b0381168103611b6c5790565b60c4356001600160401b0381168103611b6c5790565b60e4356001600160401b0381168103611b6c5790565b610104356001600160401b0381168103611b6c5790565b610124356001600160401b0381168103611b6c5790565b610144356001600160401b0381168103611b6c5790565b6064356001600160401b0381168103611b6c5790565b6101843564ffffffffff81168103611b6c5790565b6101a43564ffffffffff81168103611b6c5790565b6101c43564ffffffffff81168103611b6c5790565b60a4358015158103611b6c5790565b6132d66124396132db926132cd6132e19660408701966132c76001600160401b036132a1818b51168260a0890151168360c08a015116916134a6565b9951166001600160401b0360e0870151166001600160401b0361010088015116916134a6565b93613656565b93909186613080565b61308d565b90613080565b90565b815465ffffffffffff19164260081b65ffffffffff0016176002179182905560405160309290921c6001600160401b03168252907f608001f0f4024cdf558f7cbdf3ab9ffbd2b7548bec472e9872b75c7648b352f090602090a2565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c61338c5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f60206040516133c381612fb1565b8281520152604051907f8ea06f8100000000000000000000000000000000000000000000000000000000825260048201526040816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156129d1575f91613437575090565b90506040813d60401161349e575b8161345260409383612fcc565b81010312611b6c576040519061346782612fb1565b8051906001600160a01b0382168203611b6c57602091835201516bffffffffffffffffffffffff81168103611b6c57602082015290565b3d9150613445565b906134b581936134ba9361308d565b613055565b5f19810191908211612cc1576132e191613062565b906134d86130a0565b50815f5260016020526134ed60405f20612fed565b9182516005811015612a9e576003141580613544575b61350a5750565b82516005811015612a9e57612a99917ff0c27f99000000000000000000000000000000000000000000000000000000005f52600452612f4b565b5082516005811015612a9e5760041415613503565b91939290613574826001600160401b03606088015116613055565b60408601936001600160401b03855116908183116136255750507fffffffffffffffffffff0000000000000000ffffffffffffffffffffffffffff75ffffffffffffffff000000000000000000000000000083549260701b169116179055801561361b57906001600160401b036136126132e1938260a06136086135fe8360808c0151168561308d565b8388511690613062565b980151169061308d565b91511690613062565b505090505f905f90565b7fdad1b14e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b64ffffffffff6101a060209294939401511692019164ffffffffff83511690818111156136b9570364ffffffffff8111612cc157915164ffffffffff92831692168082116136a45750505f91565b6136ad91613080565b81808210911802811891565b50505050600190600190565b808211801590613708575b6136d8575050565b60018101808211612cc15762093a808201809211612cc15763091bdcc360e41b5f5260045260245260445260645ffd5b5062093a808101808211612cc15782116136d056' as const;
