import type { Asked, Counted } from '../checks/recorded-usage.js';

interface Sample {
  metric: Record<string, string>;
  value: [at: number, value: string];
}

/**
 * What all gateways have counted, those that are gone too, from Prometheus. The most that each process has
 * counted and not `increase`, for which whatever was asked once and before the first look was never asked.
 */
export async function askPrometheus(url: string, days: number): Promise<Counted> {
  const until = new Date();
  const within = `jejaring_gateway_asked_total[${days}d]`;
  const samples = await query(url, `sum by (operation, document) (max_over_time(${within}))`);
  const since = await query(
    url,
    `min(min_over_time(timestamp(jejaring_gateway_asked_total)[${days}d:1h]))`,
  );
  const first = Number(since[0]?.value[1]);
  if (!Number.isFinite(first))
    throw new Error(`${url} knows nothing that a gateway has counted an hour ago or before.`);
  return { from: new Date(first * 1_000), until, asked: samples.map(toAsked) };
}

const toAsked = ({ metric, value }: Sample): Asked => ({
  operation: metric['operation'] ?? '',
  document: metric['document'] ?? '',
  times: Number(value[1]),
});

interface Answer {
  status: string;
  error?: string;
  data?: { result: Sample[] };
}

async function query(url: string, expression: string): Promise<Sample[]> {
  const asked = `${url.replace(/\/$/, '')}/api/v1/query?query=${encodeURIComponent(expression)}`;
  const response = await fetch(asked, { signal: AbortSignal.timeout(30_000) });
  const text = await response.text();
  if (!text.startsWith('{')) throw new Error(`${url} does not answer as Prometheus does.`);
  const { status, error, data } = JSON.parse(text) as Answer;
  if (status === 'success' && data !== undefined) return data.result;
  throw new Error(`${url} does not answer: ${error ?? response.status}`);
}
