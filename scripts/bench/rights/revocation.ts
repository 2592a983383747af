import { randomUUID } from 'node:crypto';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { standingRow } from './actors.js';
import { graphOf } from './agreement.js';
import { fill } from './rows.js';
import type { World } from './world.js';

export interface Revoked {
  /** Rights taken from somebody who had just used them. */
  revocations: number;
  /** How often the next request was answered all the same, or the one before was not. */
  wrong: number;
}

const sees = async ({ service }: World, claim: Caller, id: string): Promise<boolean> => {
  const actor = { claim, caller: claim, standing: 'UNKNOWN' } as const;
  const { found } = await graphOf(
    service,
    actor,
  )(`{ found: case(id: "${encodeId('case', id)}") { id } }`);
  return Boolean(found);
};

const somebody = (fields: Partial<Caller>): Caller => ({
  ...anonymous(randomUUID()),
  id: `revoked-${randomUUID()}`,
  ...fields,
});

async function addCase({ service, rowsOf }: World): Promise<string> {
  const id = randomUUID();
  const { id: beneficiary } = rowsOf('beneficiary')[0]!;
  const place = { region_code: '33.16.01.2001', status: 'IN_SERVICE' };
  await fill(service.rows, 'welfare_case', [{ id, beneficiary_id: beneficiary, ...place }]);
  return id;
}

/** Asked twice, with what gave the right ended between: seen, then not. */
async function endsAtOnce(world: World, claim: Caller, id: string, end: () => Promise<unknown>) {
  const before = await sees(world, claim, id);
  await end();
  return before && !(await sees(world, claim, id));
}

/** A referral that opened a case, cancelled. */
async function cancelReferral(world: World): Promise<boolean> {
  const { rows } = world.service;
  const id = await addCase(world);
  const organizationId = randomUUID();
  const referral = { id: randomUUID(), case_id: id, to_organization_id: organizationId };
  const place = { region_code: '33.16.01.2001', status: 'ACCEPTED' };
  await fill(rows, 'referral', [{ ...referral, ...place }]);
  const claim = somebody({ role: 'KT_OFFICER', region: '32.79', organizationId });
  return endsAtOnce(world, claim, id, () =>
    rows(`update referral set status = 'CANCELLED' where id = $1`, [referral.id]),
  );
}

/** An appointment on which a role rested, ended. */
async function endAppointment(world: World): Promise<boolean> {
  const { rows, clock } = world.service;
  const id = await addCase(world);
  const claim = somebody({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
  const row = standingRow({ claim, caller: claim, standing: 'RUNNING' }, randomUUID())!;
  await fill(rows, 'standing', [row as Record<string, unknown>]);
  const { appointment_id: appointment } = row as { appointment_id: string };
  return endsAtOnce(world, claim, id, () =>
    rows('update standing set valid_to = $2 where appointment_id = $1', [appointment, clock.at]),
  );
}

/** Takes rights away again and again; what counts is the next request. */
export async function revoke(world: World, times: number): Promise<Revoked> {
  let wrong = 0;
  for (let at = 0; at < times; at += 1) {
    const ended = at % 2 === 0 ? await cancelReferral(world) : await endAppointment(world);
    if (!ended) wrong += 1;
  }
  return { revocations: times, wrong };
}
