// The module's exports. Data layouts are described in packages/crypto/README.md "KERNELS".
export { init } from './thread';
export { encodeLeaves, encodeTiles, encodeTwiddles } from './encode';
export { merkleNodes, merkleSubtree } from './keccak';
export { poseidonPermuteChunk, poseidonCompressChunk, poseidonRecord } from './poseidon';
export { foldBaseChunk, foldExtChunk, mulAddExtChunk, mulExtChunk } from './vector';
export { schnorrVerifyChunk } from './schnorr';
export { schnorrStepsChunk } from './schnorrSteps';
