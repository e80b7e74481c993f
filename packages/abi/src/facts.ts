// Generated from contracts/src/market/Facts.sol by scripts/generateAbi.mjs. Do not edit.

export const factsAbi = [
  {
    "type": "constructor",
    "inputs": [],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "factOf",
    "inputs": [
      {
        "name": "registrar",
        "type": "address",
        "internalType": "address"
      },
      {
        "name": "data",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
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
    "name": "idOf",
    "inputs": [
      {
        "name": "fact",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "outputs": [
      {
        "name": "",
        "type": "bytes28",
        "internalType": "bytes28"
      }
    ],
    "stateMutability": "pure"
  },
  {
    "type": "function",
    "name": "isRegistered",
    "inputs": [
      {
        "name": "id",
        "type": "bytes28",
        "internalType": "bytes28"
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
    "name": "registerFact",
    "inputs": [
      {
        "name": "data",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [
      {
        "name": "fact",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ],
    "stateMutability": "nonpayable"
  },
  {
    "type": "function",
    "name": "requireRegistered",
    "inputs": [
      {
        "name": "id",
        "type": "bytes28",
        "internalType": "bytes28"
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  },
  {
    "type": "function",
    "name": "transferRegistry",
    "inputs": [],
    "outputs": [
      {
        "name": "",
        "type": "address",
        "internalType": "contract ITransferRegistry"
      }
    ],
    "stateMutability": "view"
  },
  {
    "type": "event",
    "name": "FactRegistered",
    "inputs": [
      {
        "name": "id",
        "type": "bytes28",
        "indexed": true,
        "internalType": "bytes28"
      },
      {
        "name": "registrar",
        "type": "address",
        "indexed": true,
        "internalType": "address"
      },
      {
        "name": "fact",
        "type": "bytes32",
        "indexed": false,
        "internalType": "bytes32"
      }
    ],
    "anonymous": false
  },
  {
    "type": "error",
    "name": "FactNotRegistered",
    "inputs": [
      {
        "name": "id",
        "type": "bytes28",
        "internalType": "bytes28"
      }
    ]
  }
] as const;
