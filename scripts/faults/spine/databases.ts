import type { Stack } from '#stack';
import pg from 'pg';

export const services = ['organizations', 'welfare-cases', 'training', 'awards'] as const;
export type ServiceName = (typeof services)[number];

/** Reads the databases of a stack past the services, as their system does. */
export interface Databases {
  rows<Row = Record<string, unknown>>(
    service: ServiceName,
    sql: string,
    parameters?: unknown[],
  ): Promise<Row[]>;
  count(service: ServiceName, sql: string, parameters?: unknown[]): Promise<number>;
  /** Changes rows as their owner, whom no grant stops; for the sabotage that tests the checks. */
  damage(service: ServiceName, sql: string): Promise<void>;
}

// A connection for each question: the server underneath is killed again and again.
async function askOnce(url: string, sql: string, parameters: unknown[]) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("select set_config('app.role', 'SYSTEM', false)");
    return await client.query(sql, parameters);
  } finally {
    await client.end();
  }
}

export function openDatabases(stack: Stack): Databases {
  const urls = (service: ServiceName) =>
    stack.databases[service.replaceAll('-', '_') as keyof Stack['databases'] & ServiceName];
  const rows: Databases['rows'] = async (service, sql, parameters = []) =>
    (await askOnce(urls(service).app, sql, parameters)).rows as never;
  return {
    rows,
    async count(service, sql, parameters) {
      const [row] = await rows<{ count: string }>(service, sql, parameters);
      return Number(row?.count ?? 0);
    },
    async damage(service, sql) {
      const { rowCount } = await askOnce(urls(service).owner, sql, []);
      if (rowCount === 0) throw new Error(`There was nothing to damage in ${service}: ${sql}`);
    },
  };
}
