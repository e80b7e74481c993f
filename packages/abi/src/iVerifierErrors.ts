// Generated from contracts/src/verifier/IVerifierErrors.sol by scripts/generateAbi.mjs. Do not edit.

export const iVerifierErrorsAbi = [
  {
    "type": "error",
    "name": "BusUnbalanced",
    "inputs": []
  },
  {
    "type": "error",
    "name": "FinalPolynomialMismatch",
    "inputs": [
      {
        "name": "query",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "FinalSumMismatch",
    "inputs": []
  },
  {
    "type": "error",
    "name": "FractionLayerMismatch",
    "inputs": [
      {
        "name": "layer",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "FractionRootZero",
    "inputs": []
  },
  {
    "type": "error",
    "name": "GrindingFailed",
    "inputs": [
      {
        "name": "bits",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "hash",
        "type": "bytes32",
        "internalType": "bytes32"
      }
    ]
  },
  {
    "type": "error",
    "name": "MerkleMismatch",
    "inputs": [
      {
        "name": "round",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "NonCanonicalElement",
    "inputs": [
      {
        "name": "offset",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ProofTruncated",
    "inputs": [
      {
        "name": "needed",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "length",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ShapeOutOfBounds",
    "inputs": [
      {
        "name": "value",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "min",
        "type": "uint256",
        "internalType": "uint256"
      },
      {
        "name": "max",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "TrailingBytes",
    "inputs": [
      {
        "name": "count",
        "type": "uint256",
        "internalType": "uint256"
      }
    ]
  },
  {
    "type": "error",
    "name": "ZerocheckMismatch",
    "inputs": []
  }
] as const;
