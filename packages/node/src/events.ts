/** What happens inside a node, for whoever watches: the WebSocket API, the story, tests. Nothing depends on anybody listening. */
export interface NodeEvent {
  readonly type: 'sealed' | 'proving' | 'proven' | 'submitted' | 'settled' | 'final' | 'unproven' | 'discarded' | 'ride';
  readonly batch?: number;
  readonly [detail: string]: unknown;
}

export class Events {
  readonly #listeners = new Set<(event: NodeEvent) => void>();

  emit(event: NodeEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  subscribe(listener: (event: NodeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
