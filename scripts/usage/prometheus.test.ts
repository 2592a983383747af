import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { askPrometheus } from './prometheus.js';

let close = (): void => undefined;
afterEach(() => close());

/** A server that says what Prometheus 2.42 says to the two questions. */
async function answering(answers: (expression: string) => string): Promise<string> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url!, 'http://here');
    response.end(answers(searchParams.get('query')!));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => void server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const success = (result: object[]) =>
  JSON.stringify({ status: 'success', data: { resultType: 'vector', result } });
const counted = [{ metric: { operation: 'Names', document: 'abc' }, value: [1795767576, '12'] }];

describe('Prometheus', () => {
  test('is asked for all that was counted, and since when', async () => {
    const url = await answering((expression) =>
      expression.startsWith('sum by')
        ? success(counted)
        : success([{ metric: {}, value: [1795767576, '1793000000'] }]),
    );

    expect(await askPrometheus(url, 90)).toEqual({
      from: new Date('2026-10-26T07:33:20.000Z'),
      until: expect.any(Date),
      asked: [{ operation: 'Names', document: 'abc', times: 12 }],
    });
  });

  test.each([
    ['that has seen no gateway for an hour', () => success([]), /an hour ago/],
    ['that is something else', () => '<html>', /as Prometheus does/],
    ['that refuses', () => '{"status":"error","error":"parse error"}', /parse error/],
  ])('that cannot tell says so: one %s', async (_name, answers, words) => {
    const url = await answering(answers);

    await expect(askPrometheus(url, 90)).rejects.toThrow(words);
  });
});
