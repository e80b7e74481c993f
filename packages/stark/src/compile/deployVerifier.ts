/**
 * How a verifier gets onto a chain: WHIR, the evaluator and the contracts that hold the AIR first, then the contract that pins them. The
 * steps are plain creation codes, so that a node, a script or a test deploys them with whatever client it has.
 */
import { invariant } from '@weir/foundation/assert';
import { concatBytes } from '@weir/foundation/bytes';
import type { Air } from '../air/ir.ts';
import { type AirImplementation, codeInitcode, programContracts } from './solidity.ts';

/** Creation codes from the compiler, without constructor arguments. */
export interface VerifierBytecodes {
  /** The profile's WhirVerifier, e.g. `DefaultWhirVerifier`. */
  readonly whir: Uint8Array;
  /** `CompiledEvaluator` or `AirEvaluator`, as `implementation` says. */
  readonly evaluator: Uint8Array;
  /** The generated contract of AIR and profile. */
  readonly verifier: Uint8Array;
  readonly implementation: AirImplementation;
}

export interface DeploymentStep {
  readonly name: string;
  /** Creation code; `deployed` holds the addresses (20 bytes) of all steps before this one, in order. */
  readonly initcode: (deployed: readonly Uint8Array[]) => Uint8Array;
}

/** In order; the last step is the verifier itself. Its constructor refuses components whose code is not the pinned one. */
export function verifierDeployment(air: Air, bytecodes: VerifierBytecodes): readonly DeploymentStep[] {
  const programs = programContracts(air, bytecodes.implementation);
  return [
    { name: 'WhirVerifier', initcode: () => bytecodes.whir },
    { name: bytecodes.implementation === 'compiled' ? 'CompiledEvaluator' : 'AirEvaluator', initcode: () => bytecodes.evaluator },
    ...programs.map((code, i) => ({ name: `${air.name} program ${i}`, initcode: () => codeInitcode(code) })),
    {
      name: `${air.name} verifier`,
      initcode: (deployed) => {
        invariant(deployed.length === programs.length + 2, 'the verifier is deployed after all its parts');
        return concatBytes(bytecodes.verifier, constructorArguments(deployed));
      },
    },
  ];
}

/** abi.encode(address whir, address evaluator, address[] programs) */
function constructorArguments([whir, evaluator, ...programs]: readonly Uint8Array[]): Uint8Array {
  const word = (value: number | Uint8Array): Uint8Array => {
    const out = new Uint8Array(32);
    if (typeof value === 'number') new DataView(out.buffer).setUint32(28, value);
    else out.set(value, 32 - value.length);
    return out;
  };
  return concatBytes(word(whir), word(evaluator), word(96), word(programs.length), ...programs.map(word));
}

/** The `publicValues` argument of `IStarkVerifier.verify`: 4 bytes each, big endian. */
export function encodePublicValues(publicValues: Uint32Array): Uint8Array {
  const out = new Uint8Array(4 * publicValues.length);
  const view = new DataView(out.buffer);
  publicValues.forEach((value, i) => {
    view.setUint32(4 * i, value);
  });
  return out;
}
