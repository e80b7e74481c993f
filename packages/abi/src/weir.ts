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
export const weirBytecode = '0x61014080604052346105ff5761afe9803803809161001d82856106a8565b83398101906020818303126105ff578051906001600160401b0382116105ff5701610160818303126105ff5760405161016081016001600160401b0381118282101761067c5760405261006f826106cb565b815261007d602083016106cb565b9060208101918252610091604084016106cb565b91604082019283526100a5606085016106cb565b91606081019283526100b9608086016106cb565b956080820196875260a08601519360a0830194855260c087015160018060401b0381116105ff5787019180601f840112156105ff578251926001600160401b03841161067c578360051b906040519461011560208401876106a8565b85526020808601928201019283116105ff57602001905b8282106106905750505060c0830191825260e08701519460e084019586526101008801519661010085019788526101406101208a01519961012087019a8b5201519660018060a01b038816948589036105ff5761014087019889526040516153c28082016001600160401b0381118382101761067c578291615c27833903905ff093841561060b57604051631c64525d60e31b815260206004820181905289516001600160a01b0390811660248401528b51811660448401529551861660648301529651851660848201528d5190941660a48501525160c48401525161016060e4840152805161018484018190529294919285926101a484019201905f5b81811061065a575050925161010483015289516101248301528a5161014483015288516001600160a01b0316610164830152602092508190038173b167de8801a9ffdbd2c006cd4e731c7f8920eb4f5af491821561060b575f92610616575b506001600160a01b031660805260a052604051631dd70c0360e21b815260608160048173d5c892162e56893700c12d0fcbb45c80012aa3ae5af490811561060b575f915f915f91610595575b506101005260e05260c05261012052516001600160a01b03163f7fe23c286ed31cb8bed9bcfc2762162ed9c80e9801798bdf61cd95b5dc98ff9ced810161055f5750516001600160a01b03163f7fdc18e5fe6b9203a0243321aba3b05426522e9e0ab2eef618740203de2072109381016105295750516001600160a01b03163f7fbc00ebbeebecd49b09000b6e5ea764f93f9804a713d96d9e0646ae40de3f1dd281016104f3575061038781516106df565b61039182516106df565b51601055516011555f805464ffffffffff60481b19164260481b6dffffffffff0000000000000000001617815590516001600160a01b0316808252601260205260408083205f19905551917fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d9080a261549d908161078a823960805181818161096a0152818161181301528181611f5c0152818161214101528181612c2501528181614a12015261512e015260a0518181816105e601528181610a7701528181611120015281816112b801528181611af301528181611e4e015281816121d40152818161272401528181612b37015281816136540152818161398d01528181613e1201526142c3015260c05181818161028701528181610bc7015281816118eb0152612c51015260e05181818161179a0152612c8001526101005181818161125d0152612caf01526101205181818161092b0152818161448301526146d20152f35b63c343001160e01b5f527f43ff144114132b64f6fff491a1589b06c067fb58ec269261f9b951bf21c0e22e60045260245260445ffd5b630989c21560e11b5f527f23e71a01946dfc5fdbccde545c4fabd9add161f54d1109e78bfdfc21df8def6d60045260245260445ffd5b630989c21560e11b5f527f1dc3d7912ce34741264303d89de9d12637f167fe8674209e326a4a236700631360045260245260445ffd5b925050506060813d606011610603575b816105b2606093836106a8565b810103126105ff5780516001600160a01b03811681036105ff576020820151916001600160a01b03831683036105ff5760400151906001600160a01b03821682036105ff5791905f6102d5565b5f80fd5b3d91506105a5565b6040513d5f823e3d90fd5b9091506020813d602011610652575b81610632602093836106a8565b810103126105ff57516001600160a01b03811681036105ff57905f610289565b3d9150610625565b82516001600160a01b031684528794506020938401939092019160010161022a565b634e487b7160e01b5f52604160045260245ffd5b6020809161069d846106cb565b81520191019061012c565b601f909101601f19168101906001600160401b0382119082101761067c57604052565b51906001600160a01b03821682036105ff57565b6106e881610715565b90600882106106f5575050565b816106ff9161074a565b906308c9d55360e01b5f5260045260245260445ffd5b905f915b600883106107245750565b9091637f000001610735828461074a565b1015610745576001019190610719565b905090565b906001600160fb1b03811681036107755760051b60e0039060e082116107755763ffffffff911c1690565b634e487b7160e01b5f52601160045260245ffdfe60806040526004361015610011575f80fd5b5f5f3560e01c8062a3c1ff146136e8578063054f7d9c146136c45780630eca8a09146123f6578063102decaf1461216557806316f0115b146121215780631adf9f5b146120205780631d62ebd914611fe85780631f0fa45e14611fbe57806331c0561a14611fa05780633201760314611f435780633d7552f714611f1657806345dca05c14611ef857806348aa410814611eb857806353c98ce914611e725780635aa6e67514611e2e578063603921b414611b7b57806362a5af3b146119c957806368744046146119395780636cb0ecea1461190f5780636d08b4a7146118cb5780636d70f7ae146118a75780636dfb9ece1461186b578063703a0e19146117f657806371f96211146117be5780637e74f3601461177a57806389cd9464146114c25780638a52b46b146114055780638ea06f8114611392578063970e53ae146113775780639870d7fe146112815780639b981fb41461123d578063ac8a584a146110e9578063b7f77eaa14610fbd578063b86e321c14610ea0578063b8cf927514610e09578063b93dff8f14610dd5578063b97ea7c314610c43578063bda617a614610c0b578063c8746ca914610baa578063c90a1a9214610a20578063c98cfd66146109da578063cc4aa24d1461094f578063ceb106b11461090b578063d288e08114610862578063d5d558b7146107fb578063d907cf1314610594578063e256ccee14610563578063e3f4c7c9146104dc578063eafe7a74146104b6578063ed298a4e146103db578063ee31e3b4146103a0578063f364c90c14610359578063f7178ac61461031e5763fafa4cce1461026b575f80fd5b3461031b5761027936613785565b906001600160a01b039392937f00000000000000000000000000000000000000000000000000000000000000001633036102ef576102c992936102ba613c2f565b6102c48282613fe9565b6140e6565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b6024837fa7ff695e00000000000000000000000000000000000000000000000000000000815233600452fd5b80fd5b503461031b578060031936011261031b5760206040517f1dc3d7912ce34741264303d89de9d12637f167fe8674209e326a4a23670063138152f35b503461031b57602061039661036d3661376f565b9060019182915f52600d60205260405f208160081c5f5260205260ff60405f205491161c161490565b6040519015158152f35b503461031b578060031936011261031b5760206040517f23e71a01946dfc5fdbccde545c4fabd9add161f54d1109e78bfdfc21df8def6d8152f35b503461031b57604036600319011261031b57600435906103f9613759565b610401613c2f565b828252600f602052604082206001600160a01b0382165f5260205260405f2054801561049a578383946102c99452600f602052604085206001600160a01b0384165f526020528460405f205561045f61045983613a01565b82613fe9565b806040518381527f6011318770f16b7b42fe9d734d66c0b0ab366574e3c21296556e65b5f2d8bac960206001600160a01b03871692a3614327565b6024836001600160a01b0384636e34ee0b60e11b835216600452fd5b503461031b578060031936011261031b5763ffffffff6020915460701c16604051908152f35b503461031b578060031936011261031b5760806040516104fb8161381b565b60015465ffffffffffff81169182815265ffffffffffff8260301c1680602083015265ffffffffffff8360601c16918260408201528565ffffffffffff808660901c169586606085015260c01c16910152604051938452602084015260408301526060820152f35b503461031b57602036600319011261031b5764ffffffffff6040602092600435815260048452205416604051908152f35b503461031b57604036600319011261031b576105ae613743565b90602435916bffffffffffffffffffffffff83168093036107f757604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156107ec5783906107a8575b6001600160a01b03915016330361077c57803b15610748576001600160a01b031691828252600c602052604082205461070b5780156106df57916040917fac3dcdc20bb35a0f2b39fb2ddbe12a30d20c4795d2026bf2fc48df3ce84ca67d6020809561067f614e07565b868197956106c783975161069281613883565b898152868101868152858452600b88528484209151905160a01b6001600160a01b0319166001600160a01b0391909116179055565b878152600c85522055604051908152a3604051908152f35b602492507f2408dabc000000000000000000000000000000000000000000000000000000008252600452fd5b50816044928252600c6020526040822054907f24db1cef000000000000000000000000000000000000000000000000000000008352600452602452fd5b7ff0ae59ab0000000000000000000000000000000000000000000000000000000082526001600160a01b0316600452602490fd5b6024827f245aecd300000000000000000000000000000000000000000000000000000000815233600452fd5b506020813d6020116107e4575b816107c26020938361389f565b810103126107e0576107db6001600160a01b0391613aac565b610615565b8280fd5b3d91506107b5565b6040513d85823e3d90fd5b5080fd5b503461031b57602036600319011261031b5763ffffffff61081a613730565b1663080000008110156108505733907fc770f1cf1a38c1774000eb49373c0e460f84a5d87f39fb4bd4dd5cd7ffad6c588380a380f35b634354aee560e01b8252600452602490fd5b503461031b57610871366137e0565b61087c929192613c2f565b60ff825460901c16806108f4575b15806108cb575b61089f576102c99192614cd6565b506024917fef0ad199000000000000000000000000000000000000000000000000000000008252600452fd5b506108ee83600180918060081c5f52600560205260ff60405f205491161c161490565b15610891565b5065ffffffffffff60015460301c1683101561088a565b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b578060031936011261031b576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036109c75760209061099b614e07565b807fa22bf172f1af83ea83462556d73247cb196825b7c027e49bae906b90290beab16040519380a28152f35b8063250abb5160e11b6024925233600452fd5b503461031b57602036600319011261031b5760043567ffffffffffffffff81116107f75760a060031982360301126107f7576102c990610a18613c2f565b60040161484f565b503461031b57610a2f366137e0565b610a3a929192613c2f565b828252600460205264ffffffffff6040832054168015610b7e576040516354021a8b60e01b81528160048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610b73578490610b3a575b6202a300915010610ae9575065ffffffffffff60015460301c16808410610ad257506102c99192614cd6565b9050604492631d0a81a560e21b8352600452602452fd5b90506202a3008101809111610b26576044927f22d9bc11000000000000000000000000000000000000000000000000000000008352600452602452fd5b602482634e487b7160e01b81526011600452fd5b506020813d602011610b6b575b81610b546020938361389f565b81010312610b67576202a3009051610aa6565b5f80fd5b3d9150610b47565b6040513d86823e3d90fd5b602483857fc6c8df6b000000000000000000000000000000000000000000000000000000008252600452fd5b503461031b57610bb936613785565b906001600160a01b039392937f00000000000000000000000000000000000000000000000000000000000000001633036102ef576102c99293610bfa613c2f565b610c0661045983613a01565b614327565b503461031b57602036600319011261031b576020610396600435600180918060081c5f52600560205260ff60405f205491161c161490565b503461031b5760a0610c54366137e0565b610c6081839493614be6565b016001600160a01b03610c7282613baf565b163303610d94575065ffffffffffff60015460301c16808210610d7e5750808252600460205260408220805464ffffffffff811680610d4e575064ffffffffff19164264ffffffffff161790556001547fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff7dffffffffffff000000000000000000000000000000000000000000000000610d1760c084901c65ffffffffffff16613917565b60c01b169116176001557f3e1a4f8a8309f49ea5122454126f6566cc9242caa902eb395c2adff736216bda6020604051428152a280f35b84604491857f49d51418000000000000000000000000000000000000000000000000000000008352600452602452fd5b8291631d0a81a560e21b60449452600452602452fd5b826001600160a01b03610da8604493613baf565b7f73fe96ca0000000000000000000000000000000000000000000000000000000083521660045233602452fd5b503461031b57602036600319011261031b576004359061ffff8216820361031b576020610e0183613afd565b604051908152f35b503461031b57602036600319011261031b5760043567ffffffffffffffff81116107f757610e3b9036906004016137af565b90610e44613c2f565b82609e1982360301935b83811015610e79578060051b830135858112156107e05790610e73600192850161484f565b01610e4e565b50807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b503461031b57602036600319011261031b57610eba613743565b90610ec3613c2f565b6001600160a01b0382169182825260076020526040822054908115610faa578280808481948883526007602052826040812055887f1d3eee4ca001cff39eec6ec7615aacf2f2bd61791273830728ba00ccbd6e13376020604051858152a25af13d15610fa5573d610f3381613ad3565b90610f41604051928361389f565b81528360203d92013e5b15610f775750807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b6044927fa910a78b000000000000000000000000000000000000000000000000000000008352600452602452fd5b610f4b565b60248385636e34ee0b60e11b8252600452fd5b503461031b57602036600319011261031b5760043560ff825460901c16156110da5760015465ffffffffffff8160901c1682109081156110c4575b506110995781526006602052604081206001810190815460e01c9164174876e80083029280840464174876e80014901517156110855782156110685790816001600160e01b036001600160a01b03935416905554168252600760205261106360408320918254613801565b905580f35b6024846001600160a01b03845416636e34ee0b60e11b8252600452fd5b602484634e487b7160e01b81526011600452fd5b7f760228de000000000000000000000000000000000000000000000000000000008252600452602490fd5b65ffffffffffff915060601c168110155f610ff8565b600482638208cbe560e01b8152fd5b503461031b57602036600319011261031b57611103613743565b604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156107ec5783906111fd575b6001600160a01b03915016330361077c576001600160a01b0316808252601260205260408220546001016111d9576202a30042018042116111c55760207f2360404a74478febece1a14f11275f22ada88d19ef96f7d785913010bfff44799183855260128252806040862055604051908152a280f35b602483634e487b7160e01b81526011600452fd5b90816044928252601260205260408220549063185571ad60e01b8352600452602452fd5b506020813d602011611235575b816112176020938361389f565b810103126107e0576112306001600160a01b0391613aac565b61114f565b3d915061120a565b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b57602036600319011261031b5761129b613743565b604051638da5cb5b60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156107ec578390611337575b6001600160a01b03915016330361077c576001600160a01b031680825260126020525f1960408320557fac6fa858e9350a46cec16539926e0fde25b7629f84b5a72bffaae4df888ae86d8280a280f35b506020813d60201161136f575b816113516020938361389f565b810103126107e05761136a6001600160a01b0391613aac565b6112e7565b3d9150611344565b503461031b578060031936011261031b576020610e01613a60565b503461031b57602036600319011261031b576040818192602083516113b681613883565b82815201526004358152600b602052206bffffffffffffffffffffffff8251916113df83613883565b5460206001600160a01b03821693848152019060a01c8152835192835251166020820152f35b503461031b57602036600319011261031b5760043567ffffffffffffffff81116107f7576114379036906004016137af565b90611440613c2f565b60ff835460901c16156114b357825b82811061147d5783807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b806114ad6114966114916001948787613a2d565b613a4f565b63ffffffff6114a6848888613a2d565b91166143d3565b0161144f565b600483638208cbe560e01b8152fd5b50604036600319011261031b576114d7613730565b9060243563ffffffff1981168091036107f7576114f26142b1565b6114fb81613d51565b63ffffffff611508613bc3565b9316906308000000821015611767578334106117505764174876e800840463ffffffff811161173057936116d08263ffffffff602097843411611709575b600180549865ffffffffffff8a60601c169971ffffffffffff0000000000000000000000001971ffffffffffff0000000000000000000000006115888d613917565b60601b1691161782556040519061159e82613867565b3382528a8c8301918b83527dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff604085019364ffffffffff421685526001600160a01b0380604060608901956006875260808a019781895260a08b019e8f528d60c08c019d168d52815260206006905220975116166001600160a01b031987541617865551937fffff00000000000000000000ffffffffffffffffffffffffffffffffffffffff63ffffffff60a01b7fffff00000000000000000000000000000000000000000000000000000000000060ff60e81b64ffffffffff60c01b8a54955160c01b16965160e81b16965160f01b169660a01b16911617161717178155019251891c6001600160e01b031984541617835551166001600160e01b036001600160e01b031983549260e01b169116179055565b60405191825284820152827ffb35417b837974e9586dd702edb25db74adbe2e47378314e2d30b8b24365538360403393a4604051908152f35b611713853461380e565b33895260078a5261172960408a20918254613801565b9055611546565b60448486631c4496c760e11b825268174876e7e8b7891800600452602452fd5b60448385631c4496c760e11b825260045234602452fd5b60248383634354aee560e01b8252600452fd5b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b57602036600319011261031b5760406020916001600160a01b036117e5613743565b168152600c83522054604051908152f35b503461031b5761180536613785565b906001600160a01b039392937f0000000000000000000000000000000000000000000000000000000000000000163303611858576102c99293611846613c2f565b610c0661185283613a01565b82614084565b60248363250abb5160e11b815233600452fd5b503461031b57602036600319011261031b5761ffff604060209263ffffffff611892613730565b168152600e8452205460a01c16604051908152f35b503461031b57602036600319011261031b5760206103966118c6613743565b613932565b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b57602036600319011261031b5760406020916004358152600383522054604051908152f35b503461031b57602036600319011261031b5760408160609282805161195d8161384b565b828152826020820152015260043581526002602052206bffffffffffffffffffffffff6040519161198d8361384b565b548167ffffffffffffffff821693848152604060208201918385831c168352019260a01c83526040519485525116602084015251166040820152f35b503461031b578060031936011261031b576119e2613ca3565b65ffffffffffff60015460901c1690818152600660205264ffffffffff604082205460c01c1680151580611b65575b1580611abc575b611a8e5750805472010000000000000000000000000000000000007fffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffff821617825563ffffffff604051911681527f68e0d8c112165d0949ce87205b719ed7d98c7401866c34a159f7c67c6f5620e760203392a280f35b6044927f02378b22000000000000000000000000000000000000000000000000000000008352600452602452fd5b506040517fb4bd9e270000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156107ec578391611b2a575b5015611a18565b90506020813d602011611b5d575b81611b456020938361389f565b810103126107e0575180151581036107e0575f611b23565b3d9150611b38565b5062093a8081018082116111c557421015611a11565b50604036600319011261031b57611b90613730565b9060243561ffff8116908181036107e057611ba96142b1565b8115611e0657611bbd63ffffffff91613afd565b9316906308000000821015611767578334106117505764174876e80084049263ffffffff8411611de65793611d86602095823411611dbf575b63ffffffff6001549665ffffffffffff8860601c169771ffffffffffff0000000000000000000000001971ffffffffffff000000000000000000000000611c3c8b613917565b60601b169116176001556001604051611c5481613867565b3381528a8101898152888b7dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff604085019364ffffffffff421685526001600160a01b038060408c60608a01966005885260808b0198895260a08b019e8f528d60c08c019d168d52815260206006905220975116166001600160a01b031987541617865551937fffff00000000000000000000ffffffffffffffffffffffffffffffffffffffff63ffffffff60a01b7fffff00000000000000000000000000000000000000000000000000000000000060ff60e81b64ffffffffff60c01b8a54955160c01b16965160e81b16965160f01b169660a01b16911617161717178155019251891c6001600160e01b031984541617835551166001600160e01b036001600160e01b031983549260e01b169116179055565b60405191825284820152827f7b9b355956d7020bafdf87f039d42289b4f7cb9755747e271aa25b8f4940e20560403393a4604051908152f35b611dc9833461380e565b33825260078852611ddf60408320918254613801565b9055611bf6565b8085631c4496c760e11b6044935268174876e7e8b7891800600452602452fd5b6004837f9ac97bbd000000000000000000000000000000000000000000000000000000008152fd5b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b57604036600319011261031b576001600160a01b036040611e96613759565b926004358152600f6020522091165f52602052602060405f2054604051908152f35b503461031b578060031936011261031b578064ffffffffff60609254604051925063ffffffff81168352818160201c16602084015260481c166040820152f35b503461031b578060031936011261031b576020601154604051908152f35b503461031b576040602091611f2a3661376f565b9082526009845282822090825283522054604051908152f35b503461031b57611f523661376f565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361185857906102c991611f8f613c2f565b611f998183614084565b33916140e6565b503461031b578060031936011261031b576020601054604051908152f35b503461031b57602036600319011261031b5760406020916004358152600883522054604051908152f35b503461031b57602036600319011261031b5760406020916001600160a01b0361200f613743565b168152600783522054604051908152f35b503461031b57602036600319011261031b5760408160e09260c0835161204581613867565b82815282602082015282858201528260608201528260808201528260a08201520152600435815260066020522063ffffffff6040519161208483613867565b80549261ffff6001600160a01b0385169485835260ff6020840194868360a01c16865264ffffffffff60408601818560c01c1681528860016060890194868860e81c16865260808a019760f01c885201549860c060a08a019983198c60201b168b5201998d1c8a526040519b8c52511660208b0152511660408901525116606087015251166080850152821990511660a0840152511660c0820152f35b503461031b578060031936011261031b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461031b5760a036600319011261031b5761217f613730565b906024359067ffffffffffffffff821680920361031b5760443563ffffffff81168091036107f757606435936084359360ff85168095036123e3576121c2613c2f565b6121ca613ca3565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b156123f25784600491604051928380927fb4fd64f80000000000000000000000000000000000000000000000000000000082525afa80156123e7579085916123ce575b505080156123a65763080000008310156123935760108510156123675785612262602097613d51565b6001549565ffffffffffff87169665ffffffffffff61228089613917565b169065ffffffffffff1916176001556122da63ffffffff6122a089613fc5565b604080519182529690911660208201819052958101859052606081018790526080810183905260a081018490523360c082015260e0902090565b92878752600389528360408820556122f28186613fe9565b6122fd3382876140e6565b60405194855288850152604084015260608301526080820152837f7db0fe84aa472854e212e7b03a52c3fed5429b26c9de6a16bf2c232a545df32560a03393a47f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b602484867f7962023c000000000000000000000000000000000000000000000000000000008252600452fd5b60248484634354aee560e01b8252600452fd5b6004847fcbca5aa2000000000000000000000000000000000000000000000000000000008152fd5b816123d89161389f565b6123e357835f612239565b8380fd5b6040513d87823e3d90fd5b8480fd5b5034610b67576080366003190112610b675760043567ffffffffffffffff8111610b6757612428903690600401613702565b60443567ffffffffffffffff8111610b6757612448903690600401613702565b90936064359267ffffffffffffffff8411610b675760606003198536030112610b6757612473613c2f565b61247b613ca3565b5f54604881901c64ffffffffff166201518081019081106130a65761249f33613932565b1580613626575b61361057506124b3613cd9565b5060b082106135e4576124c4613cd9565b9082600411610b6757863560e01c825260088310610b6757600487013560e01c602083015260108310610b6757600887013560c01c604083015282603011610b67576010870135606083015282605011610b67576030870135608083015282607011610b6757605087013560a083015282609011610b6757607087013560c08301528260a411610b6757609087013560601c60e08301528260a611610b675760a487013560f01c61010083015260a68311156135d05760a687013560f81c6101208301528260a710156135d05760a787013560f81c6101408301528260ab11610b675760a887013560e81c61016083015260ad8310610b675760ab87013560f01c61018083015260b08310610b675760ad87013560e81c6101a083015281515f1981016135a05750610140820151806135705750610100820151600319811661354557506101608201516210000081101561352c57506101a08201516210000081101561352c5750610120820151806134c0575b5061264282614e95565b80601f0290601f8204036130a65760b0018060b0116130a657808403613490575060405161266f8161381b565b63ffffffff821690818152608060ff602083019464ffffffffff8160201c16865264ffffffffff8160481c16604085015263ffffffff8160701c16606085015260901c161515910152600181018091116130a65760208301518181036134615750634000000081101561344757505160408201519064ffffffffff1680821061341957504281118015613409575b6133da576040516354021a8b60e01b81528160048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f906133a6575b611c2091501161336b5750606081015160105480820361333d57505060a081015160115480820361330f57505061278d6080820151613d51565b61279a60c0820151613d51565b6127a5602435613d51565b6127b28560040182613dd3565b610120810151946127c286613f99565b956127d0604051978861389f565b8087526127dc81613f99565b601f19013660208901375f5b8181106132bf57508049613294575061280490600401806138c1565b95909661280f613a60565b955f51602061547d5f395f51905f526128303660af19880160b08601614f3c565b6020815191012060405160208101917f776569722e7a2e7631000000000000000000000000000000000000000000000083528a604083015260b086606084013760243561011083015261013082015261289f81612891610150820189614f72565b03601f19810183528261389f565b51902006975f996101208601516130e6575b50506128bf849a979a614e95565b9660b0601f5f99028401015b80607c85820360af190110612926578a5f51602061547d5f395f51905f5291607b19019a82828d3560081c958282605c1983013560081c958282603d1986013560081c95601e19013560081c920901090109010901976128cb565b8691508c8c8b8d935b60b0890181116130ba5750612945368c8a614f3c565b6020815191012060405160208101917f776569722e636f6e746578742e7631000000000000000000000000000000000083528560408301526060820152612994816128918d6080830190614f72565b519020935f51602061547d5f395f51905f5260208701516040880151610100890151916a0fffff000000000000000063ffffffff1983600c1b169260401b169060601b17171793612a1582612a086101608b01516101808c0151906101a08d015160201b9160401b9060601b171795615341565b9491959097069008615341565b959193909460608b01519a60808101519060c060a082015191015191604080519e8f906020820152015260608d015260808c015260808b52612a5860a08c61389f565b5f985f905b6008821061307d57505090612af69796959493929160405197602089019a8b5260801b1760408801526024356060880152608087015260a086015260c085015260e08401526101008301526101208201526101208152612abf6101408261389f565b602060405193849282808501988051918291018a5e840190838201905f8252519283915e01015f815203601f19810183528261389f565b6040880151604051907f9192db5a00000000000000000000000000000000000000000000000000000000825260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f90613034575b6001600160a01b0391501691823b15610b6757612bed5f95608497604051988997889687967f5bf48e3a0000000000000000000000000000000000000000000000000000000088526004880152606060248801525180918160648901528388015e85810182018a9052601f01601f19168501858103820160031901604487015201916138f7565b03915afa801561302957613014575b50604051936080850185811067ffffffffffffffff821117613000576040526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001685526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660208601526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660408601526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016606086015261016084015190601f828102048203612fec5781601f0260b00160b011612fec5781601f0260b00111612fe8576001600160a01b0394612e2b60609392849360405198899586957f1c560898000000000000000000000000000000000000000000000000000000008752600160048801528281511660248801528260208201511660448801528260408201511660648801520151166084850152875160a4850152602088015160c4850152604088015160e485015285880151610104850152608088015161012485015260a088015161014485015260c08801516101648501526001600160a01b0360e0890151166101848501526101008801516101a48501526101208801516101c48501526101408801516101e48501526101608801516102048501526101808801516102248501526101a088015161024485015261028061026485015260b0610284850192601f0291016138f7565b03817304d7ff20bacc752bbe0147602848f9da39bf88815af4928315610b73578493612f92575b506080820151918260105560c081015160a08201518103612f89575b60208201519460408754930151926dffffffffff0000000000000000004260481b169063ffffffff8816906dffffffffffffffffffffffffffff19161768ffffffffff000000008560201b1617178755858752600860205260408720548151906040602084015193015193604051976101008901968952602089015260408801526060870152608086015260a085015260c084015261010060e0840152815180915260206101208401920190855b818110612f735750505090807f48ccb5634c666d68b6abeae48cefe84094c8ebb407afc898513645fcce5981be920390a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b8251845260209384019390920191600101612f1c565b80601155612e6e565b9092506060813d606011612fe0575b81612fae6060938361389f565b810103126123e3576040805191612fc48361384b565b8051835260208101516020840152015160408201529184612e52565b3d9150612fa1565b8580fd5b602487634e487b7160e01b81526011600452fd5b602487634e487b7160e01b81526041600452fd5b6130219195505f9061389f565b5f9385612bfc565b6040513d5f823e3d90fd5b506020813d602011613075575b8161304e6020938361389f565b81010312610b6757516001600160a01b0381168103610b67576001600160a01b0390612b66565b3d9150613041565b90998a601c0290601c82048c036130a657630fffffff836001931c169060201b179a0190612a5d565b634e487b7160e01b5f52601160045260245ffd5b909192939450601e1901905f51602061547d5f395f51905f5285833560081c920901899493929161292f565b9594969893995096610160879b939b0151985f958598611000809a60019b5b61323e5750508a9d8e5f905b156131c3578e9f8d9e9f998c9d9e9a613141829d9e9c61313b613148955f19019e8f928391613a2d565b92613fb1565b519061529c565b1561319757613183575f51602061547d5f395f51905f528c818f8b8f9161316e92613a2d565b35915f9d09089d9c9b9a99889f9e9998613111565b634e487b7160e01b5f52601260045260245ffd5b887fdab05a82000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b949b50959d5096939b959a919850965090818a6001935b6131fc575050613183575f51602061547d5f395f51905f529109975f806128b1565b600180831614613223575b805f51602061547d5f395f51905f5291099060011c90816131da565b925f51602061547d5f395f51905f5284819209939050613207565b9d9e97989d6001809d9e9b9c9d831614613279575b805f51602061547d5f395f51905f5291099060011c90979e9d9897819d9c9b9a9d613105565b9b5f51602061547d5f395f51905f528d8192099c9050613253565b7f189e77a6000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b80496132cb828a613fb1565b526132d68189613fb1565b51156132e4576001016127e8565b7fcc6408c5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f5cec7502000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f21866801000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b611c1f1942014281116130a6577f38fdebae000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020813d6020116133d2575b816133c06020938361389f565b81010312610b6757611c209051612753565b3d91506133b3565b7f45e2dc22000000000000000000000000000000000000000000000000000000005f524260045260245260445ffd5b50650100000000008110156126fd565b7f2bff2905000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b632762388360e21b5f52600452634000000060245260445ffd5b907fc6bc0f1a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b83907f2995af53000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6006811161351557506134d28261525b565b6110008101908181116130a657610fff019081116130a657600c1c610120830151908082036135015750612638565b62e41f4360e31b5f5260045260245260445ffd5b632762388360e21b5f52600452600760245260445ffd5b632762388360e21b5f526004526210000060245260445ffd5b7fb1deb829000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f145bb452000000000000000000000000000000000000000000000000000000005f5260a760045260245260445ffd5b7f5060c665000000000000000000000000000000000000000000000000000000005f52600160045260245260445ffd5b634e487b7160e01b5f52603260045260245ffd5b507f36fb3a55000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63185571ad60e01b5f523360045260245260445ffd5b506040516354021a8b60e01b815264ffffffffff8360481c1660048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f9061368f575b620151809150106124a6565b506020813d6020116136bc575b816136a96020938361389f565b81010312610b6757620151809051613683565b3d915061369c565b34610b67575f366003190112610b6757602060ff5f5460901c166040519015158152f35b34610b67575f366003190112610b67576020610e01613bc3565b9181601f84011215610b675782359167ffffffffffffffff8311610b675760208381860195010111610b6757565b6004359063ffffffff82168203610b6757565b600435906001600160a01b0382168203610b6757565b602435906001600160a01b0382168203610b6757565b6040906003190112610b67576004359060243590565b6060906003190112610b675760043590602435906044356001600160a01b0381168103610b675790565b9181601f84011215610b675782359167ffffffffffffffff8311610b67576020808501948460051b010111610b6757565b9060e0600319830112610b675760c0600435926023190112610b6757602490565b919082018092116130a657565b919082039182116130a657565b60a0810190811067ffffffffffffffff82111761383757604052565b634e487b7160e01b5f52604160045260245ffd5b6060810190811067ffffffffffffffff82111761383757604052565b60e0810190811067ffffffffffffffff82111761383757604052565b6040810190811067ffffffffffffffff82111761383757604052565b90601f8019910116810190811067ffffffffffffffff82111761383757604052565b903590601e1981360301821215610b67570180359067ffffffffffffffff8211610b6757602001918160051b36038313610b6757565b908060209392818452848401375f828201840152601f01601f1916010190565b65ffffffffffff1665ffffffffffff81146130a65760010190565b6001600160a01b03165f52601260205260405f20548042106139fb57801515908161395b575090565b6202a2ff198101915081116130a657604051906354021a8b60e01b825260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f906139c6575b6202a30091501090565b506020813d6020116139f3575b816139e06020938361389f565b81010312610b67576202a30090516139bc565b3d91506139d3565b50600190565b7f800000000000000000000000000000000000000000000000000000000000000081146130a6575f0390565b91908110156135d05760051b81013590605e1981360301821215610b67570190565b3563ffffffff81168103610b675790565b60405160208101907f776569722e696e7374616e63652e763100000000000000000000000000000000825246604082015230606082015260608152613aa660808261389f565b51902090565b51906001600160a01b0382168203610b6757565b818102929181159184041417156130a657565b67ffffffffffffffff811161383757601f01601f191660200190565b5f1981146130a65760010190565b61ffff5f9116805b613b915750806201adb002906201adb08204036130a6576201adb001806201adb0116130a657613b42906377359400481115613b86574890613ac0565b64174876e8008101908181116130a65764174876e7ff019081116130a65764174876e800900464174876e80081029080820464174876e80014901517156130a65790565b637735940090613ac0565b90613b9b90613aef565b905f198101908082116130a6571680613b05565b356001600160a01b0381168103610b675790565b6377359400481115613c2557485b6201adb081810291908204036130a65764174876e8008101908181116130a65764174876e7ff019081116130a65764174876e800900464174876e80081029080820464174876e80014901517156130a65790565b6377359400613bd1565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c613c7b5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b60ff5f5460901c16613cb157565b7f5c6daac7000000000000000000000000000000000000000000000000000000005f5260045ffd5b604051906101c0820182811067ffffffffffffffff821117613837576040525f6101a0838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201528261014082015282610160820152826101808201520152565b613d5a81614ec3565b9060088210613d67575050565b81613d7191614ef8565b907f08c9d553000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b903590601e1981360301821215610b67570180359067ffffffffffffffff8211610b6757602001918136038313610b6757565b90613dde81806138c1565b9050610120830151809103613f78575060c0820180519260a08101938451148015613f67575b613f0e576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906040810151608060208301519201519351955160405192613e538461381b565b8352602083019485526040830196875260608301908152613e836080840196602081013588526040810190613da0565b853b15610b67575f97613ef1936040519a8b998a9889987fbcbe6214000000000000000000000000000000000000000000000000000000008a5260048a01525160248901525160448801525160648701525160848601525160a485015260e060c485015260e48401916138f7565b03915afa801561302957613f025750565b5f613f0c9161389f565b565b505060208101351580159250613f4e575b50613f2657565b7f08e1aaa4000000000000000000000000000000000000000000000000000000005f5260045ffd5b613f5d91506040810190613da0565b905015155f613f1f565b506002610100820151161515613e04565b613f8282806138c1565b91905062e41f4360e31b5f5260045260245260445ffd5b67ffffffffffffffff81116138375760051b60200190565b80518210156135d05760209160051b010190565b80613fcf57505f90565b5f1981019081116130a6575f52600360205260405f205490565b6bffffffffffffffffffffffff614065613f0c93835f52600260205260405f2093845467ffffffffffffffff6140225f828416856153cc565b1673ffffffffffffffffffffffff00000000000000006140485f888560401c168661543b565b60401b16906001600160a01b031983161717865560a01c9061543b565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b906bffffffffffffffffffffffff6140655f613f0c948082526002602052604082209485549073ffffffffffffffffffffffff000000000000000061404867ffffffffffffffff6140d887828716886153cc565b1692888560401c168661543b565b6140f290929192614f9f565b6040516370a0823160e01b81523060048201526001600160a01b038316939192602082602481885afa918215613029575f9261427d575b506141348487613ac0565b6001600160a01b03604051947f23b872dd000000000000000000000000000000000000000000000000000000005f52166004523060245260445260205f60648180855af19060015f511482161561425e575b50826040525f6060521561424b576370a0823160e01b8252306004830152602082602481875afa8015613029575f90614217575b6141c4925061380e565b926141cf8282613ac0565b84036141db5750505050565b906141e591613ac0565b907f43a670fe000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b506020823d602011614243575b816142316020938361389f565b81010312610b67576141c491516141ba565b3d9150614224565b83635274afe760e01b5f5260045260245ffd5b6001821516614274573b15153d1516165f614186565b833d5f823e3d90fd5b9091506020813d6020116142a9575b816142996020938361389f565b81010312610b675751905f614129565b3d915061428c565b6142b9613ca3565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610b67575f600491604051928380927f17dc93290000000000000000000000000000000000000000000000000000000082525afa801561302957613f025750565b61433661433d91939293614f9f565b9093613ac0565b6001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f51148216156143b2575b604052156143965750565b6001600160a01b0390635274afe760e01b5f521660045260245ffd5b9060018115166143ca57823b15153d1516169061438b565b503d5f823e3d90fd5b9190825f52600e60205260405f2060408201936143f08584613da0565b600281101561483e5750505f915b805461ffff8160a01c169361ffff81161515908161482e575b50614825576001600160a01b0316938415614659575b61443b614477975f92613da0565b60405198899283927f2a5cc5360000000000000000000000000000000000000000000000000000000084526020600485015260248401916138f7565b03816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115613029575f5f975f936145b7575b50600182015480820361458557505080547fffffffffffffffffffff0000ffffffffffffffffffffffffffffffffffffffff1661ffff8816851760a01b75ffff0000000000000000000000000000000000000000161790555f90815b815183101561457b5780600189614550931c16156145765761453d61453685613aef565b9484613fb1565b51600187831c1615614555575b50613aef565b614512565b8067ffffffffffffffff61457092169060401c89848961503b565b5f61454a565b613aef565b5050505050509050565b847f365056a6000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b92505095503d805f833e6145cb818361389f565b810195606082880312610b6757815160208301519260408101519067ffffffffffffffff8211610b6757019780601f8a011215610b6757885161460d81613f99565b9961461b6040519b8c61389f565b818b526020808c019260051b820101928311610b6757602001905b828210614649575050509196915f6144b6565b8151815260209182019101614636565b93506146686020850185613da0565b9083601a1c9160018311614812576146c6929160809160405194859283927f23c14e160000000000000000000000000000000000000000000000000000000084526303ffffff8a1660048501526040602485015260448401916138f7565b03816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613029575f5f925f945f936147bf575b506147b7576010545b808203614785575050158015614774575b61474857600183015581546001600160a01b0319166001600160a01b0382161782559361442d565b837fb9b5ae53000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506001600160a01b03821615614720565b867f6b6367a2000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b60115461470f565b9350935050506080813d60801161480a575b816147de6080938361389f565b81010312610b6757805191602082015160606147fc60408501613aac565b93015193909293915f614706565b3d91506147d1565b84634354aee560e01b5f5260045260245ffd5b50505050509050565b61ffff915085191616155f614417565b600211610b67573560f01c916143fe565b803590815f52600860205260405f20546020820135926040830135926060810135926148ba60806040517f776569722e7769746864726177616c2e763100000000000000000000000000008152886020820152876040820152866060820152209260808101906138c1565b905f915b808310614b2057505050818103614aee5750506148fe848260019182915f52600d60205260405f208160081c5f5260205260ff60405f205491161c161490565b614abe57633f0000007903ffffffffffffffffffffffffffffffffffffffffffff0000008460361c161662ffffff84608c1c161792815f52600960205260405f20845f5260205260405f2054804210614a8b57506001600160a01b0390825f52600d60205260405f208660081c5f5260205260405f20600160ff88161b815417905567fffff800000000006507ffffc0000082603e1c16623fffff8360381c16179160451c161792169384916149bc6149b685613a01565b86613fe9565b7f491a140e51196eb7b8dd0e7083f674d685ca38a56e8147e31238dad918f5f82f60408051878152866020820152a4815f52600b6020526001600160a01b0360405f205416155f14614a81576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610b6757604051630e86460760e41b815260048101939093526001600160a01b0390931660248301526044820152905f908290818381606481015b03925af1801561302957613f025750565b613f0c9291614327565b84837f2213581f000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b83907f0ac1226b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f7354f413000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b909193600190818a871c16155f14614b8457614b7b90614b4187858761524b565b3590606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b940191906148be565b614bcc90614b9387858761524b565b35606091604051917f776569722e7769746864726177616c732e6e6f64652e763100000000000000008352602083015260408201522090565b614b7b565b3567ffffffffffffffff81168103610b675790565b90815f52600360205260405f205490614bfe83613fc5565b90614c0881613a4f565b614c1460208301614bd1565b90614c2160408401613a4f565b9160608401359160ff8316809303610b6757614c989563ffffffff67ffffffffffffffff816080614c5460a08b01613baf565b9901359716941692169094919260e096936001600160a01b039592604051978852602088015260408701526060860152608085015260a08401521660c08201522090565b91828203614ca557505050565b7fd6982235000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b614ce08282614be6565b805f52600460205260405f20805460ff8160281c16614ddb5765ff00000000001916650100000000001790557f437d58964eb655ca21e78fa943799dcb6840c614cff2da188e35c4b8eff8a31c60406001600160a01b03614d4085613a4f565b94614d70602082019663ffffffff614d6967ffffffffffffffff614d638b614bd1565b16613a01565b9116613fe9565b67ffffffffffffffff614dc5614dbf614db9614d8b85613a4f565b614db4614d978c614bd1565b60a088019263ffffffff88614dab86613baf565b93169116614327565b613baf565b93613a4f565b97614bd1565b63ffffffff8551981688521660208701521693a3565b827f6f6b1a96000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5f549063ffffffff8260701c1691600183018093116130a657826340000000811015614e6d5771ffffffff00000000000000000000000000007fffffffffffffffffffffffffffff00000000ffffffffffffffffffffffffffff9160701b169116175f55565b7fea50c132000000000000000000000000000000000000000000000000000000005f5260045ffd5b610120810151614ebb5780614eb2610160614eb89301519161525b565b90613801565b90565b610160015190565b905f915b60088310614ed25750565b9091637f000001614ee38284614ef8565b1015614ef3576001019190614ec7565b905090565b907f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036130a65760051b60e0039060e082116130a65763ffffffff911c1690565b929192614f4882613ad3565b91614f56604051938461389f565b829481845281830111610b67578281602093845f960137010152565b80516020909101905f5b818110614f895750505090565b8251845260209384019390920191600101614f7c565b80158015615028575b614ffd57805f52600b60205260405f2054916001600160a01b0383169260a01c918315614fd25750565b7f2b800d7d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7ffe65f792000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5063ffffffff5f5460701c168111614fa8565b9093919382156152445783916040519182528360208301527fe643f6dd0dfc1429594b8feda9b431899b553b4b2c62f9374a491dd896f68a5260406001600160a01b03881693a4815f52600b6020526001600160a01b0360405f205416155f14615190576151246150ab82613a01565b835f5260026020526bffffffffffffffffffffffff6140655f604081209367ffffffffffffffff6150e18654928284168b6153cc565b1673ffffffffffffffffffffffff000000000000000061510784878560401c168c61543b565b60401b16906001600160a01b031983161717855560a01c8761543b565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15610b6757604051630e86460760e41b815260048101939093526001600160a01b0390931660248301526044820152905f90829081838160648101614a70565b919061521761519e84613a01565b825f5260026020526bffffffffffffffffffffffff6140658660405f209367ffffffffffffffff6151d48654928284168a6153cc565b1673ffffffffffffffffffffffff00000000000000006151fa5f878560401c168b61543b565b60401b16906001600160a01b031983161717855560a01c8661543b565b5f52600f6020526001600160a01b0360405f2091165f5260205261524060405f20918254613801565b9055565b5050505050565b91908110156135d05760051b0190565b6101808101517f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036130a6576101a0614eb89201519060011b613801565b919091602081016152ad8183613da0565b9093906152bd6040850185613da0565b828193604051988996602088019b8c526040880152883560608801526080870137840191608083015f815237016080015f815203601f1981018452615302908461389f565b61530b91613da0565b6030148015929150615334575b5061532f575f60c0604092600a5afa60403d141690565b505f90565b60c091505114155f615318565b905f915f915f915f905b60088210615357575050565b9092939483600c02600c810485036130a65782610fff911c169060201b1794600884018085116130a65780600c0290600c8204036130a65782610fff911c169060201b179360108401908185116130a65781600c0291600c8304036130a657610fff836001931c169060201b1793019061534b565b9190818101928284125f83129080158216911516176130a6575f8412801561542a575b6153f95750505090565b7f428d191c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5067ffffffffffffffff84116153ef565b9190818101928284125f83129080158216911516176130a6575f84128015615467576153f95750505090565b506bffffffffffffffffffffffff84116153ef56fe73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000160a0806040523461008c5733608052615331908161009182396080518181816102c401528181610313015281816103ed015281816108e301528181610ae401528181610ead01528181610f56015281816113af01528181611601015281816133c6015281816134310152818161392f015281816148640152818161493601528181614aa80152614be80152f35b5f80fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8062ad800c14612edb578062fdd58e14612e9857806301ffc9a714612df7578063095bcdb614612ddf57806314a404d614612c44578063211dc32d14612bf057806321d139ae14612b3c5780633f47e66214612b21578063426a849314612aa25780634e41a1fb14612a21578063558a729714612932578063598af9e7146128d25780636df60967146126da5780637cd46f8314612603578063864ef3b01461247c57806389caeb79146123f457806391fc95f7146123525780639340ea9d146115e45780639b4f941914611599578063b194cdb614611561578063b6363cf21461150e578063be833a4c14611366578063c0aa0e8a14611080578063caa0ec2c14610d41578063d00738bc14610ac7578063e50701f41461089d578063e760c3f4146103c3578063e8646070146102e8578063f2f4eb26146102a45763fe99049a14610162575f80fd5b346102a15760803660031901126102a15761017b612f76565b610183612f8c565b60443590606435926001600160a01b038116943386141580610277575b6101bb575b506101b09450614330565b602060405160018152f35b8581526002602052604081206001600160a01b0333165f5260205260405f2084825260205260408120545f1981106101f4575b506101a5565b85811061023057856040916101b098845260026020528284206001600160a01b0333165f52602052825f20878552602052039120555f806101ee565b6040517f58a3fd5a00000000000000000000000000000000000000000000000000000000815233600482015260248101919091526044810186905260648101859052608490fd5b508581526001602052604081206001600160a01b0333165f5260205260ff60405f205416156101a0565b80fd5b50346102a157806003193601126102a15760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346102a15760603660031901126102a157600435610305612f8c565b604435906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036103b0576001600160a01b031690811561039d577f1b3d7edb2e9c0b0e7c525b20aaaef0f5940d2ed71663c7d39266ecafac728859604085928484528360205281842086855260205281842061038c8282546130f1565b90558151903382526020820152a480f35b602484630b8bbd6160e41b815280600452fd5b6024846337edf47960e01b815233600452fd5b50346102a1573660031901610160811261089957610140136102a157610144356001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036108865763ffffffff610420613c4f565b16825260036020526040822063ffffffff610439613c4f565b1683526004602052604083209182549160ff8316600681101561087257801561083957610464613c62565b82549063ffffffff808360a81c169116149081159161081a575b5080156107f6575b80156107d4575b80156107a8575b8015610778575b61073f576001600160401b036104af613d0d565b1615801590610730575b61051d575b505050506104ca614182565b806104f2575b6104d8575080f35b6104ef9063ffffffff6104e9613c4f565b166144b9565b80f35b5060ff8154166006811015610509576001146104d0565b602483634e487b7160e01b81526021600452fd5b600181036107075750600201549064ffffffffff8260c01c168082116106c65750506001600160401b038260301c169060843580151581036106c257156106515750806001600160401b03610570613d0d565b16116105fe57610591906001600160401b0361058a613d0d565b1690613134565b905b6dffffffffffffffff0000000000001916603082901b6dffffffffffffffff000000000000161782557f960314c0a5993e5c51b04b10aacc4b231e697ae9ffec2f69c6872bb86912d7d6602063ffffffff6105ec613c4f565b1692604051908152a25f8080806104be565b836001600160401b03606492610612613c4f565b9063ffffffff610620613d0d565b927f8482e2220000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b919061066f6001600160401b039182610668613d0d565b16906130f1565b9260401c168083116106815750610593565b848360649263ffffffff610693613c4f565b7fdc4711b400000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8580fd5b606491869163ffffffff6106d8613c4f565b7f999b81c700000000000000000000000000000000000000000000000000000000855216600452602452604452fd5b8561072e60449263ffffffff61071b613c4f565b6381367f5560e01b855216600452612fcc565bfd5b50610739614182565b156104b9565b60248663ffffffff61074f613c4f565b7f7b1cb83b00000000000000000000000000000000000000000000000000000000835216600452fd5b506101243564ffffffffff8116908181036107a4575064ffffffffff600384015460281c16141561049b565b8780fd5b506101043564ffffffffff8116908181036107a4575064ffffffffff600284015460c01c161415610494565b506107dd613cc9565b6001600160401b03600184015460c01c9116141561048d565b506107ff613cb3565b6001600160401b0380600185015460801c1691161415610486565b905063ffffffff8061082a613c29565b9260c81c16911614155f61047e565b60248663ffffffff610849613c4f565b7fe8c0bf3d00000000000000000000000000000000000000000000000000000000835216600452fd5b602486634e487b7160e01b81526021600452fd5b6024826337edf47960e01b815233600452fd5b5080fd5b50346102a15760203660031901126102a1576004356108ba614515565b808252600460205260408220604051630153df6760e21b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115610abc578491610a8d575b50815460ff8116600681101561087257600281141580610a75575b610a5b575083855260036020526040852091159081610a45575b81610a27575b506109d85750805460ff19166004178082556001909101805467ffffffffffffffff191660309290921c6001600160401b031691821790556040519081527f0244905ef7a1a4aaa642475c43077d4365fecc25695cedff56f0635c002ec70190602090a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b83600164ffffffffff60038694015416019164ffffffffff8311610a135760449264ffffffffff9163e58369d160e01b845260045216602452fd5b602482634e487b7160e01b81526011600452fd5b90506001600160401b03806002840154169160301c1610155f61094e565b600383015464ffffffffff164211159150610948565b8561072e60449287631912031760e21b8452600452612fcc565b508280610a83575b1561092e565b5060018114610a7d565b610aaf915060203d602011610ab5575b610aa78183613068565b8101906130fe565b5f610913565b503d610a9d565b6040513d86823e3d90fd5b50346102a1576101203660031901126102a1576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610d2e5763ffffffff610b17613c4f565b16815260036020526040812063ffffffff610b30613c4f565b16825260046020526040822090610b5363ffffffff610b4d613c4f565b16615086565b90610b5c613c62565b90549063ffffffff808360a81c1691161490811591610d0f575b508015610cdf575b8015610cbe575b8015610c9d575b610c645790610bbb91610b9d613c4f565b9163ffffffff6001600160401b03610bb3613d0d565b169316615110565b90806001600160401b03610bcd613cc9565b1611610c425750806001600160401b03610be5613c86565b1611610bef575080f35b906001600160401b03606492610c03613c4f565b9063ffffffff610c11613c86565b927faf5f292f0000000000000000000000000000000000000000000000000000000086521660045260245216604452fd5b826001600160401b03606492610c56613c4f565b9063ffffffff610c11613cc9565b60248363ffffffff610c74613c4f565b7f044ea87a00000000000000000000000000000000000000000000000000000000835216600452fd5b50610ca6613cb3565b6001600160401b038060408401511691161415610b8c565b50610cc7613c9d565b6001600160401b038060a08401511691161415610b85565b506084356001600160401b03811690818103610d0b57506001600160401b036080830151161415610b7e565b8480fd5b905063ffffffff80610d1f613c29565b9260c81c16911614155f610b76565b806337edf47960e01b6024925233600452fd5b50346102a15760403660031901126102a157600435610d5e612f8c565b610d66614515565b6001600160a01b038116918284528360205260408420818552602052604084205492831561105057801561103d5780855284602052604085208286526020526040852054848110611006579181858796947f684d11cded844380acab6e4e3993109739122905b0b7d22c1b7bdb53938eaa349694885287602052604088208489526020520360408720558186827f1b3d7edb2e9c0b0e7c525b20aaaef0f5940d2ed71663c7d39266ecafac72885960408051338152896020820152a4818652600460205281610e438560408920610e3c84615086565b9084615110565b60408051978852602088018390528701819052969095606090a384526003602052604084209180610f4c575b5082610e9e575b5050507f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b63ffffffff6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925460a81c1691803b15610d0b5760405163703a0e1960e01b815263ffffffff93909316600484015260248301939093526001600160a01b031660448201529082908290606490829084905af18015610f4157610f2c575b8080610e76565b81610f3691613068565b6102a157805f610f25565b6040513d84823e3d90fd5b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063ffffffff845460c81c16823b156110025760405163703a0e1960e01b815263ffffffff91909116600482015260248101919091526001600160a01b03831660448201529085908290606490829084905af1908115610ff7578591610fdd575b50610e6f565b81610fe791613068565b610ff257835f610fd7565b505050fd5b6040513d87823e3d90fd5b8680fd5b6040516302c6d3fb60e61b81526001600160a01b038516600482015260248101919091526044810185905260648101839052608490fd5b6024856301486a4160e71b815280600452fd5b84906044927f17ced0d6000000000000000000000000000000000000000000000000000000008352600452602452fd5b50346102a15760203660031901126102a157806101e06040516110a281612fe7565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152015260043581526003602052604081206040519061111d82612fe7565b8054906001600160a01b038216835260ff8260a01c16602084019460028210156113525750845260408301918060a81c63ffffffff168352606084018160c81c63ffffffff168152608085019160e81c61ffff16825260018301549360a08601936001600160401b038616855260c08701958060401c6001600160401b031687528060801c6001600160401b031660e089015260c01c61010088015260028101546001600160401b0381166101208901528060401c6001600160401b03166101408901528060801c6001600160401b031661016089015260c01c64ffffffffff166101808801526003015464ffffffffff81166101a08801528060281c64ffffffffff166101c088015260501c6001600160a01b03166101e08701526040519686516001600160a01b03168852516020880161125891612fda565b5163ffffffff1660408701525163ffffffff1660608601525161ffff166080850152516001600160401b031660a0840152516001600160401b031660c083015260e08101516001600160401b031660e08301526101008101516001600160401b03166101008301526101208101516001600160401b03166101208301526101408101516001600160401b03166101408301526101608101516001600160401b031661016083015261018081015164ffffffffff166101808301526101a081015164ffffffffff166101a08301526101c081015164ffffffffff166101c08301526101e001516001600160a01b03166101e082015261020090f35b80634e487b7160e01b602492526021600452fd5b50346102a15760403660031901126102a157611380612f76565b6024359063ffffffff821680920361150a57604051635aa6e67560e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610abc576001600160a01b039185916114db575b501633036114af576001600160a01b031690813b1561148357818352600660205260408320546114575760207f57b66e8fa4ecbe33dd1b8db2efba114d64a9ca4a7455469b0d66bbe8b10b51ce91838552600682526001811160018218026001186040862055604051908152a280f35b602483837ff08ff491000000000000000000000000000000000000000000000000000000008252600452fd5b602483837f8a8b41ec000000000000000000000000000000000000000000000000000000008252600452fd5b6024837f988d1f0300000000000000000000000000000000000000000000000000000000815233600452fd5b6114fd915060203d602011611503575b6114f58183613068565b810190613bf4565b5f6113e7565b503d6114eb565b8280fd5b50346102a15760403660031901126102a1576001600160a01b036040611532612f76565b928261153c612f8c565b9416815260016020522091165f52602052602060ff60405f2054166040519015158152f35b50346102a15760203660031901126102a15760406020916001600160a01b03611588612f76565b168152600683522054604051908152f35b50346102a15760203660031901126102a1576115b3614515565b6115be600435613d82565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b5034611f3c57610200366003190112611f3c576001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690604051635aa6e67560e01b8152602081600481865afa8015612328576001600160a01b03915f91612333575b5016803b15611f3c575f600491604051928380927fb4fd64f80000000000000000000000000000000000000000000000000000000082525afa801561232857612315575b506040517f6d70f7ae000000000000000000000000000000000000000000000000000000008152336004820152602081602481865afa908115610f415782916122f6575b50156122ca576116e4614a8b565b6001600160a01b036116f4613c13565b168152600660205260408120541561228e5761170e613c29565b63ffffffff8061171c613c3c565b16911614612255576001600160a01b0361174263ffffffff61173c613c29565b16614814565b51166001600160a01b0361175c63ffffffff61173c613c3c565b5116811561224557801561220c576001600160a01b0361177a613c13565b169060243592600284101592836106c2576020606491604051928380927f7fa674230000000000000000000000000000000000000000000000000000000082526117c7600483018b612fda565b8660248301528760448301525afa9081156122015786916121e2575b5015612184575050600460206001600160a01b036117ff613c13565b1660405192838092637d0ed78560e11b82525afa908115610abc578491612165575b50808061214c575b612124576001600160401b0361183d613c9d565b161590811561210a575b81156120f0575b81156120c5575b5061209d576118856001600160401b0361186d613c86565b166001600160401b0361187e613c9d565b1690613141565b6118a96001600160401b03611898613cb3565b166001600160401b0361187e613cc9565b10612075576001600160401b036118be613cdf565b16158015612052575b61200857606461ffff6118d8613c75565b1611611fcc576118f664ffffffffff6118ef613d23565b16426152d9565b64ffffffffff611904613d23565b16620151808101809111611fb85761192b9064ffffffffff611924613d38565b16906152d9565b611933613d38565b64ffffffffff5f1991160164ffffffffff8111611fb85764ffffffffff80611959613d4d565b92169116818111801590611f8f575b611f48575050602083946004604051809681937fcc4aa24d0000000000000000000000000000000000000000000000000000000083525af1928315610abc578493611f10575b50828452600360205260408420906001600160a01b036119cc613c13565b1673ffffffffffffffffffffffffffffffffffffffff19835416178255611f0c57805478ffffffff000000000000000000000000000000000000000000611a11613c29565b60a81b167cffffffff00000000000000000000000000000000000000000000000000611a3b613c3c565b60c81b16907fff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7effff0000000000000000000000000000000000000000000000000000000000611a89613c75565b60e81b16937fffffff000000000000000000ffffffffffffffffffffffffffffffffffffffff74ff00000000000000000000000000000000000000008860a01b16911617161717178155600181016001600160401b03611ae7613c9d565b166001600160401b0319825416178155611b43611b02613cb3565b82547fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff1660409190911b6fffffffffffffffff000000000000000016178255565b611b97611b4e613cc9565b82547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff1660809190911b77ffffffffffffffff0000000000000000000000000000000016178255565b611b9f613c86565b77ffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffffffff00000000000000000000000000000000000000000000000083549260c01b169116179055600281016001600160401b03611bf9613cdf565b166001600160401b0319825416178155611c14611b02613cf6565b61016435906001600160401b038216928383036110025781547fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff16608084901b77ffffffffffffffff0000000000000000000000000000000016178255600391611c7c613d23565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b169116179055019164ffffffffff611cd7613d38565b1664ffffffffff19845416178355611ced613d4d565b918354936101e435936001600160a01b03851695868603611f08577fffff00000000000000000000000000000000000000000000000000ffffffffff69ffffffffff00000000007dffffffffffffffffffffffffffffffffffffffff000000000000000000008860501b169360281b16911617179055858752600460205260408720600160ff19825416179055611d9e604051956001600160a01b03611d91612f76565b1687526020870190612fda565b60443563ffffffff81168091036107a457604086015260643563ffffffff81168091036107a457606086015260843561ffff81168091036107a457608086015260a4356001600160401b0381168091036107a45760a086015260c4356001600160401b0381168091036107a45760c086015260e4356001600160401b0381168091036107a45760e0860152610104356001600160401b0381168091036107a457610100860152610124356001600160401b0381168091036107a457610120860152610144356001600160401b0381168091036107a457610140860152506101608401526101843564ffffffffff81168091036106c2576101808401526101a43564ffffffffff81168091036106c2576101a08401526101c43564ffffffffff81168091036106c257946020956101c085015250506101e0820152817fcc875022ee6b12915580ac90f14cbab2afa089e0e6d241697cf516a8fbaadf636102003393a3604051908152f35b8980fd5b8380fd5b9092506020813d602011611f40575b81611f2c60209383613068565b81010312611f3c5751915f6119ae565b5f80fd5b3d9150611f1f565b84906001830192838111611f7b5762278d008101809111611f7b5760649363091bdcc360e41b8452600452602452604452fd5b602483634e487b7160e01b81526011600452fd5b5062278d008201808311611fa4578111611968565b602486634e487b7160e01b81526011600452fd5b602484634e487b7160e01b81526011600452fd5b60448361ffff611fda613c75565b7fe757126a000000000000000000000000000000000000000000000000000000008352606460045216602452fd5b6044836001600160401b0361201b613cdf565b81612024613cf6565b917f9050f0d40000000000000000000000000000000000000000000000000000000085521660045216602452fd5b5061205b613cdf565b6001600160401b038061206c613cf6565b169116116118c7565b6004837f451fa04a000000000000000000000000000000000000000000000000000000008152fd5b6004837fe528e11e000000000000000000000000000000000000000000000000000000008152fd5b90506001600160401b036120d7613c86565b161590816120e7575b505f611855565b9050155f6120e0565b90506001600160401b03612102613cc9565b16159061184e565b90506001600160401b0361211c613cb3565b161590611847565b6004847fe2601df0000000000000000000000000000000000000000000000000000000008152fd5b506001600160401b0361215d613c86565b161515611829565b61217e915060203d602011610ab557610aa78183613068565b5f611821565b8492506121d6608494612195613c13565b94506001600160a01b03604051957fd6c21ea80000000000000000000000000000000000000000000000000000000087521660048601526024850190612fda565b60448301526064820152fd5b6121fb915060203d602011610ab557610aa78183613068565b5f6117e3565b6040513d88823e3d90fd5b60248363ffffffff61221c613c3c565b7f972a592300000000000000000000000000000000000000000000000000000000835216600452fd5b60248363ffffffff61221c613c29565b60249063ffffffff612265613c29565b7f4045f06800000000000000000000000000000000000000000000000000000000835216600452fd5b6024906001600160a01b036122a1613c13565b7f43d4f44200000000000000000000000000000000000000000000000000000000835216600452fd5b807fc66f47bf000000000000000000000000000000000000000000000000000000006024925233600452fd5b61230f915060203d602011610ab557610aa78183613068565b5f6116d6565b61232191505f90613068565b5f5f611692565b6040513d5f823e3d90fd5b61234c915060203d602011611503576114f58183613068565b5f61164e565b34611f3c576020366003190112611f3c5761236b613bc4565b506004355f52600460205261238260405f20613089565b60405181519160068310156123e05760a06001600160401b039160c094845264ffffffffff602082015116602085015282604082015116604085015282606082015116606085015282608082015116608085015201511660a0820152f35b634e487b7160e01b5f52602160045260245ffd5b34611f3c576040366003190112611f3c576024356001600160401b038111611f3c5736602382011215611f3c5780600401356001600160401b038111611f3c573660248284010111611f3c5760246124579261244e614515565b01600435613154565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b34611f3c576040366003190112611f3c57612495612f76565b6001600160a01b036124a5612f8c565b916124ae614515565b1690815f52600760205260405f206001600160a01b0382165f5260205260405f20549081156125ca576001600160a01b0390835f52600760205260405f208282165f526020525f6040812055169081837f0c8584df0a37548f26644c41809e5f908b58e8888dd441691e8a2174ec89f3056020604051858152a3604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f5260045260245260205f60448180865af19060015f51148216156125aa575b5015612598575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b635274afe760e01b5f5260045260245ffd5b60018215166125c25750813b15153d1516168261256d565b3d5f823e3d90fd5b6001600160a01b0390837f19cfd422000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b34611f3c576020366003190112611f3c575f608060405161262381613017565b82815282602082015282604082015282606082015201526004355f52600560205260a060405f2064ffffffffff60405161265c81613017565b6001600160401b0383546001600160a01b036001600160801b03821695868552602085019260801c83526001600160801b03600182015493608088600260408a019587891687528960608c01998f1c168952015416970196875260405198895251166020880152511660408601525116606084015251166080820152f35b34611f3c576020366003190112611f3c576004356126f6614515565b805f52600460205261270a60405f20613089565b805160068110156123e0576003148015906128b2575b61288d5750805f52600360205260405f206040519161273e83612fe7565b8154926001600160a01b038416815260ff8460a01c169360028510156123e05763ffffffff809461287e612885936001600160a01b0361287661286b886124579c6020859b015283600360408301988a8860a81c168a5261ffff60608501988c8160c81c168a5260e81c16608085015260018101546001600160401b03811660a08601526001600160401b038160401c1660c08601526001600160401b038160801c1660e086015260c01c61010085015264ffffffffff60028201546001600160401b0381166101208701526001600160401b038160401c166101408701526001600160401b038160801c1661016087015260c01c16610180850152015464ffffffffff81166101a084015264ffffffffff8160281c166101c084015260501c166101e08201528a614589565b509a90935116614814565b5116876148fb565b5116614814565b5116906148fb565b5160068110156123e0576128ad9163428ee58560e01b5f52600452612fcc565b60445ffd5b50815f5260056020526001600160a01b03600160405f2001541615612720565b34611f3c576060366003190112611f3c576128eb612f76565b6001600160a01b036128fb612f8c565b91165f5260026020526001600160a01b0360405f2091165f5260205260405f206044355f52602052602060405f2054604051908152f35b34611f3c576040366003190112611f3c5761294b612f76565b60243590811515809203611f3c5733156129f5576001600160a01b03169081156129c957335f52600160205260405f20825f5260205260405f2060ff1981541660ff83161790556040519081527fceb576d9f15e4e200fdb5096d64d5dfd667e16def20c1eefd14256d8e3faa26760203392a3602060405160018152f35b7f6f65f465000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7fcc766a98000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b34611f3c576020366003190112611f3c57612a9e6020612a926025612a476004356141ac565b6040519384917f524944452d000000000000000000000000000000000000000000000000000000828401528051918291018484015e81015f838201520301601f198101835282613068565b60405191829182612f4c565b0390f35b34611f3c57612ab036612fa2565b909133156129f5576001600160a01b03169081156129c957335f52600260205260405f20825f5260205260405f20835f526020528060405f20556040519081527fb3fd5071835887567a0671151121894ddccc2842f1d10bedad13e0d17cace9a760203392a4602060405160018152f35b34611f3c576020366003190112611f3c5760206040515f8152f35b34611f3c576020366003190112611f3c57600435805f52600460205260405f2060ff81541660068110156123e05760018103612bd95750815f52600360205264ffffffffff600260405f20015460c01c1691620151808301809311612bc557824210612bae57612bac92506144b9565b005b905063e58369d160e01b5f5260045260245260445ffd5b634e487b7160e01b5f52601160045260245ffd5b6128ad90836381367f5560e01b5f52600452612fcc565b34611f3c576040366003190112611f3c57612c09612f76565b6001600160a01b03612c19612f8c565b91165f5260076020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b34611f3c576040366003190112611f3c57600435805f526004602052612c6c60405f20613089565b90815160068110156123e05760011901612dbe575f52600360205260405f20604051612c9781612fe7565b8154926001600160a01b038416825260ff8460a01c1660028110156123e0576003612db69461ffff6020976001600160a01b03948988015263ffffffff8160a81c16604088015263ffffffff8160c81c16606088015260e81c16608086015260018101546001600160401b03811660a08701526001600160401b038160401c1660c08701526001600160401b038160801c1660e087015260c01c61010086015264ffffffffff60028201546001600160401b0381166101208801526001600160401b038160401c166101408801526001600160401b038160801c1661016088015260c01c16610180860152015464ffffffffff81166101a085015264ffffffffff8160281c166101c085015260501c166101e08301526024359161443a565b604051908152f35b905160068110156123e0576128ad91631912031760e21b5f52600452612fcc565b34611f3c576101b0612df036612fa2565b9133614330565b34611f3c576020366003190112611f3c576004357fffffffff000000000000000000000000000000000000000000000000000000008116809103611f3c57807f0f632fb30000000000000000000000000000000000000000000000000000000060209214908115612e6e575b506040519015158152f35b7f01ffc9a70000000000000000000000000000000000000000000000000000000091501482612e63565b34611f3c576040366003190112611f3c576001600160a01b03612eb9612f76565b165f525f60205260405f206024355f52602052602060405f2054604051908152f35b34611f3c576020366003190112611f3c57612a9e6020612a92602a612f016004356141ac565b6040519384917f5765697220726964652000000000000000000000000000000000000000000000828401528051918291018484015e81015f838201520301601f198101835282613068565b602060409281835280519182918282860152018484015e5f828201840152601f01601f1916010190565b600435906001600160a01b0382168203611f3c57565b602435906001600160a01b0382168203611f3c57565b6060906003190112611f3c576004356001600160a01b0381168103611f3c57906024359060443590565b60068110156123e057602452565b9060028210156123e05752565b61020081019081106001600160401b0382111761300357604052565b634e487b7160e01b5f52604160045260245ffd5b60a081019081106001600160401b0382111761300357604052565b60c081019081106001600160401b0382111761300357604052565b604081019081106001600160401b0382111761300357604052565b90601f801991011681019081106001600160401b0382111761300357604052565b9060405161309681613032565b8092805460ff81169060068210156123e05760a0926001600160401b036001928194875264ffffffffff8160081c166020880152818160301c166040880152818160701c16606088015260b01c166080860152015416910152565b91908201809211612bc557565b90816020910312611f3c57518015158103611f3c5790565b8115613120570490565b634e487b7160e01b5f52601260045260245ffd5b91908203918211612bc557565b81810292918115918404141715612bc557565b9061315d614a8b565b5f92825f52600360205260405f206040519261317884612fe7565b81546001600160a01b038116855260ff8160a01c1660028110156123e057602086015261ffff604086019163ffffffff8160a81c16835263ffffffff8160c81c16606088015260e81c16608086015260018301546001600160401b03811660a08701526001600160401b038160401c1660c08701526001600160401b038160801c1660e087015260c01c610100860152600360028401549364ffffffffff6101208801956001600160401b03811687526001600160401b038160401c166101408a01526001600160401b038160801c166101608a015260c01c166101808801520154906001600160a01b036101a087019264ffffffffff8116845264ffffffffff8160281c166101c089015260501c166101e0870152865f52600460205260405f20936132a485613089565b92835160068110156123e05760011901613ba25764ffffffffff905116804211613b7357506001600160401b0380604085015116915116808210613b41575050600460206001600160a01b0388511660405192838092637d0ed78560e11b82525afa908115612328575f91613b22575b50613865576001600160a01b0361333463ffffffff606089015116614814565b5116946bffffffffffffffffffffffff602061335963ffffffff60608b015116614814565b015116936001600160401b0360408501511661337b63ffffffff855116614814565b92604051946370a0823160e01b86523060048701526020866024818d5afa958615613822578d9661382d575b5063ffffffff9051166001600160a01b038b5116906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163b156137f15760405163703a0e1960e01b815263ffffffff9091166004820152602481018490526001600160a01b0390911660448201528c8180606481010381836001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af1801561382257908d91613809575b50506134766001600160a01b038b511661527c565b6001600160a01b038a51169260208b01519260028410156137f5576134b9906bffffffffffffffffffffffff60206001600160a01b038951169801511690613141565b843b156137f15760e48b96948f9694806135069589956040519b8c9a8b998a977f9644a67f0000000000000000000000000000000000000000000000000000000089526004890190612fda565b60248701526044860152606485015230608485015260c060a48501528160c4850152848401378181018301849052601f01601f191681010301925af180156137d1579089916137dc575b50506040516370a0823160e01b8152306004820152602081602481895afa9081156137d157908492918a91613798575b50613594929161358f91613134565b613116565b906135a042828861443a565b808310613764575060408101516001600160401b031660e08701516001600160401b03166101008801516001600160401b0316906135dd92614b26565b6135e79083613134565b90426135f39188614b4f565b81808210911802811894858092608089015161ffff166136139086613141565b61271090049161362291613134565b90818082109118021898846136388b9685613141565b838352600760205260408320336001600160a01b03165f5260205260405f2090815490613664916130f1565b90556136709086613141565b9181526007602052604090206101e08801516001600160a01b03166001600160a01b03165f5260205260405f20908154906136aa916130f1565b90556136b591613134565b906136bf91613134565b809360ff1983541660031783556060015163ffffffff16906136e19186614b9b565b81547fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff1660b09190911b67ffffffffffffffff60b01b16179055604051918291339561373e92846040919493926060820195825260208201520152565b037f9df33b7219b9bdbfacb9e188eaf4243776be2c9ec40661d5d2449d3892ec134c91a3565b88836064928a7f1eb74300000000000000000000000000000000000000000000000000000000008452600452602452604452fd5b9250506020823d6020116137c9575b816137b460209383613068565b81010312611f3c579051839190613594613580565b3d91506137a7565b6040513d8b823e3d90fd5b816137e691613068565b6107a457875f613550565b8d80fd5b60248e634e487b7160e01b81526021600452fd5b8161381391613068565b61381e578b5f613461565b8b80fd5b6040513d8f823e3d90fd5b9095506020813d60201161385d575b8161384960209383613068565b81010312611f3c57519463ffffffff6133a7565b3d915061383c565b9350919050600560ff19825416179055835f526005602052600160405f20016001600160a01b03331673ffffffffffffffffffffffffffffffffffffffff198254161790556138b5428285614b4f565b845f526005602052600160405f2001907fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff7bffffffffffffffff000000000000000000000000000000000000000083549260a01b16911617905561391f63ffffffff835116614814565b9163ffffffff6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169151166001600160401b036040840151166001600160a01b0386511692803b15611f3c575f9283606492604051968795869463703a0e1960e01b86526004860152602485015260448401525af1801561232857613b0d575b506139bb6001600160a01b0384511661527c565b6001600160a01b03835116906020840151926002841015613af9576bffffffffffffffffffffffff60206001600160401b0360406001600160a01b03613a0e63ffffffff6060838951169c015116614814565b5116950151169201511602906bffffffffffffffffffffffff8216918203613ae557823b15611002579286613a7d9360a493829660405198899788967f7dc0e2d90000000000000000000000000000000000000000000000000000000088528c60048901526024880190612fda565b6044860152606485015260848401525af18015613ada57908391613ac5575b50507f05905006801f0f5aa49ad146b87e58364efa4e447c0bf1b3efc428a77c147920339280a3565b81613acf91613068565b61089957815f613a9c565b6040513d85823e3d90fd5b602487634e487b7160e01b81526011600452fd5b602487634e487b7160e01b81526021600452fd5b613b1a9195505f90613068565b5f935f6139a7565b613b3b915060203d602011610ab557610aa78183613068565b5f613314565b887f5a34c9ab000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b887f404665e2000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b88845160068110156123e0576128ad91631912031760e21b5f52600452612fcc565b60405190613bd182613032565b5f60a0838281528260208201528260408201528260608201528260808201520152565b90816020910312611f3c57516001600160a01b0381168103611f3c5790565b6004356001600160a01b0381168103611f3c5790565b60443563ffffffff81168103611f3c5790565b60643563ffffffff81168103611f3c5790565b60043563ffffffff81168103611f3c5790565b60243563ffffffff81168103611f3c5790565b60843561ffff81168103611f3c5790565b610104356001600160401b0381168103611f3c5790565b60a4356001600160401b0381168103611f3c5790565b60c4356001600160401b0381168103611f3c5790565b60e4356001600160401b0381168103611f3c5790565b610124356001600160401b0381168103611f3c5790565b610144356001600160401b0381168103611f3c5790565b6064356001600160401b0381168103611f3c5790565b6101843564ffffffffff81168103611f3c5790565b6101a43564ffffffffff81168103611f3c5790565b6101c43564ffffffffff81168103611f3c5790565b906001600160801b03809116911601906001600160801b038211612bc557565b5f815f52600460205260405f2060ff81541660068110156123e0576005810361416b5750825f52600360205260405f2060405190613dbf82612fe7565b8054906001600160a01b038216835260ff8260a01c1660028110156123e05760039261ffff91602086015263ffffffff8160a81c16604086015263ffffffff8160c81c16606086015260e81c16608084015260018101546001600160401b03811660a08501526001600160401b038160401c1660c08501526001600160401b038160801c1660e085015260c01c61010084015264ffffffffff60028201546001600160401b0381166101208601526001600160401b038160401c166101408601526001600160401b038160801c1661016086015260c01c1661018084015201549264ffffffffff84166101a08301526001600160a01b036101c083019464ffffffffff8160281c16865260501c166101e0830152845f52600560205260405f20936040867fedfc0cf40302567e37efcbb7e06f497507d1467e0db117b99c3dc5f53ced2402613f0e8683614589565b9491908a547fffffffffffffffffffffffffffffffff00000000000000000000000000000000613f666001600160801b03613f4d818716828616613d62565b169283836001600160801b03871692161760801c613d62565b60801b16178b5582519182526020820152a2806140ea575b6140dd575164ffffffffff164211156140d6576002840164ffffffffff81541615613fee5764ffffffffff9054169062093a808201809211613fda57504211613fc8575b50505050565b613fd193614dd5565b5f808080613fc2565b80634e487b7160e01b602492526011600452fd5b9151825464ffffffffff19164264ffffffffff161790925592506001600160a01b0316905061401c8161527c565b803b15611f3c575f80916024604051809481937f40e58ee50000000000000000000000000000000000000000000000000000000083528860048401525af190816140c1575b506140935760207f1a1f4ab7e369e08ad5c85607f893fc16fd7af4705d10f2f41c0de1a21d58e7f291604051908152a2565b507f1a1f4ab7e369e08ad5c85607f893fc16fd7af4705d10f2f41c0de1a21d58e7f2602060405160018152a2565b6140ce9192505f90613068565b5f905f614061565b5050505050565b50506140e893614dd5565b565b506001600160a01b03835116602460205f92604051928380927f174c395a0000000000000000000000000000000000000000000000000000000082528c60048301525afa5f918161414a575b50614142575b50613f7e565b90505f61413c565b61416491925060203d602011610ab557610aa78183613068565b905f614136565b6128ad908463428ee58560e01b5f52600452612fcc565b60a4358015158103611f3c5790565b6001600160401b03811161300357601f01601f191660200190565b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000821015614308575b806d04ee2d6d415b85acef8100000000600a9210156142ed575b662386f26fc100008110156142d9575b6305f5e1008110156142c8575b6127108110156142b9575b60648110156142ab575b10156142a0575b600a6021600184019361423885614191565b946142466040519687613068565b808652614255601f1991614191565b013660208701378401015b5f1901917f30313233343536373839616263646566000000000000000000000000000000008282061a835304801561429b57600a9091614260565b505090565b600190910190614226565b60646002910493019261421f565b61271060049104930192614215565b6305f5e1006008910493019261420a565b662386f26fc10000601091049301926141fd565b6d04ee2d6d415b85acef8100000000602091049301926141ed565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000081046141d3565b91926001600160a01b038316918215614427576001600160a01b031692831561441457825f525f60205260405f20855f5260205260405f2054908282106143db5750817f1b3d7edb2e9c0b0e7c525b20aaaef0f5940d2ed71663c7d39266ecafac72885992604092855f525f602052835f20885f5260205203825f2055845f525f602052815f20865f52602052815f206143cb8282546130f1565b90558151903382526020820152a4565b6040516302c6d3fb60e61b81526001600160a01b0391909116600482015260248101919091526044810182905260648101859052608490fd5b630b8bbd6160e41b5f525f60045260245ffd5b6301486a4160e71b5f525f60045260245ffd5b6144ab61358f6144b0926144a26144b696604087019661449c6001600160401b03614476818b51168260a0890151168360c08a01511691614b26565b9951166001600160401b0360e0870151166001600160401b036101008801511691614b26565b9361520d565b93909186613134565b613141565b90613134565b90565b815465ffffffffffff19164260081b65ffffffffff0016176002179182905560405160309290921c6001600160401b03168252907f608001f0f4024cdf558f7cbdf3ab9ffbd2b7548bec472e9872b75c7648b352f090602090a2565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6145615760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b91905f905f906001600160a01b036145aa63ffffffff606084015116614814565b5116926001600160a01b036145c863ffffffff604085015116614814565b511695604051906370a0823160e01b8252306004830152602082602481895afa918215612328575f926147cc575b50604051936370a0823160e01b85523060048601526020856024818c5afa948515612328575f95614791575b50806146386001600160a01b038093511661527c565b511690813b15611f3c575f916044839260405194859384927f8d3c100a00000000000000000000000000000000000000000000000000000000845260048401523060248401525af1908161477c575b50614773575b602060249495604051958680926370a0823160e01b82523060048301525afa938415610f4157829461473d575b506146c9602091602495613134565b96604051948580926370a0823160e01b82523060048301525afa90811561473157906146fd575b6146fa9250613134565b91565b506020823d602011614729575b8161471760209383613068565b81010312611f3c576146fa91516146f0565b3d915061470a565b604051903d90823e3d90fd5b93506020843d60201161476b575b8161475860209383613068565b81010312611f3c579251926146c96146ba565b3d915061474b565b6001935061468d565b6147899193505f90613068565b5f915f614687565b9094506020813d6020116147c4575b816147ad60209383613068565b81010312611f3c5751936001600160a01b03614622565b3d91506147a0565b9091506020813d6020116147f8575b816147e860209383613068565b81010312611f3c5751905f6145f6565b3d91506147db565b51906001600160a01b0382168203611f3c57565b5f60206040516148238161304d565b8281520152604051907f8ea06f8100000000000000000000000000000000000000000000000000000000825260048201526040816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612328575f91614897575090565b90506040813d6040116148f3575b816148b260409383613068565b81010312611f3c576020604051916148c98361304d565b6148d281614800565b835201516bffffffffffffffffffffffff81168103611f3c57602082015290565b3d91506148a5565b908215614a86576001600160a01b031691825f52600760205260405f2090604051635aa6e67560e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612328576001600160a01b03916020915f91614a69575b506004604051809481937f8da5cb5b000000000000000000000000000000000000000000000000000000008352165afa908115612328575f916149fe575b50907f7fbd767fff0eeb0ecead02ee042cfacda15a17666eef7892d451b81759c66e08926001600160a01b03602093165f52825260405f206149f38282546130f1565b9055604051908152a3565b9190506020823d602011614a61575b81614a1a60209383613068565b81010312611f3c577f7fbd767fff0eeb0ecead02ee042cfacda15a17666eef7892d451b81759c66e08926001600160a01b03614a57602094614800565b92935050926149b0565b3d9150614a0d565b614a809150823d8411611503576114f58183613068565b5f614972565b505050565b604051630153df6760e21b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612328575f91614b07575b50614adf57565b7fb9c495cd000000000000000000000000000000000000000000000000000000005f5260045ffd5b614b20915060203d602011610ab557610aa78183613068565b5f614ad8565b90614b358193614b3a93613141565b6130f1565b5f19810191908211612bc5576144b691613116565b906144ab6001600160401b03610140614b8b614b9594614b736144b698828961520d565b959091856040816101608c0151169201511690613141565b9401511690613141565b90613116565b6001600160401b038311614d8757508115614d815763ffffffff1690614bc082614814565b916001600160a01b03835116614c126bffffffffffffffffffffffff60206001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169601511684613141565b60405163095ea7b360e01b5f52856004528160245260205f60448180875af19060015f5114821615614d72575b60405215614cb6575b5050823b15611f3c575f926044849260405195869384927f3201760300000000000000000000000000000000000000000000000000000000845260048401528660248401525af1918215612328576001600160401b0392614ca857501690565b5f614cb291613068565b1690565b60405163095ea7b360e01b5f52856004525f60245260205f60448180875af19060015f5114821615614d5a575b60405215614d47576040519063095ea7b360e01b5f528560045260245260205f60448180865af19060015f5114821615614d26575b604052156125985780614c48565b906001811516614d3e57823b15153d15161690614d18565b503d5f823e3d90fd5b50635274afe760e01b5f5260045260245ffd5b906001811516614d3e57833b15153d15161690614ce3565b90833b15153d15161690614c3f565b50505f90565b90507f0b001427000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b906001600160801b0316908115613120576001600160801b03160490565b9190926060840193845163ffffffff16614dee90614814565b9282546001600160801b031692602085019384516bffffffffffffffffffffffff16614e1991614db7565b6001600160801b03169260018201938454908160a01c6001600160401b03168180821091180281188098608085015161ffff16614e569084613141565b6127109004614e658385613134565b9081808210911802189889948360011c90614e808286613134565b83516bffffffffffffffffffffffff16614e9991613141565b9084516001600160a01b03165f52600760205260405f20906001600160a01b03166001600160a01b03165f5260205260405f2090815490614ed9916130f1565b905581516bffffffffffffffffffffffff16614ef491613141565b82516001600160a01b03165f52600760205260405f20336001600160a01b03165f5260205260405f2090815490614f2a916130f1565b9055516bffffffffffffffffffffffff16614f459085613141565b90516001600160a01b03165f52600760205260405f206101e08601516001600160a01b03166001600160a01b03165f5260205260405f2090815490614f89916130f1565b9055614f9491613134565b90614f9e91613134565b809860ff1985541660031785555163ffffffff1690614fbd9189614b9b565b83547fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff1660b09190911b67ffffffffffffffff60b01b161783556040015163ffffffff16905460801c61500f82614814565b602001516bffffffffffffffffffffffff1661502a91614db7565b6001600160801b031661503d9187614b9b565b90600101906001600160401b03166001600160401b0319825416179055546001600160a01b03169360405192839261373e92846040919493926060820195825260208201520152565b9061508f613bc4565b50815f5260046020526150a460405f20613089565b91825160068110156123e05760031415806150fb575b6150c15750565b825160068110156123e0576128ad917ff0c27f99000000000000000000000000000000000000000000000000000000005f52600452612fcc565b50825160068110156123e057600414156150ba565b9193929061512b826001600160401b036060880151166130f1565b60408601936001600160401b03855116908183116151dc5750507fffffffffffffffffffff0000000000000000ffffffffffffffffffffffffffff75ffffffffffffffff000000000000000000000000000083549260701b16911617905580156151d257906001600160401b036151c96144b6938260a06151bf6151b58360808c01511685613141565b8388511690613116565b9801511690613141565b91511690613116565b505090505f905f90565b7fdad1b14e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b64ffffffffff6101a060209294939401511692019164ffffffffff8351169081811115615270570364ffffffffff8111612bc557915164ffffffffff928316921680821161525b5750505f91565b61526491613134565b81808210911802811891565b50505050600190600190565b6001600160a01b03165f52600660205260405f205461529f5a5a60061c90613134565b908082106152ab575050565b7f9fa72982000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b80821180159061531c575b6152ec575050565b60018101808211612bc55762093a808201809211612bc55763091bdcc360e41b5f5260045260245260445260645ffd5b5062093a808101808211612bc55782116152e456' as const;
