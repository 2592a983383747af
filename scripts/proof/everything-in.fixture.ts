import type { TestService } from '@jejaring/chassis/testing/graph-client';

/** Everything that a database holds, as text: each row of each table. */
export async function everythingIn({ rows }: TestService): Promise<string> {
  const tables = await rows<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const texts: string[] = [];
  for (const table of tables) {
    const [all] = await rows<{ text: string | null }>(
      `select string_agg(t::text, E'\\n') as text from ${table.name} t`,
    );
    texts.push(all?.text ?? '');
  }
  return texts.join('\n');
}
