import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import type { Egress } from '../webhook/egress.js';
import { readHandshake } from '../webhook/handshake.rules.js';
import { EventSubscription } from './subscription.entity.js';
import { settleHandshake } from './subscription.service.js';

export interface HandshakeOptions {
  database: Database;
  egress: Pick<Egress, 'send'>;
  /** The name by which endpoints know us. */
  origin: string;
}

const mostAtOnce = 20;

/**
 * Asks every endpoint that waits for it whether it agrees to be sent events (CloudEvents, HTTP 1.1 Web Hooks,
 * section 4): outside of any transaction, because an endpoint may take its time. Asking twice is harmless.
 */
export async function askEndpoints({ database, egress, origin }: HandshakeOptions): Promise<void> {
  const caller = systemCaller('webhooks');
  const waiting = await database.inWork({ caller, readOnly: true }, (work) =>
    work
      .select(EventSubscription, 's')
      .where("s.status = 'VERIFYING'")
      .orderBy('s.id')
      .take(mostAtOnce)
      .getMany(),
  );
  await Promise.all(
    waiting.map(async ({ id, version, endpoint }) => {
      const headers = { 'webhook-request-origin': origin };
      const answer = await egress.send({ method: 'OPTIONS', endpoint, headers });
      const handshake = readHandshake(answer, origin);
      await database.inWork({ caller, readOnly: false }, (work) =>
        settleHandshake(work, { id, version }, handshake),
      );
    }),
  );
}
