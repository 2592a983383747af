import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { linkDrawn, linkEnded } from '@jejaring/schema/events/welfare-network.events';
import { ReferralLink } from './link.entity.js';
import type { LinkKind } from './link.rules.js';
import { draw, end } from './link.rules.js';

const eventData = ({ id, fromOrganizationId, toOrganizationId, kind }: ReferralLink) => ({
  linkId: encodeId('lnk', id),
  fromOrganizationId: encodeId('org', fromOrganizationId),
  toOrganizationId: encodeId('org', toOrganizationId),
  kind,
});

export async function drawLink(
  work: Work,
  input: { from: string; to: string; kind: LinkKind },
): Promise<ReferralLink> {
  const { from, to, kind } = input;
  const asked = { from: encodeId('org', from), to: encodeId('org', to) };
  const [drawer, partner] = [
    await work.find(OrganizationCopy, { id: from }),
    await work.find(OrganizationCopy, { id: to }),
  ];
  const { regionCode } = proceed(draw(drawer, partner, asked, work.caller));
  const ends = { fromOrganizationId: from, toOrganizationId: to, regionCode, kind };
  const row = { id: work.newId(), version: 1, ...ends, validFrom: work.now, validTo: null };
  try {
    const saved = await work.insert(ReferralLink, row);
    await work.publish(linkDrawn, { region: regionCode, data: eventData(saved) });
    return saved;
  } catch (error) {
    if (isUniqueViolation(error, 'referral_link_once')) return refuse({ refused: 'link-drawn' });
    throw error;
  }
}

export async function endLink(
  work: Work,
  input: { id: string; expectedVersion: number },
): Promise<ReferralLink> {
  const row = await work.getAt(ReferralLink, input.id, input.expectedVersion);
  const saved = await work.update(ReferralLink, row, proceed(end(row, work.caller, work.now)));
  await work.publish(linkEnded, { region: saved.regionCode, data: eventData(saved) });
  return saved;
}
