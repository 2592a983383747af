import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../stack/stack.mjs';

/** One whole federation with the demo data for a test run, on ports and in a folder of its own. */
export default async function stackUp() {
  const dir = await mkdtemp(join(tmpdir(), 'jejaring-e2e-'));
  const stack = await startStack({ dir, ports: 'free', quiet: true });
  process.env.JEJARING_TEST_STACK_FILE = join(dir, 'state.json');
  globalThis.jejaringTestStack = stack;
}
