import type { PersonKey } from '@jejaring/chassis/work/key-vault';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import { accountOf } from '@jejaring/chassis/work/standing';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { initialsOf } from '@jejaring/register/facts/initials.rules';
import {
  keepFingerprints,
  sameFingerprint,
  takeFingerprints,
} from '@jejaring/trust/keys/fingerprint';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import { moveActing } from '../board/acting.service.js';
import { Organization } from '../organization/organization.entity.js';
import { Region } from '../region/region.entity.js';
import { closeOfficer, nikOfOfficer, openOfficer, subjectOf } from './officer-secrets.js';
import { Officer } from './officer.entity.js';
import type { OfficialPosition, Sex } from './officer.rules.js';
import { amend, register } from './officer.rules.js';

export interface PersonFacts {
  name: string;
  nik: string | null;
  birthDate: string;
  sex: Sex;
  residenceRegionCode: string;
  officialPositions: OfficialPosition[];
}

const residenceExists = async (work: Work, code: string) =>
  (await work.find(Region, { code })) !== null;

/** The columns that follow from what was said of a person. */
function columnsOf(key: PersonKey, id: string, person: PersonFacts) {
  const { name, birthDate, sex, residenceRegionCode, officialPositions } = person;
  return {
    ...closeOfficer(key, id, person),
    initials: initialsOf(name),
    birthYear: Number(birthDate.slice(0, 4)),
    sex,
    residenceRegionCode,
    officialPositions,
  };
}

/** Two registrations of one identity number: the index decides, and does not tell who has it. */
async function keepNik(work: Work, id: string, nik: string | null): Promise<void> {
  if (nik === null) return;
  const prints = await takeFingerprints(work, nikOfOfficer, nik);
  try {
    await keepFingerprints(work, { table: 'officer', id }, prints);
  } catch (error) {
    if (isUniqueViolation(error, sameFingerprint)) return refuse({ refused: 'known-officer' });
    throw error;
  }
}

export async function registerOfficer(
  work: Work,
  input: PersonFacts & { organizationId: string; accountSubject: string | null },
): Promise<Officer> {
  const { organizationId, accountSubject, ...person } = input;
  const organization = await work.get(Organization, organizationId);
  const known = { residenceExists: await residenceExists(work, person.residenceRegionCode) };
  const { nikWarnings } = proceed(
    register(organization, { ...person, ...known }, work.now, work.caller),
  );
  const id = work.newId();
  const row = await work.insert(Officer, {
    ...columnsOf(await keyToWrite(work, subjectOf(id)), id, person),
    id,
    version: 1,
    organizationId,
    nikWarnings,
    regionCode: organization.regionCode,
    account: accountSubject === null ? null : accountOf(accountSubject),
  });
  await keepNik(work, id, person.nik);
  return row;
}

export interface AmendOfficer extends Partial<PersonFacts> {
  id: string;
  expectedVersion: number;
  /** Undefined leaves the account as it is. */
  accountSubject?: string | null;
}

/** What is not said stays as it was. */
function merged(key: PersonKey, row: Officer, said: Partial<PersonFacts>): PersonFacts {
  const known = openOfficer(key, row);
  return {
    name: said.name ?? known.name,
    nik: said.nik ?? known.nik,
    birthDate: said.birthDate ?? known.birthDate,
    sex: said.sex ?? row.sex,
    residenceRegionCode: said.residenceRegionCode ?? row.residenceRegionCode,
    officialPositions: said.officialPositions ?? row.officialPositions,
  };
}

export async function amendOfficer(work: Work, input: AmendOfficer): Promise<Officer> {
  const { id, expectedVersion, accountSubject, ...said } = input;
  const row = await work.getAt(Officer, id, expectedVersion);
  const key = await keyToWrite(work, subjectOf(id));
  const person = merged(key, row, said);
  const known = { residenceExists: await residenceExists(work, person.residenceRegionCode) };
  const change = { linksAccount: accountSubject !== undefined, now: work.now };
  const { nikWarnings } = proceed(amend(row, { ...person, ...known }, change, work.caller));
  const account = accountSubject ? accountOf(accountSubject) : null;
  const saved = await work.update(Officer, row, {
    ...columnsOf(key, id, person),
    nikWarnings,
    ...(accountSubject === undefined ? {} : { account }),
  });
  if (said.nik) await keepNik(work, id, said.nik);
  if (saved.account !== row.account) await moveActing(work, saved);
  return saved;
}
