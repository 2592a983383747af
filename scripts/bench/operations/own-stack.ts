import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Stack } from '#stack';
import { startStack } from '#stack';
import { say } from '../../proof/report.js';
import { Watch, watchedBy } from './watch.js';

export type Profile = 'demo' | 'national';

export function readProfile(text: string): Profile {
  if (text === 'demo' || text === 'national') return text;
  throw new Error(`There is no profile "${text}" to measure; choose demo or national.`);
}

/** A stack of its own with the data of a profile, gone afterwards; the nation takes minutes to load. */
export async function withStack<T>(
  profile: Profile,
  act: (stack: Stack, dir: string) => Promise<T>,
  env: (dir: string) => Record<string, string> = () => ({}),
) {
  const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-bench-'));
  say(`Starting a stack with the ${profile} data`);
  const quiet = profile === 'demo';
  const stack = await startStack({ dir, profile, ports: 'free', quiet, env: env(dir) });
  try {
    return await act(stack, dir);
  } finally {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The same, watched; its gateway keeps no answers, so that all work is seen. */
export function withWatchedStack<T>(
  profile: Profile,
  act: (stack: Stack, watch: Watch) => Promise<T>,
) {
  return withStack(
    profile,
    async (stack, dir) => act(stack, await Watch.open(dir, stack)),
    (dir) => ({ ...watchedBy(dir), CACHE_BYTES: '0' }),
  );
}
