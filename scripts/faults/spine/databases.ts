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
}

// A connection for each question: the server underneath is killed again and again.
export function openDatabases(stack: Stack): Databases {
  const rows: Databases['rows'] = async (service, sql, parameters = []) => {
    const database = service.replaceAll('-', '_') as keyof Stack['databases'] & ServiceName;
    const client = new pg.Client({ connectionString: stack.databases[database].app });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query("select set_config('app.role', 'SYSTEM', false)");
      const result = await client.query(sql, parameters);
      return result.rows as never;
    } finally {
      await client.end();
    }
  };
  return {
    rows,
    async count(service, sql, parameters) {
      const [row] = await rows<{ count: string }>(service, sql, parameters);
      return Number(row?.count ?? 0);
    },
  };
}
