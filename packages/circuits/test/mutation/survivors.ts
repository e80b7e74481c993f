/** Mutants that no false trace kills, and why. Checked by mutation.test.ts: every entry names mutants that exist, and that the search does not kill. */
export interface Survivor {
  /** Matches mutants' names. */
  readonly mutants: RegExp;
  readonly reason: string;
}

/** What these lack follows from the rest (each alone: of some, two cannot be taken away together). */
export const REDUNDANT: readonly Survivor[] = [
  {
    mutants: /^(move\/fee-is-positive|price\/pays|exitSlot\/is-positive|credit\/opened)-is-a-bit: drop$/,
    reason: '(1 − flag)·value = 0 and value·inverse = flag: a flag that is not 0 has a value that is not 0, so it is 1',
  },
  {
    mutants: /^exitSlot\/unselected-withdraws-nothing: drop$/,
    reason: 'of an unselected row −flag·value = 0 and value·inverse = flag: a flag that is not 0 would have a value that is not 0',
  },
  {
    mutants: /^move\/kind-2-is-a-bit: drop$/,
    reason:
      'kind 2 is active minus kinds 0 and 1, and where it is not 0 (and not just 1) one of those is set. It makes Σ(amount + fee) 0; a fee needs `active`, so without it the amount is 0, and with it all limbs are in range and 0. But a move has an amount that is not 0',
  },
  {
    mutants: /^fill\/(sells|boards)-is-a-bit: drop$/,
    reason:
      'where the bit is not 1, the part’s limbs (in range, as padding has no part) add up to 0, so all are 0; but their product with an inverse is the bit, which is then 0',
  },
  {
    mutants: /^fill\/active-is-a-bit: drop$/,
    reason: 'active ≠ 1 has no part, because parts·(1 − active) = 0, and active·(1 − sells)·(1 − boards) = 0 then says that active is 0',
  },
  {
    mutants: /^schnorrStep\/an-entry-skips-first\/x\[\d\]: drop$/,
    reason:
      'slope 5 = 0 and isStep = 0 leave y4 = 0. With x4 = s² − 2·x3, y3 = s·(x3 − x4) and 2·s·y3 = 3·x3² follows (x3 − x4)² = 3·x4²; 3 is no square in F_p, nor in an extension of odd degree, so x4 = 0',
  },
];

/** The search finds no false trace, and nobody has argued that there is none. These count as not killed. */
export const UNDECIDED: readonly Survivor[] = [
  {
    mutants: /^share( > |\/)(division|remainder-below-tickets|remainder\[|slack\[|share\[).*: (drop|swap|unchecked)$/,
    reason:
      'a false division needs large products that agree but for one step; the search changes one limb after another. chips/identity.test.ts tests the plan of carries on random and extreme numbers',
  },
  {
    mutants:
      /^fill( > |\/)(bought-is-the-floor|limit|fee|worst-price|filled-within-sell-amount|minimum-or-completes)\/(step|carry)-.*: (drop|swap|unchecked)$/,
    reason: 'as for `share`: the integer identities of a fill',
  },
  {
    mutants: /^l1Fill( > |\/)bought-is-the-floor\/(step|carry)-.*: (drop|swap|unchecked)$/,
    reason: 'as for `share`: what an L1 order gets is a division too',
  },
  {
    mutants: /^l1Fill > sold\[\d\]\/range: unchecked$/,
    reason: 'a limb out of range changes every product that it is in, and all their carries with it',
  },
  {
    mutants: /^band( > |\/)(worth-of-bought|least-for-sold|within-band)\/(step|carry)-.*: (drop|swap|unchecked)$/,
    reason: 'as for `share`: the integer identities of a band. test/legs.test.ts drops each of them under a false trace of its own',
  },
  {
    mutants: /^fill > (sellAmount|sold|boarded|filledAfter|left|remainder|\w+Gap)\[\d\]\/range: unchecked$/,
    reason: 'a limb out of range changes every product that it is in, and all their carries with it',
  },
  {
    mutants:
      /^fill\/(a-part-at-least: drop|a-part-at-least: swap|ascending\/borrow-is-a-bit: drop|until\/borrow-is-a-bit: drop|fee\/step-8: swap)$/,
    reason: 'a lie here changes most cells of the row at once',
  },
  {
    mutants: /^words > (quotient|carry)\[\d+\]\/range: unchecked$/,
    reason:
      'as for `share`: the Horner step is one integer identity of twenty limbs, and another quotient changes all carries from there on',
  },
  {
    mutants: /^schnorr\/(active-is-a-bit: drop|smaller-[01]-is-a-bit: drop|smaller-by-gap: swap|key-on-curve\[\d\]: drop)$/,
    reason: 'needs an s that shares limbs with the order, or a key whose equation fails in one coordinate only',
  },
  {
    mutants: /^schnorrStep\/not-step-and-entry: drop$/,
    reason: 'needs an accumulator with 16·acc = (0, y)',
  },
  {
    mutants:
      /^((move|moveAccount|fill)\/signer-is-open|move\/balance-covers\/piece-\d|move\/positive-if-not-zero|price\/ticket-pot-is-even|split\/below-p|slotLeaf\/no-diff-no-change\[0\]): swap$/,
    reason: 'in products that are 0 on both sides of the exchange',
  },
];
