import { when } from '@jejaring/chassis/events/inbox';
import { storedId } from '@jejaring/chassis/graph/ids';
import { awardGranted } from '@jejaring/schema/events/awards.events';
import { Honour } from './honour.entity.js';

/** Puts a granted award into the organization's profile. */
export const addHonour = when('organizations.add-honour', awardGranted, async (work, { data }) => {
  const { rank, year } = data;
  const awardId = storedId('awd', data.awardId);
  const organizationId = storedId('org', data.organizationId);
  await work.put(Honour, { awardId, organizationId, rank, year }, ['awardId']);
});
