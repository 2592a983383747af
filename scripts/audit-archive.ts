import { parseArgs } from 'node:util';
import { archive, previewArchive } from '@jejaring/trust/audit/archiving.service';
import { verifyChain } from '@jejaring/trust/audit/verification.service';
import { openAudit } from './audit/connection.js';
import { services, storeOf } from './audit/places.js';
import { addressOf } from './load/own-stack.js';
import { describeVerdict } from './audit/verdict.js';

const usage = `npm run audit:archive -- --service training              what is older than ten years
npm run audit:archive -- --service training --do-it      move it into the second store
   --years 15                     another age
   --database URL --store DIR     as the owner of the tables; else the variables, or the stack on this machine`;

const { values } = parseArgs({
  options: {
    service: { type: 'string', default: '' },
    years: { type: 'string', default: '10' },
    database: { type: 'string' },
    store: { type: 'string' },
    'do-it': { type: 'boolean', default: false },
  },
});
const { service } = values;
const years = Number(values.years);
if (!services.includes(service) || !(years >= 1)) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

const before = new Date();
before.setUTCFullYear(before.getUTCFullYear() - years);
const store = storeOf(values.store);
const audit = await openAudit(addressOf(service, 'owner', values.database));
try {
  const day = before.toISOString().slice(0, 10);
  const { entries, seals } = await previewArchive(audit, { service, before });
  process.stdout.write(
    `${service}: ${entries} entries under ${seals} seals are from before ${day}\n`,
  );
  if (values['do-it'] && entries > 0) {
    // What was altered must not leave with a clean face.
    const verdict = await verifyChain(audit, { service, store });
    if (verdict.finding) throw new Error(`${service} is ${describeVerdict(verdict)}.`);
    const moved = await archive(audit, { service, before, store });
    process.stdout.write(
      `${service}: moved ${moved.entries}, the last under seal ${moved.lastSeal}\n`,
    );
  }
} finally {
  await audit.end();
}
