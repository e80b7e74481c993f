// Generated from contracts/src/interfaces/IStarkVerifier.sol by scripts/generateAbi.mjs. Do not edit.

export const iStarkVerifierAbi = [
  {
    "type": "function",
    "name": "verify",
    "inputs": [
      {
        "name": "context",
        "type": "bytes32",
        "internalType": "bytes32"
      },
      {
        "name": "publicValues",
        "type": "bytes",
        "internalType": "bytes"
      },
      {
        "name": "proof",
        "type": "bytes",
        "internalType": "bytes"
      }
    ],
    "outputs": [],
    "stateMutability": "view"
  }
] as const;
