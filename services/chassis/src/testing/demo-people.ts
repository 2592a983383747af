import type { Role } from '@jejaring/schema/roles';
import { encodeId } from '../graph/ids.js';
import { demoId, demoOfficeId, demoOrganizationStep } from './demo.js';

/** Somebody to sign in as while developing, whom the demo's register appoints. None of them exists. */
export interface DemoPerson {
  /** Subject of their tokens. */
  id: string;
  name: string;
  role: Role;
  /** '' is the nation. */
  region: string;
  /** Acts for the organization that is seated in the region. */
  ofOrganization?: true;
  /** Acts for the office of this region. */
  officeOf?: string;
  /** Holds the role for another, not for good. */
  acting?: true;
}

const kujangsari = '32.79.04.2006';
const situbatu = '32.79.01.1006';

export const demoPeople: readonly DemoPerson[] = [
  { ...inOffice('DINSOS_REGENCY_STAFF', '32.79'), id: 'ratna', name: 'Ratna Dewi' },
  { ...inOffice('DINSOS_REGENCY_HEAD', '32.79'), id: 'hendra', name: 'Hendra Gunawan' },
  { ...inOffice('DINSOS_REGENCY_STAFF', '32.09'), id: 'yuni', name: 'Yuni Astuti' },
  { ...inOffice('DINSOS_PROVINCE_STAFF', '32'), id: 'dadang', name: 'Dadang Suryana' },
  { ...inOffice('DINSOS_PROVINCE_HEAD', '36'), id: 'lestari', name: 'Lestari Wulandari' },
  { ...inOffice('DINSOS_PROVINCE_HEAD', '63'), id: 'fahmi', name: 'Fahmi Rahman', acting: true },
  { ...inOffice('KEMENSOS_STAFF', ''), id: 'bambang', name: 'Bambang Prasetyo' },
  { ...inOrganization('KT_OFFICER', kujangsari), id: 'asep', name: 'Asep Hidayat' },
  { ...inOrganization('KT_OFFICER', situbatu), id: 'cecep', name: 'Cecep Ramdani' },
  { ...inOrganization('KT_MEMBER', kujangsari), id: 'neneng', name: 'Neneng Kartika' },
  { id: 'wati', name: 'Wati Rahayu', role: 'PSKS_WORKER', region: '32.79.04' },
  { id: 'rudi', name: 'Rudi Hartono', role: 'SOCIAL_WORKER', region: '32.79' },
  { id: 'eka', name: 'Eka Saputra', role: 'VILLAGE_HEAD', region: kujangsari, acting: true },
  { id: 'sri', name: 'Sri Mulyani Putri', role: 'DISTRICT_HEAD', region: '32.79.04' },
  { id: 'iwan', name: 'Iwan Setiadi', role: 'TRAINER', region: '32' },
  { id: 'maya', name: 'Maya Anggraini', role: 'JUROR', region: '36' },
  { id: 'tono', name: 'Tono Wijaya', role: 'DATA_PROTECTION_OFFICER', region: '' },
  { id: 'dian', name: 'Dian Permata', role: 'AUDITOR', region: '' },
];

function inOffice(role: Role, region: string) {
  return { role, region, officeOf: region };
}

function inOrganization(role: Role, region: string) {
  return { role, region, ofOrganization: true as const };
}

/** Stored id of the organization that somebody acts for. */
export function organizationOf({ ofOrganization, region }: DemoPerson): string | null {
  const { name, at } = demoOrganizationStep(region);
  return ofOrganization ? demoId('organizations', name, at) : null;
}

/** Stored id of the office that somebody acts for. */
export const officeOf = (person: DemoPerson): string | null =>
  person.officeOf === undefined ? null : demoOfficeId(person.officeOf);

/** What the tokens of somebody claim. */
export function claimsOf(person: DemoPerson) {
  const { name, role, region } = person;
  const organization = organizationOf(person);
  const office = officeOf(person);
  return {
    name,
    role,
    region,
    ...(organization && { organization: encodeId('org', organization) }),
    ...(office && { office: encodeId('ofc', office) }),
  };
}
