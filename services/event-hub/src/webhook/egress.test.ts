import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { selfSigned } from './certificate.fixture.js';
import type { EgressOptions } from './egress.js';
import { Egress, mostBodyBytes } from './egress.js';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({ close: () => (server.closeAllConnections(), server.close()) });
  return (server.address() as AddressInfo).port;
}
const receiver = (answer: RequestListener) => listening(createServer(answer));

function egress(options: Partial<EgressOptions> = {}): Egress {
  const made = new Egress({ loopback: true, timeoutMs: 2_000, ...options });
  opened.push(made);
  return made;
}
const post = (from: Egress, endpoint: string, body = '{}') =>
  from.send({ method: 'POST', endpoint, headers: { 'content-type': 'application/json' }, body });

describe('the way out', () => {
  test('sends a body and tells the class of the answer', async () => {
    const taken: string[] = [];
    const port = await receiver((request, response) => {
      request.setEncoding('utf8').on('data', (part: string) => taken.push(part));
      request.on('end', () => response.writeHead(202).end('thanks'));
    });

    const answer = await post(egress(), `http://127.0.0.1:${port}/in`, '{"a":1}');

    expect([answer.outcome, taken.join('')]).toEqual(['2xx', '{"a":1}']);
  });

  test('follows no redirect', async () => {
    let asked = 0;
    const port = await receiver((_request, response) => {
      asked += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });

    const { outcome } = await post(egress(), `http://127.0.0.1:${port}/in`);

    expect([outcome, asked]).toEqual(['3xx', 1]);
  });

  test('gives up on an endpoint that answers nothing, and on one that never ends its answer', async () => {
    const silent = await receiver(() => undefined);
    const endless = await receiver((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    });
    const from = egress({ timeoutMs: 400 });

    const [quiet, chatty] = await Promise.all(
      [silent, endless].map((port) => post(from, `http://127.0.0.1:${port}/`)),
    );

    expect(quiet!.outcome).toBe('TIMEOUT');
    expect(chatty!.ms).toBeLessThan(10_000);
  });

  test('reads a kilobyte of an answer and no more', async () => {
    let written = 0;
    const port = await receiver((_request, response) => {
      response.writeHead(200);
      const part = Buffer.alloc(65_536);
      const more = () => {
        if (response.destroyed || written > 512 * part.length) return response.end();
        written += part.length;
        response.write(part, () => setImmediate(more));
        return response;
      };
      more();
    });

    const { outcome } = await post(egress(), `http://127.0.0.1:${port}/`);

    expect(outcome).toBe('2xx');
    // The rest of these 32 MB would have been sent to whoever reads on.
    expect(written).toBeLessThan(256 * 65_536);
  });

  test('does not send an event that is too large', async () => {
    let asked = 0;
    const port = await receiver((_request, response) => {
      asked += 1;
      response.end();
    });

    const { outcome } = await post(
      egress(),
      `http://127.0.0.1:${port}/`,
      'x'.repeat(mostBodyBytes),
    );

    expect([outcome, asked]).toEqual(['TOO_LARGE', 0]);
  });

  test('trusts no certificate that nobody vouches for', async () => {
    let asked = 0;
    const server = createSecureServer(selfSigned('localhost'), (_request, response) => {
      asked += 1;
      response.end();
    });
    const port = await listening(server);

    const { outcome } = await post(egress(), `https://127.0.0.1:${port}/`);

    expect([outcome, asked]).toEqual(['TLS', 0]);
  });
});

// Without the guard, the resolver's answer is where the connection goes: all of these then come to
// UNREACHABLE, TIMEOUT or an answer, and the name that changes is asked for twice.
describe('an endpoint inside our own network', () => {
  test.each(['127.0.0.1', '10.0.0.7', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1'])(
    'is not reached by a name that leads to %s',
    async (address) => {
      let asked = 0;
      const resolve = async () => {
        asked += 1;
        return [{ address, family: address.includes(':') ? 6 : 4 }];
      };
      const from = egress({ loopback: false, resolve });

      const { outcome } = await post(from, 'https://events.example.org/in');

      expect([outcome, asked]).toEqual(['FORBIDDEN_ADDRESS', 1]);
    },
  );

  test('is not reached by a name with one good address and one bad', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];

    const { outcome } = await post(
      egress({ loopback: false, resolve }),
      'https://events.example.org/',
    );

    expect(outcome).toBe('FORBIDDEN_ADDRESS');
  });

  test('is not reached by a name that changes between the check and the connection', async () => {
    let reached = 0;
    const port = await receiver((_request, response) => {
      reached += 1;
      response.writeHead(204, { connection: 'close' }).end();
    });
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return [{ address: asked.length === 1 ? '127.0.0.1' : '10.0.0.7', family: 4 }];
    };
    const from = egress({ resolve });

    const first = await post(from, `http://localhost:${port}/`);
    expect([first.outcome, asked.length, reached]).toEqual(['2xx', 1, 1]);
    const second = await post(from, `http://localhost:${port}/`);

    expect([second.outcome, asked.length, reached]).toEqual(['FORBIDDEN_ADDRESS', 2, 1]);
  });

  test.each([
    'https://127.0.0.1:8443/',
    'https://2130706433:8443/',
    'https://[::1]:8443/',
    'https://[::ffff:7f00:1]:8443/',
    'https://localhost:8443/',
    'http://127.0.0.1/',
  ])('is not reached by %s', async (endpoint) => {
    expect((await post(egress({ loopback: false }), endpoint)).outcome).toBe('FORBIDDEN_ADDRESS');
  });

  test('is reached, without TLS, only where a developer allows it', async () => {
    const port = await receiver((_request, response) => response.end());
    const endpoint = `http://127.0.0.1:${port}/`;
    expect([
      (await post(egress(), endpoint)).outcome,
      (await post(egress({ loopback: false }), endpoint)).outcome,
    ]).toEqual(['2xx', 'FORBIDDEN_ADDRESS']);
  });
});
