/**
 * The prefix that an id carries in the graph, in events and in tokens: `org_01h…` is a TypeID,
 * a UUIDv7 in Crockford base32 behind the name of what it stands for (https://github.com/jetify-com/typeid).
 */
export const idPrefixes = {
  office: 'ofc',
  post: 'pst',
  appointment: 'apt',
  regulation: 'rgl',
  organization: 'org',
  board: 'brd',
  seat: 'sea',
  officer: 'ofr',
  classification: 'cls',
  assistanceProgramme: 'apg',
  allocation: 'alc',
  handover: 'hnd',
  asset: 'ast',
  partnership: 'prt',
  workProgramme: 'wpg',
  activity: 'act',
  organizationEvent: 'oev',
  evidence: 'evd',
  beneficiary: 'ben',
  case: 'case',
  consent: 'con',
  referral: 'ref',
  trainingEvent: 'trn',
  delegation: 'dlg',
  registration: 'reg',
  certificate: 'crt',
  competition: 'cmp',
  nomination: 'nom',
  juror: 'jur',
  scoreSheet: 'sht',
  award: 'awd',
} as const;

export type IdPrefix = (typeof idPrefixes)[keyof typeof idPrefixes];
