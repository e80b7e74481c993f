// A pool thread (plain JavaScript, so that it starts without a TypeScript loader): instantiates the modules on the shared memory,
// then takes chunks of each job until none is left. See workers.ts.
import { parentPort, workerData } from 'node:worker_threads';

const { memory, modules, scratch, thread } = workerData;
const functions = {};
for (const module of modules) {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  exports.init?.(scratch, thread);
  for (const [name, value] of Object.entries(exports)) if (typeof value === 'function' && name !== 'init') functions[name] = value;
}

parentPort.on('message', ({ id, name, chunks, counter }) => {
  const results = [];
  try {
    for (let i = Atomics.add(counter, 0, 1); i < chunks.length; i = Atomics.add(counter, 0, 1))
      results.push([i, functions[name](...chunks[i]) ?? 0]);
    parentPort.postMessage({ id, results });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});
