/**
 * Row gadgets shared by circuits. Every gadget states its equation and what it relies on.
 *
 * Planned signatures (all take `b: ChipBuilder` and a `name` that prefixes their constraint names; `when` = a boolean selector,
 * default 1: the gadget's equations only bind rows where it is 1):
 *
 *   isZero(b, name, x, { inverse, flag })                           flag = (x = 0)
 *   rangeCheck(b, name, value, bits, { tableBits?, when? })         0 ≤ value < 2^bits, by sends to bus `range<tableBits>` (tableBits ≥ bits)
 *   rangeTable(bits): Chip                                          the table chip of bus `range<bits>`: columns ['multiplicity'], height 2^bits
 *
 *   type U64 = readonly [Expr, Expr, Expr]                          pieces of 22, 21, 21 bits
 *   U64_LIMB_BITS = [11, 11, 11, 10, 11, 10]                        limbs at bit positions 0, 11, 22, 33, 43, 54; pieces = pairs of limbs
 *   u64Pieces(limbs: 6 exprs): U64
 *   rangeCheckU64(b, name, limbs, { when?, tableBits = 11 })
 *   u64Add(b, name, x: U64, y: U64, total: U64, carries: [Expr, Expr], { when? })     total = x + y, no overflow
 *   u64Compare(b, name, x: U64, y: U64, difference: U64, borrows: [Expr, Expr, Expr], { when? })
 *                                                                   difference = x − y + borrows[2]·2^64; borrows[2] = (x < y); difference range-checked by the caller
 *
 *   integerIdentity(b, name, plan, values, carries, { when? })      Σ value_i · 2^position_i = 0 over the integers (values of degree ≤ 2), carries range-checked
 *   planIdentity(terms: { position, min, max }[], radixBits): plan  plan.carries.length = number of carry columns; fillIdentity(plan, bigints) = their cells
 *   u64Product / u64DivRem                                          thin uses of integerIdentity on 6 × 6 limbs
 *
 *   poseidonPermutation(b, name, inputs: 16 exprs (linear), sboxes: 148 columns): 16 linear output exprs; poseidonTrace(inputs) = { sboxes, outputs }
 */
export {};
