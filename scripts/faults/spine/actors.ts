import type { Stack } from '#stack';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Databases } from './databases.js';

/** Somebody with a token, and the id by which services know them. */
export interface Actor {
  id: string;
  token: string;
  region: string;
}

/** A Karang Taruna of the demo that can be given work. */
export interface Seat extends Actor {
  organizationId: string;
}

export interface Cast {
  /** Files registrations in the registry's regency. */
  applicant: Actor;
  registryStaff: Actor;
  registryHead: Actor;
  caseStaff: Actor;
  seats: Seat[];
  /** Villages without a Karang Taruna. */
  freeVillages: string[];
}

export const registryRegency = '32.09';
export const caseRegency = '32.79';

export async function castActors(stack: Stack, databases: Databases): Promise<Cast> {
  const actor = async (role: string, region: string, organization?: string): Promise<Actor> => {
    const id = ['campaign', role, region].join(':').toLowerCase();
    const claims = { role, region, sub: id, ...(organization ? { organization } : {}) };
    return { id, region, token: await stack.token(claims) };
  };
  const villages = await databases.rows<{ code: string }>(
    'organizations',
    `select code from region where level = 'VILLAGE' and code like $1 order by code`,
    [`${registryRegency}.%`],
  );
  return {
    applicant: await actor('KT_OFFICER', registryRegency),
    registryStaff: await actor('DINSOS_REGENCY_STAFF', registryRegency),
    registryHead: await actor('DINSOS_REGENCY_HEAD', registryRegency),
    caseStaff: await actor('DINSOS_REGENCY_STAFF', caseRegency),
    seats: await castSeats(databases, actor),
    freeVillages: villages.map(({ code }) => code),
  };
}

async function castSeats(
  databases: Databases,
  actor: (role: string, region: string, organization: string) => Promise<Actor>,
): Promise<Seat[]> {
  const rows = await databases.rows<{ id: string; code: string }>(
    'organizations',
    `select id, region_code as code from organization
     where region_code like $1 and kind = 'KARANG_TARUNA' and status = 'ACTIVE'
     order by region_code limit 8`,
    [`${caseRegency}.%`],
  );
  const seats: Seat[] = [];
  for (const { id, code } of rows) {
    const organizationId = encodeId('org', id);
    seats.push({ ...(await actor('KT_OFFICER', code, organizationId)), organizationId });
  }
  return seats;
}
