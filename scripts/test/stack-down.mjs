import { rm } from 'node:fs/promises';
import { canariesInFiles, canariesInStack } from './canaries.mjs';

/** Stops the federation of the test run, looks whether anybody's name got out, and forgets its data. */
export default async function stackDown() {
  const stack = globalThis.jejaringTestStack;
  if (!stack) return;
  const shown = await canariesInStack(stack);
  await stack.stop();
  const found = [...shown, ...(await canariesInFiles(stack.dir))];
  await rm(stack.dir, { recursive: true, force: true });
  if (found.length === 0) {
    process.stdout.write(
      '\nNobody of the demo is named in tables, files, figures or the explorer.\n',
    );
    return;
  }
  throw new Error(`Persons of the demo were found where nobody may:\n${found.join('\n')}`);
}
