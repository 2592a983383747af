import { rm } from 'node:fs/promises';

/** Stops the federation of the test run and forgets its data. */
export default async function stackDown() {
  const stack = globalThis.jejaringTestStack;
  await stack?.stop();
  if (stack) await rm(stack.dir, { recursive: true, force: true });
}
