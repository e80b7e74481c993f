// Generated from contracts/src/pool/RidePool.sol by scripts/generateAbi.mjs. Do not edit.

export const ridePoolAbi = [
  {
    "type": "constructor",
    "inputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "abort",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "allowance",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
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
    "name": "applyRedeem",
    "inputs": [
      {
        "name": "e",
        "type": "tuple",
        "internalType": "struct RedeemEffect",
        "components": [
          {
            "name": "ticket",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "assetIn",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "assetOut",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "redeemed",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "outTotal",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "inReturned",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "tickets",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "outCredited",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "inCredited",
            "type": "uint64",
            "internalType": "uint64"
          }
        ]
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "applyRide",
    "inputs": [
      {
        "name": "e",
        "type": "tuple",
        "internalType": "struct RideEffect",
        "components": [
          {
            "name": "ticket",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "assetIn",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "assetOut",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "net",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "negative",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "close",
            "type": "bool",
            "internalType": "bool"
          },
          {
            "name": "worstIn",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "worstOut",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "boardBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "settleBy",
            "type": "uint40",
            "internalType": "uint40"
          }
        ]
      },
      {
        "name": "timestamp",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "approve",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "amount",
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
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "arrival",
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
        "internalType": "struct Arrival",
        "components": [
          {
            "name": "out",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "returned",
            "type": "uint128",
            "internalType": "uint128"
          },
          {
            "name": "keeper",
            "type": "address",
            "internalType": "address"
          },
          {
            "name": "keeperReward",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "cancelAskedAt",
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
    "name": "arrive",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "balanceOf",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
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
    "name": "closeByTime",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "collectLate",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "core",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract IWeir"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "createRide",
    "inputs": [
      {
        "name": "t",
        "type": "tuple",
        "internalType": "struct Terms",
        "components": [
          {
            "name": "adapter",
            "type": "address",
            "internalType": "contract IAdapter"
          },
          {
            "name": "direction",
            "type": "uint8",
            "internalType": "enum Direction"
          },
          {
            "name": "assetIn",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "assetOut",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "feeBps",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "referenceIn",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "referenceOut",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "worstIn",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "worstOut",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "minSize",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "maxSize",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "keeperReward",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "boardBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "departBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "settleBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "feeRecipient",
            "type": "address",
            "internalType": "address"
          }
        ]
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
    "name": "creditTickets",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
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
    "name": "decimals",
    "inputs": [
      {
        "name": "",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "uint8",
        "internalType": "uint8"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "depart",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "data",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "earned",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "account",
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
    "name": "gasFloor",
    "inputs": [
      {
        "name": "adapter",
        "type": "address",
        "internalType": "contract IAdapter"
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
    "name": "isOperator",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "spender",
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
    "name": "limitAt",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "timestamp",
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
    "name": "name",
    "inputs": [
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "string",
        "internalType": "string"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "redeemTickets",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "registerStrategy",
    "inputs": [
      {
        "name": "adapter",
        "type": "address",
        "internalType": "contract IAdapter"
      },
      {
        "name": "gasFloor_",
        "type": "uint32",
        "internalType": "uint32"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "ride",
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
        "internalType": "struct Ride",
        "components": [
          {
            "name": "stage",
            "type": "uint8",
            "internalType": "enum Stage"
          },
          {
            "name": "closedAt",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "tickets",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "redeemed",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "outTotal",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "inReturned",
            "type": "uint64",
            "internalType": "uint64"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "setOperator",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "approved",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bool",
        "internalType": "bool"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "supportsInterface",
    "inputs": [
      {
        "name": "interfaceId",
        "type": "bytes4",
        "internalType": "bytes4"
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
    "name": "symbol",
    "inputs": [
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "string",
        "internalType": "string"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "terms",
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
        "internalType": "struct Terms",
        "components": [
          {
            "name": "adapter",
            "type": "address",
            "internalType": "contract IAdapter"
          },
          {
            "name": "direction",
            "type": "uint8",
            "internalType": "enum Direction"
          },
          {
            "name": "assetIn",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "assetOut",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "feeBps",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "referenceIn",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "referenceOut",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "worstIn",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "worstOut",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "minSize",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "maxSize",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "keeperReward",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "boardBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "departBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "settleBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "feeRecipient",
            "type": "address",
            "internalType": "address"
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "transfer",
    "inputs": [
      {
        "name": "receiver",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "amount",
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
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "transferFrom",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "receiver",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "amount",
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
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "withdrawEarnings",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ],
    "outputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "event",
    "name": "Approval",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "id",
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
    "name": "EarningsWithdrawn",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "account",
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
    "name": "LateProceeds",
    "inputs": [
      {
        "name": "ride",
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
    "name": "OperatorSet",
    "inputs": [
      {
        "name": "owner",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "spender",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "approved",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RideAborted",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "inReturned",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RideArrived",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "out",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "returned",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RideBoarded",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "tickets",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RideCancelAsked",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "accepted",
        "type": "bool",
        "indexed": false,
        "internalType": "bool"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RideClosed",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "tickets",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RideCreated",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "creator",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "terms",
        "type": "tuple",
        "indexed": false,
        "internalType": "struct Terms",
        "components": [
          {
            "name": "adapter",
            "type": "address",
            "internalType": "contract IAdapter"
          },
          {
            "name": "direction",
            "type": "uint8",
            "internalType": "enum Direction"
          },
          {
            "name": "assetIn",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "assetOut",
            "type": "uint32",
            "internalType": "uint32"
          },
          {
            "name": "feeBps",
            "type": "uint16",
            "internalType": "uint16"
          },
          {
            "name": "referenceIn",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "referenceOut",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "worstIn",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "worstOut",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "minSize",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "maxSize",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "keeperReward",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "boardBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "departBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "settleBy",
            "type": "uint40",
            "internalType": "uint40"
          },
          {
            "name": "feeRecipient",
            "type": "address",
            "internalType": "address"
          }
        ]
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RideDeparted",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "keeper",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "outTotal",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "fee",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "keeperReward",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "RideRequested",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "keeper",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "StrategyRegistered",
    "inputs": [
      {
        "name": "adapter",
        "type": "address",
        "indexed": true,
        "internalType": "contract IAdapter"
      },
      {
        "name": "gasFloor",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "TicketsRedeemed",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "holder",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "amount",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "outPaid",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "inPaid",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "Transfer",
    "inputs": [
      {
        "name": "caller",
        "type": "address",
        "indexed": false,
        "internalType": "address"
      },
      {
        "name": "sender",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "receiver",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "id",
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
    "type": "error",
    "name": "AssetNotAToken",
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
    "name": "BelowLimit",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "limit",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "received",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "BelowMinSize",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "minSize",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "tickets",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "BoardingOver",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "boardBy",
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
    "name": "CoreIsFrozen",
    "inputs": []
  },
  {
    "type": "error",
    "name": "CreditedTooMuch",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "limit",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "credited",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "DepartureOver",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "departBy",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InsufficientAllowance",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "allowance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InsufficientBalance",
    "inputs": [
      {
        "name": "sender",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "balance",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "id",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidApprover",
    "inputs": [
      {
        "name": "approver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidReceiver",
    "inputs": [
      {
        "name": "receiver",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "ERC6909InvalidSender",
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
    "name": "ERC6909InvalidSpender",
    "inputs": [
      {
        "name": "spender",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "FeeTooHigh",
    "inputs": [
      {
        "name": "limit",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "feeBps",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "NoTickets",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "holder",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotAContract",
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
    "name": "NotCore",
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
    "name": "NotCreator",
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
    "name": "NotEnoughGas",
    "inputs": [
      {
        "name": "floor",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "left",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "NotGovernance",
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
    "name": "NothingEarned",
    "inputs": [
      {
        "name": "token",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "account",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "OutcomeMismatch",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "OutcomeTooLarge",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "outTotal",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "PriceZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "RedeemedTooMuch",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "tickets",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "redeemed",
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
    "name": "RideFull",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "maxSize",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "tickets",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "RideNotBoarding",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "stage",
        "type": "uint8",
        "internalType": "enum Stage"
      }
    ]
  },
  {
    "type": "error",
    "name": "RideNotClosed",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "stage",
        "type": "uint8",
        "internalType": "enum Stage"
      }
    ]
  },
  {
    "type": "error",
    "name": "RideNotRequested",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "stage",
        "type": "uint8",
        "internalType": "enum Stage"
      }
    ]
  },
  {
    "type": "error",
    "name": "RideNotSettled",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "stage",
        "type": "uint8",
        "internalType": "enum Stage"
      }
    ]
  },
  {
    "type": "error",
    "name": "RideUnknown",
    "inputs": [
      {
        "name": "ride",
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
    "name": "SameAsset",
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
    "name": "SizesOutOfOrder",
    "inputs": [
      {
        "name": "minSize",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "maxSize",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "StrategyAlreadyRegistered",
    "inputs": [
      {
        "name": "adapter",
        "type": "address",
        "internalType": "contract IAdapter"
      }
    ]
  },
  {
    "type": "error",
    "name": "StrategyRefuses",
    "inputs": [
      {
        "name": "adapter",
        "type": "address",
        "internalType": "contract IAdapter"
      },
      {
        "name": "direction",
        "type": "uint8",
        "internalType": "enum Direction"
      },
      {
        "name": "tokenIn",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "tokenOut",
        "type": "address",
        "internalType": "address"
      }
    ]
  },
  {
    "type": "error",
    "name": "StrategyUnknown",
    "inputs": [
      {
        "name": "adapter",
        "type": "address",
        "internalType": "contract IAdapter"
      }
    ]
  },
  {
    "type": "error",
    "name": "TermsMismatch",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TicketsUnderflow",
    "inputs": [
      {
        "name": "ride",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "tickets",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "boughtBack",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TimeOutOfRange",
    "inputs": [
      {
        "name": "earliest",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "latest",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "time",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TooEarly",
    "inputs": [
      {
        "name": "ride",
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
    "name": "WorstAboveReference",
    "inputs": []
  },
  {
    "type": "error",
    "name": "WorstNotZero",
    "inputs": []
  }
] as const;
