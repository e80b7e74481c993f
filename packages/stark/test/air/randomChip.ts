/** Random chips for conformance tests: every node kind, coefficients of every size, products up to degree 3, shared nodes. */
import { P } from '@weir/crypto/field';
import { type AnyChip, defineChip, group } from '../../src/air/builder.ts';
import { add, type Expr, mul, neg, scale, shared, sub, sum } from '../../src/air/expr.ts';

/** A reproducible stream of field elements (xorshift). */
export function randomSource(seed: number): () => number {
  let state = (seed * 2654435761 + 0x9e3779b9) >>> 0 || 1;
  return () => {
    do {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
    } while (state >= P);
    return state;
  };
}

export function randomChip(seed: number): AnyChip {
  const random = randomSource(seed + 1);
  const below = (n: number): number => random() % n;
  const width = 3 + below(20);
  return defineChip({
    name: `random-${seed}`,
    minLogHeight: 0,
    maxLogHeight: 20,
    columns: [group('cell', width)],
    build(b) {
      const coefficient = (): number => [1, -1, below(256), -below(256), below(1 << 20), random()][below(6)];
      const atom = (): Expr => (below(12) === 0 ? b.rowIndex : b.col.cell[below(width)]);
      const linear = (): Expr => add(coefficient(), ...Array.from({ length: 1 + below(8) }, () => scale(coefficient(), atom())));
      const products: Expr[] = [];
      const product = (): Expr => {
        if (products.length > 0 && below(3) === 0) return products[below(products.length)];
        const factor = (): Expr => (below(2) === 0 ? atom() : linear());
        const made = mul(factor(), factor());
        products.push(below(4) === 0 ? shared(add(made, linear())) : made);
        return products[products.length - 1];
      };
      const constraints = below(9) === 0 ? 1 : 1 + below(40);
      for (let k = 0; k < constraints; k++) {
        const parts = [linear(), scale(coefficient(), product()), neg(product()), mul(product(), atom())];
        b.constraint(`constraint ${k}`, sub(sum(parts.slice(0, 1 + below(4))), scale(3, b.col.cell[k % width])));
      }
      b.constraint(
        'every cell',
        sub(
          b.col.cell.reduce((total, cell) => add(total, cell)),
          mul(b.rowIndex, b.rowIndex),
        ),
      );
      b.send('pair', linear(), [linear(), b.rowIndex]);
      b.receive('pair', b.col.cell[0], [linear(), 7]);
    },
  });
}
