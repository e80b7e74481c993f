/**
 * The largest circulation in a small directed graph: how much value can go round if every node passes on exactly what it gets.
 *
 * Nodes are assets, edges are "sells a, buys b", capacities are values at given prices. Start with every edge full; what a node then
 * gets too much is pushed back along the edges that bring it, by shortest paths, so the total that is given up is least (successive
 * shortest paths: Ahuja, Magnanti, Orlin, Network Flows, 1993, section 9.7). All amounts are integers; the result is exact.
 */

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly capacity: bigint;
}

/** flow[i] ≤ edges[i].capacity with inflow = outflow at each of `nodes` nodes and the largest possible sum. Deterministic. */
export function maximumCirculation(nodes: number, edges: readonly Edge[]): bigint[] {
  const flow = edges.map(({ capacity }) => capacity);
  const excess = new Array<bigint>(nodes).fill(0n);
  for (const { from, to, capacity } of edges) {
    excess[to] += capacity;
    excess[from] -= capacity;
  }
  const search = new PathSearch(nodes, edges);
  for (const node of excess.keys()) search.mark(node, excess[node]);
  for (const edge of edges.keys()) search.markEdge(edge, flow[edge] > 0n, false);
  for (;;) {
    const path = search.cheapestPath();
    if (path === undefined) return flow;
    const { steps, from, to } = path;
    let amount = excess[from] < -excess[to] ? excess[from] : -excess[to];
    for (const { edge, back } of steps) {
      const room = back ? flow[edge] : edges[edge].capacity - flow[edge];
      if (room < amount) amount = room;
    }
    for (const { edge, back } of steps) {
      flow[edge] += back ? -amount : amount;
      search.markEdge(edge, flow[edge] > 0n, flow[edge] < edges[edge].capacity);
    }
    excess[from] -= amount;
    excess[to] += amount;
    search.mark(from, excess[from]);
    search.mark(to, excess[to]);
  }
}

interface Step {
  readonly edge: number;
  /** Gives back flow that came in by this edge (costs 1 a unit); otherwise sends out more, undoing that. */
  readonly back: boolean;
}

const [NOWHERE, FAR] = [-1, 1 << 29];

/** Shortest paths over small integers: which edges are open is kept beside the amounts, which are large ones. */
class PathSearch {
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** Bit 0: has flow to give back; bit 1: has room for more. */
  readonly #open: Uint8Array;
  readonly #sign: Int8Array;
  readonly #cost: Int32Array;
  /** 2·edge + back. */
  readonly #arrivedBy: Int32Array;

  constructor(nodes: number, edges: readonly Edge[]) {
    this.#from = Int32Array.from(edges, ({ from }) => from);
    this.#to = Int32Array.from(edges, ({ to }) => to);
    this.#open = new Uint8Array(edges.length);
    this.#sign = new Int8Array(nodes);
    this.#cost = new Int32Array(nodes);
    this.#arrivedBy = new Int32Array(nodes);
  }

  mark(node: number, excess: bigint): void {
    this.#sign[node] = excess > 0n ? 1 : excess < 0n ? -1 : 0;
  }

  markEdge(edge: number, hasFlow: boolean, hasRoom: boolean): void {
    this.#open[edge] = (hasFlow ? 1 : 0) + (hasRoom ? 2 : 0);
  }

  /** From any node that gets too much to any that gets too little, at the least cost (Bellman–Ford from all of them at once). */
  cheapestPath(): { steps: Step[]; from: number; to: number } | undefined {
    const [tails, heads, open, cost, arrivedBy] = [this.#from, this.#to, this.#open, this.#cost, this.#arrivedBy];
    for (let node = 0; node < cost.length; node++) cost[node] = this.#sign[node] > 0 ? 0 : FAR;
    arrivedBy.fill(NOWHERE);
    for (let changed = true; changed; ) {
      changed = false;
      for (let edge = 0; edge < open.length; edge++) {
        const [tail, head] = [tails[edge], heads[edge]];
        if ((open[edge] & 1) !== 0 && cost[head] < FAR && cost[head] + 1 < cost[tail]) {
          cost[tail] = cost[head] + 1;
          arrivedBy[tail] = 2 * edge + 1;
          changed = true;
        }
        if ((open[edge] & 2) !== 0 && cost[tail] < FAR && cost[tail] - 1 < cost[head]) {
          cost[head] = cost[tail] - 1;
          arrivedBy[head] = 2 * edge;
          changed = true;
        }
      }
    }
    let to = NOWHERE;
    for (let node = 0; node < cost.length; node++) {
      if (this.#sign[node] < 0 && cost[node] < FAR && (to === NOWHERE || cost[node] < cost[to])) to = node;
    }
    if (to === NOWHERE) return undefined;
    const steps: Step[] = [];
    let node = to;
    for (let step = arrivedBy[node]; step !== NOWHERE; step = arrivedBy[node]) {
      const [edge, back] = [step >> 1, (step & 1) === 1];
      steps.push({ edge, back });
      node = back ? heads[edge] : tails[edge];
    }
    return { steps, from: node, to };
  }
}

/** A closed walk along edges, each node once, that all carry `amount`. */
export interface Cycle {
  readonly edges: readonly number[];
  readonly amount: bigint;
}

/** A circulation as a sum of at most edges.length cycles. Deterministic. */
export function cyclesOf(edges: readonly Edge[], circulation: readonly bigint[]): Cycle[] {
  const left = [...circulation];
  const leaving = new Map<number, number[]>();
  for (const [edge, { from }] of edges.entries()) leaving.set(from, [...(leaving.get(from) ?? []), edge]);
  const cycles: Cycle[] = [];
  for (const start of edges.keys()) {
    while (left[start] > 0n) {
      // What enters a node leaves it, so the walk goes on until it meets itself.
      const walk: number[] = [];
      const visited = new Map<number, number>();
      let node = edges[start].from;
      for (let next: number = start; !visited.has(node); next = leaving.get(node)!.find((edge) => left[edge] > 0n)!) {
        visited.set(node, walk.length);
        walk.push(next);
        node = edges[next].to;
      }
      const cycle = walk.slice(visited.get(node));
      const amount = cycle.reduce((least, edge) => (left[edge] < least ? left[edge] : least), left[cycle[0]]);
      for (const edge of cycle) left[edge] -= amount;
      cycles.push({ edges: cycle, amount });
    }
  }
  return cycles;
}
