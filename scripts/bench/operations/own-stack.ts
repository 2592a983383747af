import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Stack } from '#stack';
import { startStack } from '#stack';
import { say } from '../../proof/report.js';

export type Profile = 'demo' | 'national';

export function readProfile(text: string): Profile {
  if (text === 'demo' || text === 'national') return text;
  throw new Error(`There is no profile "${text}" to measure; choose demo or national.`);
}

/** A stack of its own with the data of a profile, gone afterwards; the nation takes minutes to load. */
export async function withStack<T>(profile: Profile, act: (stack: Stack) => Promise<T>) {
  const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-bench-'));
  say(`Starting a stack with the ${profile} data`);
  const quiet = profile === 'demo';
  const stack = await startStack({ dir, profile, ports: 'free', quiet });
  try {
    return await act(stack);
  } finally {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
