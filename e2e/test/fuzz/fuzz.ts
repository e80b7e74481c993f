/** Asks both verifiers about spoiled proofs until the time is up. */
import type { Scene } from '../support/hostile.ts';
import { random, verifyInTypeScript } from '../support/hostile.ts';
import { messagesOf } from '../support/hostileProofs.ts';
import { type Spoiled, type Subject, spoil } from './mutators.ts';

export interface Disagreement {
  readonly seed: number;
  readonly draw: number;
  readonly operator: string;
  readonly field: string;
  readonly label: string;
  readonly typescript: string;
  readonly solidity: string;
}

export interface FuzzReport {
  readonly seed: number;
  readonly seconds: number;
  readonly tried: number;
  readonly disagreements: readonly Disagreement[];
  /** Verdicts by class of field, and how often each operator was used. */
  readonly byField: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly byOperator: Readonly<Record<string, number>>;
}

/** Questions in flight: the chain answers one while TypeScript judges the next. */
const BATCH = 8;

/** The same traces under another batch number: a true proof of a true statement, but not this one. */
export async function subjectOf(scene: Scene): Promise<Subject> {
  const witness = scene.witnessFor(scene.instance, 2);
  const other = {
    proof: await scene.prove(witness),
    publicValues: Uint32Array.from(witness.binding.publicValues),
    context: witness.binding.context,
  };
  const { proof, publicValues, context } = scene.honest;
  const question = { proof, publicValues, context };
  return { question, messages: messagesOf(question), other: { question: other, messages: messagesOf(other) } };
}

export async function fuzz(scene: Scene, subject: Subject, seed: number, limit: { seconds: number; draws?: number }): Promise<FuzzReport> {
  const below = random(seed);
  const byField: Record<string, Record<string, number>> = {};
  const byOperator: Record<string, number> = {};
  const disagreements: Disagreement[] = [];
  const started = Date.now();
  const elapsed = (): number => (Date.now() - started) / 1000;
  let [draw, tried] = [0, 0];
  const maxDraws = limit.draws ?? Number.POSITIVE_INFINITY;
  while (elapsed() < limit.seconds && draw < maxDraws) {
    const batch: { draw: number; spoiled: Spoiled }[] = [];
    while (batch.length < BATCH && draw < maxDraws) {
      const spoiled = spoil(subject, below);
      if (spoiled) batch.push({ draw, spoiled });
      draw++;
    }
    const answers = batch.map(({ spoiled }) => scene.verifyOnL1(spoiled.question).catch((error: Error) => error.message));
    for (const [i, { draw: at, spoiled }] of batch.entries()) {
      const { operator, field, label, question } = spoiled;
      const typescript = judge(question);
      const solidity = await answers[i];
      tried++;
      byOperator[operator] = (byOperator[operator] ?? 0) + 1;
      byField[field] ??= {};
      const verdicts = byField[field];
      verdicts[typescript] = (verdicts[typescript] ?? 0) + 1;
      if (typescript !== solidity || typescript === 'accepted') {
        disagreements.push({ seed, draw: at, operator, field, label, typescript, solidity });
      }
    }
  }
  return { seed, seconds: Math.round(elapsed()), tried, disagreements, byField, byOperator };
}

function judge(question: Parameters<typeof verifyInTypeScript>[0]): string {
  try {
    return verifyInTypeScript(question);
  } catch (error) {
    return `threw ${(error as Error).message}`;
  }
}
