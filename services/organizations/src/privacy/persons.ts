import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  officerErased,
  incidents,
  requests,
} from '@jejaring/schema/events/organizations-privacy.events';
import { held, heldOpen } from '@jejaring/trust/privacy/held';
import type { PersonKind, PersonRow } from '@jejaring/trust/privacy/person-kind';
import type { ServicePrivacy } from '@jejaring/trust/privacy/privacy-slice';
import { Officer } from '../officer/officer.entity.js';
import { chairs, postHolders } from './office-holders.js';
import { keepsHolder } from './keeping.rules.js';

/** What stands in the place of initials once nobody is behind them any more. */
const nobody = '—';

const retention = {
  name: 'term-ended',
  months: 120,
  starts: {
    en: 'The end of the last term on a board; the registration of who never sat on one.',
    id: 'Berakhirnya masa bakti terakhir; tanggal pencatatan bila tidak pernah menjabat.',
  },
  source: 'Permensos 25/2019; UU 43/2009; PP 28/2012: the retention schedule of the office',
};

/** Closes the rows of a person, former versions too, or opens them again. */
async function mark(work: Work, { id }: PersonRow, restrictedAt: Date | null): Promise<void> {
  const set = 'set restricted_at = $2';
  await work.sql(`update officer ${set}, version = version + 1 where id = $1`, [id, restrictedAt]);
  await work.sql(`update officer_history ${set} where id = $1`, [id, restrictedAt]);
}

/** Persons on boards: the register must tell who answers for an organization. */
const officers: PersonKind = {
  prefix: 'ofr',
  table: 'officer',
  basis: 'LEGAL_OBLIGATION',
  source: 'Permensos 25/2019; UU 27/2022, article 20(2)c',
  purpose: {
    en: 'Register of the boards of Karang Taruna: who answers for an organization, and since when.',
    id: 'Pendataan kepengurusan Karang Taruna: siapa yang bertanggung jawab dan sejak kapan.',
  },
  retention,
  begun: `select o.id, o.region_code,
      coalesce(max(s.valid_to)::timestamptz, min(o.recorded_at)) as begun_at
    from officer o left join seat s on s.officer_id = o.id and s.status <> 'WITHDRAWN'
    group by o.id having coalesce(bool_and(s.status = 'HELD'), true)`,
  shownIn: ['Officer', 'RevealedField'],
  hasFingerprints: true,
  find: (work, id) => work.find(Officer, { id }),
  async keptBecause(work, id, keptUntil) {
    const seats = await work.sql<{ validTo: string | null }>(
      `select valid_to as "validTo" from seat where officer_id = $1 and status <> 'WITHDRAWN'`,
      [id],
    );
    return keepsHolder(seats, keptUntil, work.now);
  },
  holds: [
    heldOpen('officer', 'ofr', {
      closed: { name_cipher: 'personal', nik_cipher: 'personal', birth_date_cipher: 'personal' },
      fields: {
        initials: 'internal',
        sex: 'personal',
        birth_year: 'personal',
        nik_warnings: 'personal',
        residence_region_code: 'personal',
        official_positions: 'personal',
        account: 'internal',
      },
    }),
    held('seat', 'officer_id = $1', {
      position: 'public',
      section_name: 'public',
      initials: 'public',
      status: 'public',
      valid_from: 'public',
      valid_to: 'public',
      end_reason: 'internal',
    }),
  ],
  // Training and awards get ids of seats alone; the name goes where the person is sent, by who sends them.
  sentTo: () => Promise.resolve([]),
  tracedAs: async (work, id) => {
    const seats = await work.sql<{ id: string }>('select id from seat where officer_id = $1', [id]);
    return [encodeId('ofr', id), ...seats.map((seat) => encodeId('sea', seat.id))];
  },
  behind: (work, traces) =>
    work.sql(
      `select id, region_code as "regionCode" from officer where id = any ($1)
         or id in (select officer_id from seat where id = any ($2))`,
      [traces('ofr'), traces('sea')],
    ),
  restrict: (work, person) => mark(work, person, work.now),
  lift: (work, person) => mark(work, person, null),
  async erase(work, { id, regionCode }) {
    const forgotten = `initials = '${nobody}', nik_warnings = '{}', official_positions = '[]', account = null`;
    await work.sql(`update officer set ${forgotten}, version = version + 1 where id = $1`, [id]);
    await work.sql(`update officer_history set ${forgotten} where id = $1`, [id]);
    await work.sql(
      'update seat set initials = null, version = version + 1 where officer_id = $1 and initials is not null',
      [id],
    );
    await work.sql('update seat_history set initials = null where officer_id = $1', [id]);
    await work.publish(officerErased, {
      region: regionCode,
      data: { officerId: encodeId('ofr', id) },
    });
    return { files: 0 };
  },
};

export const privacy: ServicePrivacy = {
  kinds: [officers, postHolders, chairs],
  requests,
  incidents,
};
