import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '#stack';
import { ask } from '../../proof/graph.js';
import { seeded } from '../../proof/random.js';
import type { Cast } from '../spine/actors.js';
import { caseRegency, castActors } from '../spine/actors.js';
import { keepWorking } from '../spine/chains.js';
import { Client } from '../spine/client.js';
import type { Databases } from '../spine/databases.js';
import { Ledger } from '../spine/ledger.js';
import { registerSeats } from './seats.js';

const personal = `query Personal($region: RegionCode!) {
  cases(region: $region, first: 20) { nodes { id beneficiary { subjectKind maskedNik } } } }`;

/**
 * Reads what is personal, again and again. An answer that is lost in a kill is asked for anew; a
 * campaign in which none arrived has not tried the audit of reads.
 */
async function keepReading(gatewayUrl: string, cast: Cast, working: () => boolean): Promise<void> {
  let answered = 0;
  while (working()) {
    const { token } = cast.caseStaff;
    const question = { document: personal, variables: { region: caseRegency }, token };
    const answer = await ask(gatewayUrl, question).catch(() => null);
    if (answer?.errors.length === 0) answered += 1;
    await pause(150);
  }
  if (answered === 0) throw new Error('No personal read was answered in the whole campaign.');
}

/** Commands and personal reads until it is stopped; answers with what was asked and answered. */
export async function keepBusy(
  stack: Stack,
  databases: Databases,
  seed: number,
): Promise<{ stop(): Promise<Ledger> }> {
  const { gatewayUrl } = stack;
  const ledger = new Ledger();
  let wanting = true;
  const working = () => wanting;
  const client = (index: number) =>
    new Client({ gatewayUrl, ledger, working, random: seeded(seed * 1000 + index) });
  await registerSeats(stack, databases, client(2));
  const cast = await castActors(stack, databases);
  const work = Promise.all([
    keepWorking(client(0), cast, 'registry'),
    keepWorking(client(1), cast, 'casework'),
    keepReading(gatewayUrl, cast, working),
  ]);
  return {
    async stop() {
      wanting = false;
      await work;
      return ledger;
    },
  };
}
