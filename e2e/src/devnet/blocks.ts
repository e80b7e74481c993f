/** Blocks of many transactions on a development chain, which otherwise mines one for each: every block costs it a look at all of its storage. */
import type { Chain } from './chain.ts';

/** Looks this often whether something waits; what has not grown since the last look is mined. */
const LOOK_MS = 15;

/** Until the returned function is called. Nobody needs to wait for a transaction before sending the next. */
export async function packBlocks({ test, publicClient }: Chain): Promise<() => Promise<void>> {
  const { baseFeePerGas } = await publicClient.getBlock();
  await test.setAutomine(false);
  let over = false;
  const mining = (async () => {
    for (let last = 0; !over; ) {
      const { pending } = await test.getTxpoolStatus();
      if (pending > 0 && pending === last) {
        // Hundreds of full blocks in a row would make gas dearer without end: here nobody else is there to give way.
        await test.setNextBlockBaseFeePerGas({ baseFeePerGas: baseFeePerGas! });
        await test.mine({ blocks: 1 });
      }
      last = pending;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  })();
  return async () => {
    over = true;
    await mining;
    await test.setAutomine(true);
  };
}
