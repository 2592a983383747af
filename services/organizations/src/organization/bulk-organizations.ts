import { encodeId } from '@jejaring/chassis/graph/ids';
import { demoCaller, demoId, demoOrganizationStep } from '@jejaring/chassis/testing/demo';
import { seededId } from '@jejaring/chassis/work/new-id';
import { proceed } from '@jejaring/chassis/work/refusal';
import { regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { insertAll } from '@jejaring/register/bulk/insert-all';
import { close } from '@jejaring/trust/keys/cipher';
import { noParticulars } from '../welfare-resource/welfare-resource.rules.js';
import { draft, registeredNumber, submit, verify } from './organization.rules.js';
import { placeOfChair } from './organization.service.js';

export interface Village {
  code: string;
  name: string;
}

/** A village Karang Taruna that came into the register in bulk. */
export interface EnteredOrganization {
  id: string;
  code: string;
}

const day = demoOrganizationStep('').at.toISOString().slice(0, 10);
const kind = 'KARANG_TARUNA' as const;
const level = 'VILLAGE' as const;

/** Villages of a regency whose Karang Taruna is not registered. */
export const villagesWithout = (work: Work, regency: string): Promise<Village[]> =>
  work.sql<Village>(
    `select code, name from region r
     where level = 'VILLAGE' and code > $1 and code < $1 || '/' and not exists (
       select from organization o where o.region_code = r.code and o.kind = 'KARANG_TARUNA'
         and o.level = 'VILLAGE' and o.status in ('ACTIVE', 'DORMANT', 'SUSPENDED'))
     order by code`,
    [regency],
  );

/** What draft, submission and verification decide, by three hands; the rows are written afterwards. */
function decide({ code, name }: Village, id: string) {
  const applicant = demoCaller('KT_OFFICER', code);
  const staff = demoCaller('DINSOS_REGENCY_STAFF', regencyOf(code));
  const facts = { kind, level, name: `Karang Taruna ${name}`, regionCode: code };
  const written = { establishedOn: '2010-09-26', particulars: noParticulars };
  const known = { regionExists: true, dutyRegionExists: false, today: day };
  proceed(draft({ ...facts, ...written, ...known }, applicant));
  const state = { ...facts, ...written, id, applicantId: applicant.id, hasChair: true };
  const drafted = { ...state, documents: [], status: 'DRAFT' as const };
  const submitted = proceed(submit(drafted, applicant));
  const { status } = proceed(verify({ ...drafted, ...submitted }, false, staff));
  return { name: facts.name, establishedOn: written.establishedOn, applicant, status };
}

async function takeSerials(work: Work, codes: readonly string[]): Promise<Map<string, number>> {
  const taken = await work.sql<{ code: string; last: number }>(
    `insert into registration_counter as c (region_code, last) select code, 1 from unnest($1::text[]) code
     on conflict (region_code) do update set last = c.last + 1 returning region_code as code, last`,
    [codes],
  );
  return new Map(taken.map(({ code, last }) => [code, last]));
}

/**
 * Registers a Karang Taruna in each of these villages, with the ids that the demo would give them.
 * Asks the rules of every step, and keeps one version of each row: that of the last step.
 */
export async function enterOrganizations(
  work: Work,
  villages: readonly Village[],
): Promise<EnteredOrganization[]> {
  const serials = await takeSerials(
    work,
    villages.map(({ code }) => code),
  );
  const idOf = ({ code }: Village) => {
    const { name, at } = demoOrganizationStep(code);
    return demoId(work.service, name, at);
  };
  const keys = await work.vault.forWriting(villages.map((each) => encodeId('org', idOf(each))));
  const rows = villages.map((village) => {
    const { code } = village;
    const id = idOf(village);
    const key = keys.get(encodeId('org', id))!;
    const { name, establishedOn, applicant, status } = decide(village, id);
    return {
      id,
      kind,
      level,
      name,
      region_code: code,
      status,
      applicant_id: applicant.id,
      registered_number: registeredNumber(kind, code, serials.get(code)!),
      established_on: establishedOn,
      chair_name_cipher: close(key, placeOfChair(id), `Ketua Contoh ${village.name}`),
      documents: [],
    };
  });
  await insertAll(work, 'organization', rows);
  const periods = rows.map(({ id, region_code, status }) => ({
    id: seededId(`${work.service}/period/${region_code}`, demoOrganizationStep('').at)(),
    organization_id: id,
    region_code,
    status,
    valid_from: day,
  }));
  await insertAll(work, 'organization_period', periods);
  return rows.map(({ id, region_code: code }) => ({ id, code }));
}

/** The events that draft, submission and verification would have said of each organization. */
export const eventsOfRegistration = 2;
