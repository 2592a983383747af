import type { EventContract } from '@jejaring/schema/events/contract';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const isContract = (value: unknown): value is EventContract =>
  typeof value === 'object' && value !== null && 'type' in value && 'topic' in value;

/** Every contract that a file of schema/events exports, by type. */
export async function loadContracts(root: string): Promise<EventContract[]> {
  const names = readdirSync(path.join(root, 'schema/events'))
    .filter((file) => file.endsWith('.events.ts'))
    .map((file) => path.basename(file, '.ts'));
  const contracts: EventContract[] = [];
  for (const name of names) {
    const module = (await import(`@jejaring/schema/events/${name}`)) as Record<string, unknown>;
    contracts.push(...Object.values(module).filter(isContract));
  }
  return contracts.sort((one, other) => (one.type < other.type ? -1 : 1));
}
