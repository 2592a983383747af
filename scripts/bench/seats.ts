import { parseArgs } from 'node:util';
import { finish, printTable, say } from '../proof/report.js';
import { openHall } from './seats/hall.js';
import { closeAndCount, rush } from './seats/rush.js';

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '295' },
    seats: { type: 'string', default: '158' },
  },
});
const units = Number(values.units);
const seats = Number(values.seats);

/** One quota for each of 16 kecamatan; what the division leaves over is the reserve. */
const perDistrict = Math.floor(seats / 17);

say('Starting a PostgreSQL with the units of one regency');
const hall = await openHall(units);
try {
  const open = await rush(hall, { seats, quotas: [] });
  const shared = await rush(hall, { seats, quotas: hall.quotasOf(perDistrict) });
  const closed = await closeAndCount(hall, shared.trainingEventId);
  const row = ({ applicants, approved, offered, waiting, violations, ms }: typeof open) => ({
    applicants,
    approved,
    offered,
    waiting,
    violations,
    ms,
  });
  printTable(`${units} units apply at once for ${seats} seats`, [
    { plan: 'one pool', ...row(open) },
    { plan: 'quotas, while open', ...row(shared) },
    { plan: 'quotas, closed', ...row(closed) },
  ]);
  process.stdout.write('\n');
  const { applicants, approved, waiting, violations, ms } = open;
  const found = violations + shared.violations + closed.violations;
  const quotas = { open: row(shared), closed: row(closed) };
  finish({ applicants, approved, waiting, violations: found, ms, quotas }, [
    { name: `exactly ${seats} approved`, met: approved === seats },
    { name: `${units - seats} waiting in order`, met: waiting === units - seats },
    {
      name: 'with quotas, every seat has or is offered somebody once registration is closed',
      met: closed.approved + closed.offered === seats,
    },
    { name: 'no seat twice, no count wrong, no event missing', met: found === 0 },
  ]);
} finally {
  await hall.close();
}
