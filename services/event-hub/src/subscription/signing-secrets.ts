import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import type { KeyEncryption } from '@jejaring/trust/keys/key-encryption';
import type { KeyStore } from '@jejaring/trust/keys/rewrap';
import { subjectOf } from './secret-box.js';

const asRewrap = { caller: systemCaller('rewrap'), readOnly: false };

/** What signs webhooks, for whoever exchanges the ring; each batch is a transaction of its own. */
export const secretsIn = (database: Database, kek: KeyEncryption): KeyStore => ({
  kek,
  shelves: [
    {
      table: 'subscription_key',
      holds: 'signing secrets',
      wrapped: 'closed',
      columns: ['id', 'signature'],
      subjectOf,
    },
  ],
  ask: <Row extends object>(sql: string, values: unknown[]) =>
    database.inWork(asRewrap, (work) => work.sql<Row>(sql, values)),
});
