import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { optional, readConfig } from '@jejaring/chassis/process/config';
import type { SealStore } from '@jejaring/trust/audit/seal-store';
import { openSealStore, sealStoreVariables } from '@jejaring/trust/audit/seal-store-config';
import { verifyChain } from '@jejaring/trust/audit/verification.service';
import { openAudit } from './audit/connection.js';
import { describeVerdict } from './audit/verdict.js';

const usage = `npm run audit:verify                                        all services of the stack on this machine, or of the variables
npm run audit:verify -- --service training                  one of them
npm run audit:verify -- --service training --database URL --store DIR
   --from 1200        from this seal on
   --restored 2,3     epochs that began by a restore you know of`;

const services = ['organizations', 'welfare-cases', 'training', 'awards'];

interface State {
  databases: Record<string, { app: string }>;
  seals: string;
}

function readState(): State | null {
  const file = path.resolve('.jejaring', 'state.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : null;
}

const state = readState();

/** Where a service's database is: as asked, from its variable, or that of the stack on this machine. */
function addressOf(service: string, asked: string | undefined): string {
  const database = service.replaceAll('-', '_');
  const { given } = readConfig({ given: optional(`${database.toUpperCase()}_DATABASE_URL`) });
  const found = asked ?? given ?? state?.databases[database]?.app;
  if (found !== undefined) return found;
  throw new Error(`No stack runs here: say where ${service} is with --database and --store.`);
}

function storeOf(asked: string | undefined): SealStore {
  const config = readConfig(sealStoreVariables);
  const auditDirectory = asked ?? config.auditDirectory ?? state?.seals ?? null;
  return openSealStore({ ...config, auditDirectory, ...(asked ? { auditBucket: null } : {}) });
}

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
  const audit = await openAudit(addressOf(service, values.database));
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
