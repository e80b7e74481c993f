// What differs between the instances of this module: 64 KiB of private scratch and the thread's number. No kernel has static data,
// because every instance shares one memory.

export let scratch: usize = 0;
export let thread: u32 = 0;

/** Called once per instance by the pool. */
export function init(scratchPointer: usize, threadNumber: u32): void {
  scratch = scratchPointer;
  thread = threadNumber;
}
