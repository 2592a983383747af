import type { Role } from '@jejaring/schema/roles';
import { roles } from '@jejaring/schema/roles';

/** What an access token says about its bearer besides who issued it. */
export interface CallerClaims {
  role: Role;
  /** Absent: no region. Empty: the nation. */
  region?: string;
  organization?: string;
  office?: string;
  name?: string;
  /** How the bearer signed in: `mfa` with a second factor. */
  acr?: string;
}

export type AskedClaims = Record<string, string | undefined>;

/** Roles whose work is the whole nation unless a narrower region is named. */
const national: readonly Role[] = [
  'KEMENSOS_STAFF',
  'AUDITOR',
  'DATA_PROTECTION_OFFICER',
  'SYSTEM_SUBSCRIBER',
];
const regionCode = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
const typeId = /^(org|ofc)_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** The claims asked for, or the sentence that says what is wrong with them. */
export function readClaims(asked: AskedClaims): CallerClaims | { refused: string } {
  const role = roles.find((known) => known === asked.role);
  if (role === undefined) return { refused: `role must be one of ${roles.join(', ')}` };
  const region = readRegion(role, asked.region);
  if (region === null)
    return { refused: 'region must be a code such as 32.79, or ID for the nation' };
  for (const [name, prefix] of [
    ['organization', 'org_'],
    ['office', 'ofc_'],
  ] as const) {
    const id = asked[name];
    if (id && !(typeId.test(id) && id.startsWith(prefix))) {
      return { refused: `${name} must be an identifier that begins with ${prefix}` };
    }
  }
  return {
    role,
    ...(region !== undefined && { region }),
    ...(asked.organization && { organization: asked.organization }),
    ...(asked.office && { office: asked.office }),
    ...(asked.name && { name: asked.name }),
    ...(asked.acr && { acr: asked.acr }),
  };
}

function readRegion(role: Role, asked: string | undefined): string | undefined | null {
  if (role === 'PUBLIC') return undefined;
  if (!asked) return national.includes(role) ? '' : undefined;
  if (asked === 'ID') return '';
  return regionCode.test(asked) ? asked : null;
}
