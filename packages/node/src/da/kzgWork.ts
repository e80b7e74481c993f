/** Runs in a thread of its own (`kzg.ts` starts it): one message is one computation. */
import { parentPort } from 'node:worker_threads';
import { blobCommitment, blobProof, cellProofs, isBlob, openBlob } from '@weir/protocol/statement/kzg';
import type { SidecarForm } from './sidecars.ts';

export type KzgTask =
  | { readonly kind: 'commit'; readonly blob: Uint8Array }
  | { readonly kind: 'open'; readonly blob: Uint8Array; readonly z: bigint }
  | { readonly kind: 'prove'; readonly blob: Uint8Array; readonly commitment: Uint8Array; readonly form: SidecarForm }
  | { readonly kind: 'check'; readonly blob: Uint8Array; readonly hash: Uint8Array };

function run(task: KzgTask): unknown {
  switch (task.kind) {
    case 'commit':
      return blobCommitment(task.blob);
    case 'open':
      return openBlob(task.blob, task.z);
    case 'prove':
      return task.form === 'cells' ? cellProofs(task.blob) : [blobProof(task.blob, task.commitment)];
    case 'check':
      return isBlob(task.blob, task.hash);
  }
}

parentPort?.on('message', ({ id, task }: { id: number; task: KzgTask }) => {
  void Promise.resolve()
    .then(() => run(task))
    .then(
      (result) => parentPort?.postMessage({ id, result }),
      (error: Error) => parentPort?.postMessage({ id, error: error.message }),
    );
});
