import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller, RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { covers, levelOf } from '@jejaring/chassis/work/scope.rules';
import type { Role } from '@jejaring/schema/roles';
import { provinceOffice, regencyOffice, socialOffices } from '@jejaring/schema/roles';
import type { Decree } from '../decree/decree.rules.js';
import { decreeProblem } from '../decree/decree.rules.js';

/** Which offices appoint to which roles, by the level of the region that the role is for. */
interface Appointing {
  by: readonly Role[];
  to: readonly Role[];
  at: readonly RegionLevel[];
}

const belowProvince = ['REGENCY', 'DISTRICT', 'VILLAGE'] as const;
const invited = ['TRAINER', 'JUROR'] as const;
const ofKarangTaruna = ['KT_OFFICER', 'KT_MEMBER'] as const;
const regencyHead = ['DINSOS_REGENCY_HEAD'] as const;
const provinceHead = ['DINSOS_PROVINCE_HEAD'] as const;
const ministry = ['KEMENSOS_STAFF'] as const;
const national = [
  'KEMENSOS_STAFF',
  'DATA_PROTECTION_OFFICER',
  'AUDITOR',
  'SYSTEM_SUBSCRIBER',
] as const;

const appointing: readonly Appointing[] = [
  { by: ministry, to: [...national, ...invited, ...ofKarangTaruna], at: ['NATION'] },
  { by: ministry, to: ['PARTNER_COMPANY'], at: ['NATION', 'PROVINCE', 'REGENCY'] },
  { by: ministry, to: ['DINSOS_PROVINCE_HEAD'], at: ['PROVINCE'] },
  { by: provinceHead, to: ['DINSOS_PROVINCE_STAFF', 'PARTNER_COMPANY'], at: ['PROVINCE'] },
  { by: provinceHead, to: ['DINSOS_REGENCY_HEAD'], at: ['REGENCY'] },
  { by: provinceOffice, to: [...invited, ...ofKarangTaruna], at: ['PROVINCE'] },
  { by: regencyHead, to: ['DINSOS_REGENCY_STAFF', 'PARTNER_COMPANY'], at: ['REGENCY'] },
  { by: regencyHead, to: ['DISTRICT_HEAD', 'DISTRICT_SOCIAL_SECTION'], at: ['DISTRICT'] },
  { by: regencyHead, to: ['VILLAGE_HEAD'], at: ['VILLAGE'] },
  {
    by: regencyHead,
    to: ['SOCIAL_WORKER', 'PSKS_WORKER', 'PUSKESOS_OPERATOR', 'SLRT_OPERATOR'],
    at: belowProvince,
  },
  { by: regencyOffice, to: [...invited, ...ofKarangTaruna], at: belowProvince },
];

/** Roles that may appoint somebody. */
export const appointers = [...ministry, ...provinceOffice, ...regencyOffice] as const;

/**
 * Heads of villages and districts, and the boards themselves, write here only through the board
 * that they confirm or change: who is seated on it is appointed with it.
 */
const confirmers = [
  { roles: ['VILLAGE_HEAD', 'DISTRICT_HEAD'] as const, within: 'region_code' },
  { roles: ['KT_OFFICER'] as const, organization: 'organization_id' },
];

export const appointmentPolicy = definePolicy({
  table: 'appointment',
  access: 'restricted',
  read: [
    { roles: [...socialOffices, 'AUDITOR', 'DATA_PROTECTION_OFFICER'], within: 'region_code' },
    { roles: ['KT_OFFICER', 'PSKS_WORKER'], organization: 'organization_id' },
    ...confirmers,
  ],
  write: [{ roles: appointers, within: 'region_code' }, ...confirmers],
  commands: { END: [{ roles: appointers, within: 'region_code' }] },
});

/** Why an appointment ended. */
export const endReasons = [
  'DECREE',
  'TERM_ENDED',
  'RESIGNED',
  'DECEASED',
  'RECORDED_IN_ERROR',
] as const;
export type EndReason = (typeof endReasons)[number];

export type AppointmentRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'own-appointment' }
  | { refused: 'already-appointed' }
  | { refused: 'already-ended' };

interface Place {
  role: Role;
  regionCode: string;
}

/** Whether the caller's office appoints to this role for this region. */
export function mayAppoint(caller: Caller, { role, regionCode }: Place): boolean {
  if (caller.role === 'SYSTEM') return true;
  const level = levelOf(regionCode);
  return appointing.some(
    ({ by, to, at }) =>
      (by as readonly string[]).includes(caller.role) &&
      to.includes(role) &&
      at.includes(level) &&
      covers(caller.region, regionCode),
  );
}

