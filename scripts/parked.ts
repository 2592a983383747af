import { parseArgs } from 'node:util';
import { awards } from '@jejaring/awards/service';
import type { Consumer } from '@jejaring/chassis/events/inbox';
import { redrive } from '@jejaring/upkeep/redrive';
import { systemClock } from '@jejaring/chassis/process/clock';
import type { DatabaseDefinition } from '@jejaring/chassis/process/database';
import { connect } from '@jejaring/chassis/process/database';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { eventHub } from '@jejaring/event-hub/service';
import { organizations } from '@jejaring/organizations/service';
import { training } from '@jejaring/training/service';
import { welfareCases } from '@jejaring/welfare-cases/service';
import { addressOf } from './load/own-stack.js';

interface Service {
  name: string;
  database: DatabaseDefinition;
  consumers: readonly Consumer[];
}

interface Parked {
  topic: string;
  key: string;
  events: number;
  reasons: string;
  since: string;
}

const usage = `npm run parked -- --service welfare-cases             what waits, by key
npm run parked -- --service welfare-cases --redrive   try all of it again, oldest first`;

const services: Service[] = [organizations, welfareCases, training, awards, eventHub];

const listParkedKeys = (database: Database) =>
  database.inWork({ caller: systemCaller('redrive'), readOnly: true }, (work) =>
    work.sql<Parked>(
      `select topic, key, count(*)::integer as events, string_agg(distinct reason, ', ') as reasons,
         min(parked_at)::text as since
       from parked_event group by topic, key order by min(id)`,
    ),
  );

const { values } = parseArgs({
  options: { service: { type: 'string' }, redrive: { type: 'boolean', default: false } },
});
const service = services.find(({ name }) => name === values.service);
if (service === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const source = await connect(service.database, addressOf(service.name, 'app'), 'parked');
const database = new Database(source, service.name, systemClock);
const waiting = await listParkedKeys(database);
for (const { topic, key, events, reasons, since } of waiting) {
  const done = values.redrive ? await redrive(database, service.consumers, { topic, key }) : 0;
  const outcome = values.redrive ? `, ${done} done` : '';
  process.stdout.write(
    `${topic} ${key}: ${events} waiting since ${since} (${reasons})${outcome}\n`,
  );
}
if (waiting.length === 0) process.stdout.write(`${service.name}: nothing is parked.\n`);
await source.destroy();
