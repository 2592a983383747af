import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, NotAllowed, NotFound, Refusal } from '@jejaring/chassis/work/refusal';
import { notAllowed, notFound } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { regencyOffice } from '@jejaring/schema/roles';
import { linkKinds } from '@jejaring/schema/vocabulary';

export type LinkKind = (typeof linkKinds)[number];

const own = { roles: ['KT_OFFICER', 'PSKS_WORKER'] as const, organization: 'from_organization_id' };
const office = { roles: regencyOffice, within: 'region_code' };

/** Who works with whom is no secret; an organization draws its own links, or its office records them. */
export const linkPolicy = definePolicy({
  table: 'referral_link',
  access: 'public',
  read: everyone,
  write: [own, office],
  commands: { DRAW: [own, office], END: [own, office] },
});

export interface LinkEnd {
  id: string;
  regionCode: string;
  status: string;
}

export interface LinkRefused extends Refusal {
  refused: 'partner-is-self' | 'partner-not-active';
}

/** A link leads from one active organization to another. */
export function draw(
  from: LinkEnd | null,
  to: LinkEnd | null,
  asked: { from: string; to: string },
  caller: Caller,
): Decision<{ regionCode: string }, NotAllowed | NotFound | LinkRefused> {
  if (from === null) return notFound(asked.from);
  if (to === null) return notFound(asked.to);
  const { regionCode } = from;
  if (!may(linkPolicy.commands.DRAW, caller, { fromOrganizationId: from.id, regionCode }))
    return notAllowed('drawReferralLink');
  if (from.id === to.id) return { refused: 'partner-is-self' };
  if (from.status !== 'ACTIVE' || to.status !== 'ACTIVE') return { refused: 'partner-not-active' };
  return { refused: null, regionCode };
}

export interface LinkEnded extends Refusal {
  refused: 'link-ended';
}

/** A link ends once, by the side that drew it. */
export function end(
  link: { fromOrganizationId: string; regionCode: string; validTo: Date | null },
  caller: Caller,
  now: Date,
): Decision<{ validTo: Date }, NotAllowed | LinkEnded> {
  if (!may(linkPolicy.commands.END, caller, link)) return notAllowed('endReferralLink');
  if (link.validTo !== null) return { refused: 'link-ended' };
  return { refused: null, validTo: now };
}
