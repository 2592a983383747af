import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { optional, readConfig } from '@jejaring/chassis/process/config';
import type { SealStore } from '@jejaring/trust/audit/seal-store';
import { serviceAddresses } from '../checks/subgraphs.js';
import { openSealStore, sealStoreVariables } from '@jejaring/trust/audit/seal-store-config';

export const services: readonly string[] = Object.keys(serviceAddresses);

interface State {
  databases: Record<string, { app: string; owner: string }>;
  seals: string;
}

/** The stack that runs on this machine, if one does. */
function readState(): State | null {
  const file = path.resolve('.jejaring', 'state.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : null;
}

/** Where a service's database is: as asked, from its variable, or that of the stack on this machine. */
export function addressOf(service: string, as: 'app' | 'owner', asked: string | undefined): string {
  const database = service.replaceAll('-', '_');
  const suffix = as === 'app' ? 'DATABASE_URL' : 'OWNER_URL';
  const { given } = readConfig({ given: optional(`${database.toUpperCase()}_${suffix}`) });
  const found = asked ?? given ?? readState()?.databases[database]?.[as];
  if (found !== undefined) return found;
  throw new Error(`No stack runs here: say where ${service} is with --database and --store.`);
}

/** The second store: as asked, from its variables, or that of the stack on this machine. */
export function storeOf(asked: string | undefined): SealStore {
  const config = readConfig(sealStoreVariables);
  const auditDirectory = asked ?? config.auditDirectory ?? readState()?.seals ?? null;
  return openSealStore({ ...config, auditDirectory, ...(asked ? { auditBucket: null } : {}) });
}
