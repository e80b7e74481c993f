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
          },
          {
            "name": "stateProof",
            "type": "address",
            "internalType": "contract IStateProof"
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
    "name": "escape",
    "inputs": [
      {
        "name": "openings",
        "type": "tuple[]",
        "internalType": "struct EscapeOpening[]",
        "components": [
          {
            "name": "account",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "header",
            "type": "bytes",
            "internalType": "bytes"
          },
          {
            "name": "slots",
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
    "name": "escapedOf",
    "inputs": [
      {
        "name": "asset",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "l1Owner",
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
    "name": "escapedSlots",
    "inputs": [
      {
        "name": "account",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint16",
        "internalType": "uint16"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "facts",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IFacts"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "forcedExitFee",
    "inputs": [
      {
        "name": "mask",
        "type": "uint16",
        "internalType": "uint16"
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
    "name": "forcedRequest",
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
        "internalType": "struct ForcedRequest",
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
          },
          {
            "name": "kind",
            "type": "uint8",
            "internalType": "uint8"
          },
          {
            "name": "mask",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "key",
            "type": "bytes28",
            "internalType": "bytes28"
          },
          {
            "name": "feeUnits",
            "type": "uint32",
            "internalType": "uint32"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "freeze",
    "inputs": [],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "frozen",
    "inputs": [],
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
    "name": "heldUntil",
    "inputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "number",
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
    "name": "keyRotationFee",
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
    "name": "l1Orders",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IL1Orders"
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
    "name": "payOwed",
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
    "name": "receiveOwed",
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
        "name": "from",
        "type": "address",
        "internalType": "address"
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
    "name": "reclaimForcedFee",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
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
      },
      {
        "name": "mask",
        "type": "uint16",
        "internalType": "uint16"
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
    "name": "requestKeyRotation",
    "inputs": [
      {
        "name": "account",
        "type": "uint32",
        "internalType": "uint32"
      },
      {
        "name": "key",
        "type": "bytes28",
        "internalType": "bytes28"
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
    "name": "stateProof",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IStateProof"
      }
    ],
    "stateMutability": "view"
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
    "name": "withdrawEscaped",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "l1Owner",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
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
    "name": "EscapedWithdrawn",
    "inputs": [
      {
        "name": "l1Owner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "asset",
        "type": "uint256",
        "indexed": true,
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
      },
      {
        "name": "mask",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "fee",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "ForcedRequestConsumed",
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
        "name": "kind",
        "type": "uint256",
        "indexed": false,
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
    "name": "Frozen",
    "inputs": [
      {
        "name": "by",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "batchNumber",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "KeyRotationRequested",
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
      },
      {
        "name": "key",
        "type": "bytes28",
        "indexed": false,
        "internalType": "bytes28"
      },
      {
        "name": "fee",
        "type": "uint256",
        "indexed": false,
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
    "name": "SlotEscaped",
    "inputs": [
      {
        "name": "account",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "slot",
        "type": "uint256",
        "indexed": false,
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
        "indexed": true,
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
    "type": "event",
    "name": "WithdrawalsHeld",
    "inputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "asset",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
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
    "type": "error",
    "name": "AccountNotInState",
    "inputs": [
      {
        "name": "account",
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
    "name": "AccountNotOpen",
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
    "name": "CoreFrozen",
    "inputs": []
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
    "name": "ForcedFeeTooLow",
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
    "name": "ForcedKeyMismatch",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "expected",
        "type": "bytes28",
        "internalType": "bytes28"
      },
      {
        "name": "actual",
        "type": "bytes28",
        "internalType": "bytes28"
      }
    ]
  },
  {
    "type": "error",
    "name": "ForcedMaskMismatch",
    "inputs": [
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
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
    "name": "MaskEmpty",
    "inputs": []
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
    "name": "NotFrozen",
    "inputs": []
  },
  {
    "type": "error",
    "name": "NotL1Orders",
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
    "name": "NothingOverdue",
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
    "name": "SlotsNotInState",
    "inputs": [
      {
        "name": "account",
        "type": "uint256",
        "internalType": "uint256"
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
    "name": "StateProofCodeMismatch",
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
    "name": "WithdrawalHeld",
    "inputs": [
      {
        "name": "batchNumber",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "asset",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "until",
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
export const weirBytecode = '0x61012080604052346105d05761943a803803809161001d8285610679565b83398101906020818303126105d0578051906001600160401b0382116105d05701610160818303126105d05760405161016081016001600160401b0381118282101761064d5760405261006f8261069c565b815261007d6020830161069c565b90602081019182526100916040840161069c565b91604082019283526100a56060850161069c565b91606081019283526100b96080860161069c565b956080820196875260a08601519360a0830194855260c087015160018060401b0381116105d05787019180601f840112156105d0578251926001600160401b03841161064d578360051b90604051946101156020840187610679565b85526020808601928201019283116105d057602001905b8282106106615750505060c0830191825260e08701519460e084019586526101008801519661010085019788526101406101208a01519961012087019a8b5201519660018060a01b038816948589036105d05761014087019889526040516138f58082016001600160401b0381118382101761064d578291615b45833903905ff09384156105dc57604051631c64525d60e31b815260206004820181905289516001600160a01b0390811660248401528b51811660448401529551861660648301529651851660848201528d5190941660a48501525160c48401525161016060e4840152805161018484018190529294919285926101a484019201905f5b81811061062b575050925161010483015289516101248301528a5161014483015288516001600160a01b0316610164830152602092508190038173b167de8801a9ffdbd2c006cd4e731c7f8920eb4f5af49182156105dc575f926105e7575b506001600160a01b031660805260a05260408051631dd70c0360e21b81529081600481733fd5f41e1cda2eb5c7d135bc37a319e16a59bb3d5af480156105dc575f915f9161057d575b5060e05260c05261010052516001600160a01b03163f7fe23c286ed31cb8bed9bcfc2762162ed9c80e9801798bdf61cd95b5dc98ff9ced81016105475750516001600160a01b03163f7fdc18e5fe6b9203a0243321aba3b05426522e9e0ab2eef618740203de2072109381016105115750516001600160a01b03163f7fbc00ebbeebecd49b09000b6e5ea764f93f9804a713d96d9e0646ae40de3f1dd281016104db575061038081516106b0565b61038a82516106b0565b51601055516011555f805464ffffffffff60481b19164260481b6dffffffffff0000000000000000001617815590516001600160a01b0316808252601260205260408083205f19905551917fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d9080a26153ea908161075b823960805181818161095f015281816117c401528181611f0d015281816120f201528181612bc50152818161495f015261507b015260a0518181816105db01528181610a6c015281816111150152818161126901528181611aa401528181611dff01528181612185015281816126d501528181612ae8015281816135a3015281816138dc01528181613d5f0152614210015260c05181818161027c01528181610bbc0152818161189c0152612bf1015260e05181818161174b0152612c20015261010051818181610920015281816143d0015261461f0152f35b63c343001160e01b5f527f43ff144114132b64f6fff491a1589b06c067fb58ec269261f9b951bf21c0e22e60045260245260445ffd5b630989c21560e11b5f527f23e71a01946dfc5fdbccde545c4fabd9add161f54d1109e78bfdfc21df8def6d60045260245260445ffd5b630989c21560e11b5f527f1dc3d7912ce34741264303d89de9d12637f167fe8674209e326a4a236700631360045260245260445ffd5b9150506040813d6040116105d4575b8161059960409383610679565b810103126105d0578051906001600160a01b03821682036105d05760200151906001600160a01b03821682036105d057905f6102d2565b5f80fd5b3d915061058c565b6040513d5f823e3d90fd5b9091506020813d602011610623575b8161060360209383610679565b810103126105d057516001600160a01b03811681036105d057905f610289565b3d91506105f6565b82516001600160a01b031684528794506020938401939092019160010161022a565b634e487b7160e01b5f52604160045260245ffd5b6020809161066e8461069c565b81520191019061012c565b601f909101601f19168101906001600160401b0382119082101761064d57604052565b51906001600160a01b03821682036105d057565b6106b9816106e6565b90600882106106c6575050565b816106d09161071b565b906308c9d55360e01b5f5260045260245260445ffd5b905f915b600883106106f55750565b9091637f000001610706828461071b565b10156107165760010191906106ea565b905090565b906001600160fb1b03811681036107465760051b60e0039060e082116107465763ffffffff911c1690565b634e487b7160e01b5f52601160045260245ffdfe60806040526004361015610011575f80fd5b5f5f3560e01c8062a3c1ff14613637578063054f7d9c146136135780630eca8a09146123a7578063102decaf1461211657806316f0115b146120d25780631adf9f5b14611fd15780631d62ebd914611f995780631f0fa45e14611f6f57806331c0561a14611f515780633201760314611ef45780633d7552f714611ec757806345dca05c14611ea957806348aa410814611e6957806353c98ce914611e235780635aa6e67514611ddf578063603921b414611b2c57806362a5af3b1461197a57806368744046146118ea5780636cb0ecea146118c05780636d08b4a71461187c5780636d70f7ae146118585780636dfb9ece1461181c578063703a0e19146117a757806371f962111461176f5780637e74f3601461172b57806389cd9464146114735780638a52b46b146113b65780638ea06f8114611343578063970e53ae146113285780639870d7fe14611232578063ac8a584a146110de578063b7f77eaa14610fb2578063b86e321c14610e95578063b8cf927514610dfe578063b93dff8f14610dca578063b97ea7c314610c38578063bda617a614610c00578063c8746ca914610b9f578063c90a1a9214610a15578063c98cfd66146109cf578063cc4aa24d14610944578063ceb106b114610900578063d288e08114610857578063d5d558b7146107f0578063d907cf1314610589578063e256ccee14610558578063e3f4c7c9146104d1578063eafe7a74146104ab578063ed298a4e146103d0578063ee31e3b414610395578063f364c90c1461034e578063f7178ac6146103135763fafa4cce14610260575f80fd5b346103105761026e366136d4565b906001600160a01b039392937f00000000000000000000000000000000000000000000000000000000000000001633036102e4576102be92936102af613b7c565b6102b98282613f36565b614033565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b6024837fa7ff695e00000000000000000000000000000000000000000000000000000000815233600452fd5b80fd5b503461031057806003193601126103105760206040517f1dc3d7912ce34741264303d89de9d12637f167fe8674209e326a4a23670063138152f35b503461031057602061038b610362366136be565b9060019182915f52600d60205260405f208160081c5f5260205260ff60405f205491161c161490565b6040519015158152f35b503461031057806003193601126103105760206040517f23e71a01946dfc5fdbccde545c4fabd9add161f54d1109e78bfdfc21df8def6d8152f35b503461031057604036600319011261031057600435906103ee6136a8565b6103f6613b7c565b828252600f602052604082206001600160a01b0382165f5260205260405f2054801561048f578383946102be9452600f602052604085206001600160a01b0384165f526020528460405f205561045461044e83613950565b82613f36565b806040518381527f6011318770f16b7b42fe9d734d66c0b0ab366574e3c21296556e65b5f2d8bac960206001600160a01b03871692a3614274565b6024836001600160a01b0384636e34ee0b60e11b835216600452fd5b503461031057806003193601126103105763ffffffff6020915460701c16604051908152f35b503461031057806003193601126103105760806040516104f08161376a565b60015465ffffffffffff81169182815265ffffffffffff8260301c1680602083015265ffffffffffff8360601c16918260408201528565ffffffffffff808660901c169586606085015260c01c16910152604051938452602084015260408301526060820152f35b50346103105760203660031901126103105764ffffffffff6040602092600435815260048452205416604051908152f35b5034610310576040366003190112610310576105a3613692565b90602435916bffffffffffffffffffffffff83168093036107ec57604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156107e157839061079d575b6001600160a01b03915016330361077157803b1561073d576001600160a01b031691828252600c60205260408220546107005780156106d457916040917fac3dcdc20bb35a0f2b39fb2ddbe12a30d20c4795d2026bf2fc48df3ce84ca67d60208095610674614d54565b868197956106bc839751610687816137d2565b898152868101868152858452600b88528484209151905160a01b6001600160a01b0319166001600160a01b0391909116179055565b878152600c85522055604051908152a3604051908152f35b602492507f2408dabc000000000000000000000000000000000000000000000000000000008252600452fd5b50816044928252600c6020526040822054907f24db1cef000000000000000000000000000000000000000000000000000000008352600452602452fd5b7ff0ae59ab0000000000000000000000000000000000000000000000000000000082526001600160a01b0316600452602490fd5b6024827f245aecd300000000000000000000000000000000000000000000000000000000815233600452fd5b506020813d6020116107d9575b816107b7602093836137ee565b810103126107d5576107d06001600160a01b03916139fb565b61060a565b8280fd5b3d91506107aa565b6040513d85823e3d90fd5b5080fd5b50346103105760203660031901126103105763ffffffff61080f61367f565b1663080000008110156108455733907fc770f1cf1a38c1774000eb49373c0e460f84a5d87f39fb4bd4dd5cd7ffad6c588380a380f35b634354aee560e01b8252600452602490fd5b5034610310576108663661372f565b610871929192613b7c565b60ff825460901c16806108e9575b15806108c0575b610894576102be9192614c23565b506024917fef0ad199000000000000000000000000000000000000000000000000000000008252600452fd5b506108e383600180918060081c5f52600560205260ff60405f205491161c161490565b15610886565b5065ffffffffffff60015460301c1683101561087f565b503461031057806003193601126103105760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103105780600319360112610310576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036109bc57602090610990614d54565b807fa22bf172f1af83ea83462556d73247cb196825b7c027e49bae906b90290beab16040519380a28152f35b8063250abb5160e11b6024925233600452fd5b50346103105760203660031901126103105760043567ffffffffffffffff81116107ec5760a060031982360301126107ec576102be90610a0d613b7c565b60040161479c565b503461031057610a243661372f565b610a2f929192613b7c565b828252600460205264ffffffffff6040832054168015610b73576040516354021a8b60e01b81528160048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610b68578490610b2f575b6202a300915010610ade575065ffffffffffff60015460301c16808410610ac757506102be9192614c23565b9050604492631d0a81a560e21b8352600452602452fd5b90506202a3008101809111610b1b576044927f22d9bc11000000000000000000000000000000000000000000000000000000008352600452602452fd5b602482634e487b7160e01b81526011600452fd5b506020813d602011610b60575b81610b49602093836137ee565b81010312610b5c576202a3009051610a9b565b5f80fd5b3d9150610b3c565b6040513d86823e3d90fd5b602483857fc6c8df6b000000000000000000000000000000000000000000000000000000008252600452fd5b503461031057610bae366136d4565b906001600160a01b039392937f00000000000000000000000000000000000000000000000000000000000000001633036102e4576102be9293610bef613b7c565b610bfb61044e83613950565b614274565b503461031057602036600319011261031057602061038b600435600180918060081c5f52600560205260ff60405f205491161c161490565b50346103105760a0610c493661372f565b610c5581839493614b33565b016001600160a01b03610c6782613afc565b163303610d89575065ffffffffffff60015460301c16808210610d735750808252600460205260408220805464ffffffffff811680610d43575064ffffffffff19164264ffffffffff161790556001547fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff7dffffffffffff000000000000000000000000000000000000000000000000610d0c60c084901c65ffffffffffff16613866565b60c01b169116176001557f3e1a4f8a8309f49ea5122454126f6566cc9242caa902eb395c2adff736216bda6020604051428152a280f35b84604491857f49d51418000000000000000000000000000000000000000000000000000000008352600452602452fd5b8291631d0a81a560e21b60449452600452602452fd5b826001600160a01b03610d9d604493613afc565b7f73fe96ca0000000000000000000000000000000000000000000000000000000083521660045233602452fd5b5034610310576020366003190112610310576004359061ffff82168203610310576020610df683613a4c565b604051908152f35b50346103105760203660031901126103105760043567ffffffffffffffff81116107ec57610e309036906004016136fe565b90610e39613b7c565b82609e1982360301935b83811015610e6e578060051b830135858112156107d55790610e68600192850161479c565b01610e43565b50807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b503461031057602036600319011261031057610eaf613692565b90610eb8613b7c565b6001600160a01b0382169182825260076020526040822054908115610f9f578280808481948883526007602052826040812055887f1d3eee4ca001cff39eec6ec7615aacf2f2bd61791273830728ba00ccbd6e13376020604051858152a25af13d15610f9a573d610f2881613a22565b90610f3660405192836137ee565b81528360203d92013e5b15610f6c5750807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b6044927fa910a78b000000000000000000000000000000000000000000000000000000008352600452602452fd5b610f40565b60248385636e34ee0b60e11b8252600452fd5b50346103105760203660031901126103105760043560ff825460901c16156110cf5760015465ffffffffffff8160901c1682109081156110b9575b5061108e5781526006602052604081206001810190815460e01c9164174876e80083029280840464174876e800149015171561107a57821561105d5790816001600160e01b036001600160a01b03935416905554168252600760205261105860408320918254613750565b905580f35b6024846001600160a01b03845416636e34ee0b60e11b8252600452fd5b602484634e487b7160e01b81526011600452fd5b7f760228de000000000000000000000000000000000000000000000000000000008252600452602490fd5b65ffffffffffff915060601c168110155f610fed565b600482638208cbe560e01b8152fd5b5034610310576020366003190112610310576110f8613692565b604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156107e15783906111f2575b6001600160a01b039150163303610771576001600160a01b0316808252601260205260408220546001016111ce576202a30042018042116111ba5760207f2360404a74478febece1a14f11275f22ada88d19ef96f7d785913010bfff44799183855260128252806040862055604051908152a280f35b602483634e487b7160e01b81526011600452fd5b90816044928252601260205260408220549063185571ad60e01b8352600452602452fd5b506020813d60201161122a575b8161120c602093836137ee565b810103126107d5576112256001600160a01b03916139fb565b611144565b3d91506111ff565b50346103105760203660031901126103105761124c613692565b604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156107e15783906112e8575b6001600160a01b039150163303610771576001600160a01b031680825260126020525f1960408320557fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d8280a280f35b506020813d602011611320575b81611302602093836137ee565b810103126107d55761131b6001600160a01b03916139fb565b611298565b3d91506112f5565b50346103105780600319360112610310576020610df66139af565b503461031057602036600319011261031057604081819260208351611367816137d2565b82815201526004358152600b602052206bffffffffffffffffffffffff825191611390836137d2565b5460206001600160a01b03821693848152019060a01c8152835192835251166020820152f35b50346103105760203660031901126103105760043567ffffffffffffffff81116107ec576113e89036906004016136fe565b906113f1613b7c565b60ff835460901c161561146457825b82811061142e5783807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b8061145e611447611442600194878761397c565b61399e565b63ffffffff61145784888861397c565b9116614320565b01611400565b600483638208cbe560e01b8152fd5b5060403660031901126103105761148861367f565b9060243563ffffffff1981168091036107ec576114a36141fe565b6114ac81613c9e565b63ffffffff6114b9613b10565b9316906308000000821015611718578334106117015764174876e800840463ffffffff81116116e157936116818263ffffffff6020978434116116ba575b600180549865ffffffffffff8a60601c169971ffffffffffff0000000000000000000000001971ffffffffffff0000000000000000000000006115398d613866565b60601b1691161782556040519061154f826137b6565b3382528a8c8301918b83527dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff604085019364ffffffffff421685526001600160a01b0380604060608901956006875260808a019781895260a08b019e8f528d60c08c019d168d52815260206006905220975116166001600160a01b031987541617865551937fffff00000000000000000000ffffffffffffffffffffffffffffffffffffffff63ffffffff60a01b7fffff00000000000000000000000000000000000000000000000000000000000060ff60e81b64ffffffffff60c01b8a54955160c01b16965160e81b16965160f01b169660a01b16911617161717178155019251891c6001600160e01b031984541617835551166001600160e01b036001600160e01b031983549260e01b169116179055565b60405191825284820152827ffb35417b837974e9586dd702edb25db74adbe2e47378314e2d30b8b24365538360403393a4604051908152f35b6116c4853461375d565b33895260078a526116da60408a20918254613750565b90556114f7565b60448486631c4496c760e11b825268174876e7e8b7891800600452602452fd5b60448385631c4496c760e11b825260045234602452fd5b60248383634354aee560e01b8252600452fd5b503461031057806003193601126103105760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103105760203660031901126103105760406020916001600160a01b03611796613692565b168152600c83522054604051908152f35b5034610310576117b6366136d4565b906001600160a01b039392937f0000000000000000000000000000000000000000000000000000000000000000163303611809576102be92936117f7613b7c565b610bfb61180383613950565b82613fd1565b60248363250abb5160e11b815233600452fd5b50346103105760203660031901126103105761ffff604060209263ffffffff61184361367f565b168152600e8452205460a01c16604051908152f35b503461031057602036600319011261031057602061038b611877613692565b613881565b503461031057806003193601126103105760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103105760203660031901126103105760406020916004358152600383522054604051908152f35b50346103105760203660031901126103105760408160609282805161190e8161379a565b828152826020820152015260043581526002602052206bffffffffffffffffffffffff6040519161193e8361379a565b548167ffffffffffffffff821693848152604060208201918385831c168352019260a01c83526040519485525116602084015251166040820152f35b5034610310578060031936011261031057611993613bf0565b65ffffffffffff60015460901c1690818152600660205264ffffffffff604082205460c01c1680151580611b16575b1580611a6d575b611a3f5750805472010000000000000000000000000000000000007fffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffff821617825563ffffffff604051911681527f68e0d8c112165d0949ce87205b719ed7d98c7401866c34a159f7c67c6f5620e760203392a280f35b6044927f02378b22000000000000000000000000000000000000000000000000000000008352600452602452fd5b506040517fb4bd9e270000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156107e1578391611adb575b50156119c9565b90506020813d602011611b0e575b81611af6602093836137ee565b810103126107d5575180151581036107d5575f611ad4565b3d9150611ae9565b5062093a8081018082116111ba574210156119c2565b50604036600319011261031057611b4161367f565b9060243561ffff8116908181036107d557611b5a6141fe565b8115611db757611b6e63ffffffff91613a4c565b9316906308000000821015611718578334106117015764174876e80084049263ffffffff8411611d975793611d37602095823411611d70575b63ffffffff6001549665ffffffffffff8860601c169771ffffffffffff0000000000000000000000001971ffffffffffff000000000000000000000000611bed8b613866565b60601b169116176001556001604051611c05816137b6565b3381528a8101898152888b7dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff604085019364ffffffffff421685526001600160a01b038060408c60608a01966005885260808b0198895260a08b019e8f528d60c08c019d168d52815260206006905220975116166001600160a01b031987541617865551937fffff00000000000000000000ffffffffffffffffffffffffffffffffffffffff63ffffffff60a01b7fffff00000000000000000000000000000000000000000000000000000000000060ff60e81b64ffffffffff60c01b8a54955160c01b16965160e81b16965160f01b169660a01b16911617161717178155019251891c6001600160e01b031984541617835551166001600160e01b036001600160e01b031983549260e01b169116179055565b60405191825284820152827f7b9b355956d7020bafdf87f039d42289b4f7cb9755747e271aa25b8f4940e20560403393a4604051908152f35b611d7a833461375d565b33825260078852611d9060408320918254613750565b9055611ba7565b8085631c4496c760e11b6044935268174876e7e8b7891800600452602452fd5b6004837f9ac97bbd000000000000000000000000000000000000000000000000000000008152fd5b503461031057806003193601126103105760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b5034610310576040366003190112610310576001600160a01b036040611e476136a8565b926004358152600f6020522091165f52602052602060405f2054604051908152f35b50346103105780600319360112610310578064ffffffffff60609254604051925063ffffffff81168352818160201c16602084015260481c166040820152f35b50346103105780600319360112610310576020601154604051908152f35b5034610310576040602091611edb366136be565b9082526009845282822090825283522054604051908152f35b503461031057611f03366136be565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361180957906102be91611f40613b7c565b611f4a8183613fd1565b3391614033565b50346103105780600319360112610310576020601054604051908152f35b50346103105760203660031901126103105760406020916004358152600883522054604051908152f35b50346103105760203660031901126103105760406020916001600160a01b03611fc0613692565b168152600783522054604051908152f35b50346103105760203660031901126103105760408160e09260c08351611ff6816137b6565b82815282602082015282858201528260608201528260808201528260a08201520152600435815260066020522063ffffffff60405191612035836137b6565b80549261ffff6001600160a01b0385169485835260ff6020840194868360a01c16865264ffffffffff60408601818560c01c1681528860016060890194868860e81c16865260808a019760f01c885201549860c060a08a019983198c60201b168b5201998d1c8a526040519b8c52511660208b0152511660408901525116606087015251166080850152821990511660a0840152511660c0820152f35b503461031057806003193601126103105760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103105760a03660031901126103105761213061367f565b906024359067ffffffffffffffff82168092036103105760443563ffffffff81168091036107ec57606435936084359360ff851680950361239457612173613b7c565b61217b613bf0565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b156123a35784600491604051928380927fb4fd64f80000000000000000000000000000000000000000000000000000000082525afa80156123985790859161237f575b505080156123575763080000008310156123445760108510156123185785612213602097613c9e565b6001549565ffffffffffff87169665ffffffffffff61223189613866565b169065ffffffffffff19161760015561228b63ffffffff61225189613f12565b604080519182529690911660208201819052958101859052606081018790526080810183905260a081018490523360c082015260e0902090565b92878752600389528360408820556122a38186613f36565b6122ae338287614033565b60405194855288850152604084015260608301526080820152837f7db0fe84aa472854e212e7b03a52c3fed5429b26c9de6a16bf2c232a545df32560a03393a47f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b602484867f7962023c000000000000000000000000000000000000000000000000000000008252600452fd5b60248484634354aee560e01b8252600452fd5b6004847fcbca5aa2000000000000000000000000000000000000000000000000000000008152fd5b81612389916137ee565b61239457835f6121ea565b8380fd5b6040513d87823e3d90fd5b8480fd5b5034610b5c576080366003190112610b5c5760043567ffffffffffffffff8111610b5c576123d9903690600401613651565b60443567ffffffffffffffff8111610b5c576123f9903690600401613651565b90936064359267ffffffffffffffff8411610b5c5760606003198536030112610b5c57612424613b7c565b61242c613bf0565b5f54604881901c64ffffffffff16620151808101908110612ff55761245033613881565b1580613575575b61355f5750612464613c26565b5060b0821061353357612475613c26565b9082600411610b5c57863560e01c825260088310610b5c57600487013560e01c602083015260108310610b5c57600887013560c01c604083015282603011610b5c576010870135606083015282605011610b5c576030870135608083015282607011610b5c57605087013560a083015282609011610b5c57607087013560c08301528260a411610b5c57609087013560601c60e08301528260a611610b5c5760a487013560f01c61010083015260a683111561351f5760a687013560f81c6101208301528260a7101561351f5760a787013560f81c6101408301528260ab11610b5c5760a887013560e81c61016083015260ad8310610b5c5760ab87013560f01c61018083015260b08310610b5c5760ad87013560e81c6101a083015281515f1981016134ef5750610140820151806134bf5750610100820151600319811661349457506101608201516210000081101561347b57506101a08201516210000081101561347b57506101208201518061340f575b506125f382614de2565b80601f0290601f820403612ff55760b0018060b011612ff5578084036133df57506040516126208161376a565b63ffffffff821690818152608060ff602083019464ffffffffff8160201c16865264ffffffffff8160481c16604085015263ffffffff8160701c16606085015260901c16151591015260018101809111612ff55760208301518181036133b05750634000000081101561339657505160408201519064ffffffffff1680821061336857504281118015613358575b613329576040516354021a8b60e01b81528160048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015612f78575f906132f5575b611c209150116132ba5750606081015160105480820361328c57505060a081015160115480820361325e57505061273e6080820151613c9e565b61274b60c0820151613c9e565b612756602435613c9e565b6127638560040182613d20565b6101208101519461277386613ee6565b9561278160405197886137ee565b80875261278d81613ee6565b601f19013660208901375f5b81811061320e575080496131e357506127b59060040180613810565b9590966127c06139af565b955f5160206153ca5f395f51905f526127e13660af19880160b08601614e89565b6020815191012060405160208101917f776569722e7a2e7631000000000000000000000000000000000000000000000083528a604083015260b086606084013760243561011083015261013082015261285081612842610150820189614ebf565b03601f1981018352826137ee565b51902006975f99610120860151613035575b5050612870849a979a614de2565b9660b0601f5f99028401015b80607c85820360af1901106128d7578a5f5160206153ca5f395f51905f5291607b19019a82828d3560081c958282605c1983013560081c958282603d1986013560081c95601e19013560081c9209010901090109019761287c565b8691508c8c8b8d935b60b08901811161300957506128f6368c8a614e89565b6020815191012060405160208101917f776569722e636f6e746578742e7631000000000000000000000000000000000083528560408301526060820152612945816128428d6080830190614ebf565b519020935f5160206153ca5f395f51905f5260208701516040880151610100890151916a0fffff000000000000000063ffffffff1983600c1b169260401b169060601b171717936129c6826129b96101608b01516101808c0151906101a08d015160201b9160401b9060601b17179561528e565b949195909706900861528e565b959193909460608b01519a60808101519060c060a082015191015191604080519e8f906020820152015260608d015260808c015260808b52612a0960a08c6137ee565b5f985f905b60088210612fcc57505090612aa79796959493929160405197602089019a8b5260801b1760408801526024356060880152608087015260a086015260c085015260e08401526101008301526101208201526101208152612a70610140826137ee565b602060405193849282808501988051918291018a5e840190838201905f8252519283915e01015f815203601f1981018352826137ee565b6040880151604051907f9192db5a00000000000000000000000000000000000000000000000000000000825260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015612f78575f90612f83575b6001600160a01b0391501691823b15610b5c57612b9e5f95608497604051988997889687967f5bf48e3a0000000000000000000000000000000000000000000000000000000088526004880152606060248801525180918160648901528388015e85810182018a9052601f01601f1916850185810382016003190160448701520191613846565b03915afa8015612f7857612f63575b5060405193612bbb8561379a565b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001685526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660208601526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016604086015261016084015190601f828102048203612f4f5781601f0260b00160b011612f4f5781601f0260b00111612f4b576001600160a01b0394612d8e604092606094845198899586957f1c56089800000000000000000000000000000000000000000000000000000000875260016004880152828151166024880152826020820151166044880152015116606485015287516084850152602088015160a4850152604088015160c48501528588015160e4850152608088015161010485015260a088015161012485015260c08801516101448501526001600160a01b0360e0890151166101648501526101008801516101848501526101208801516101a48501526101408801516101c48501526101608801516101e48501526101808801516102048501526101a088015161022485015261026061024485015260b0610264850192601f029101613846565b0381739d9d3365ee0c263f2451e959ac6e1c8fcb2c8a9f5af4928315610b68578493612ef5575b506080820151918260105560c081015160a08201518103612eec575b60208201519460408754930151926dffffffffff0000000000000000004260481b169063ffffffff8816906dffffffffffffffffffffffffffff19161768ffffffffff000000008560201b1617178755858752600860205260408720548151906040602084015193015193604051976101008901968952602089015260408801526060870152608086015260a085015260c084015261010060e0840152815180915260206101208401920190855b818110612ed65750505090807f48ccb5634c666d68b6abeae48cefe84094c8ebb407afc898513645fcce5981be920390a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b8251845260209384019390920191600101612e7f565b80601155612dd1565b9092506060813d606011612f43575b81612f11606093836137ee565b81010312612394576040805191612f278361379a565b8051835260208101516020840152015160408201529184612db5565b3d9150612f04565b8580fd5b602487634e487b7160e01b81526011600452fd5b612f709195505f906137ee565b5f9385612bad565b6040513d5f823e3d90fd5b506020813d602011612fc4575b81612f9d602093836137ee565b81010312610b5c57516001600160a01b0381168103610b5c576001600160a01b0390612b17565b3d9150612f90565b90998a601c0290601c82048c03612ff557630fffffff836001931c169060201b179a0190612a0e565b634e487b7160e01b5f52601160045260245ffd5b909192939450601e1901905f5160206153ca5f395f51905f5285833560081c92090189949392916128e0565b9594969893995096610160879b939b0151985f958598611000809a60019b5b61318d5750508a9d8e5f905b15613112578e9f8d9e9f998c9d9e9a613090829d9e9c61308a613097955f19019e8f92839161397c565b92613efe565b51906151e9565b156130e6576130d2575f5160206153ca5f395f51905f528c818f8b8f916130bd9261397c565b35915f9d09089d9c9b9a99889f9e9998613060565b634e487b7160e01b5f52601260045260245ffd5b887fdab05a82000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b949b50959d5096939b959a919850965090818a6001935b61314b5750506130d2575f5160206153ca5f395f51905f529109975f80612862565b600180831614613172575b805f5160206153ca5f395f51905f5291099060011c9081613129565b925f5160206153ca5f395f51905f5284819209939050613156565b9d9e97989d6001809d9e9b9c9d8316146131c8575b805f5160206153ca5f395f51905f5291099060011c90979e9d9897819d9c9b9a9d613054565b9b5f5160206153ca5f395f51905f528d8192099c90506131a2565b7f189e77a6000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b804961321a828a613efe565b526132258189613efe565b511561323357600101612799565b7fcc6408c5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f5cec7502000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f21866801000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b611c1f194201428111612ff5577f38fdebae000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020813d602011613321575b8161330f602093836137ee565b81010312610b5c57611c209051612704565b3d9150613302565b7f45e2dc22000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b50650100000000008110156126ae565b7f2bff2905000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b632762388360e21b5f52600452634000000060245260445ffd5b907fc6bc0f1a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b83907f2995af53000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b600681116134645750613421826151a8565b611000810190818111612ff557610fff01908111612ff557600c1c6101208301519080820361345057506125e9565b62e41f4360e31b5f5260045260245260445ffd5b632762388360e21b5f52600452600760245260445ffd5b632762388360e21b5f526004526210000060245260445ffd5b7fb1deb829000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f145bb452000000000000000000000000000000000000000000000000000000005f5260a760045260245260445ffd5b7f5060c665000000000000000000000000000000000000000000000000000000005f52600160045260245260445ffd5b634e487b7160e01b5f52603260045260245ffd5b507f36fb3a55000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63185571ad60e01b5f523360045260245260445ffd5b506040516354021a8b60e01b815264ffffffffff8360481c1660048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015612f78575f906135de575b62015180915010612457565b506020813d60201161360b575b816135f8602093836137ee565b81010312610b5c576201518090516135d2565b3d91506135eb565b34610b5c575f366003190112610b5c57602060ff5f5460901c166040519015158152f35b34610b5c575f366003190112610b5c576020610df6613b10565b9181601f84011215610b5c5782359167ffffffffffffffff8311610b5c5760208381860195010111610b5c57565b6004359063ffffffff82168203610b5c57565b600435906001600160a01b0382168203610b5c57565b602435906001600160a01b0382168203610b5c57565b6040906003190112610b5c576004359060243590565b6060906003190112610b5c5760043590602435906044356001600160a01b0381168103610b5c5790565b9181601f84011215610b5c5782359167ffffffffffffffff8311610b5c576020808501948460051b010111610b5c57565b9060e0600319830112610b5c5760c0600435926023190112610b5c57602490565b91908201809211612ff557565b91908203918211612ff557565b60a0810190811067ffffffffffffffff82111761378657604052565b634e487b7160e01b5f52604160045260245ffd5b6060810190811067ffffffffffffffff82111761378657604052565b60e0810190811067ffffffffffffffff82111761378657604052565b6040810190811067ffffffffffffffff82111761378657604052565b90601f8019910116810190811067ffffffffffffffff82111761378657604052565b903590601e1981360301821215610b5c570180359067ffffffffffffffff8211610b5c57602001918160051b36038313610b5c57565b908060209392818452848401375f828201840152601f01601f1916010190565b65ffffffffffff1665ffffffffffff8114612ff55760010190565b6001600160a01b03165f52601260205260405f205480421061394a5780151590816138aa575090565b6202a2ff19810191508111612ff557604051906354021a8b60e01b825260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015612f78575f90613915575b6202a30091501090565b506020813d602011613942575b8161392f602093836137ee565b81010312610b5c576202a300905161390b565b3d9150613922565b50600190565b7f80000000000000000000000000000000000000000000000000000000000000008114612ff5575f0390565b919081101561351f5760051b81013590605e1981360301821215610b5c570190565b3563ffffffff81168103610b5c5790565b60405160208101907f776569722e696e7374616e63652e7631000000000000000000000000000000008252466040820152306060820152606081526139f56080826137ee565b51902090565b51906001600160a01b0382168203610b5c57565b81810292918115918404141715612ff557565b67ffffffffffffffff811161378657601f01601f191660200190565b5f198114612ff55760010190565b61ffff5f9116805b613ade57508061ea60029061ea60820403612ff5576201adb001806201adb011612ff557613a8f906377359400481115613ad3574890613a0f565b64174876e800810190818111612ff55764174876e7ff01908111612ff55764174876e800900464174876e80081029080820464174876e8001490151715612ff55790565b637735940090613a0f565b90613ae890613a3e565b905f19810190808211612ff5571680613a54565b356001600160a01b0381168103610b5c5790565b6377359400481115613b7257485b6201adb08181029190820403612ff55764174876e800810190818111612ff55764174876e7ff01908111612ff55764174876e800900464174876e80081029080820464174876e8001490151715612ff55790565b6377359400613b1e565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c613bc85760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b60ff5f5460901c16613bfe57565b7f5c6daac7000000000000000000000000000000000000000000000000000000005f5260045ffd5b604051906101c0820182811067ffffffffffffffff821117613786576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b613ca781614e10565b9060088210613cb4575050565b81613cbe91614e45565b907f08c9d553000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b903590601e1981360301821215610b5c570180359067ffffffffffffffff8211610b5c57602001918136038313610b5c57565b90613d2b8180613810565b9050610120830151809103613ec5575060c0820180519260a08101938451148015613eb4575b613e5b576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906040810151608060208301519201519351955160405192613da08461376a565b8352602083019485526040830196875260608301908152613dd06080840196602081013588526040810190613ced565b853b15610b5c575f97613e3e936040519a8b998a9889987fbcbe6214000000000000000000000000000000000000000000000000000000008a5260048a01525160248901525160448801525160648701525160848601525160a485015260e060c485015260e4840191613846565b03915afa8015612f7857613e4f5750565b5f613e59916137ee565b565b505060208101351580159250613e9b575b50613e7357565b7f08e1aaa4000000000000000000000000000000000000000000000000000000005f5260045ffd5b613eaa91506040810190613ced565b905015155f613e6c565b506002610100820151161515613d51565b613ecf8280613810565b91905062e41f4360e31b5f5260045260245260445ffd5b67ffffffffffffffff81116137865760051b60200190565b805182101561351f5760209160051b010190565b80613f1c57505f90565b5f198101908111612ff5575f52600360205260405f205490565b6bffffffffffffffffffffffff613fb2613e5993835f52600260205260405f2093845467ffffffffffffffff613f6f5f82841685615319565b1673ffffffffffffffffffffffff0000000000000000613f955f888560401c1686615388565b60401b16906001600160a01b031983161717865560a01c90615388565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b906bffffffffffffffffffffffff613fb25f613e59948082526002602052604082209485549073ffffffffffffffffffffffff0000000000000000613f9567ffffffffffffffff6140258782871688615319565b1692888560401c1686615388565b61403f90929192614eec565b6040516370a0823160e01b81523060048201526001600160a01b038316939192602082602481885afa918215612f78575f926141ca575b506140818487613a0f565b6001600160a01b03604051947f23b872dd000000000000000000000000000000000000000000000000000000005f52166004523060245260445260205f60648180855af19060015f51148216156141ab575b50826040525f60605215614198576370a0823160e01b8252306004830152602082602481875afa8015612f78575f90614164575b614111925061375d565b9261411c8282613a0f565b84036141285750505050565b9061413291613a0f565b907f43a670fe000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b506020823d602011614190575b8161417e602093836137ee565b81010312610b5c576141119151614107565b3d9150614171565b83635274afe760e01b5f5260045260245ffd5b60018215166141c1573b15153d1516165f6140d3565b833d5f823e3d90fd5b9091506020813d6020116141f6575b816141e6602093836137ee565b81010312610b5c5751905f614076565b3d91506141d9565b614206613bf0565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610b5c575f600491604051928380927f17dc93290000000000000000000000000000000000000000000000000000000082525afa8015612f7857613e4f5750565b61428361428a91939293614eec565b9093613a0f565b6001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f51148216156142ff575b604052156142e35750565b6001600160a01b0390635274afe760e01b5f521660045260245ffd5b90600181151661431757823b15153d151616906142d8565b503d5f823e3d90fd5b9190825f52600e60205260405f20604082019361433d8584613ced565b600281101561478b5750505f915b805461ffff8160a01c169361ffff81161515908161477b575b50614772576001600160a01b03169384156145a6575b6143886143c4975f92613ced565b60405198899283927f2a5cc536000000000000000000000000000000000000000000000000000000008452602060048501526024840191613846565b03816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612f78575f5f975f93614504575b5060018201548082036144d257505080547fffffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffff1661ffff8816851760a01b75ffff0000000000000000000000000000000000000000161790555f90815b81518310156144c8578060018961449d931c16156144c35761448a61448385613a3e565b9484613efe565b51600187831c16156144a2575b50613a3e565b61445f565b8067ffffffffffffffff6144bd92169060401c898489614f88565b5f614497565b613a3e565b5050505050509050565b847f365056a6000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b92505095503d805f833e61451881836137ee565b810195606082880312610b5c57815160208301519260408101519067ffffffffffffffff8211610b5c57019780601f8a011215610b5c57885161455a81613ee6565b996145686040519b8c6137ee565b818b526020808c019260051b820101928311610b5c57602001905b828210614596575050509196915f614403565b8151815260209182019101614583565b93506145b56020850185613ced565b9083601a1c916001831161475f57614613929160809160405194859283927f23c14e160000000000000000000000000000000000000000000000000000000084526303ffffff8a166004850152604060248501526044840191613846565b03816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015612f78575f5f925f945f9361470c575b50614704576010545b8082036146d25750501580156146c1575b61469557600183015581546001600160a01b0319166001600160a01b0382161782559361437a565b837fb9b5ae53000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506001600160a01b0382161561466d565b867f6b6367a2000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b60115461465c565b9350935050506080813d608011614757575b8161472b608093836137ee565b81010312610b5c5780519160208201516060614749604085016139fb565b93015193909293915f614653565b3d915061471e565b84634354aee560e01b5f5260045260245ffd5b50505050509050565b61ffff915085191616155f614364565b600211610b5c573560f01c9161434b565b803590815f52600860205260405f205460208201359260408301359260608101359261480760806040517f776569722e7769746864726177616c2e76310000000000000000000000000000815288602082015287604082015286606082015220926080810190613810565b905f915b808310614a6d57505050818103614a3b57505061484b848260019182915f52600d60205260405f208160081c5f5260205260ff60405f205491161c161490565b614a0b57633f0000007903ffffffffffffffffffffffffffffffffffffffffffff0000008460361c161662ffffff84608c1c161792815f52600960205260405f20845f5260205260405f20548042106149d857506001600160a01b0390825f52600d60205260405f208660081c5f5260205260405f20600160ff88161b815417905567fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c1617921693849161490961490385613950565b86613f36565b7f491a140e51196eb7b8dd0e7083f674d685ca38a56e8147e31238dad918f5f82f60408051878152866020820152a4815f52600b6020526001600160a01b0360405f205416155f146149ce576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610b5c57604051630e86460760e41b815260048101939093526001600160a01b0390931660248301526044820152905f908290818381606481015b03925af18015612f7857613e4f5750565b613e599291614274565b84837f2213581f000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b83907f0ac1226b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f7354f413000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b909193600190818a871c16155f14614ad157614ac890614a8e878587615198565b3590606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b9401919061480b565b614b1990614ae0878587615198565b35606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b614ac8565b3567ffffffffffffffff81168103610b5c5790565b90815f52600360205260405f205490614b4b83613f12565b90614b558161399e565b614b6160208301614b1e565b90614b6e6040840161399e565b9160608401359160ff8316809303610b5c57614be59563ffffffff67ffffffffffffffff816080614ba160a08b01613afc565b9901359716941692169094919260e096936001600160a01b039592604051978852602088015260408701526060860152608085015260a08401521660c08201522090565b91828203614bf257505050565b7fd6982235000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b614c2d8282614b33565b805f52600460205260405f20805460ff8160281c16614d285765ff00000000001916650100000000001790557f437d58964eb655ca21e78fa943799dcb6840c614cff2da188e35c4b8eff8a31c60406001600160a01b03614c8d8561399e565b94614cbd602082019663ffffffff614cb667ffffffffffffffff614cb08b614b1e565b16613950565b9116613f36565b67ffffffffffffffff614d12614d0c614d06614cd88561399e565b614d01614ce48c614b1e565b60a088019263ffffffff88614cf886613afc565b93169116614274565b613afc565b9361399e565b97614b1e565b63ffffffff8551981688521660208701521693a3565b827f6f6b1a96000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5f549063ffffffff8260701c169160018301809311612ff557826340000000811015614dba5771ffffffff00000000000000000000000000007fffffffffffffffffffffffffffff00000000ffffffffffffffffffffffffffff9160701b169116175f55565b7fea50c132000000000000000000000000000000000000000000000000000000005f5260045ffd5b610120810151614e085780614dff610160614e05930151916151a8565b90613750565b90565b610160015190565b905f915b60088310614e1f5750565b9091637f000001614e308284614e45565b1015614e40576001019190614e14565b905090565b907f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103612ff55760051b60e0039060e08211612ff55763ffffffff911c1690565b929192614e9582613a22565b91614ea360405193846137ee565b829481845281830111610b5c578281602093845f960137010152565b80516020909101905f5b818110614ed65750505090565b8251845260209384019390920191600101614ec9565b80158015614f75575b614f4a57805f52600b60205260405f2054916001600160a01b0383169260a01c918315614f1f5750565b7f2b800d7d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7ffe65f792000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5063ffffffff5f5460701c168111614ef5565b9093919382156151915783916040519182528360208301527fe643f6dd0dfc1429594b8feda9b431899b553b4b2c62f9374a491dd896f68a5260406001600160a01b03881693a4815f52600b6020526001600160a01b0360405f205416155f146150dd57615071614ff882613950565b835f5260026020526bffffffffffffffffffffffff613fb25f604081209367ffffffffffffffff61502e8654928284168b615319565b1673ffffffffffffffffffffffff000000000000000061505484878560401c168c615388565b60401b16906001600160a01b031983161717855560a01c87615388565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610b5c57604051630e86460760e41b815260048101939093526001600160a01b0390931660248301526044820152905f908290818381606481016149bd565b91906151646150eb84613950565b825f5260026020526bffffffffffffffffffffffff613fb28660405f209367ffffffffffffffff6151218654928284168a615319565b1673ffffffffffffffffffffffff00000000000000006151475f878560401c168b615388565b60401b16906001600160a01b031983161717855560a01c86615388565b5f52600f6020526001600160a01b0360405f2091165f5260205261518d60405f20918254613750565b9055565b5050505050565b919081101561351f5760051b0190565b6101808101517f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103612ff5576101a0614e059201519060011b613750565b919091602081016151fa8183613ced565b90939061520a6040850185613ced565b828193604051988996602088019b8c526040880152883560608801526080870137840191608083015f815237016080015f815203601f198101845261524f90846137ee565b61525891613ced565b6030148015929150615281575b5061527c575f60c0604092600a5afa60403d141690565b505f90565b60c091505114155f615265565b905f915f915f915f905b600882106152a4575050565b9092939483600c02600c81048503612ff55782610fff911c169060201b179460088401808511612ff55780600c0290600c820403612ff55782610fff911c169060201b17936010840190818511612ff55781600c0291600c830403612ff557610fff836001931c169060201b17930190615298565b9190818101928284125f8312908015821691151617612ff5575f84128015615377575b6153465750505090565b7f428d191c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5067ffffffffffffffff841161533c565b9190818101928284125f8312908015821691151617612ff5575f841280156153b4576153465750505090565b506bffffffffffffffffffffffff841161533c56fe73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000160a080604052346100995733608052613857908161009e823960805181818160f40152818161014701528181610205015281816106fa015281816108fa01528181610c8801528181610d3101528181611148015281816112fc015281816122db0152818161234601528181612696015281816126ec0152818161275c015281816128300152818161288f01528181613470015261353e0152f35b5f80fdfe60806040526004361015610011575f80fd5b5f5f3560e01c806309c7973514612f7957806314a404d614612ddf578063211dc32d14612d8b57806321d139ae14612cd8578063864ef3b014612b5157806389caeb791461203b57806391fc95f714611fa95780639340ea9d146112df578063b194cdb6146112a7578063be833a4c146110ff578063c0aa0e8a14610e1a578063caa0ec2c14610b56578063d00738bc146108dd578063e50701f4146106b4578063e760c3f4146101db578063e86460701461011b5763f2f4eb26146100d5575f80fd5b3461011857806003193601126101185760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b503461011857606036600319011261011857600435610138612fbe565b90604435916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036101c85760206001600160a01b037f413a250ccf0a442b7e1d615a19a788c4a0f3f7ccfe8efe57124ea445e2b1365f9284875260038352604087208282165f52835260405f206101ba8782546130f4565b90556040519586521693a380f35b6024846337edf47960e01b815233600452fd5b503461011857366003190161016081126106b0576101401361011857610144356001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361069d5763ffffffff6102386131e2565b168252816020526040822063ffffffff6102506131e2565b1683526001602052604083209182549160ff831660058110156106895780156106505761027b6131f5565b82549063ffffffff808360a81c1691161490811591610631575b50801561060d575b80156105eb575b80156105bf575b801561058f575b610556576001600160401b036102c66132a0565b1615801590610547575b610334575b505050506102e16132f5565b80610309575b6102ef575080f35b6103069063ffffffff6103006131e2565b16613383565b80f35b5060ff8154166005811015610320576001146102e7565b602483634e487b7160e01b81526021600452fd5b6001810361051e5750600201549064ffffffffff8260c01c168082116104dd5750506001600160401b038260301c169060843580151581036104d957156104685750806001600160401b036103876132a0565b1611610415576103a8906001600160401b036103a16132a0565b169061311f565b905b6dffffffffffffffff0000000000001916603082901b6dffffffffffffffff000000000000161782557f960314c0a5993e5c51b04b10aacc4b231e697ae9ffec2f69c6872bb86912d7d6602063ffffffff6104036131e2565b1692604051908152a25f8080806102d5565b836001600160401b036064926104296131e2565b9063ffffffff6104376132a0565b927f8482e2220000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b91906104866001600160401b03918261047f6132a0565b16906130f4565b9260401c1680831161049857506103aa565b848360649263ffffffff6104aa6131e2565b7fdc4711b400000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8580fd5b606491869163ffffffff6104ef6131e2565b7f999b81c700000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8561054560449263ffffffff6105326131e2565b6381367f5560e01b855216600452612fea565bfd5b506105506132f5565b156102d0565b60248663ffffffff6105666131e2565b7f7b1cb83b00000000000000000000000000000000000000000000000000000000835216600452fd5b506101243564ffffffffff8116908181036105bb575064ffffffffff600384015460281c1614156102b2565b8780fd5b506101043564ffffffffff8116908181036105bb575064ffffffffff600284015460c01c1614156102ab565b506105f4613245565b6001600160401b03600184015460c01c911614156102a4565b5061061661322f565b6001600160401b0380600185015460801c169116141561029d565b905063ffffffff806106416131bc565b9260c81c16911614155f610295565b60248663ffffffff6106606131e2565b7fe8c0bf3d00000000000000000000000000000000000000000000000000000000835216600452fd5b602486634e487b7160e01b81526021600452fd5b6024826337edf47960e01b815233600452fd5b5080fd5b5034610118576020366003190112610118576004356106d16133df565b808252600160205260408220604051630153df6760e21b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156108d25784916108a3575b50815460ff811660058110156106895760028114158061088b575b610871575083855284602052604085209115908161085b575b8161083d575b506107ee5750805460ff19166004178082556001909101805467ffffffffffffffff191660309290921c6001600160401b031691821790556040519081527f0244905ef7a1a4aaa642475c43077d4365fecc25695cedff56f0635c002ec70190602090a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b83600164ffffffffff60038694015416019164ffffffffff83116108295760449264ffffffffff9163e58369d160e01b845260045216602452fd5b602482634e487b7160e01b81526011600452fd5b90506001600160401b03806002840154169160301c1610155f610764565b600383015464ffffffffff16421115915061075e565b8561054560449287631912031760e21b8452600452612fea565b508280610899575b15610745565b5060018114610893565b6108c5915060203d6020116108cb575b6108bd818361306b565b81019061318e565b5f61072a565b503d6108b3565b6040513d86823e3d90fd5b503461011857610120366003190112610118576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610b435763ffffffff61092d6131e2565b168152806020526040812063ffffffff6109456131e2565b1682526001602052604082209061096863ffffffff6109626131e2565b16613609565b906109716131f5565b90549063ffffffff808360a81c1691161490811591610b24575b508015610af4575b8015610ad3575b8015610ab2575b610a7957906109d0916109b26131e2565b9163ffffffff6001600160401b036109c86132a0565b169316613693565b90806001600160401b036109e2613245565b1611610a575750806001600160401b036109fa61325b565b1611610a04575080f35b906001600160401b03606492610a186131e2565b9063ffffffff610a2661325b565b927faf5f292f0000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b826001600160401b03606492610a6b6131e2565b9063ffffffff610a26613245565b60248363ffffffff610a896131e2565b7f044ea87a00000000000000000000000000000000000000000000000000000000835216600452fd5b50610abb61322f565b6001600160401b0380604084015116911614156109a1565b50610adc613219565b6001600160401b038060a0840151169116141561099a565b506084356001600160401b03811690818103610b2057506001600160401b036080830151161415610993565b8480fd5b905063ffffffff80610b346131bc565b9260c81c16911614155f61098b565b806337edf47960e01b6024925233600452fd5b50346101185760403660031901126101185760043590610b74612fbe565b91610b7d6133df565b8082526003602052604082206001600160a01b0384165f5260205260405f20548015610de15782938284526003602052604084206001600160a01b0382165f526020528360405f20558284526001602052610be68260408620610bdf86613609565b9086613693565b939092817f684d11cded844380acab6e4e3993109739122905b0b7d22c1b7bdb53938eaa3460405180610c3689896001600160a01b038a1697846040919493926060820195825260208201520152565b0390a3845283602052604084209180610d27575b5082610c79575b5050507f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b63ffffffff6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925460a81c1691803b15610b205760405163703a0e1960e01b815263ffffffff93909316600484015260248301939093526001600160a01b031660448201529082908290606490829084905af18015610d1c57610d07575b8080610c51565b81610d119161306b565b61011857805f610d00565b6040513d84823e3d90fd5b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063ffffffff845460c81c16823b15610ddd5760405163703a0e1960e01b815263ffffffff91909116600482015260248101919091526001600160a01b03831660448201529085908290606490829084905af1908115610dd2578591610db8575b50610c4a565b81610dc29161306b565b610dcd57835f610db2565b505050fd5b6040513d87823e3d90fd5b8680fd5b506044926001600160a01b03917f17ced0d600000000000000000000000000000000000000000000000000000000845260045216602452fd5b503461011857602036600319011261011857806101e0604051610e3c81613005565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c082015201526004358152806020526040812060405190610eb682613005565b8054906001600160a01b038216835260ff8260a01c16602084019460028210156110eb5750845260408301918060a81c63ffffffff168352606084018160c81c63ffffffff168152608085019160e81c61ffff16825260018301549360a08601936001600160401b038616855260c08701958060401c6001600160401b031687528060801c6001600160401b031660e089015260c01c61010088015260028101546001600160401b0381166101208901528060401c6001600160401b03166101408901528060801c6001600160401b031661016089015260c01c64ffffffffff166101808801526003015464ffffffffff81166101a08801528060281c64ffffffffff166101c088015260501c6001600160a01b03166101e08701526040519686516001600160a01b031688525160208801610ff191612ff8565b5163ffffffff1660408701525163ffffffff1660608601525161ffff166080850152516001600160401b031660a0840152516001600160401b031660c083015260e08101516001600160401b031660e08301526101008101516001600160401b03166101008301526101208101516001600160401b03166101208301526101408101516001600160401b03166101408301526101608101516001600160401b031661016083015261018081015164ffffffffff166101808301526101a081015164ffffffffff166101a08301526101c081015164ffffffffff166101c08301526101e001516001600160a01b03166101e082015261020090f35b80634e487b7160e01b602492526021600452fd5b503461011857604036600319011261011857611119612fd4565b6024359063ffffffff82168092036112a357604051635aa6e67560e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156108d2576001600160a01b03918591611274575b50163303611248576001600160a01b031690813b1561121c57818352600260205260408320546111f05760207f57b66e8fa4ecbe33dd1b8db2efba114d64a9ca4a7455469b0d66bbe8b10b51ce91838552600282526001811160018218026001186040862055604051908152a280f35b602483837ff08ff491000000000000000000000000000000000000000000000000000000008252600452fd5b602483837f8a8b41ec000000000000000000000000000000000000000000000000000000008252600452fd5b6024837f988d1f0300000000000000000000000000000000000000000000000000000000815233600452fd5b611296915060203d60201161129c575b61128e818361306b565b81019061316f565b5f611180565b503d611284565b8280fd5b50346101185760203660031901126101185760406020916001600160a01b036112ce612fd4565b168152600283522054604051908152f35b503461011857610200366003190112610118576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690604051635aa6e67560e01b8152602081600481865afa908115610d1c57906001600160a01b03918391611f8a575b5016803b156106b05781600491604051928380927fb4fd64f80000000000000000000000000000000000000000000000000000000082525afa8015610d1c57908291611f75575b50506040517f6d70f7ae000000000000000000000000000000000000000000000000000000008152336004820152602081602481865afa908115610d1c578291611f56575b5015611f2a576113e5613453565b6001600160a01b036113f56131a6565b1681526002602052604081205415611eee5761140f6131bc565b63ffffffff8061141d6131cf565b16911614611eb5576001600160a01b0361144363ffffffff61143d6131bc565b166134ee565b51166001600160a01b0361145d63ffffffff61143d6131cf565b51168115611ea5578015611e6c576001600160a01b0361147b6131a6565b169060243592600284101592836104d9576020606491604051928380927f7fa674230000000000000000000000000000000000000000000000000000000082526114c8600483018b612ff8565b8660248301528760448301525afa908115611e61578691611e42575b5015611de45750506001600160401b036114fc613219565b16158015611dcc575b8015611db4575b8015611d9c575b611d74576115426001600160401b0361152a61325b565b166001600160401b0361153b613219565b169061312c565b6115666001600160401b0361155561322f565b166001600160401b0361153b613245565b10611d4c576001600160401b0361157b613272565b16158015611d29575b611cdf57606461ffff611595613208565b1611611ca3576115b364ffffffffff6115ac6132b6565b16426137ff565b64ffffffffff6115c16132b6565b16620151808101809111611c8f576115e89064ffffffffff6115e16132cb565b16906137ff565b6115f06132cb565b64ffffffffff5f1991160164ffffffffff8111611c8f5764ffffffffff806116166132e0565b92169116818111801590611c66575b611c1f575050602083946004604051809681937fcc4aa24d0000000000000000000000000000000000000000000000000000000083525af19283156108d2578493611be7575b508284528360205260408420906001600160a01b036116886131a6565b168254916104d95778ffffffff0000000000000000000000000000000000000000006116b26131bc565b60a81b167fff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff7cffffffff0000000000000000000000000000000000000000000000000061171e6131cf565b60c81b16937fffffffffffffff000000000000000000000000000000000000000000000000007effff000000000000000000000000000000000000000000000000000000000061176c613208565b60e81b169616171674ff00000000000000000000000000000000000000008760a01b1617161717178155600181016001600160401b036117aa613219565b166001600160401b03198254161781556117f76117c561322f565b82546fffffffffffffffff0000000000000000191660409190911b6fffffffffffffffff000000000000000016178255565b61184b611802613245565b82547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff1660809190911b77ffffffffffffffff0000000000000000000000000000000016178255565b61185361325b565b77ffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffffffff00000000000000000000000000000000000000000000000083549260c01b16911617905560028101906001600160401b036118ae613272565b166001600160401b03198354161782556118fb6118c9613289565b83546fffffffffffffffff0000000000000000191660409190911b6fffffffffffffffff000000000000000016178355565b61016435916001600160401b03831691828403610ddd5781547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff16608085901b77ffffffffffffffff00000000000000000000000000000000161782556003916119636132b6565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b169116179055019064ffffffffff6119be6132cb565b169282549269ffffffffff00000000006119d66132e0565b60281b16936101e435946001600160a01b03861696878703611be3577fffff0000000000000000000000000000000000000000000000000000000000007dffffffffffffffffffffffffffffffffffffffff000000000000000000008860501b1693161717179055858752600160205260408720600160ff19825416179055611a79604051956001600160a01b03611a6c612fd4565b1687526020870190612ff8565b60443563ffffffff81168091036105bb57604086015260643563ffffffff81168091036105bb57606086015260843561ffff81168091036105bb57608086015260a4356001600160401b0381168091036105bb5760a086015260c4356001600160401b0381168091036105bb5760c086015260e4356001600160401b0381168091036105bb5760e0860152610104356001600160401b0381168091036105bb57610100860152610124356001600160401b0381168091036105bb57610120860152610144356001600160401b0381168091036105bb57610140860152506101608401526101843564ffffffffff81168091036104d9576101808401526101a43564ffffffffff81168091036104d9576101a08401526101c43564ffffffffff81168091036104d957946020956101c085015250506101e0820152817fcc875022ee6b12915580ac90f14cbab2afa089e0e6d241697cf516a8fbaadf636102003393a3604051908152f35b8a80fd5b9092506020813d602011611c17575b81611c036020938361306b565b81010312611c135751915f61166b565b5f80fd5b3d9150611bf6565b84906001830192838111611c525762278d008101809111611c525760649363091bdcc360e41b8452600452602452604452fd5b602483634e487b7160e01b81526011600452fd5b5062278d008201808311611c7b578111611625565b602486634e487b7160e01b81526011600452fd5b602484634e487b7160e01b81526011600452fd5b60448361ffff611cb1613208565b7fe757126a000000000000000000000000000000000000000000000000000000008352606460045216602452fd5b6044836001600160401b03611cf2613272565b81611cfb613289565b917f9050f0d40000000000000000000000000000000000000000000000000000000085521660045216602452fd5b50611d32613272565b6001600160401b0380611d43613289565b16911611611584565b6004837f451fa04a000000000000000000000000000000000000000000000000000000008152fd5b6004837fe528e11e000000000000000000000000000000000000000000000000000000008152fd5b506001600160401b03611dad61325b565b1615611513565b506001600160401b03611dc5613245565b161561150c565b506001600160401b03611ddd61322f565b1615611505565b849250611e36608494611df56131a6565b94506001600160a01b03604051957fd6c21ea80000000000000000000000000000000000000000000000000000000087521660048601526024850190612ff8565b60448301526064820152fd5b611e5b915060203d6020116108cb576108bd818361306b565b5f6114e4565b6040513d88823e3d90fd5b60248363ffffffff611e7c6131cf565b7f972a592300000000000000000000000000000000000000000000000000000000835216600452fd5b60248363ffffffff611e7c6131bc565b60249063ffffffff611ec56131bc565b7f4045f06800000000000000000000000000000000000000000000000000000000835216600452fd5b6024906001600160a01b03611f016131a6565b7f43d4f44200000000000000000000000000000000000000000000000000000000835216600452fd5b807fc66f47bf000000000000000000000000000000000000000000000000000000006024925233600452fd5b611f6f915060203d6020116108cb576108bd818361306b565b5f6113d7565b81611f7f9161306b565b61011857805f611392565b611fa3915060203d60201161129c5761128e818361306b565b5f61134b565b503461011857602036600319011261011857611fc361313f565b5060043581526001602052611fda6040822061308c565b906040519082519060058210156110eb575060a060c0936001600160401b0392845264ffffffffff602082015116602085015282604082015116604085015282606082015116606085015282608082015116608085015201511660a0820152f35b5034611c13576040366003190112611c13576001600160401b0360243511611c1357366023602435011215611c13576001600160401b036024356004013511611c13573660248035600401358135010111611c13576120986133df565b6120a0613453565b6004355f525f60205260405f2090604051916120bb83613005565b80546001600160a01b038116845260ff8160a01c16906002821015612b3d5761ffff91602086015263ffffffff8160a81c16604086015263ffffffff8160c81c16606086015260e81c16608084015260018101546001600160401b03811660a08501526001600160401b038160401c1660c08501526001600160401b038160801c1660e085015260c01c610100840152600360028201549164ffffffffff6101208601936001600160401b03811685526001600160401b038160401c166101408801526001600160401b038160801c1661016088015260c01c1661018086015201546001600160a01b036101a085019164ffffffffff8116835264ffffffffff8160281c166101c087015260501c166101e08501526004355f52600160205260405f20916121e88361308c565b9182516005811015612b3d5760011901612b145764ffffffffff905116804211612ae357506001600160401b0380604084015116915116808210612aaf5750506001600160a01b0361224363ffffffff6060870151166134ee565b5116936bffffffffffffffffffffffff602061226863ffffffff6060850151166134ee565b015116946001600160401b0360408401511661228d63ffffffff6040850151166134ee565b90604051916370a0823160e01b8352306004840152602083602481875afa928315612a70575f93612a7b575b5063ffffffff6040860151166001600160a01b03865116906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163b15611c135760405163703a0e1960e01b815263ffffffff9091166004820152602481018490526001600160a01b0390911660448201525f8180606481010381836001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af18015612a7057612a5b575b506001600160a01b038551168852600260205260408820546123995a5a60061c9061311f565b90808210612a2d5750506001600160a01b03855116906020860151926002841015612a19576123e6906bffffffffffffffffffffffff60206001600160a01b03855116940151169061312c565b90823b15612a15579161242993918a936040519586947f9644a67f0000000000000000000000000000000000000000000000000000000086526004860190612ff8565b6024840152866044840152606483015230608483015260c060a48301526024356004013560c483015260243560040135602480350160e48401378260e46024356004013584010152818360e482601f19601f60243560040135011681010301925af180156129f557908791612a00575b50506040516370a0823160e01b8152306004820152602081602481865afa9081156129f5579088929188916129bc575b506124dd92916124d89161311f565b613101565b956124e9428585613304565b808810612986575061261361260e969761255e6124d861254861253f6125396001600160401b0360408c0151166001600160401b0360e08c0151166001600160401b036101008d015116916135e0565b8561311f565b98429089613790565b91906001600160401b036101608a01511661312c565b86808210911802861897889661258a8861271061258361ffff60808c0151168761312c565b049261311f565b9081808210911802189889926125a0868361312c565b878d52600460205260408d206001600160a01b0333165f526020526125ca60405f209182546130f4565b90556125d6868561312c565b878d52600460205260408d206001600160a01b03806101e08c015116165f5260205261260760405f209182546130f4565b905561311f565b61311f565b946001600160401b0386116129545780547fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffff001660b087901b7dffffffffffffffff00000000000000000000000000000000000000000000161760031790558692919061267f908661312c565b60405163095ea7b360e01b85526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166004528160245260208560448180875af1906001865114821615612945575b60405215612815575b50506060015163ffffffff167f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b156106b057604051907f3201760300000000000000000000000000000000000000000000000000000000825260048201528360248201528181604481836001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af18015610d1c576127fc575b50506127d37f9df33b7219b9bdbfacb9e188eaf4243776be2c9ec40661d5d2449d3892ec134c91604051918291339660043596846040919493926060820195825260208201520152565b0390a3807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b816128069161306b565b61281157835f612789565b8380fd5b9091925060405163095ea7b360e01b88526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166004528760245260208860448180875af1906001895114821615612924575b60405215612911576040519063095ea7b360e01b88526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660045260245260208760448180865af19060018851148216156128f0575b604052156128de57908186926126de565b635274afe760e01b8652600452602485fd5b90600181151661290857823b15153d151616906128cd565b503d87823e3d90fd5b60248783635274afe760e01b8252600452fd5b90600181151661293c57833b15153d1516169061286f565b503d88823e3d90fd5b90833b15153d151616906126d5565b604488877f0b001427000000000000000000000000000000000000000000000000000000008252600435600452602452fd5b86886064927f1eb74300000000000000000000000000000000000000000000000000000000008352600435600452602452604452fd5b9250506020823d6020116129ed575b816129d86020938361306b565b81010312611c135790518791906124dd6124c9565b3d91506129cb565b6040513d89823e3d90fd5b81612a0a9161306b565b6104d957855f612499565b8980fd5b60248a634e487b7160e01b81526021600452fd5b7f9fa72982000000000000000000000000000000000000000000000000000000008a52600452602452604488fd5b612a689198505f9061306b565b5f965f612373565b6040513d5f823e3d90fd5b9092506020813d602011612aa7575b81612a976020938361306b565b81010312611c135751915f6122b9565b3d9150612a8a565b7f5a34c9ab000000000000000000000000000000000000000000000000000000005f5260043560045260245260445260645ffd5b7f404665e2000000000000000000000000000000000000000000000000000000005f5260043560045260245260445ffd5b82516005811015612b3d57612b3890631912031760e21b5f52600435600452612fea565b60445ffd5b634e487b7160e01b5f52602160045260245ffd5b34611c13576040366003190112611c1357612b6a612fd4565b6001600160a01b03612b7a612fbe565b91612b836133df565b1690815f52600460205260405f206001600160a01b0382165f5260205260405f2054908115612c9f576001600160a01b0390835f52600460205260405f208282165f526020525f6040812055169081837f0c8584df0a37548f26644c41809e5f908b58e8888dd441691e8a2174ec89f3056020604051858152a3604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f5260045260245260205f60448180865af19060015f5114821615612c7f575b5015612c6d575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b635274afe760e01b5f5260045260245ffd5b6001821516612c975750813b15153d15161682612c42565b3d5f823e3d90fd5b6001600160a01b0390837f19cfd422000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b34611c13576020366003190112611c1357600435805f52600160205260405f2060ff8154166005811015612b3d5760018103612d745750815f525f60205264ffffffffff600260405f20015460c01c1691620151808301809311612d6057824210612d4957612d479250613383565b005b905063e58369d160e01b5f5260045260245260445ffd5b634e487b7160e01b5f52601160045260245ffd5b612b3890836381367f5560e01b5f52600452612fea565b34611c13576040366003190112611c1357612da4612fd4565b6001600160a01b03612db4612fbe565b91165f5260046020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b34611c13576040366003190112611c1357600435805f526001602052612e0760405f2061308c565b9081516005811015612b3d5760011901612f58575f525f60205260405f20604051612e3181613005565b8154926001600160a01b038416825260ff8460a01c166002811015612b3d576003612f509461ffff6020976001600160a01b03948988015263ffffffff8160a81c16604088015263ffffffff8160c81c16606088015260e81c16608086015260018101546001600160401b03811660a08701526001600160401b038160401c1660c08701526001600160401b038160801c1660e087015260c01c61010086015264ffffffffff60028201546001600160401b0381166101208801526001600160401b038160401c166101408801526001600160401b038160801c1661016088015260c01c16610180860152015464ffffffffff81166101a085015264ffffffffff8160281c166101c085015260501c166101e083015260243591613304565b604051908152f35b90516005811015612b3d57612b3891631912031760e21b5f52600452612fea565b34611c13576040366003190112611c1357612f92612fbe565b6004355f5260036020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b602435906001600160a01b0382168203611c1357565b600435906001600160a01b0382168203611c1357565b6005811015612b3d57602452565b906002821015612b3d5752565b61020081019081106001600160401b0382111761302157604052565b634e487b7160e01b5f52604160045260245ffd5b60c081019081106001600160401b0382111761302157604052565b604081019081106001600160401b0382111761302157604052565b90601f801991011681019081106001600160401b0382111761302157604052565b9060405161309981613035565b8092805460ff8116906005821015612b3d5760a0926001600160401b036001928194875264ffffffffff8160081c166020880152818160301c166040880152818160701c16606088015260b01c166080860152015416910152565b91908201809211612d6057565b811561310b570490565b634e487b7160e01b5f52601260045260245ffd5b91908203918211612d6057565b81810292918115918404141715612d6057565b6040519061314c82613035565b5f60a0838281528260208201528260408201528260608201528260808201520152565b90816020910312611c1357516001600160a01b0381168103611c135790565b90816020910312611c1357518015158103611c135790565b6004356001600160a01b0381168103611c135790565b60443563ffffffff81168103611c135790565b60643563ffffffff81168103611c135790565b60043563ffffffff81168103611c135790565b60243563ffffffff81168103611c135790565b60843561ffff81168103611c135790565b60a4356001600160401b0381168103611c135790565b60c4356001600160401b0381168103611c135790565b60e4356001600160401b0381168103611c135790565b610104356001600160401b0381168103611c135790565b610124356001600160401b0381168103611c135790565b610144356001600160401b0381168103611c135790565b6064356001600160401b0381168103611c135790565b6101843564ffffffffff81168103611c135790565b6101a43564ffffffffff81168103611c135790565b6101c43564ffffffffff81168103611c135790565b60a4358015158103611c135790565b6133756124d861337a9261336c6133809660408701966133666001600160401b03613340818b51168260a0890151168360c08a015116916135e0565b9951166001600160401b0360e0870151166001600160401b0361010088015116916135e0565b93613790565b9390918661311f565b61312c565b9061311f565b90565b815465ffffffffffff19164260081b65ffffffffff0016176002179182905560405160309290921c6001600160401b03168252907f608001f0f4024cdf558f7cbdf3ab9ffbd2b7548bec472e9872b75c7648b352f090602090a2565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c61342b5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b604051630153df6760e21b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612a70575f916134cf575b506134a757565b7fb9c495cd000000000000000000000000000000000000000000000000000000005f5260045ffd5b6134e8915060203d6020116108cb576108bd818361306b565b5f6134a0565b5f60206040516134fd81613050565b8281520152604051907f8ea06f8100000000000000000000000000000000000000000000000000000000825260048201526040816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612a70575f91613571575090565b90506040813d6040116135d8575b8161358c6040938361306b565b81010312611c1357604051906135a182613050565b8051906001600160a01b0382168203611c1357602091835201516bffffffffffffffffffffffff81168103611c1357602082015290565b3d915061357f565b906135ef81936135f49361312c565b6130f4565b5f19810191908211612d605761338091613101565b9061361261313f565b50815f52600160205261362760405f2061308c565b9182516005811015612b3d57600314158061367e575b6136445750565b82516005811015612b3d57612b38917ff0c27f99000000000000000000000000000000000000000000000000000000005f52600452612fea565b5082516005811015612b3d576004141561363d565b919392906136ae826001600160401b036060880151166130f4565b60408601936001600160401b038551169081831161375f5750507fffffffffffffffffffff0000000000000000ffffffffffffffffffffffffffff75ffffffffffffffff000000000000000000000000000083549260701b169116179055801561375557906001600160401b0361374c613380938260a06137426137388360808c0151168561312c565b8388511690613101565b980151169061312c565b91511690613101565b505090505f905f90565b7fdad1b14e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b64ffffffffff6101a060209294939401511692019164ffffffffff83511690818111156137f3570364ffffffffff8111612d6057915164ffffffffff92831692168082116137de5750505f91565b6137e79161311f565b81808210911802811891565b50505050600190600190565b808211801590613842575b613812575050565b60018101808211612d605762093a808201809211612d605763091bdcc360e41b5f5260045260245260445260645ffd5b5062093a808101808211612d6057821161380a56' as const;
