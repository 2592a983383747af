import type { Logger } from '@jejaring/chassis/process/log';
import type { FastifyInstance } from 'fastify';
import type { Address, AddressBook } from '../subgraphs/addresses.js';
import type { Issuer } from '@jejaring/callers/issuer';
import type { GatewayMetrics } from '../metrics.js';

export interface HealthOptions {
  book: AddressBook;
  issuer: Issuer;
  metrics: GatewayMetrics;
  log: Logger;
  checkEveryMs: number;
}

interface ServiceState {
  ready: boolean;
  addresses: number;
  addressesReady: number;
}

/** Whether the gateway can answer, watched in the background so that asking costs nothing. */
export class Health {
  private readonly services = new Map<string, ServiceState>();
  private wasComplete = false;
  private draining = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: HealthOptions) {
    for (const [service, { all }] of options.book) {
      this.services.set(service, { ready: false, addresses: all.length, addressesReady: 0 });
    }
  }

  serve(app: FastifyInstance): void {
    const { registry } = this.options.metrics;
    app.get('/livez', () => ({ status: 'ok' }));
    app.get('/readyz', async (_request, reply) => {
      const report = this.report();
      return reply.code(report.ready ? 200 : 503).send(report);
    });
    app.get('/metrics', async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    );
  }

  /** Looks at every service now and then again and again. */
  async watch(): Promise<void> {
    await Promise.all([...this.services].map(([service, state]) => this.look(service, state)));
    this.timer = setTimeout(() => void this.watch(), this.pause()).unref();
  }

  drain(): void {
    this.draining = true;
    clearTimeout(this.timer);
  }

  /**
   * At first everything must be there. Later the gateway gives partial answers, so it stays ready
   * while one service answers and only says which ones are missing.
   */
  report() {
    const states = [...this.services.values()];
    const issuer = this.options.issuer.known();
    this.wasComplete ||= issuer && states.every(({ ready }) => ready);
    const serving = this.wasComplete && (states.length === 0 || states.some(({ ready }) => ready));
    return {
      ready: serving && !this.draining,
      draining: this.draining,
      degraded: states.some(({ ready }) => !ready),
      supergraph: true,
      issuer,
      services: Object.fromEntries(this.services),
    };
  }

  // While something is missing at the start, somebody is waiting for it.
  private pause(): number {
    return this.report().ready
      ? this.options.checkEveryMs
      : Math.min(this.options.checkEveryMs, 250);
  }

  private async look(service: string, state: ServiceState): Promise<void> {
    const { book, metrics, log, checkEveryMs } = this.options;
    const addresses = book.get(service)?.all ?? [];
    await Promise.all(
      addresses.map(async (address) => {
        address.ready = await isReady(address, checkEveryMs);
      }),
    );
    const addressesReady = addresses.filter((address) => address.ready).length;
    const ready = addressesReady > 0;
    if (addressesReady !== state.addressesReady)
      log.info({ service, ready, addressesReady }, 'a service changed');
    Object.assign(state, { ready, addressesReady });
    metrics.addressesReady.set({ subgraph: service }, addressesReady);
  }
}

async function isReady({ probes }: Address, withinMs: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(withinMs);
    const response = await probes.request({ path: '/readyz', method: 'GET', signal });
    await response.body.dump();
    return response.statusCode === 200;
  } catch {
    return false;
  }
}
