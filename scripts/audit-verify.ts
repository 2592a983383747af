import { parseArgs } from 'node:util';
import type { SealStore } from '@jejaring/trust/audit/seal-store';
import { verifyChain } from '@jejaring/trust/audit/verification.service';
import { openAudit } from './audit/connection.js';
import { services, storeOf } from './audit/places.js';
import { addressOf } from './load/own-stack.js';
import { describeVerdict } from './audit/verdict.js';

const usage = `npm run audit:verify                              all services of the stack on this machine, or of the variables
npm run audit:verify -- --service training        one of them
npm run audit:verify -- --service training --database URL --store DIR
   --from 1200        from this seal on
   --restored 2,3     epochs that began by a restore you know of`;

const { values } = parseArgs({
  options: {
    service: { type: 'string' },
    database: { type: 'string' },
    store: { type: 'string' },
    from: { type: 'string', default: '1' },
    restored: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});

async function verify(service: string, store: SealStore): Promise<boolean> {
  const audit = await openAudit(addressOf(service, 'app', values.database));
  try {
    const verdict = await verifyChain(audit, {
      service,
      store,
      fromSeal: Number(values.from),
      restored: values.restored.split(',').filter(Boolean).map(Number),
    });
    process.stdout.write(`${service}: ${describeVerdict(verdict)}\n`);
    return verdict.finding === null;
  } finally {
    await audit.end();
  }
}

const known = values.service === undefined || services.includes(values.service);
if (values.help || !known || (values.database !== undefined && values.service === undefined)) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const store = storeOf(values.store);
for (const service of values.service ? [values.service] : services)
  if (!(await verify(service, store))) process.exitCode = 1;
