/**
 * The prefix that an id carries in the graph, in events and in tokens: `org_01h…` is a TypeID,
 * a UUIDv7 in Crockford base32 behind the name of what it stands for (https://github.com/jetify-com/typeid).
 */
export const idPrefixes = {
  office: 'ofc',
  organization: 'org',
  beneficiary: 'ben',
  case: 'case',
  consent: 'con',
  referral: 'ref',
  trainingEvent: 'trn',
  registration: 'reg',
  certificate: 'crt',
  competition: 'cmp',
  nomination: 'nom',
  award: 'awd',
} as const;

export type IdPrefix = (typeof idPrefixes)[keyof typeof idPrefixes];
