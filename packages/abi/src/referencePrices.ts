// Generated from contracts/src/market/ReferencePrices.sol by scripts/generateAbi.mjs. Do not edit.

export const referencePricesAbi = [
  {
    "type": "constructor",
    "inputs": [
      {
        "name": "core_",
        "type": "address",
        "internalType": "contract IWeir"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "MAX_AGE",
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
    "name": "MAX_STALE",
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
    "name": "append",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
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
    "name": "entry",
    "inputs": [
      {
        "name": "number",
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
        "type": "tuple",
        "internalType": "struct PriceEntry",
        "components": [
          {
            "name": "num",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "den",
            "type": "uint64",
            "internalType": "uint64"
          },
          {
            "name": "time",
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
    "name": "feed",
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
        "internalType": "struct Feed",
        "components": [
          {
            "name": "adapter",
            "type": "address",
            "internalType": "contract IAdapter"
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
          }
        ]
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "feedCount",
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
    "name": "feedOf",
    "inputs": [
      {
        "name": "adapter",
        "type": "address",
        "internalType": "contract IAdapter"
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
    "name": "isUsable",
    "inputs": [
      {
        "name": "number",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "index",
        "type": "uint256",
        "internalType": "uint256"
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
        "name": "num",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "den",
        "type": "uint64",
        "internalType": "uint64"
      },
      {
        "name": "batchTimestamp",
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
    "name": "length",
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
        "type": "uint256",
        "internalType": "uint256"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "open",
    "inputs": [
      {
        "name": "adapter",
        "type": "address",
        "internalType": "contract IAdapter"
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
    "type": "event",
    "name": "FeedOpened",
    "inputs": [
      {
        "name": "feed",
        "type": "uint256",
        "indexed": true,
        "internalType": "uint256"
      },
      {
        "name": "adapter",
        "type": "address",
        "indexed": true,
        "internalType": "contract IAdapter"
      },
      {
        "name": "assetIn",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "assetOut",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "event",
    "name": "PriceAppended",
    "inputs": [
      {
        "name": "feed",
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
        "name": "num",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      },
      {
        "name": "den",
        "type": "uint256",
        "indexed": false,
        "internalType": "uint256"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "FeedAlreadyOpen",
    "inputs": [
      {
        "name": "feed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "FeedUnknown",
    "inputs": [
      {
        "name": "feed",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "FeedsExhausted",
    "inputs": []
  },
  {
    "type": "error",
    "name": "PairRefused",
    "inputs": [
      {
        "name": "adapter",
        "type": "address",
        "internalType": "contract IAdapter"
      },
      {
        "name": "assetIn",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "assetOut",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "PriceOutOfRange",
    "inputs": [
      {
        "name": "feed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "num",
        "type": "uint256",
        "internalType": "uint256"
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
    "name": "TooSoon",
    "inputs": [
      {
        "name": "feed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "time",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  }
] as const;
