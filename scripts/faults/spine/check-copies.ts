import type { Databases } from './databases.js';
import type { Ledger } from './ledger.js';

const copying = ['welfare-cases', 'training', 'awards'] as const;

/** Each copy of the register equals the register. */
async function checkOrganizations(databases: Databases, ledger: Ledger): Promise<void> {
  const asText = `id || ' ' || status || ' ' || kind || ' ' || level || ' ' || region_code as name`;
  const registered = await databases.rows<{ name: string }>(
    'organizations',
    `select ${asText} from organization where registered_number is not null`,
  );
  const expected = new Set(registered.map(({ name }) => name));
  for (const service of copying) {
    const copy = await databases.rows<{ name: string }>(
      service,
      `select ${asText} from organization_copy`,
    );
    const wrong = copy.filter(({ name }) => !expected.has(name)).length;
    if (wrong > 0 || copy.length !== expected.size)
      ledger.violate('copy', `${service}: ${copy.length} of ${expected.size}, ${wrong} differ`);
  }
}

/** The counters equal what they count. */
async function checkCounters(databases: Databases, ledger: Ledger): Promise<void> {
  const openCases = await databases.count(
    'welfare-cases',
    `select count(*) from (
       select region_code, category, count(*) from welfare_case
       where coalesce(paused_from, status) not in ('CLOSED', 'REJECTED', 'AFTERCARE') and not sealed group by 1, 2) cases
     full join (select region_code, category, open_cases from open_case_count where open_cases > 0) counted
       using (region_code, category)
     where cases.count is distinct from counted.open_cases`,
  );
  if (openCases > 0) ledger.violate('counter', `${openCases} counts of open cases are wrong`);
  const serials = await databases.count(
    'welfare-cases',
    `select count(*) from case_counter c where last <> (
       select count(*) from welfare_case w
       where w.case_number ~ ('^KS/' || c.regency_code || '/' || c.year || '/[0-9]+$'))`,
  );
  if (serials > 0) ledger.violate('counter', `${serials} series of case numbers have gaps`);
}

/** What one service counts from the events of another equals what happened there. */
async function checkFolds(databases: Databases, ledger: Ledger): Promise<void> {
  const closed = await databases.count(
    'welfare-cases',
    'select coalesce(sum(cases), 0) as count from handled_case_count',
  );
  const counted = await databases.count(
    'awards',
    'select coalesce(sum(cases), 0) as count from handled_case_count',
  );
  if (closed !== counted) ledger.violate('fold', `${closed} cases handled, ${counted} credited`);
}

export async function checkCopies(databases: Databases, ledger: Ledger): Promise<void> {
  await checkOrganizations(databases, ledger);
  await checkCounters(databases, ledger);
  await checkFolds(databases, ledger);
}
