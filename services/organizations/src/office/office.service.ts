import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Region } from '../region/region.entity.js';
import { Office, OfficeName } from './office.entity.js';
import type { OfficeKind } from './office.rules.js';
import { register, rename } from './office.rules.js';

export interface RegisterOffice {
  kind: OfficeKind;
  regionCode: string;
  mandates: string[];
  name: string;
  validFrom: string;
}

async function beginName(
  work: Work,
  office: Office,
  name: string,
  validFrom: string,
): Promise<void> {
  await work.sql('update office_name set valid_to = $2 where office_id = $1 and valid_to is null', [
    office.id,
    validFrom,
  ]);
  const { id: officeId, regionCode, mandates } = office;
  await work.insert(OfficeName, {
    id: work.newId(),
    officeId,
    regionCode,
    name,
    mandates,
    validFrom,
    validTo: null,
  });
}

export async function registerOffice(work: Work, input: RegisterOffice): Promise<Office> {
  const { kind, regionCode, mandates } = input;
  const exists = regionCode === '' || (await work.find(Region, { code: regionCode })) !== null;
  proceed(register(input, exists, work.caller));
  const office = await work.insert(Office, {
    id: work.newId(),
    version: 1,
    kind,
    regionCode,
    mandates,
  });
  await beginName(work, office, input.name, input.validFrom);
  return office;
}

export async function renameOffice(
  work: Work,
  input: {
    id: string;
    expectedVersion: number;
    name: string;
    validFrom: string;
    mandates: string[];
  },
): Promise<Office> {
  const office = await work.getAt(Office, input.id, input.expectedVersion);
  const names = await work.list(OfficeName, { officeId: office.id });
  proceed(rename(office, names, input.validFrom, work.caller));
  const saved = await work.update(Office, office, { mandates: input.mandates });
  await beginName(work, saved, input.name, input.validFrom);
  return saved;
}