/** What a rule knows of the organization or the office that is acted for. */
export interface ActedFor {
  regionCode: string;
  live: boolean;
}

export interface MakeAppointment extends Place {
  account: string;
  decree: Decree;
  validFrom: Date;
  validTo: Date | null;
}

export interface AppointmentSurroundings {
  regionExists: boolean;
  /** Undefined when none was named, null when there is none to be seen. */
  organization: ActedFor | null | undefined;
  office: ActedFor | null | undefined;
  callerAccount: string;
  today: string;
}

const noOrganization = invalidInput('organizationId', {
  en: 'There is no such organization in the register.',
  id: 'Organisasi tidak ada dalam register.',
});
const noOffice = invalidInput('officeId', {
  en: 'There is no such office.',
  id: 'Kantor tidak ditemukan.',
});

/** An officer or member of a Karang Taruna acts for it, where it is seated; nobody acts for a place beyond the office's. */
function actedForProblem(
  input: MakeAppointment,
  { organization, office }: AppointmentSurroundings,
): InvalidInput | null {
  if (organization === null || organization?.live === false) return noOrganization;
  if (office === null) return noOffice;
  const isOfKarangTaruna = (ofKarangTaruna as readonly string[]).includes(input.role);
  if (isOfKarangTaruna && organization?.regionCode !== input.regionCode) {
    return invalidInput('organizationId', {
      en: 'Who acts for a Karang Taruna is appointed for the region where it is seated.',
      id: 'Pengurus Karang Taruna ditetapkan untuk wilayah kedudukan organisasinya.',
    });
  }
  if (office && !covers(office.regionCode, input.regionCode)) {
    return invalidInput('officeId', {
      en: 'The office does not serve this region.',
      id: 'Kantor ini tidak melayani wilayah tersebut.',
    });
  }
  return null;
}

function termProblem(input: MakeAppointment): InvalidInput | null {
  if (input.validTo === null || input.validTo > input.validFrom) return null;
  return invalidInput('validTo', {
    en: 'It would end before it begins.',
    id: 'Berakhir sebelum dimulai.',
  });
}

/** Somebody may be appointed by the office that the law or the ministry gives this role to, never by themselves. */
export function appoint(
  input: MakeAppointment,
  around: AppointmentSurroundings,
  caller: Caller,
): Decision<object, AppointmentRefusal> {
  if (!mayAppoint(caller, input)) return notAllowed('makeAppointment');
  const places = [around.organization, around.office];
  const beyond = places.some((place) => place && !isWithin(caller, place.regionCode));
  if (beyond) return notAllowed('makeAppointment');
  if (input.account === around.callerAccount) return { refused: 'own-appointment' };
  if (!around.regionExists) {
    return invalidInput('region', {
      en: 'There is no region with this code.',
      id: 'Tidak ada wilayah dengan kode ini.',
    });
  }
  const problem =
    actedForProblem(input, around) ??
    termProblem(input) ??
    decreeProblem(input.decree, around.today);
  return problem ?? { refused: null };
}

const isWithin = (caller: Caller, regionCode: string) =>
  caller.role === 'SYSTEM' || covers(caller.region, regionCode);

export interface AppointmentState extends Place {
  validFrom: Date;
  validTo: Date | null;
}

/** Ends what runs, or what has not begun; what ended stays as it was. */
export function end(
  state: AppointmentState,
  input: { at: Date; reason: EndReason; decree: Decree | null },
  now: Date,
  caller: Caller,
): Decision<{ validTo: Date }, AppointmentRefusal> {
  if (!mayAppoint(caller, state) || !may(appointmentPolicy.commands.END, caller, state)) {
    return notAllowed('endAppointment');
  }
  if (state.validTo !== null && state.validTo <= now) return { refused: 'already-ended' };
  if (input.reason === 'DECREE' && input.decree === null) {
    return invalidInput('decree', {
      en: 'An end by decree needs the decree.',
      id: 'Pemberhentian dengan surat keputusan memerlukan suratnya.',
    });
  }
  const outside =
    input.at < state.validFrom || (state.validTo !== null && input.at > state.validTo);
  if (outside) {
    return invalidInput('at', {
      en: 'The end lies outside the term.',
      id: 'Waktu berakhir berada di luar masa penugasan.',
    });
  }
  const problem = decreeProblem(input.decree, now.toISOString().slice(0, 10));
  return problem ?? { refused: null, validTo: input.at };
}

/** Whether the caller could end it now. */
export const mayEnd = (state: AppointmentState, now: Date, caller: Caller): boolean =>
  mayAppoint(caller, state) && (state.validTo === null || state.validTo > now);
