import { when } from '@jejaring/chassis/events/inbox';
import { storedId } from '@jejaring/chassis/graph/ids';
import { officerErased } from '@jejaring/schema/events/organizations-privacy.events';

/** Nobody is left behind the initials of who is erased; the id keeps its place, so that counts stay. */
const forgotten = `representatives = (
    select jsonb_agg(case when one->>'officerId' = $1 then one || '{"initials": "—"}' else one end order by place)
    from jsonb_array_elements(representatives) with ordinality as each (one, place))`;
const names = `representatives @> jsonb_build_array(jsonb_build_object('officerId', $1::text))`;

/** Who is erased in the register stands for no nominee by initials any more, in former versions neither. */
export const forgetOfficer = when(
  'awards.forget-officer',
  officerErased,
  async (work, { data }) => {
    const officerId = storedId('ofr', data.officerId);
    await work.sql(`update nomination set ${forgotten}, version = version + 1 where ${names}`, [
      officerId,
    ]);
    await work.sql(`update nomination_history set ${forgotten} where ${names}`, [officerId]);
  },
);
