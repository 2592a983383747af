import { Pool } from 'undici';

export interface Shot {
  body: string;
  authorization?: string;
}

export interface Answered {
  status: number;
  bytes: number;
}

/** Somebody who asks one gateway over so many kept connections. */
export class Client {
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = new Pool(url, { connections, pipelining: 1, keepAliveTimeout: 60_000 });
  }

  /** Counts the bytes of the answer and keeps none of them. */
  fire({ body, authorization }: Shot): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const seen: Answered = { status: 0, bytes: 0 };
      this.pool.dispatch(
        { path: '/graphql', method: 'POST', headers: headersOf(authorization), body },
        {
          onRequestStart: () => undefined,
          onResponseStart: (_controller, status) => void (seen.status = status),
          onResponseData: (_controller, chunk) => void (seen.bytes += chunk.length),
          onResponseEnd: () => resolve(seen),
          onResponseError: (_controller, error) => reject(error),
        },
      );
    });
  }

  async read({ body, authorization }: Shot): Promise<{ status: number; text: string }> {
    const headers = headersOf(authorization);
    const response = await this.pool.request({ path: '/graphql', method: 'POST', headers, body });
    return { status: response.statusCode, text: await response.body.text() };
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}

const headersOf = (authorization: string | undefined) => ({
  'content-type': 'application/json',
  accept: 'application/json',
  ...(authorization === undefined ? {} : { authorization }),
});

export interface Fired {
  latencies: number[];
  /** Answers that were not the expected ones. */
  failed: number;
  milliseconds: number;
}

export interface Target {
  client: Client;
  /** The next request, and whether its answer is what it should be. */
  next(): Shot & { isRight(answered: Answered): boolean };
}

/** Closed model: so many askers, each asks again as soon as it was answered. */
export async function saturate(target: Target, askers: number, forMs: number): Promise<Fired> {
  const fired: Fired = { latencies: [], failed: 0, milliseconds: 0 };
  const began = performance.now();
  const askOnAndOn = async () => {
    for (let now = began; now - began < forMs;) now = await one(target, now, fired);
  };
  await Promise.all(Array.from({ length: askers }, askOnAndOn));
  fired.milliseconds = performance.now() - began;
  return fired;
}

async function one(target: Target, intendedAt: number, fired: Fired): Promise<number> {
  const shot = target.next();
  const right = await target.client.fire(shot).then(shot.isRight, () => false);
  const now = performance.now();
  if (right) fired.latencies.push(now - intendedAt);
  else fired.failed += 1;
  return now;
}
