import type { Asks } from '@jejaring/trust/audit/chain-reader';
import pg from 'pg';

/** A connection for whoever verifies. */
export interface AuditConnection extends Asks {
  end(): Promise<void>;
}

/** Reads a service's audit past the service; as its login role it stands as the system. */
export async function openAudit(url: string): Promise<AuditConnection> {
  const client = new pg.Client({ connectionString: url, application_name: 'audit-verify' });
  await client.connect();
  await client.query(
    "select set_config('app.role', 'SYSTEM', false), set_config('timezone', 'UTC', false)",
  );
  return {
    sql: async (text, parameters = []) => (await client.query(text, parameters)).rows as never,
    end: () => client.end(),
  };
}
