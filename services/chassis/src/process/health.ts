import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

/** One thing that must work before a process is ready; throws or answers false when it does not. */
export type Check = () => Promise<boolean> | boolean;

async function passes(check: Check): Promise<boolean> {
  try {
    return await check();
  } catch {
    return false;
  }
}

/**
 * Serves `/livez` (the process answers), `/readyz` (its checks pass) and `/metrics`. What is only
 * told does not decide: a service without its broker still answers, and its outbox waits.
 */
export function serveHealth(
  server: FastifyInstance,
  registry: Registry,
  checks: Record<string, Check>,
  told: Record<string, Check> = {},
): { drain(): void } {
  let draining = false;
  // A process that leaves lets its kept connections end with an answer, never under a request.
  server.addHook('onSend', (_request, reply, payload, next) => {
    if (draining) reply.header('connection', 'close');
    next(null, payload);
  });
  server.get('/livez', () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const results = await Promise.all(
      Object.entries({ ...checks, ...told }).map(
        async ([name, check]) => [name, await passes(check)] as const,
      ),
    );
    const ready = !draining && results.every(([name, ok]) => ok || name in told);
    return reply.code(ready ? 200 : 503).send({ ready, draining, ...Object.fromEntries(results) });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
  return { drain: () => (draining = true) };
}
