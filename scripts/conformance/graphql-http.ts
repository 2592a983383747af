import type { AuditResult } from 'graphql-http';
import { serverAudits } from 'graphql-http';
import { openArena } from '../bench/gateway/ground.js';
import { development } from '../bench/gateway/variants.js';
import { finish, printTable } from '../proof/report.js';

/*
 * The audits of GraphQL over HTTP that graphql-http publishes, against a gateway of its own. What the
 * specification demands (MUST) and advises (SHOULD) has to pass; what it allows (MAY) is shown.
 */
const demands = { error: 'MUST', warn: 'SHOULD', notice: 'MAY' } as const;

interface Finding {
  name: string;
  demand: string;
  passed: boolean;
  reason: string;
}

/** An audit says in its name how much it demands. */
const demandIn = (name: string) => /^(MUST|SHOULD|MAY)/.exec(name)?.[1] ?? 'MUST';

const toFinding = (result: AuditResult): Finding => ({
  name: `${result.id} ${result.name}`,
  demand: result.status === 'ok' ? demandIn(result.name) : demands[result.status],
  passed: result.status === 'ok',
  reason: result.status === 'ok' ? '' : result.reason,
});

async function auditAll(url: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const audit of serverAudits({ url, fetchFn: fetch })) {
    findings.push(toFinding(await audit.fn()));
  }
  return findings;
}

const arena = await openArena({ rivals: false, events: false, cosmo: false });
try {
  const { url } = await arena.enter(development, 4);
  const findings = await auditAll(`${url}/graphql`);
  const binding = findings.filter(({ demand }) => demand !== 'MAY');
  const missed = findings.filter(({ passed }) => !passed);
  if (missed.length > 0)
    printTable(
      'Audits that did not pass',
      missed.map(({ name, demand, reason }) => ({ name, demand, reason })),
    );
  const failed = binding.filter(({ passed }) => !passed).map(({ name }) => name);
  const passed = binding.length - failed.length;
  const mays = findings.filter(({ demand }) => demand === 'MAY');
  const may = { passed: mays.filter((each) => each.passed).length, total: mays.length };
  process.stdout.write('\n');
  finish({ passed, total: binding.length, failed, may }, [
    {
      name: `${passed} of ${binding.length} audits of MUST and SHOULD pass`,
      met: failed.length === 0,
    },
  ]);
} finally {
  await arena.close();
}
