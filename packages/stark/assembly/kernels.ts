// The module's exports. K tables are five planes (coefficient c of element i at base + c·stride + 4·i); see README.md, "Tables in WebAssembly memory".
export { init } from '../../crypto/assembly/thread';
export { fractionUp, fractionRound } from './fractions';
export { foldK, foldBaseToK, sumOutK, eqExtend, affineRows, planesToRows, fillK, iota, weightedHalves } from './tables';
export { openingRound, accumulatePowersK, accumulateBasePowers, accumulateScaledK, hornerK, tileDots, columnDots, foldBlocks, evaluateAtPoints } from './opening';
export { grindNonces } from './grind';
export { airGridBase, airRoundBase, airRoundK } from './air';
