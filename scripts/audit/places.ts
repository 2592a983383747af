import { readConfig } from '@jejaring/chassis/process/config';
import type { SealStore } from '@jejaring/trust/audit/seal-store';
import { serviceAddresses } from '../checks/subgraphs.js';
import { findOwnStack } from '../load/own-stack.js';
import { openSealStore, sealStoreVariables } from '@jejaring/trust/audit/seal-store-config';

export const services: readonly string[] = Object.keys(serviceAddresses);

/** The second store: as asked, from its variables, or that of the stack on this machine. */
export function storeOf(asked: string | undefined): SealStore {
  const config = readConfig(sealStoreVariables);
  const auditDirectory = asked ?? config.auditDirectory ?? findOwnStack()?.seals ?? null;
  return openSealStore({ ...config, auditDirectory, ...(asked ? { auditBucket: null } : {}) });
}
