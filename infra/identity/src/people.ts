import { encodeId } from '@jejaring/chassis/graph/ids';
import { demoId, demoOrganizationStep } from '@jejaring/chassis/testing/demo';
import type { CallerClaims } from './claims.rules.js';

/** Somebody to sign in as while developing. None of them exists. */
export interface Person extends CallerClaims {
  id: string;
  name: string;
  office?: string;
}

/** The demo's Karang Taruna of a village: its id is the same on every machine. */
function karangTaruna(regionCode: string): string {
  const { name, at } = demoOrganizationStep(regionCode);
  return encodeId('org', demoId('organizations', name, at));
}

const kujangsari = '32.79.04.2006';
const situbatu = '32.79.01.1006';

export const people: readonly Person[] = [
  { id: 'ratna', name: 'Ratna Dewi', role: 'DINSOS_REGENCY_STAFF', region: '32.79' },
  { id: 'hendra', name: 'Hendra Gunawan', role: 'DINSOS_REGENCY_HEAD', region: '32.79' },
  { id: 'yuni', name: 'Yuni Astuti', role: 'DINSOS_REGENCY_STAFF', region: '32.09' },
  { id: 'dadang', name: 'Dadang Suryana', role: 'DINSOS_PROVINCE_STAFF', region: '32' },
  { id: 'lestari', name: 'Lestari Wulandari', role: 'DINSOS_PROVINCE_HEAD', region: '36' },
  { id: 'bambang', name: 'Bambang Prasetyo', role: 'KEMENSOS_STAFF', region: '' },
  {
    id: 'asep',
    name: 'Asep Hidayat',
    role: 'KT_OFFICER',
    region: kujangsari,
    organization: karangTaruna(kujangsari),
  },
  {
    id: 'cecep',
    name: 'Cecep Ramdani',
    role: 'KT_OFFICER',
    region: situbatu,
    organization: karangTaruna(situbatu),
  },
  { id: 'neneng', name: 'Neneng Kartika', role: 'KT_MEMBER', region: kujangsari },
  { id: 'wati', name: 'Wati Rahayu', role: 'PSKS_WORKER', region: '32.79.04' },
  { id: 'rudi', name: 'Rudi Hartono', role: 'SOCIAL_WORKER', region: '32.79' },
  { id: 'eka', name: 'Eka Saputra', role: 'VILLAGE_HEAD', region: kujangsari },
  { id: 'sri', name: 'Sri Mulyani Putri', role: 'DISTRICT_HEAD', region: '32.79.04' },
  { id: 'iwan', name: 'Iwan Setiadi', role: 'TRAINER', region: '32' },
  { id: 'maya', name: 'Maya Anggraini', role: 'JUROR', region: '36' },
  { id: 'tono', name: 'Tono Wijaya', role: 'DATA_PROTECTION_OFFICER', region: '' },
  { id: 'dian', name: 'Dian Permata', role: 'AUDITOR', region: '' },
];

export const findPerson = (id: string): Person | null =>
  people.find((person) => person.id === id) ?? null;
