import type { Chore } from '@jejaring/chassis/process/housekeeping';
import type { EventContract } from '@jejaring/schema/events/contract';
import { Keeper } from './keeping.service.js';
import type { SealStore } from './seal-store.js';
import type { AuditConfig } from './seal-store-config.js';
import { openSealStore } from './seal-store-config.js';
import { sealWaiting } from './sealing.service.js';
import type { Signer } from './signing.js';
import { readSigner } from './signing.js';

const everyMs = 1_000;

/** The audit of one service: what its graph shows of it, and what seals it once a process runs. */
export class ServiceAudit {
  private store: SealStore | null = null;

  constructor(
    readonly service: string,
    private readonly contract: EventContract,
  ) {}

  /** The second store, in a process that has one. */
  get seals(): SealStore {
    if (this.store === null) throw new Error('This process has no second store of seals.');
    return this.store;
  }

  /** What the passing of time asks for: seal what waits, then keep what was sealed. */
  chores(config: AuditConfig): Chore[] {
    return this.sealWith(readSigner(config.auditKey), openSealStore(config));
  }

  sealWith(signer: Signer, store: SealStore): Chore[] {
    this.store = store;
    const keeper = new Keeper(this.service, store, signer);
    const { contract } = this;
    return [
      { name: 'seal-audit', everyMs, act: (work) => sealWaiting(work, { signer, contract }) },
      { name: 'keep-seals', everyMs, act: (work) => keeper.keepCommitted(work) },
    ];
  }
}
