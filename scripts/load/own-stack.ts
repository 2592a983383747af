import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { optional, readConfig } from '@jejaring/chassis/process/config';
import { variableOf } from './databases.js';

interface OwnStack {
  databases: Record<string, { app: string; owner: string }>;
  seals: string;
}

/** The stack that runs on this machine, if one does. */
export function findOwnStack(): OwnStack | null {
  const file = path.resolve('.jejaring', 'state.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as OwnStack) : null;
}

const suffixes = { app: 'DATABASE_URL', owner: 'OWNER_URL', keys: 'KEYS_URL' } as const;

/** Where a service's database is: as asked, from its variable, or that of the stack on this machine. */
export function addressOf(service: string, as: keyof typeof suffixes, asked?: string): string {
  const variable = variableOf(service, suffixes[as]);
  const database = service.replaceAll('-', '_');
  const own = findOwnStack()?.databases;
  const { given } = readConfig({ given: optional(variable) });
  const found =
    asked ?? given ?? (as === 'keys' ? own?.[`${database}_keys`]?.app : own?.[database]?.[as]);
  if (found !== undefined) return found;
  throw new Error(`No stack runs here: say in ${variable} where ${service} is.`);
}
