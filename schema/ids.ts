/**
 * The prefix that an id carries in the graph, in events and in tokens: `org_01h…` is a TypeID,
 * a UUIDv7 in Crockford base32 behind the name of what it stands for (https://github.com/jetify-com/typeid).
 */
export const idPrefixes = {
  office: 'ofc',
  unit: 'unt',
  post: 'pst',
  appointment: 'apt',
  regulation: 'rgl',
  organization: 'org',
  board: 'brd',
  seat: 'sea',
  officer: 'ofr',
  membership: 'mbr',
  classification: 'cls',
  instrument: 'ins',
  assistanceProgramme: 'apg',
  allocation: 'alc',
  handover: 'hnd',
  villageStatus: 'vst',
  villageStatusSummary: 'vss',
  asset: 'ast',
  partnership: 'prt',
  workProgramme: 'wpg',
  activity: 'act',
  organizationEvent: 'oev',
  economicVenture: 'vnt',
  evidence: 'evd',
  beneficiary: 'ben',
  case: 'case',
  consent: 'con',
  referral: 'ref',
  referralLink: 'lnk',
  breakGlassGrant: 'bgl',
  trainingEvent: 'trn',
  trainingSession: 'tss',
  delegation: 'dlg',
  postHolder: 'hld',
  registration: 'reg',
  certificate: 'crt',
  edition: 'edn',
  competition: 'cmp',
  nomination: 'nom',
  juror: 'jur',
  scoreSheet: 'sht',
  award: 'awd',
  privacyRequest: 'prq',
  dataIncident: 'din',
  eventSubscription: 'sub',
  eventDelivery: 'dlv',
  redriveRequest: 'rdr',
} as const;

export type IdPrefix = (typeof idPrefixes)[keyof typeof idPrefixes];

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
function valuesOf(all: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  [...all].forEach((one, value) => (values[one.charCodeAt(0)] = value));
  return values;
}
const digitValues = valuesOf('0123456789abcdef');
const letterValues = valuesOf(letters);
const dash = '-'.charCodeAt(0);

// Written anew for each id; nothing waits while it is in use.
const written = Buffer.alloc(26);
const bytes = Buffer.alloc(16);

/** The id of a row as the graph, events and tokens show it, a TypeID of its UUID: two empty bits and its 128, in 26 letters of five. */
export function encodeId(prefix: IdPrefix, uuid: string): string {
  let bits = 0;
  let held = 2;
  let at = 0;
  for (let index = 0; index < uuid.length; index += 1) {
    const code = uuid.charCodeAt(index);
    if (code === dash) continue;
    const digit = digitValues[code] ?? -1;
    if (digit < 0) throw new Error('Not a UUID.');
    bits = ((bits << 4) | digit) & 0xff;
    held += 4;
    if (held < 5) continue;
    held -= 5;
    written[at] = letters.charCodeAt((bits >> held) & 31);
    at += 1;
  }
  if (at !== 26 || held !== 0) throw new Error('Not a UUID.');
  return `${prefix}_${written.toString('latin1')}`;
}

/** The stored id behind one of the graph, or null when it is not of that kind. */
export function decodeId(prefix: IdPrefix, id: string): string | null {
  const from = prefix.length + 1;
  if (id.length !== from + 26 || !id.startsWith(`${prefix}_`)) return null;
  let bits = 0;
  let held = -2;
  let at = 0;
  for (let index = from; index < id.length; index += 1) {
    const value = letterValues[id.charCodeAt(index)] ?? -1;
    if (value < 0 || (index === from && value > 7)) return null;
    bits = ((bits << 5) | value) & 0xfff;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = bits >> held;
    at += 1;
  }
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
