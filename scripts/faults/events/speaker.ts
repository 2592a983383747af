// A process of its own for the campaign to kill: changes rows and says so, and sends the outbox on.
import { setTimeout as pause } from 'node:timers/promises';
import { startRelay } from '@jejaring/transports/relay';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { systemClock } from '@jejaring/chassis/process/clock';
import { connect } from '@jejaring/chassis/process/database';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import { Note, noteDatabase } from '@jejaring/chassis/testing/note-service';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import type { Random } from '../../proof/random.js';
import { seeded } from '../../proof/random.js';
import { openTransport, readWiring, speakerService, spoken } from './wiring.js';

class TakenBack extends Error {}

const wiring = readWiring();
const random = seeded(wiring.seed);
const logger = createLogger(wiring.name, 'silent');
const source = await connect(noteDatabase, wiring.databaseUrl, wiring.name);
const database = new Database(source, speakerService, systemClock);
const relay = startRelay({
  databaseUrl: wiring.databaseUrl,
  transport: openTransport(wiring),
  logger,
  metrics: createMetrics(wiring.name),
});
database.onPublished(relay.wake);
let speaking = true;
// From then on it only sends what is left.
process.once('message', () => (speaking = false));
process.send?.('ready');

const notes = await database.inWork({ caller: systemCaller('campaign'), readOnly: true }, (work) =>
  work.sql<{ id: string; region: string }>(
    'select id, region_code as region from note order by id',
  ),
);

/** One more for a row, once or twice in the transaction; now and then all of it is taken back. */
async function speak(work: Work, { id, region }: (typeof notes)[number], by: Random) {
  const times = by.next() < 0.2 ? 2 : 1;
  for (let time = 0; time < times; time += 1) {
    const row = (await work.lock(Note, { id }))!;
    const winners = row.count + 1;
    await work.sql('update note set count = $2 where id = $1', [id, winners]);
    const competitionId = encodeId('cmp', id);
    const regionCode = region.slice(0, 5);
    const data = { ...spoken.sample, competitionId, regionCode, winners };
    await work.publish(spoken, { region: regionCode, data });
  }
  if (by.next() < 0.1) throw new TakenBack();
}

while (speaking) {
  await pause(random.between(5, 40));
  const note = random.pick(notes);
  try {
    await database.inWork({ caller: systemCaller('campaign'), readOnly: false }, (work) =>
      speak(work, note, random),
    );
  } catch (error) {
    // The database is killed again and again: what was not committed was not said.
    if (!(error instanceof TakenBack)) await pause(200);
  }
}
process.send?.('silent');
