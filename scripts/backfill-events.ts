import { parseArgs } from 'node:util';
import { awards } from '@jejaring/awards/service';
import { systemClock } from '@jejaring/chassis/process/clock';
import { connect } from '@jejaring/chassis/process/database';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { organizations } from '@jejaring/organizations/service';
import { writeAll } from '@jejaring/register/snapshots/snapshots.service';
import { training } from '@jejaring/training/service';
import { addressOf } from './load/own-stack.js';

const services = [organizations, training, awards];
const usage = `npm run events:backfill -- --service organizations   writes the snapshot of everything that it has said something of`;

const { values } = parseArgs({ options: { service: { type: 'string' } } });
const service = services.find(({ name }) => name === values.service);
if (service === undefined) {
  process.stderr.write(`${usage}\nknown: ${services.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
const source = await connect(service.database, addressOf(service.name, 'app'), 'backfill');
const database = new Database(source, service.name, systemClock);
const written = await writeAll(database, service.snapshots);
process.stdout.write(`${service.name}: ${written} snapshots wait for the relay of the service.\n`);
await source.destroy();
