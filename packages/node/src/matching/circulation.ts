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
  for (;;) {
    const path = cheapestPath(nodes, edges, flow, excess);
    if (path === undefined) return flow;
    const { steps, from, to } = path;
    let amount = excess[from] < -excess[to] ? excess[from] : -excess[to];
    for (const { edge, back } of steps) {
      const room = back ? flow[edge] : edges[edge].capacity - flow[edge];
      if (room < amount) amount = room;
    }
    for (const { edge, back } of steps) flow[edge] += back ? -amount : amount;
    excess[from] -= amount;
    excess[to] += amount;
  }
}

interface Step {
  readonly edge: number;
  /** Gives back flow that came in by this edge (costs 1 a unit); otherwise sends out more, undoing that. */
  readonly back: boolean;
}

/** From any node that gets too much to any that gets too little, at the least cost (Bellman–Ford from all of them at once). */
function cheapestPath(nodes: number, edges: readonly Edge[], flow: readonly bigint[], excess: readonly bigint[]) {
  const cost = excess.map((amount) => (amount > 0n ? 0 : Number.POSITIVE_INFINITY));
  const arrivedBy = new Array<Step | undefined>(nodes).fill(undefined);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [edge, { from, to, capacity }] of edges.entries()) {
      if (flow[edge] > 0n && cost[to] + 1 < cost[from]) {
        [cost[from], arrivedBy[from], changed] = [cost[to] + 1, { edge, back: true }, true];
      }
      if (flow[edge] < capacity && cost[from] - 1 < cost[to]) {
        [cost[to], arrivedBy[to], changed] = [cost[from] - 1, { edge, back: false }, true];
      }
    }
  }
  let to = -1;
  for (let node = 0; node < nodes; node++) {
    if (excess[node] < 0n && cost[node] < Number.POSITIVE_INFINITY && (to === -1 || cost[node] < cost[to])) to = node;
  }
  if (to === -1) return undefined;
  const steps: Step[] = [];
  let node = to;
  for (let step = arrivedBy[node]; step !== undefined; step = arrivedBy[node]) {
    steps.push(step);
    node = step.back ? edges[step.edge].to : edges[step.edge].from;
  }
  return { steps, from: node, to };
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
