import { followIssuer } from '@jejaring/callers/issuer';
import { checkTokens } from '@jejaring/callers/token-check';
import type { ServedWith } from '@jejaring/chassis/process/run-service';
import type { FastifyInstance } from 'fastify';
import type { HubConfig } from '../config.js';
import { rateOf } from '../config.js';
import type { Bell } from '../feed/bell.js';
import { FarBell } from '../feed/far-bell.js';
import { admitBy } from './admit.js';
import { Rates } from './rates.js';
import { Readers } from './readers.js';
import { serveDoors } from './serve-doors.js';

/** Serves subscribers, whom the hub knows by the tokens of the issuer. */
export const serveHub =
  (bell: Bell, config: HubConfig) =>
  (server: FastifyInstance, parts: ServedWith): { stop(): Promise<void> } => {
    const { logger } = parts;
    const issuer = followIssuer(config.issuer, logger);
    const findCaller = checkTokens({
      issuer,
      issuerUrl: config.issuer,
      audience: config.audience,
      strongAcr: config.strongAcr,
      ...(config.environment === 'production' ? { maxTokenAge: '15 minutes' } : {}),
    });
    const farBell = new FarBell(bell, { databaseUrl: config.databaseUrl, logger });
    const doors = serveDoors(server, bell, {
      ...parts,
      admit: admitBy(findCaller, logger),
      rates: new Rates(rateOf(config)),
      readers: new Readers(config.mostReaders),
    });
    return {
      async stop() {
        await doors.stop();
        await farBell.stop();
        issuer.stop();
      },
    };
  };
