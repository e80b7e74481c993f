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
    "name": "referencePrices",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IReferencePrices"
      }
    ],
    "stateMutability": "view"
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
    "name": "ReferenceNotAscending",
    "inputs": [
      {
        "name": "previous",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "feed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ReferenceNotUsable",
    "inputs": [
      {
        "name": "feed",
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
export const weirBytecode = '0x61014080604052346105ff5761951a803803809161001d82856106a8565b83398101906020818303126105ff578051906001600160401b0382116105ff5701610160818303126105ff5760405161016081016001600160401b0381118282101761067c5760405261006f826106cb565b815261007d602083016106cb565b9060208101918252610091604084016106cb565b91604082019283526100a5606085016106cb565b91606081019283526100b9608086016106cb565b956080820196875260a08601519360a0830194855260c087015160018060401b0381116105ff5787019180601f840112156105ff578251926001600160401b03841161067c578360051b906040519461011560208401876106a8565b85526020808601928201019283116105ff57602001905b8282106106905750505060c0830191825260e08701519460e084019586526101008801519661010085019788526101406101208a01519961012087019a8b5201519660018060a01b038816948589036105ff5761014087019889526040516138f58082016001600160401b0381118382101761067c578291615c25833903905ff093841561060b57604051631c64525d60e31b815260206004820181905289516001600160a01b0390811660248401528b51811660448401529551861660648301529651851660848201528d5190941660a48501525160c48401525161016060e4840152805161018484018190529294919285926101a484019201905f5b81811061065a575050925161010483015289516101248301528a5161014483015288516001600160a01b0316610164830152602092508190038173b167de8801a9ffdbd2c006cd4e731c7f8920eb4f5af491821561060b575f92610616575b506001600160a01b031660805260a052604051631dd70c0360e21b815260608160048173d5c892162e56893700c12d0fcbb45c80012aa3ae5af490811561060b575f915f915f91610595575b506101005260e05260c05261012052516001600160a01b03163f7fe23c286ed31cb8bed9bcfc2762162ed9c80e9801798bdf61cd95b5dc98ff9ced810161055f5750516001600160a01b03163f7fdc18e5fe6b9203a0243321aba3b05426522e9e0ab2eef618740203de2072109381016105295750516001600160a01b03163f7fbc00ebbeebecd49b09000b6e5ea764f93f9804a713d96d9e0646ae40de3f1dd281016104f3575061038781516106df565b61039182516106df565b51601055516011555f805464ffffffffff60481b19164260481b6dffffffffff0000000000000000001617815590516001600160a01b0316808252601260205260408083205f19905551917fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d9080a261549b908161078a823960805181818161096a0152818161181301528181611f5c0152818161214101528181612c2501528181614a10015261512c015260a0518181816105e601528181610a7701528181611120015281816112b801528181611af301528181611e4e015281816121d40152818161272401528181612b37015281816136540152818161398d01528181613e1001526142c1015260c05181818161028701528181610bc7015281816118eb0152612c51015260e05181818161179a0152612c8001526101005181818161125d0152612caf01526101205181818161092b0152818161448101526146d00152f35b63c343001160e01b5f527f43ff144114132b64f6fff491a1589b06c067fb58ec269261f9b951bf21c0e22e60045260245260445ffd5b630989c21560e11b5f527f23e71a01946dfc5fdbccde545c4fabd9add161f54d1109e78bfdfc21df8def6d60045260245260445ffd5b630989c21560e11b5f527f1dc3d7912ce34741264303d89de9d12637f167fe8674209e326a4a236700631360045260245260445ffd5b925050506060813d606011610603575b816105b2606093836106a8565b810103126105ff5780516001600160a01b03811681036105ff576020820151916001600160a01b03831683036105ff5760400151906001600160a01b03821682036105ff5791905f6102d5565b5f80fd5b3d91506105a5565b6040513d5f823e3d90fd5b9091506020813d602011610652575b81610632602093836106a8565b810103126105ff57516001600160a01b03811681036105ff57905f610289565b3d9150610625565b82516001600160a01b031684528794506020938401939092019160010161022a565b634e487b7160e01b5f52604160045260245ffd5b6020809161069d846106cb565b81520191019061012c565b601f909101601f19168101906001600160401b0382119082101761067c57604052565b51906001600160a01b03821682036105ff57565b6106e881610715565b90600882106106f5575050565b816106ff9161074a565b906308c9d55360e01b5f5260045260245260445ffd5b905f915b600883106107245750565b9091637f000001610735828461074a565b1015610745576001019190610719565b905090565b906001600160fb1b03811681036107755760051b60e0039060e082116107755763ffffffff911c1690565b634e487b7160e01b5f52601160045260245ffdfe60806040526004361015610011575f80fd5b5f5f3560e01c8062a3c1ff146136e8578063054f7d9c146136c45780630eca8a09146123f6578063102decaf1461216557806316f0115b146121215780631adf9f5b146120205780631d62ebd914611fe85780631f0fa45e14611fbe57806331c0561a14611fa05780633201760314611f435780633d7552f714611f1657806345dca05c14611ef857806348aa410814611eb857806353c98ce914611e725780635aa6e67514611e2e578063603921b414611b7b57806362a5af3b146119c957806368744046146119395780636cb0ecea1461190f5780636d08b4a7146118cb5780636d70f7ae146118a75780636dfb9ece1461186b578063703a0e19146117f657806371f96211146117be5780637e74f3601461177a57806389cd9464146114c25780638a52b46b146114055780638ea06f8114611392578063970e53ae146113775780639870d7fe146112815780639b981fb41461123d578063ac8a584a146110e9578063b7f77eaa14610fbd578063b86e321c14610ea0578063b8cf927514610e09578063b93dff8f14610dd5578063b97ea7c314610c43578063bda617a614610c0b578063c8746ca914610baa578063c90a1a9214610a20578063c98cfd66146109da578063cc4aa24d1461094f578063ceb106b11461090b578063d288e08114610862578063d5d558b7146107fb578063d907cf1314610594578063e256ccee14610563578063e3f4c7c9146104dc578063eafe7a74146104b6578063ed298a4e146103db578063ee31e3b4146103a0578063f364c90c14610359578063f7178ac61461031e5763fafa4cce1461026b575f80fd5b3461031b5761027936613785565b906001600160a01b039392937f00000000000000000000000000000000000000000000000000000000000000001633036102ef576102c992936102ba613c2d565b6102c48282613fe7565b6140e4565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b6024837fa7ff695e00000000000000000000000000000000000000000000000000000000815233600452fd5b80fd5b503461031b578060031936011261031b5760206040517f1dc3d7912ce34741264303d89de9d12637f167fe8674209e326a4a23670063138152f35b503461031b57602061039661036d3661376f565b9060019182915f52600d60205260405f208160081c5f5260205260ff60405f205491161c161490565b6040519015158152f35b503461031b578060031936011261031b5760206040517f23e71a01946dfc5fdbccde545c4fabd9add161f54d1109e78bfdfc21df8def6d8152f35b503461031b57604036600319011261031b57600435906103f9613759565b610401613c2d565b828252600f602052604082206001600160a01b0382165f5260205260405f2054801561049a578383946102c99452600f602052604085206001600160a01b0384165f526020528460405f205561045f61045983613a01565b82613fe7565b806040518381527f6011318770f16b7b42fe9d734d66c0b0ab366574e3c21296556e65b5f2d8bac960206001600160a01b03871692a3614325565b6024836001600160a01b0384636e34ee0b60e11b835216600452fd5b503461031b578060031936011261031b5763ffffffff6020915460701c16604051908152f35b503461031b578060031936011261031b5760806040516104fb8161381b565b60015465ffffffffffff81169182815265ffffffffffff8260301c1680602083015265ffffffffffff8360601c16918260408201528565ffffffffffff808660901c169586606085015260c01c16910152604051938452602084015260408301526060820152f35b503461031b57602036600319011261031b5764ffffffffff6040602092600435815260048452205416604051908152f35b503461031b57604036600319011261031b576105ae613743565b90602435916bffffffffffffffffffffffff83168093036107f757604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156107ec5783906107a8575b6001600160a01b03915016330361077c57803b15610748576001600160a01b031691828252600c602052604082205461070b5780156106df57916040917fac3dcdc20bb35a0f2b39fb2ddbe12a30d20c4795d2026bf2fc48df3ce84ca67d6020809561067f614e05565b868197956106c783975161069281613883565b898152868101868152858452600b88528484209151905160a01b6001600160a01b0319166001600160a01b0391909116179055565b878152600c85522055604051908152a3604051908152f35b602492507f2408dabc000000000000000000000000000000000000000000000000000000008252600452fd5b50816044928252600c6020526040822054907f24db1cef000000000000000000000000000000000000000000000000000000008352600452602452fd5b7ff0ae59ab0000000000000000000000000000000000000000000000000000000082526001600160a01b0316600452602490fd5b6024827f245aecd300000000000000000000000000000000000000000000000000000000815233600452fd5b506020813d6020116107e4575b816107c26020938361389f565b810103126107e0576107db6001600160a01b0391613aac565b610615565b8280fd5b3d91506107b5565b6040513d85823e3d90fd5b5080fd5b503461031b57602036600319011261031b5763ffffffff61081a613730565b1663080000008110156108505733907fc770f1cf1a38c1774000eb49373c0e460f84a5d87f39fb4bd4dd5cd7ffad6c588380a380f35b634354aee560e01b8252600452602490fd5b503461031b57610871366137e0565b61087c929192613c2d565b60ff825460901c16806108f4575b15806108cb575b61089f576102c99192614cd4565b506024917fef0ad199000000000000000000000000000000000000000000000000000000008252600452fd5b506108ee83600180918060081c5f52600560205260ff60405f205491161c161490565b15610891565b5065ffffffffffff60015460301c1683101561088a565b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b578060031936011261031b576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036109c75760209061099b614e05565b807fa22bf172f1af83ea83462556d73247cb196825b7c027e49bae906b90290beab16040519380a28152f35b8063250abb5160e11b6024925233600452fd5b503461031b57602036600319011261031b5760043567ffffffffffffffff81116107f75760a060031982360301126107f7576102c990610a18613c2d565b60040161484d565b503461031b57610a2f366137e0565b610a3a929192613c2d565b828252600460205264ffffffffff6040832054168015610b7e576040516354021a8b60e01b81528160048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610b73578490610b3a575b6202a300915010610ae9575065ffffffffffff60015460301c16808410610ad257506102c99192614cd4565b9050604492631d0a81a560e21b8352600452602452fd5b90506202a3008101809111610b26576044927f22d9bc11000000000000000000000000000000000000000000000000000000008352600452602452fd5b602482634e487b7160e01b81526011600452fd5b506020813d602011610b6b575b81610b546020938361389f565b81010312610b67576202a3009051610aa6565b5f80fd5b3d9150610b47565b6040513d86823e3d90fd5b602483857fc6c8df6b000000000000000000000000000000000000000000000000000000008252600452fd5b503461031b57610bb936613785565b906001600160a01b039392937f00000000000000000000000000000000000000000000000000000000000000001633036102ef576102c99293610bfa613c2d565b610c0661045983613a01565b614325565b503461031b57602036600319011261031b576020610396600435600180918060081c5f52600560205260ff60405f205491161c161490565b503461031b5760a0610c54366137e0565b610c6081839493614be4565b016001600160a01b03610c7282613bad565b163303610d94575065ffffffffffff60015460301c16808210610d7e5750808252600460205260408220805464ffffffffff811680610d4e575064ffffffffff19164264ffffffffff161790556001547fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff7dffffffffffff000000000000000000000000000000000000000000000000610d1760c084901c65ffffffffffff16613917565b60c01b169116176001557f3e1a4f8a8309f49ea5122454126f6566cc9242caa902eb395c2adff736216bda6020604051428152a280f35b84604491857f49d51418000000000000000000000000000000000000000000000000000000008352600452602452fd5b8291631d0a81a560e21b60449452600452602452fd5b826001600160a01b03610da8604493613bad565b7f73fe96ca0000000000000000000000000000000000000000000000000000000083521660045233602452fd5b503461031b57602036600319011261031b576004359061ffff8216820361031b576020610e0183613afd565b604051908152f35b503461031b57602036600319011261031b5760043567ffffffffffffffff81116107f757610e3b9036906004016137af565b90610e44613c2d565b82609e1982360301935b83811015610e79578060051b830135858112156107e05790610e73600192850161484d565b01610e4e565b50807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b503461031b57602036600319011261031b57610eba613743565b90610ec3613c2d565b6001600160a01b0382169182825260076020526040822054908115610faa578280808481948883526007602052826040812055887f1d3eee4ca001cff39eec6ec7615aacf2f2bd61791273830728ba00ccbd6e13376020604051858152a25af13d15610fa5573d610f3381613ad3565b90610f41604051928361389f565b81528360203d92013e5b15610f775750807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b6044927fa910a78b000000000000000000000000000000000000000000000000000000008352600452602452fd5b610f4b565b60248385636e34ee0b60e11b8252600452fd5b503461031b57602036600319011261031b5760043560ff825460901c16156110da5760015465ffffffffffff8160901c1682109081156110c4575b506110995781526006602052604081206001810190815460e01c9164174876e80083029280840464174876e80014901517156110855782156110685790816001600160e01b036001600160a01b03935416905554168252600760205261106360408320918254613801565b905580f35b6024846001600160a01b03845416636e34ee0b60e11b8252600452fd5b602484634e487b7160e01b81526011600452fd5b7f760228de000000000000000000000000000000000000000000000000000000008252600452602490fd5b65ffffffffffff915060601c168110155f610ff8565b600482638208cbe560e01b8152fd5b503461031b57602036600319011261031b57611103613743565b604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156107ec5783906111fd575b6001600160a01b03915016330361077c576001600160a01b0316808252601260205260408220546001016111d9576202a30042018042116111c55760207f2360404a74478febece1a14f11275f22ada88d19ef96f7d785913010bfff44799183855260128252806040862055604051908152a280f35b602483634e487b7160e01b81526011600452fd5b90816044928252601260205260408220549063185571ad60e01b8352600452602452fd5b506020813d602011611235575b816112176020938361389f565b810103126107e0576112306001600160a01b0391613aac565b61114f565b3d915061120a565b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b57602036600319011261031b5761129b613743565b604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156107ec578390611337575b6001600160a01b03915016330361077c576001600160a01b031680825260126020525f1960408320557fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d8280a280f35b506020813d60201161136f575b816113516020938361389f565b810103126107e05761136a6001600160a01b0391613aac565b6112e7565b3d9150611344565b503461031b578060031936011261031b576020610e01613a60565b503461031b57602036600319011261031b576040818192602083516113b681613883565b82815201526004358152600b602052206bffffffffffffffffffffffff8251916113df83613883565b5460206001600160a01b03821693848152019060a01c8152835192835251166020820152f35b503461031b57602036600319011261031b5760043567ffffffffffffffff81116107f7576114379036906004016137af565b90611440613c2d565b60ff835460901c16156114b357825b82811061147d5783807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b806114ad6114966114916001948787613a2d565b613a4f565b63ffffffff6114a6848888613a2d565b91166143d1565b0161144f565b600483638208cbe560e01b8152fd5b50604036600319011261031b576114d7613730565b9060243563ffffffff1981168091036107f7576114f26142af565b6114fb81613d4f565b63ffffffff611508613bc1565b9316906308000000821015611767578334106117505764174876e800840463ffffffff811161173057936116d08263ffffffff602097843411611709575b600180549865ffffffffffff8a60601c169971ffffffffffff0000000000000000000000001971ffffffffffff0000000000000000000000006115888d613917565b60601b1691161782556040519061159e82613867565b3382528a8c8301918b83527dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff604085019364ffffffffff421685526001600160a01b0380604060608901956006875260808a019781895260a08b019e8f528d60c08c019d168d52815260206006905220975116166001600160a01b031987541617865551937fffff00000000000000000000ffffffffffffffffffffffffffffffffffffffff63ffffffff60a01b7fffff00000000000000000000000000000000000000000000000000000000000060ff60e81b64ffffffffff60c01b8a54955160c01b16965160e81b16965160f01b169660a01b16911617161717178155019251891c6001600160e01b031984541617835551166001600160e01b036001600160e01b031983549260e01b169116179055565b60405191825284820152827ffb35417b837974e9586dd702edb25db74adbe2e47378314e2d30b8b24365538360403393a4604051908152f35b611713853461380e565b33895260078a5261172960408a20918254613801565b9055611546565b60448486631c4496c760e11b825268174876e7e8b7891800600452602452fd5b60448385631c4496c760e11b825260045234602452fd5b60248383634354aee560e01b8252600452fd5b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b57602036600319011261031b5760406020916001600160a01b036117e5613743565b168152600c83522054604051908152f35b503461031b5761180536613785565b906001600160a01b039392937f0000000000000000000000000000000000000000000000000000000000000000163303611858576102c99293611846613c2d565b610c0661185283613a01565b82614082565b60248363250abb5160e11b815233600452fd5b503461031b57602036600319011261031b5761ffff604060209263ffffffff611892613730565b168152600e8452205460a01c16604051908152f35b503461031b57602036600319011261031b5760206103966118c6613743565b613932565b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b57602036600319011261031b5760406020916004358152600383522054604051908152f35b503461031b57602036600319011261031b5760408160609282805161195d8161384b565b828152826020820152015260043581526002602052206bffffffffffffffffffffffff6040519161198d8361384b565b548167ffffffffffffffff821693848152604060208201918385831c168352019260a01c83526040519485525116602084015251166040820152f35b503461031b578060031936011261031b576119e2613ca1565b65ffffffffffff60015460901c1690818152600660205264ffffffffff604082205460c01c1680151580611b65575b1580611abc575b611a8e5750805472010000000000000000000000000000000000007fffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffff821617825563ffffffff604051911681527f68e0d8c112165d0949ce87205b719ed7d98c7401866c34a159f7c67c6f5620e760203392a280f35b6044927f02378b22000000000000000000000000000000000000000000000000000000008352600452602452fd5b506040517fb4bd9e270000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156107ec578391611b2a575b5015611a18565b90506020813d602011611b5d575b81611b456020938361389f565b810103126107e0575180151581036107e0575f611b23565b3d9150611b38565b5062093a8081018082116111c557421015611a11565b50604036600319011261031b57611b90613730565b9060243561ffff8116908181036107e057611ba96142af565b8115611e0657611bbd63ffffffff91613afd565b9316906308000000821015611767578334106117505764174876e80084049263ffffffff8411611de65793611d86602095823411611dbf575b63ffffffff6001549665ffffffffffff8860601c169771ffffffffffff0000000000000000000000001971ffffffffffff000000000000000000000000611c3c8b613917565b60601b169116176001556001604051611c5481613867565b3381528a8101898152888b7dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff604085019364ffffffffff421685526001600160a01b038060408c60608a01966005885260808b0198895260a08b019e8f528d60c08c019d168d52815260206006905220975116166001600160a01b031987541617865551937fffff00000000000000000000ffffffffffffffffffffffffffffffffffffffff63ffffffff60a01b7fffff00000000000000000000000000000000000000000000000000000000000060ff60e81b64ffffffffff60c01b8a54955160c01b16965160e81b16965160f01b169660a01b16911617161717178155019251891c6001600160e01b031984541617835551166001600160e01b036001600160e01b031983549260e01b169116179055565b60405191825284820152827f7b9b355956d7020bafdf87f039d42289b4f7cb9755747e271aa25b8f4940e20560403393a4604051908152f35b611dc9833461380e565b33825260078852611ddf60408320918254613801565b9055611bf6565b8085631c4496c760e11b6044935268174876e7e8b7891800600452602452fd5b6004837f9ac97bbd000000000000000000000000000000000000000000000000000000008152fd5b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b57604036600319011261031b576001600160a01b036040611e96613759565b926004358152600f6020522091165f52602052602060405f2054604051908152f35b503461031b578060031936011261031b578064ffffffffff60609254604051925063ffffffff81168352818160201c16602084015260481c166040820152f35b503461031b578060031936011261031b576020601154604051908152f35b503461031b576040602091611f2a3661376f565b9082526009845282822090825283522054604051908152f35b503461031b57611f523661376f565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361185857906102c991611f8f613c2d565b611f998183614082565b33916140e4565b503461031b578060031936011261031b576020601054604051908152f35b503461031b57602036600319011261031b5760406020916004358152600883522054604051908152f35b503461031b57602036600319011261031b5760406020916001600160a01b0361200f613743565b168152600783522054604051908152f35b503461031b57602036600319011261031b5760408160e09260c0835161204581613867565b82815282602082015282858201528260608201528260808201528260a08201520152600435815260066020522063ffffffff6040519161208483613867565b80549261ffff6001600160a01b0385169485835260ff6020840194868360a01c16865264ffffffffff60408601818560c01c1681528860016060890194868860e81c16865260808a019760f01c885201549860c060a08a019983198c60201b168b5201998d1c8a526040519b8c52511660208b0152511660408901525116606087015251166080850152821990511660a0840152511660c0820152f35b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b5760a036600319011261031b5761217f613730565b906024359067ffffffffffffffff821680920361031b5760443563ffffffff81168091036107f757606435936084359360ff85168095036123e3576121c2613c2d565b6121ca613ca1565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b156123f25784600491604051928380927fb4fd64f80000000000000000000000000000000000000000000000000000000082525afa80156123e7579085916123ce575b505080156123a65763080000008310156123935760108510156123675785612262602097613d4f565b6001549565ffffffffffff87169665ffffffffffff61228089613917565b169065ffffffffffff1916176001556122da63ffffffff6122a089613fc3565b604080519182529690911660208201819052958101859052606081018790526080810183905260a081018490523360c082015260e0902090565b92878752600389528360408820556122f28186613fe7565b6122fd3382876140e4565b60405194855288850152604084015260608301526080820152837f7db0fe84aa472854e212e7b03a52c3fed5429b26c9de6a16bf2c232a545df32560a03393a47f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b602484867f7962023c000000000000000000000000000000000000000000000000000000008252600452fd5b60248484634354aee560e01b8252600452fd5b6004847fcbca5aa2000000000000000000000000000000000000000000000000000000008152fd5b816123d89161389f565b6123e357835f612239565b8380fd5b6040513d87823e3d90fd5b8480fd5b5034610b67576080366003190112610b675760043567ffffffffffffffff8111610b6757612428903690600401613702565b60443567ffffffffffffffff8111610b6757612448903690600401613702565b90936064359267ffffffffffffffff8411610b675760606003198536030112610b6757612473613c2d565b61247b613ca1565b5f54604881901c64ffffffffff166201518081019081106130a65761249f33613932565b1580613626575b61361057506124b3613cd7565b5060b082106135e4576124c4613cd7565b9082600411610b6757863560e01c825260088310610b6757600487013560e01c602083015260108310610b6757600887013560c01c604083015282603011610b67576010870135606083015282605011610b67576030870135608083015282607011610b6757605087013560a083015282609011610b6757607087013560c08301528260a411610b6757609087013560601c60e08301528260a611610b675760a487013560f01c61010083015260a68311156135d05760a687013560f81c6101208301528260a710156135d05760a787013560f81c6101408301528260ab11610b675760a887013560e81c61016083015260ad8310610b675760ab87013560f01c61018083015260b08310610b675760ad87013560e81c6101a083015281515f1981016135a05750610140820151806135705750610100820151600319811661354557506101608201516210000081101561352c57506101a08201516210000081101561352c5750610120820151806134c0575b5061264282614e93565b80601f0290601f8204036130a65760b0018060b0116130a657808403613490575060405161266f8161381b565b63ffffffff821690818152608060ff602083019464ffffffffff8160201c16865264ffffffffff8160481c16604085015263ffffffff8160701c16606085015260901c161515910152600181018091116130a65760208301518181036134615750634000000081101561344757505160408201519064ffffffffff1680821061341957504281118015613409575b6133da576040516354021a8b60e01b81528160048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f906133a6575b611c2091501161336b5750606081015160105480820361333d57505060a081015160115480820361330f57505061278d6080820151613d4f565b61279a60c0820151613d4f565b6127a5602435613d4f565b6127b28560040182613dd1565b610120810151946127c286613f97565b956127d0604051978861389f565b8087526127dc81613f97565b601f19013660208901375f5b8181106132bf57508049613294575061280490600401806138c1565b95909661280f613a60565b955f51602061547b5f395f51905f526128303660af19880160b08601614f3a565b6020815191012060405160208101917f776569722e7a2e7631000000000000000000000000000000000000000000000083528a604083015260b086606084013760243561011083015261013082015261289f81612891610150820189614f70565b03601f19810183528261389f565b51902006975f996101208601516130e6575b50506128bf849a979a614e93565b9660b0601f5f99028401015b80607c85820360af190110612926578a5f51602061547b5f395f51905f5291607b19019a82828d3560081c958282605c1983013560081c958282603d1986013560081c95601e19013560081c920901090109010901976128cb565b8691508c8c8b8d935b60b0890181116130ba5750612945368c8a614f3a565b6020815191012060405160208101917f776569722e636f6e746578742e7631000000000000000000000000000000000083528560408301526060820152612994816128918d6080830190614f70565b519020935f51602061547b5f395f51905f5260208701516040880151610100890151916a0fffff000000000000000063ffffffff1983600c1b169260401b169060601b17171793612a1582612a086101608b01516101808c0151906101a08d015160201b9160401b9060601b17179561533f565b949195909706900861533f565b959193909460608b01519a60808101519060c060a082015191015191604080519e8f906020820152015260608d015260808c015260808b52612a5860a08c61389f565b5f985f905b6008821061307d57505090612af69796959493929160405197602089019a8b5260801b1760408801526024356060880152608087015260a086015260c085015260e08401526101008301526101208201526101208152612abf6101408261389f565b602060405193849282808501988051918291018a5e840190838201905f8252519283915e01015f815203601f19810183528261389f565b6040880151604051907f9192db5a00000000000000000000000000000000000000000000000000000000825260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f90613034575b6001600160a01b0391501691823b15610b6757612bed5f95608497604051988997889687967f5bf48e3a0000000000000000000000000000000000000000000000000000000088526004880152606060248801525180918160648901528388015e85810182018a9052601f01601f19168501858103820160031901604487015201916138f7565b03915afa801561302957613014575b50604051936080850185811067ffffffffffffffff821117613000576040526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001685526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660208601526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660408601526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016606086015261016084015190601f828102048203612fec5781601f0260b00160b011612fec5781601f0260b00111612fe8576001600160a01b0394612e2b60609392849360405198899586957f1c560898000000000000000000000000000000000000000000000000000000008752600160048801528281511660248801528260208201511660448801528260408201511660648801520151166084850152875160a4850152602088015160c4850152604088015160e485015285880151610104850152608088015161012485015260a088015161014485015260c08801516101648501526001600160a01b0360e0890151166101848501526101008801516101a48501526101208801516101c48501526101408801516101e48501526101608801516102048501526101808801516102248501526101a088015161024485015261028061026485015260b0610284850192601f0291016138f7565b03817304d7ff20bacc752bbe0147602848f9da39bf88815af4928315610b73578493612f92575b506080820151918260105560c081015160a08201518103612f89575b60208201519460408754930151926dffffffffff0000000000000000004260481b169063ffffffff8816906dffffffffffffffffffffffffffff19161768ffffffffff000000008560201b1617178755858752600860205260408720548151906040602084015193015193604051976101008901968952602089015260408801526060870152608086015260a085015260c084015261010060e0840152815180915260206101208401920190855b818110612f735750505090807f48ccb5634c666d68b6abeae48cefe84094c8ebb407afc898513645fcce5981be920390a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b8251845260209384019390920191600101612f1c565b80601155612e6e565b9092506060813d606011612fe0575b81612fae6060938361389f565b810103126123e3576040805191612fc48361384b565b8051835260208101516020840152015160408201529184612e52565b3d9150612fa1565b8580fd5b602487634e487b7160e01b81526011600452fd5b602487634e487b7160e01b81526041600452fd5b6130219195505f9061389f565b5f9385612bfc565b6040513d5f823e3d90fd5b506020813d602011613075575b8161304e6020938361389f565b81010312610b6757516001600160a01b0381168103610b67576001600160a01b0390612b66565b3d9150613041565b90998a601c0290601c82048c036130a657630fffffff836001931c169060201b179a0190612a5d565b634e487b7160e01b5f52601160045260245ffd5b909192939450601e1901905f51602061547b5f395f51905f5285833560081c920901899493929161292f565b9594969893995096610160879b939b0151985f958598611000809a60019b5b61323e5750508a9d8e5f905b156131c3578e9f8d9e9f998c9d9e9a613141829d9e9c61313b613148955f19019e8f928391613a2d565b92613faf565b519061529a565b1561319757613183575f51602061547b5f395f51905f528c818f8b8f9161316e92613a2d565b35915f9d09089d9c9b9a99889f9e9998613111565b634e487b7160e01b5f52601260045260245ffd5b887fdab05a82000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b949b50959d5096939b959a919850965090818a6001935b6131fc575050613183575f51602061547b5f395f51905f529109975f806128b1565b600180831614613223575b805f51602061547b5f395f51905f5291099060011c90816131da565b925f51602061547b5f395f51905f5284819209939050613207565b9d9e97989d6001809d9e9b9c9d831614613279575b805f51602061547b5f395f51905f5291099060011c90979e9d9897819d9c9b9a9d613105565b9b5f51602061547b5f395f51905f528d8192099c9050613253565b7f189e77a6000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b80496132cb828a613faf565b526132d68189613faf565b51156132e4576001016127e8565b7fcc6408c5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f5cec7502000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f21866801000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b611c1f1942014281116130a6577f38fdebae000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020813d6020116133d2575b816133c06020938361389f565b81010312610b6757611c209051612753565b3d91506133b3565b7f45e2dc22000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b50650100000000008110156126fd565b7f2bff2905000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b632762388360e21b5f52600452634000000060245260445ffd5b907fc6bc0f1a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b83907f2995af53000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6006811161351557506134d282615259565b6110008101908181116130a657610fff019081116130a657600c1c610120830151908082036135015750612638565b62e41f4360e31b5f5260045260245260445ffd5b632762388360e21b5f52600452600760245260445ffd5b632762388360e21b5f526004526210000060245260445ffd5b7fb1deb829000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f145bb452000000000000000000000000000000000000000000000000000000005f5260a760045260245260445ffd5b7f5060c665000000000000000000000000000000000000000000000000000000005f52600160045260245260445ffd5b634e487b7160e01b5f52603260045260245ffd5b507f36fb3a55000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63185571ad60e01b5f523360045260245260445ffd5b506040516354021a8b60e01b815264ffffffffff8360481c1660048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f9061368f575b620151809150106124a6565b506020813d6020116136bc575b816136a96020938361389f565b81010312610b6757620151809051613683565b3d915061369c565b34610b67575f366003190112610b6757602060ff5f5460901c166040519015158152f35b34610b67575f366003190112610b67576020610e01613bc1565b9181601f84011215610b675782359167ffffffffffffffff8311610b675760208381860195010111610b6757565b6004359063ffffffff82168203610b6757565b600435906001600160a01b0382168203610b6757565b602435906001600160a01b0382168203610b6757565b6040906003190112610b67576004359060243590565b6060906003190112610b675760043590602435906044356001600160a01b0381168103610b675790565b9181601f84011215610b675782359167ffffffffffffffff8311610b67576020808501948460051b010111610b6757565b9060e0600319830112610b675760c0600435926023190112610b6757602490565b919082018092116130a657565b919082039182116130a657565b60a0810190811067ffffffffffffffff82111761383757604052565b634e487b7160e01b5f52604160045260245ffd5b6060810190811067ffffffffffffffff82111761383757604052565b60e0810190811067ffffffffffffffff82111761383757604052565b6040810190811067ffffffffffffffff82111761383757604052565b90601f8019910116810190811067ffffffffffffffff82111761383757604052565b903590601e1981360301821215610b67570180359067ffffffffffffffff8211610b6757602001918160051b36038313610b6757565b908060209392818452848401375f828201840152601f01601f1916010190565b65ffffffffffff1665ffffffffffff81146130a65760010190565b6001600160a01b03165f52601260205260405f20548042106139fb57801515908161395b575090565b6202a2ff198101915081116130a657604051906354021a8b60e01b825260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f906139c6575b6202a30091501090565b506020813d6020116139f3575b816139e06020938361389f565b81010312610b67576202a30090516139bc565b3d91506139d3565b50600190565b7f800000000000000000000000000000000000000000000000000000000000000081146130a6575f0390565b91908110156135d05760051b81013590605e1981360301821215610b67570190565b3563ffffffff81168103610b675790565b60405160208101907f776569722e696e7374616e63652e763100000000000000000000000000000000825246604082015230606082015260608152613aa660808261389f565b51902090565b51906001600160a01b0382168203610b6757565b818102929181159184041417156130a657565b67ffffffffffffffff811161383757601f01601f191660200190565b5f1981146130a65760010190565b61ffff5f9116805b613b8f57508061ea60029061ea608204036130a6576201adb001806201adb0116130a657613b40906377359400481115613b84574890613ac0565b64174876e8008101908181116130a65764174876e7ff019081116130a65764174876e800900464174876e80081029080820464174876e80014901517156130a65790565b637735940090613ac0565b90613b9990613aef565b905f198101908082116130a6571680613b05565b356001600160a01b0381168103610b675790565b6377359400481115613c2357485b6201adb081810291908204036130a65764174876e8008101908181116130a65764174876e7ff019081116130a65764174876e800900464174876e80081029080820464174876e80014901517156130a65790565b6377359400613bcf565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c613c795760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b60ff5f5460901c16613caf57565b7f5c6daac7000000000000000000000000000000000000000000000000000000005f5260045ffd5b604051906101c0820182811067ffffffffffffffff821117613837576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b613d5881614ec1565b9060088210613d65575050565b81613d6f91614ef6565b907f08c9d553000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b903590601e1981360301821215610b67570180359067ffffffffffffffff8211610b6757602001918136038313610b6757565b90613ddc81806138c1565b9050610120830151809103613f76575060c0820180519260a08101938451148015613f65575b613f0c576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906040810151608060208301519201519351955160405192613e518461381b565b8352602083019485526040830196875260608301908152613e816080840196602081013588526040810190613d9e565b853b15610b67575f97613eef936040519a8b998a9889987fbcbe6214000000000000000000000000000000000000000000000000000000008a5260048a01525160248901525160448801525160648701525160848601525160a485015260e060c485015260e48401916138f7565b03915afa801561302957613f005750565b5f613f0a9161389f565b565b505060208101351580159250613f4c575b50613f2457565b7f08e1aaa4000000000000000000000000000000000000000000000000000000005f5260045ffd5b613f5b91506040810190613d9e565b905015155f613f1d565b506002610100820151161515613e02565b613f8082806138c1565b91905062e41f4360e31b5f5260045260245260445ffd5b67ffffffffffffffff81116138375760051b60200190565b80518210156135d05760209160051b010190565b80613fcd57505f90565b5f1981019081116130a6575f52600360205260405f205490565b6bffffffffffffffffffffffff614063613f0a93835f52600260205260405f2093845467ffffffffffffffff6140205f828416856153ca565b1673ffffffffffffffffffffffff00000000000000006140465f888560401c1686615439565b60401b16906001600160a01b031983161717865560a01c90615439565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b906bffffffffffffffffffffffff6140635f613f0a948082526002602052604082209485549073ffffffffffffffffffffffff000000000000000061404667ffffffffffffffff6140d687828716886153ca565b1692888560401c1686615439565b6140f090929192614f9d565b6040516370a0823160e01b81523060048201526001600160a01b038316939192602082602481885afa918215613029575f9261427b575b506141328487613ac0565b6001600160a01b03604051947f23b872dd000000000000000000000000000000000000000000000000000000005f52166004523060245260445260205f60648180855af19060015f511482161561425c575b50826040525f60605215614249576370a0823160e01b8252306004830152602082602481875afa8015613029575f90614215575b6141c2925061380e565b926141cd8282613ac0565b84036141d95750505050565b906141e391613ac0565b907f43a670fe000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b506020823d602011614241575b8161422f6020938361389f565b81010312610b67576141c291516141b8565b3d9150614222565b83635274afe760e01b5f5260045260245ffd5b6001821516614272573b15153d1516165f614184565b833d5f823e3d90fd5b9091506020813d6020116142a7575b816142976020938361389f565b81010312610b675751905f614127565b3d915061428a565b6142b7613ca1565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610b67575f600491604051928380927f17dc93290000000000000000000000000000000000000000000000000000000082525afa801561302957613f005750565b61433461433b91939293614f9d565b9093613ac0565b6001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f51148216156143b0575b604052156143945750565b6001600160a01b0390635274afe760e01b5f521660045260245ffd5b9060018115166143c857823b15153d15161690614389565b503d5f823e3d90fd5b9190825f52600e60205260405f2060408201936143ee8584613d9e565b600281101561483c5750505f915b805461ffff8160a01c169361ffff81161515908161482c575b50614823576001600160a01b0316938415614657575b614439614475975f92613d9e565b60405198899283927f2a5cc5360000000000000000000000000000000000000000000000000000000084526020600485015260248401916138f7565b03816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115613029575f5f975f936145b5575b50600182015480820361458357505080547fffffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffff1661ffff8816851760a01b75ffff0000000000000000000000000000000000000000161790555f90815b8151831015614579578060018961454e931c16156145745761453b61453485613aef565b9484613faf565b51600187831c1615614553575b50613aef565b614510565b8067ffffffffffffffff61456e92169060401c898489615039565b5f614548565b613aef565b5050505050509050565b847f365056a6000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b92505095503d805f833e6145c9818361389f565b810195606082880312610b6757815160208301519260408101519067ffffffffffffffff8211610b6757019780601f8a011215610b6757885161460b81613f97565b996146196040519b8c61389f565b818b526020808c019260051b820101928311610b6757602001905b828210614647575050509196915f6144b4565b8151815260209182019101614634565b93506146666020850185613d9e565b9083601a1c9160018311614810576146c4929160809160405194859283927f23c14e160000000000000000000000000000000000000000000000000000000084526303ffffff8a1660048501526040602485015260448401916138f7565b03816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f5f925f945f936147bd575b506147b5576010545b808203614783575050158015614772575b61474657600183015581546001600160a01b0319166001600160a01b0382161782559361442b565b837fb9b5ae53000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506001600160a01b0382161561471e565b867f6b6367a2000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b60115461470d565b9350935050506080813d608011614808575b816147dc6080938361389f565b81010312610b6757805191602082015160606147fa60408501613aac565b93015193909293915f614704565b3d91506147cf565b84634354aee560e01b5f5260045260245ffd5b50505050509050565b61ffff915085191616155f614415565b600211610b67573560f01c916143fc565b803590815f52600860205260405f20546020820135926040830135926060810135926148b860806040517f776569722e7769746864726177616c2e763100000000000000000000000000008152886020820152876040820152866060820152209260808101906138c1565b905f915b808310614b1e57505050818103614aec5750506148fc848260019182915f52600d60205260405f208160081c5f5260205260ff60405f205491161c161490565b614abc57633f0000007903ffffffffffffffffffffffffffffffffffffffffffff0000008460361c161662ffffff84608c1c161792815f52600960205260405f20845f5260205260405f2054804210614a8957506001600160a01b0390825f52600d60205260405f208660081c5f5260205260405f20600160ff88161b815417905567fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161792169384916149ba6149b485613a01565b86613fe7565b7f491a140e51196eb7b8dd0e7083f674d685ca38a56e8147e31238dad918f5f82f60408051878152866020820152a4815f52600b6020526001600160a01b0360405f205416155f14614a7f576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610b6757604051630e86460760e41b815260048101939093526001600160a01b0390931660248301526044820152905f908290818381606481015b03925af1801561302957613f005750565b613f0a9291614325565b84837f2213581f000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b83907f0ac1226b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f7354f413000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b909193600190818a871c16155f14614b8257614b7990614b3f878587615249565b3590606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b940191906148bc565b614bca90614b91878587615249565b35606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b614b79565b3567ffffffffffffffff81168103610b675790565b90815f52600360205260405f205490614bfc83613fc3565b90614c0681613a4f565b614c1260208301614bcf565b90614c1f60408401613a4f565b9160608401359160ff8316809303610b6757614c969563ffffffff67ffffffffffffffff816080614c5260a08b01613bad565b9901359716941692169094919260e096936001600160a01b039592604051978852602088015260408701526060860152608085015260a08401521660c08201522090565b91828203614ca357505050565b7fd6982235000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b614cde8282614be4565b805f52600460205260405f20805460ff8160281c16614dd95765ff00000000001916650100000000001790557f437d58964eb655ca21e78fa943799dcb6840c614cff2da188e35c4b8eff8a31c60406001600160a01b03614d3e85613a4f565b94614d6e602082019663ffffffff614d6767ffffffffffffffff614d618b614bcf565b16613a01565b9116613fe7565b67ffffffffffffffff614dc3614dbd614db7614d8985613a4f565b614db2614d958c614bcf565b60a088019263ffffffff88614da986613bad565b93169116614325565b613bad565b93613a4f565b97614bcf565b63ffffffff8551981688521660208701521693a3565b827f6f6b1a96000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5f549063ffffffff8260701c1691600183018093116130a657826340000000811015614e6b5771ffffffff00000000000000000000000000007fffffffffffffffffffffffffffff00000000ffffffffffffffffffffffffffff9160701b169116175f55565b7fea50c132000000000000000000000000000000000000000000000000000000005f5260045ffd5b610120810151614eb95780614eb0610160614eb693015191615259565b90613801565b90565b610160015190565b905f915b60088310614ed05750565b9091637f000001614ee18284614ef6565b1015614ef1576001019190614ec5565b905090565b907f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036130a65760051b60e0039060e082116130a65763ffffffff911c1690565b929192614f4682613ad3565b91614f54604051938461389f565b829481845281830111610b67578281602093845f960137010152565b80516020909101905f5b818110614f875750505090565b8251845260209384019390920191600101614f7a565b80158015615026575b614ffb57805f52600b60205260405f2054916001600160a01b0383169260a01c918315614fd05750565b7f2b800d7d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7ffe65f792000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5063ffffffff5f5460701c168111614fa6565b9093919382156152425783916040519182528360208301527fe643f6dd0dfc1429594b8feda9b431899b553b4b2c62f9374a491dd896f68a5260406001600160a01b03881693a4815f52600b6020526001600160a01b0360405f205416155f1461518e576151226150a982613a01565b835f5260026020526bffffffffffffffffffffffff6140635f604081209367ffffffffffffffff6150df8654928284168b6153ca565b1673ffffffffffffffffffffffff000000000000000061510584878560401c168c615439565b60401b16906001600160a01b031983161717855560a01c87615439565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610b6757604051630e86460760e41b815260048101939093526001600160a01b0390931660248301526044820152905f90829081838160648101614a6e565b919061521561519c84613a01565b825f5260026020526bffffffffffffffffffffffff6140638660405f209367ffffffffffffffff6151d28654928284168a6153ca565b1673ffffffffffffffffffffffff00000000000000006151f85f878560401c168b615439565b60401b16906001600160a01b031983161717855560a01c86615439565b5f52600f6020526001600160a01b0360405f2091165f5260205261523e60405f20918254613801565b9055565b5050505050565b91908110156135d05760051b0190565b6101808101517f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036130a6576101a0614eb69201519060011b613801565b919091602081016152ab8183613d9e565b9093906152bb6040850185613d9e565b828193604051988996602088019b8c526040880152883560608801526080870137840191608083015f815237016080015f815203601f1981018452615300908461389f565b61530991613d9e565b6030148015929150615332575b5061532d575f60c0604092600a5afa60403d141690565b505f90565b60c091505114155f615316565b905f915f915f915f905b60088210615355575050565b9092939483600c02600c810485036130a65782610fff911c169060201b1794600884018085116130a65780600c0290600c8204036130a65782610fff911c169060201b179360108401908185116130a65781600c0291600c8304036130a657610fff836001931c169060201b17930190615349565b9190818101928284125f83129080158216911516176130a6575f84128015615428575b6153f75750505090565b7f428d191c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5067ffffffffffffffff84116153ed565b9190818101928284125f83129080158216911516176130a6575f84128015615465576153f75750505090565b506bffffffffffffffffffffffff84116153ed56fe73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000160a080604052346100995733608052613857908161009e823960805181818160f40152818161014701528181610205015281816106fa015281816108fa01528181610c8801528181610d3101528181611148015281816112fc015281816122db0152818161234601528181612696015281816126ec0152818161275c015281816128300152818161288f01528181613470015261353e0152f35b5f80fdfe60806040526004361015610011575f80fd5b5f5f3560e01c806309c7973514612f7957806314a404d614612ddf578063211dc32d14612d8b57806321d139ae14612cd8578063864ef3b014612b5157806389caeb791461203b57806391fc95f714611fa95780639340ea9d146112df578063b194cdb6146112a7578063be833a4c146110ff578063c0aa0e8a14610e1a578063caa0ec2c14610b56578063d00738bc146108dd578063e50701f4146106b4578063e760c3f4146101db578063e86460701461011b5763f2f4eb26146100d5575f80fd5b3461011857806003193601126101185760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b503461011857606036600319011261011857600435610138612fbe565b90604435916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036101c85760206001600160a01b037f413a250ccf0a442b7e1d615a19a788c4a0f3f7ccfe8efe57124ea445e2b1365f9284875260038352604087208282165f52835260405f206101ba8782546130f4565b90556040519586521693a380f35b6024846337edf47960e01b815233600452fd5b503461011857366003190161016081126106b0576101401361011857610144356001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361069d5763ffffffff6102386131e2565b168252816020526040822063ffffffff6102506131e2565b1683526001602052604083209182549160ff831660058110156106895780156106505761027b6131f5565b82549063ffffffff808360a81c1691161490811591610631575b50801561060d575b80156105eb575b80156105bf575b801561058f575b610556576001600160401b036102c66132a0565b1615801590610547575b610334575b505050506102e16132f5565b80610309575b6102ef575080f35b6103069063ffffffff6103006131e2565b16613383565b80f35b5060ff8154166005811015610320576001146102e7565b602483634e487b7160e01b81526021600452fd5b6001810361051e5750600201549064ffffffffff8260c01c168082116104dd5750506001600160401b038260301c169060843580151581036104d957156104685750806001600160401b036103876132a0565b1611610415576103a8906001600160401b036103a16132a0565b169061311f565b905b6dffffffffffffffff0000000000001916603082901b6dffffffffffffffff000000000000161782557f960314c0a5993e5c51b04b10aacc4b231e697ae9ffec2f69c6872bb86912d7d6602063ffffffff6104036131e2565b1692604051908152a25f8080806102d5565b836001600160401b036064926104296131e2565b9063ffffffff6104376132a0565b927f8482e2220000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b91906104866001600160401b03918261047f6132a0565b16906130f4565b9260401c1680831161049857506103aa565b848360649263ffffffff6104aa6131e2565b7fdc4711b400000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8580fd5b606491869163ffffffff6104ef6131e2565b7f999b81c700000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8561054560449263ffffffff6105326131e2565b6381367f5560e01b855216600452612fea565bfd5b506105506132f5565b156102d0565b60248663ffffffff6105666131e2565b7f7b1cb83b00000000000000000000000000000000000000000000000000000000835216600452fd5b506101243564ffffffffff8116908181036105bb575064ffffffffff600384015460281c1614156102b2565b8780fd5b506101043564ffffffffff8116908181036105bb575064ffffffffff600284015460c01c1614156102ab565b506105f4613245565b6001600160401b03600184015460c01c911614156102a4565b5061061661322f565b6001600160401b0380600185015460801c169116141561029d565b905063ffffffff806106416131bc565b9260c81c16911614155f610295565b60248663ffffffff6106606131e2565b7fe8c0bf3d00000000000000000000000000000000000000000000000000000000835216600452fd5b602486634e487b7160e01b81526021600452fd5b6024826337edf47960e01b815233600452fd5b5080fd5b5034610118576020366003190112610118576004356106d16133df565b808252600160205260408220604051630153df6760e21b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156108d25784916108a3575b50815460ff811660058110156106895760028114158061088b575b610871575083855284602052604085209115908161085b575b8161083d575b506107ee5750805460ff19166004178082556001909101805467ffffffffffffffff191660309290921c6001600160401b031691821790556040519081527f0244905ef7a1a4aaa642475c43077d4365fecc25695cedff56f0635c002ec70190602090a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b83600164ffffffffff60038694015416019164ffffffffff83116108295760449264ffffffffff9163e58369d160e01b845260045216602452fd5b602482634e487b7160e01b81526011600452fd5b90506001600160401b03806002840154169160301c1610155f610764565b600383015464ffffffffff16421115915061075e565b8561054560449287631912031760e21b8452600452612fea565b508280610899575b15610745565b5060018114610893565b6108c5915060203d6020116108cb575b6108bd818361306b565b81019061318e565b5f61072a565b503d6108b3565b6040513d86823e3d90fd5b503461011857610120366003190112610118576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610b435763ffffffff61092d6131e2565b168152806020526040812063ffffffff6109456131e2565b1682526001602052604082209061096863ffffffff6109626131e2565b16613609565b906109716131f5565b90549063ffffffff808360a81c1691161490811591610b24575b508015610af4575b8015610ad3575b8015610ab2575b610a7957906109d0916109b26131e2565b9163ffffffff6001600160401b036109c86132a0565b169316613693565b90806001600160401b036109e2613245565b1611610a575750806001600160401b036109fa61325b565b1611610a04575080f35b906001600160401b03606492610a186131e2565b9063ffffffff610a2661325b565b927faf5f292f0000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b826001600160401b03606492610a6b6131e2565b9063ffffffff610a26613245565b60248363ffffffff610a896131e2565b7f044ea87a00000000000000000000000000000000000000000000000000000000835216600452fd5b50610abb61322f565b6001600160401b0380604084015116911614156109a1565b50610adc613219565b6001600160401b038060a0840151169116141561099a565b506084356001600160401b03811690818103610b2057506001600160401b036080830151161415610993565b8480fd5b905063ffffffff80610b346131bc565b9260c81c16911614155f61098b565b806337edf47960e01b6024925233600452fd5b50346101185760403660031901126101185760043590610b74612fbe565b91610b7d6133df565b8082526003602052604082206001600160a01b0384165f5260205260405f20548015610de15782938284526003602052604084206001600160a01b0382165f526020528360405f20558284526001602052610be68260408620610bdf86613609565b9086613693565b939092817f684d11cded844380acab6e4e3993109739122905b0b7d22c1b7bdb53938eaa3460405180610c3689896001600160a01b038a1697846040919493926060820195825260208201520152565b0390a3845283602052604084209180610d27575b5082610c79575b5050507f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b63ffffffff6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925460a81c1691803b15610b205760405163703a0e1960e01b815263ffffffff93909316600484015260248301939093526001600160a01b031660448201529082908290606490829084905af18015610d1c57610d07575b8080610c51565b81610d119161306b565b61011857805f610d00565b6040513d84823e3d90fd5b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063ffffffff845460c81c16823b15610ddd5760405163703a0e1960e01b815263ffffffff91909116600482015260248101919091526001600160a01b03831660448201529085908290606490829084905af1908115610dd2578591610db8575b50610c4a565b81610dc29161306b565b610dcd57835f610db2565b505050fd5b6040513d87823e3d90fd5b8680fd5b506044926001600160a01b03917f17ced0d600000000000000000000000000000000000000000000000000000000845260045216602452fd5b503461011857602036600319011261011857806101e0604051610e3c81613005565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c082015201526004358152806020526040812060405190610eb682613005565b8054906001600160a01b038216835260ff8260a01c16602084019460028210156110eb5750845260408301918060a81c63ffffffff168352606084018160c81c63ffffffff168152608085019160e81c61ffff16825260018301549360a08601936001600160401b038616855260c08701958060401c6001600160401b031687528060801c6001600160401b031660e089015260c01c61010088015260028101546001600160401b0381166101208901528060401c6001600160401b03166101408901528060801c6001600160401b031661016089015260c01c64ffffffffff166101808801526003015464ffffffffff81166101a08801528060281c64ffffffffff166101c088015260501c6001600160a01b03166101e08701526040519686516001600160a01b031688525160208801610ff191612ff8565b5163ffffffff1660408701525163ffffffff1660608601525161ffff166080850152516001600160401b031660a0840152516001600160401b031660c083015260e08101516001600160401b031660e08301526101008101516001600160401b03166101008301526101208101516001600160401b03166101208301526101408101516001600160401b03166101408301526101608101516001600160401b031661016083015261018081015164ffffffffff166101808301526101a081015164ffffffffff166101a08301526101c081015164ffffffffff166101c08301526101e001516001600160a01b03166101e082015261020090f35b80634e487b7160e01b602492526021600452fd5b503461011857604036600319011261011857611119612fd4565b6024359063ffffffff82168092036112a357604051635aa6e67560e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156108d2576001600160a01b03918591611274575b50163303611248576001600160a01b031690813b1561121c57818352600260205260408320546111f05760207f57b66e8fa4ecbe33dd1b8db2efba114d64a9ca4a7455469b0d66bbe8b10b51ce91838552600282526001811160018218026001186040862055604051908152a280f35b602483837ff08ff491000000000000000000000000000000000000000000000000000000008252600452fd5b602483837f8a8b41ec000000000000000000000000000000000000000000000000000000008252600452fd5b6024837f988d1f0300000000000000000000000000000000000000000000000000000000815233600452fd5b611296915060203d60201161129c575b61128e818361306b565b81019061316f565b5f611180565b503d611284565b8280fd5b50346101185760203660031901126101185760406020916001600160a01b036112ce612fd4565b168152600283522054604051908152f35b503461011857610200366003190112610118576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690604051635aa6e67560e01b8152602081600481865afa908115610d1c57906001600160a01b03918391611f8a575b5016803b156106b05781600491604051928380927fb4fd64f80000000000000000000000000000000000000000000000000000000082525afa8015610d1c57908291611f75575b50506040517f6d70f7ae000000000000000000000000000000000000000000000000000000008152336004820152602081602481865afa908115610d1c578291611f56575b5015611f2a576113e5613453565b6001600160a01b036113f56131a6565b1681526002602052604081205415611eee5761140f6131bc565b63ffffffff8061141d6131cf565b16911614611eb5576001600160a01b0361144363ffffffff61143d6131bc565b166134ee565b51166001600160a01b0361145d63ffffffff61143d6131cf565b51168115611ea5578015611e6c576001600160a01b0361147b6131a6565b169060243592600284101592836104d9576020606491604051928380927f7fa674230000000000000000000000000000000000000000000000000000000082526114c8600483018b612ff8565b8660248301528760448301525afa908115611e61578691611e42575b5015611de45750506001600160401b036114fc613219565b16158015611dcc575b8015611db4575b8015611d9c575b611d74576115426001600160401b0361152a61325b565b166001600160401b0361153b613219565b169061312c565b6115666001600160401b0361155561322f565b166001600160401b0361153b613245565b10611d4c576001600160401b0361157b613272565b16158015611d29575b611cdf57606461ffff611595613208565b1611611ca3576115b364ffffffffff6115ac6132b6565b16426137ff565b64ffffffffff6115c16132b6565b16620151808101809111611c8f576115e89064ffffffffff6115e16132cb565b16906137ff565b6115f06132cb565b64ffffffffff5f1991160164ffffffffff8111611c8f5764ffffffffff806116166132e0565b92169116818111801590611c66575b611c1f575050602083946004604051809681937fcc4aa24d0000000000000000000000000000000000000000000000000000000083525af19283156108d2578493611be7575b508284528360205260408420906001600160a01b036116886131a6565b168254916104d95778ffffffff0000000000000000000000000000000000000000006116b26131bc565b60a81b167fff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff7cffffffff0000000000000000000000000000000000000000000000000061171e6131cf565b60c81b16937fffffffffffffff000000000000000000000000000000000000000000000000007effff000000000000000000000000000000000000000000000000000000000061176c613208565b60e81b169616171674ff00000000000000000000000000000000000000008760a01b1617161717178155600181016001600160401b036117aa613219565b166001600160401b03198254161781556117f76117c561322f565b82546fffffffffffffffff0000000000000000191660409190911b6fffffffffffffffff000000000000000016178255565b61184b611802613245565b82547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff1660809190911b77ffffffffffffffff0000000000000000000000000000000016178255565b61185361325b565b77ffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffffffff00000000000000000000000000000000000000000000000083549260c01b16911617905560028101906001600160401b036118ae613272565b166001600160401b03198354161782556118fb6118c9613289565b83546fffffffffffffffff0000000000000000191660409190911b6fffffffffffffffff000000000000000016178355565b61016435916001600160401b03831691828403610ddd5781547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff16608085901b77ffffffffffffffff00000000000000000000000000000000161782556003916119636132b6565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b169116179055019064ffffffffff6119be6132cb565b169282549269ffffffffff00000000006119d66132e0565b60281b16936101e435946001600160a01b03861696878703611be3577fffff0000000000000000000000000000000000000000000000000000000000007dffffffffffffffffffffffffffffffffffffffff000000000000000000008860501b1693161717179055858752600160205260408720600160ff19825416179055611a79604051956001600160a01b03611a6c612fd4565b1687526020870190612ff8565b60443563ffffffff81168091036105bb57604086015260643563ffffffff81168091036105bb57606086015260843561ffff81168091036105bb57608086015260a4356001600160401b0381168091036105bb5760a086015260c4356001600160401b0381168091036105bb5760c086015260e4356001600160401b0381168091036105bb5760e0860152610104356001600160401b0381168091036105bb57610100860152610124356001600160401b0381168091036105bb57610120860152610144356001600160401b0381168091036105bb57610140860152506101608401526101843564ffffffffff81168091036104d9576101808401526101a43564ffffffffff81168091036104d9576101a08401526101c43564ffffffffff81168091036104d957946020956101c085015250506101e0820152817fcc875022ee6b12915580ac90f14cbab2afa089e0e6d241697cf516a8fbaadf636102003393a3604051908152f35b8a80fd5b9092506020813d602011611c17575b81611c036020938361306b565b81010312611c135751915f61166b565b5f80fd5b3d9150611bf6565b84906001830192838111611c525762278d008101809111611c525760649363091bdcc360e41b8452600452602452604452fd5b602483634e487b7160e01b81526011600452fd5b5062278d008201808311611c7b578111611625565b602486634e487b7160e01b81526011600452fd5b602484634e487b7160e01b81526011600452fd5b60448361ffff611cb1613208565b7fe757126a000000000000000000000000000000000000000000000000000000008352606460045216602452fd5b6044836001600160401b03611cf2613272565b81611cfb613289565b917f9050f0d40000000000000000000000000000000000000000000000000000000085521660045216602452fd5b50611d32613272565b6001600160401b0380611d43613289565b16911611611584565b6004837f451fa04a000000000000000000000000000000000000000000000000000000008152fd5b6004837fe528e11e000000000000000000000000000000000000000000000000000000008152fd5b506001600160401b03611dad61325b565b1615611513565b506001600160401b03611dc5613245565b161561150c565b506001600160401b03611ddd61322f565b1615611505565b849250611e36608494611df56131a6565b94506001600160a01b03604051957fd6c21ea80000000000000000000000000000000000000000000000000000000087521660048601526024850190612ff8565b60448301526064820152fd5b611e5b915060203d6020116108cb576108bd818361306b565b5f6114e4565b6040513d88823e3d90fd5b60248363ffffffff611e7c6131cf565b7f972a592300000000000000000000000000000000000000000000000000000000835216600452fd5b60248363ffffffff611e7c6131bc565b60249063ffffffff611ec56131bc565b7f4045f06800000000000000000000000000000000000000000000000000000000835216600452fd5b6024906001600160a01b03611f016131a6565b7f43d4f44200000000000000000000000000000000000000000000000000000000835216600452fd5b807fc66f47bf000000000000000000000000000000000000000000000000000000006024925233600452fd5b611f6f915060203d6020116108cb576108bd818361306b565b5f6113d7565b81611f7f9161306b565b61011857805f611392565b611fa3915060203d60201161129c5761128e818361306b565b5f61134b565b503461011857602036600319011261011857611fc361313f565b5060043581526001602052611fda6040822061308c565b906040519082519060058210156110eb575060a060c0936001600160401b0392845264ffffffffff602082015116602085015282604082015116604085015282606082015116606085015282608082015116608085015201511660a0820152f35b5034611c13576040366003190112611c13576001600160401b0360243511611c1357366023602435011215611c13576001600160401b036024356004013511611c13573660248035600401358135010111611c13576120986133df565b6120a0613453565b6004355f525f60205260405f2090604051916120bb83613005565b80546001600160a01b038116845260ff8160a01c16906002821015612b3d5761ffff91602086015263ffffffff8160a81c16604086015263ffffffff8160c81c16606086015260e81c16608084015260018101546001600160401b03811660a08501526001600160401b038160401c1660c08501526001600160401b038160801c1660e085015260c01c610100840152600360028201549164ffffffffff6101208601936001600160401b03811685526001600160401b038160401c166101408801526001600160401b038160801c1661016088015260c01c1661018086015201546001600160a01b036101a085019164ffffffffff8116835264ffffffffff8160281c166101c087015260501c166101e08501526004355f52600160205260405f20916121e88361308c565b9182516005811015612b3d5760011901612b145764ffffffffff905116804211612ae357506001600160401b0380604084015116915116808210612aaf5750506001600160a01b0361224363ffffffff6060870151166134ee565b5116936bffffffffffffffffffffffff602061226863ffffffff6060850151166134ee565b015116946001600160401b0360408401511661228d63ffffffff6040850151166134ee565b90604051916370a0823160e01b8352306004840152602083602481875afa928315612a70575f93612a7b575b5063ffffffff6040860151166001600160a01b03865116906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163b15611c135760405163703a0e1960e01b815263ffffffff9091166004820152602481018490526001600160a01b0390911660448201525f8180606481010381836001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af18015612a7057612a5b575b506001600160a01b038551168852600260205260408820546123995a5a60061c9061311f565b90808210612a2d5750506001600160a01b03855116906020860151926002841015612a19576123e6906bffffffffffffffffffffffff60206001600160a01b03855116940151169061312c565b90823b15612a15579161242993918a936040519586947f9644a67f0000000000000000000000000000000000000000000000000000000086526004860190612ff8565b6024840152866044840152606483015230608483015260c060a48301526024356004013560c483015260243560040135602480350160e48401378260e46024356004013584010152818360e482601f19601f60243560040135011681010301925af180156129f557908791612a00575b50506040516370a0823160e01b8152306004820152602081602481865afa9081156129f5579088929188916129bc575b506124dd92916124d89161311f565b613101565b956124e9428585613304565b808810612986575061261361260e969761255e6124d861254861253f6125396001600160401b0360408c0151166001600160401b0360e08c0151166001600160401b036101008d015116916135e0565b8561311f565b98429089613790565b91906001600160401b036101608a01511661312c565b86808210911802861897889661258a8861271061258361ffff60808c0151168761312c565b049261311f565b9081808210911802189889926125a0868361312c565b878d52600460205260408d206001600160a01b0333165f526020526125ca60405f209182546130f4565b90556125d6868561312c565b878d52600460205260408d206001600160a01b03806101e08c015116165f5260205261260760405f209182546130f4565b905561311f565b61311f565b946001600160401b0386116129545780547fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffff001660b087901b7dffffffffffffffff00000000000000000000000000000000000000000000161760031790558692919061267f908661312c565b60405163095ea7b360e01b85526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166004528160245260208560448180875af1906001865114821615612945575b60405215612815575b50506060015163ffffffff167f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b156106b057604051907f3201760300000000000000000000000000000000000000000000000000000000825260048201528360248201528181604481836001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af18015610d1c576127fc575b50506127d37f9df33b7219b9bdbfacb9e188eaf4243776be2c9ec40661d5d2449d3892ec134c91604051918291339660043596846040919493926060820195825260208201520152565b0390a3807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b816128069161306b565b61281157835f612789565b8380fd5b9091925060405163095ea7b360e01b88526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166004528760245260208860448180875af1906001895114821615612924575b60405215612911576040519063095ea7b360e01b88526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660045260245260208760448180865af19060018851148216156128f0575b604052156128de57908186926126de565b635274afe760e01b8652600452602485fd5b90600181151661290857823b15153d151616906128cd565b503d87823e3d90fd5b60248783635274afe760e01b8252600452fd5b90600181151661293c57833b15153d1516169061286f565b503d88823e3d90fd5b90833b15153d151616906126d5565b604488877f0b001427000000000000000000000000000000000000000000000000000000008252600435600452602452fd5b86886064927f1eb74300000000000000000000000000000000000000000000000000000000008352600435600452602452604452fd5b9250506020823d6020116129ed575b816129d86020938361306b565b81010312611c135790518791906124dd6124c9565b3d91506129cb565b6040513d89823e3d90fd5b81612a0a9161306b565b6104d957855f612499565b8980fd5b60248a634e487b7160e01b81526021600452fd5b7f9fa72982000000000000000000000000000000000000000000000000000000008a52600452602452604488fd5b612a689198505f9061306b565b5f965f612373565b6040513d5f823e3d90fd5b9092506020813d602011612aa7575b81612a976020938361306b565b81010312611c135751915f6122b9565b3d9150612a8a565b7f5a34c9ab000000000000000000000000000000000000000000000000000000005f5260043560045260245260445260645ffd5b7f404665e2000000000000000000000000000000000000000000000000000000005f5260043560045260245260445ffd5b82516005811015612b3d57612b3890631912031760e21b5f52600435600452612fea565b60445ffd5b634e487b7160e01b5f52602160045260245ffd5b34611c13576040366003190112611c1357612b6a612fd4565b6001600160a01b03612b7a612fbe565b91612b836133df565b1690815f52600460205260405f206001600160a01b0382165f5260205260405f2054908115612c9f576001600160a01b0390835f52600460205260405f208282165f526020525f6040812055169081837f0c8584df0a37548f26644c41809e5f908b58e8888dd441691e8a2174ec89f3056020604051858152a3604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f5260045260245260205f60448180865af19060015f5114821615612c7f575b5015612c6d575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b635274afe760e01b5f5260045260245ffd5b6001821516612c975750813b15153d15161682612c42565b3d5f823e3d90fd5b6001600160a01b0390837f19cfd422000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b34611c13576020366003190112611c1357600435805f52600160205260405f2060ff8154166005811015612b3d5760018103612d745750815f525f60205264ffffffffff600260405f20015460c01c1691620151808301809311612d6057824210612d4957612d479250613383565b005b905063e58369d160e01b5f5260045260245260445ffd5b634e487b7160e01b5f52601160045260245ffd5b612b3890836381367f5560e01b5f52600452612fea565b34611c13576040366003190112611c1357612da4612fd4565b6001600160a01b03612db4612fbe565b91165f5260046020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b34611c13576040366003190112611c1357600435805f526001602052612e0760405f2061308c565b9081516005811015612b3d5760011901612f58575f525f60205260405f20604051612e3181613005565b8154926001600160a01b038416825260ff8460a01c166002811015612b3d576003612f509461ffff6020976001600160a01b03948988015263ffffffff8160a81c16604088015263ffffffff8160c81c16606088015260e81c16608086015260018101546001600160401b03811660a08701526001600160401b038160401c1660c08701526001600160401b038160801c1660e087015260c01c61010086015264ffffffffff60028201546001600160401b0381166101208801526001600160401b038160401c166101408801526001600160401b038160801c1661016088015260c01c16610180860152015464ffffffffff81166101a085015264ffffffffff8160281c166101c085015260501c166101e083015260243591613304565b604051908152f35b90516005811015612b3d57612b3891631912031760e21b5f52600452612fea565b34611c13576040366003190112611c1357612f92612fbe565b6004355f5260036020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b602435906001600160a01b0382168203611c1357565b600435906001600160a01b0382168203611c1357565b6005811015612b3d57602452565b906002821015612b3d5752565b61020081019081106001600160401b0382111761302157604052565b634e487b7160e01b5f52604160045260245ffd5b60c081019081106001600160401b0382111761302157604052565b604081019081106001600160401b0382111761302157604052565b90601f801991011681019081106001600160401b0382111761302157604052565b9060405161309981613035565b8092805460ff8116906005821015612b3d5760a0926001600160401b036001928194875264ffffffffff8160081c166020880152818160301c166040880152818160701c16606088015260b01c166080860152015416910152565b91908201809211612d6057565b811561310b570490565b634e487b7160e01b5f52601260045260245ffd5b91908203918211612d6057565b81810292918115918404141715612d6057565b6040519061314c82613035565b5f60a0838281528260208201528260408201528260608201528260808201520152565b90816020910312611c1357516001600160a01b0381168103611c135790565b90816020910312611c1357518015158103611c135790565b6004356001600160a01b0381168103611c135790565b60443563ffffffff81168103611c135790565b60643563ffffffff81168103611c135790565b60043563ffffffff81168103611c135790565b60243563ffffffff81168103611c135790565b60843561ffff81168103611c135790565b60a4356001600160401b0381168103611c135790565b60c4356001600160401b0381168103611c135790565b60e4356001600160401b0381168103611c135790565b610104356001600160401b0381168103611c135790565b610124356001600160401b0381168103611c135790565b610144356001600160401b0381168103611c135790565b6064356001600160401b0381168103611c135790565b6101843564ffffffffff81168103611c135790565b6101a43564ffffffffff81168103611c135790565b6101c43564ffffffffff81168103611c135790565b60a4358015158103611c135790565b6133756124d861337a9261336c6133809660408701966133666001600160401b03613340818b51168260a0890151168360c08a015116916135e0565b9951166001600160401b0360e0870151166001600160401b0361010088015116916135e0565b93613790565b9390918661311f565b61312c565b9061311f565b90565b815465ffffffffffff19164260081b65ffffffffff0016176002179182905560405160309290921c6001600160401b03168252907f608001f0f4024cdf558f7cbdf3ab9ffbd2b7548bec472e9872b75c7648b352f090602090a2565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c61342b5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b604051630153df6760e21b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612a70575f916134cf575b506134a757565b7fb9c495cd000000000000000000000000000000000000000000000000000000005f5260045ffd5b6134e8915060203d6020116108cb576108bd818361306b565b5f6134a0565b5f60206040516134fd81613050565b8281520152604051907f8ea06f8100000000000000000000000000000000000000000000000000000000825260048201526040816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612a70575f91613571575090565b90506040813d6040116135d8575b8161358c6040938361306b565b81010312611c1357604051906135a182613050565b8051906001600160a01b0382168203611c1357602091835201516bffffffffffffffffffffffff81168103611c1357602082015290565b3d915061357f565b906135ef81936135f49361312c565b6130f4565b5f19810191908211612d605761338091613101565b9061361261313f565b50815f52600160205261362760405f2061308c565b9182516005811015612b3d57600314158061367e575b6136445750565b82516005811015612b3d57612b38917ff0c27f99000000000000000000000000000000000000000000000000000000005f52600452612fea565b5082516005811015612b3d576004141561363d565b919392906136ae826001600160401b036060880151166130f4565b60408601936001600160401b038551169081831161375f5750507fffffffffffffffffffff0000000000000000ffffffffffffffffffffffffffff75ffffffffffffffff000000000000000000000000000083549260701b169116179055801561375557906001600160401b0361374c613380938260a06137426137388360808c0151168561312c565b8388511690613101565b980151169061312c565b91511690613101565b505090505f905f90565b7fdad1b14e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b64ffffffffff6101a060209294939401511692019164ffffffffff83511690818111156137f3570364ffffffffff8111612d6057915164ffffffffff92831692168082116137de5750505f91565b6137e79161311f565b81808210911802811891565b50505050600190600190565b808211801590613842575b613812575050565b60018101808211612d605762093a808201809211612d605763091bdcc360e41b5f5260045260245260445260645ffd5b5062093a808101808211612d6057821161380a56' as const;
