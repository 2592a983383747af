import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { held, heldOpen } from '@jejaring/trust/privacy/held';
import type { PersonKind, PersonRow } from '@jejaring/trust/privacy/person-kind';
import { keepsHolder } from './keeping.rules.js';

const shared = {
  basis: 'LEGAL_OBLIGATION',
  sentTo: () => Promise.resolve([]),
  shownIn: ['RevealedField'],
} as const;

const schedule = 'UU 43/2009; PP 28/2012: the retention schedule of the office';

async function findRow(work: Work, sql: string, id: string): Promise<PersonRow | null> {
  const [row] = await work.sql<PersonRow>(sql, [id]);
  return row ?? null;
}

/** Who holds or held a post in an office: signs and decides, and is known by initials. */
export const postHolders: PersonKind = {
  ...shared,
  prefix: 'hld',
  table: 'post_holder',
  source: 'UU 23/2014; UU 27/2022, article 20(2)c',
  purpose: {
    en: 'Chart of the offices of social affairs: who signed and decided on a day.',
    id: 'Struktur dinas sosial: siapa yang menandatangani dan memutuskan pada suatu hari.',
  },
  retention: {
    name: 'post-left',
    months: 120,
    starts: { en: 'The day on which the post was left.', id: 'Hari ditinggalkannya jabatan.' },
    source: schedule,
  },
  begun: `select id, region_code, valid_to::timestamptz as begun_at from post_holder
    where valid_to is not null`,
  find: (work, id) =>
    findRow(
      work,
      'select id, 1 as version, region_code as "regionCode" from post_holder where id = $1',
      id,
    ),
  async keptBecause(work, id, keptUntil) {
    const terms = await work.sql<{ validTo: string | null }>(
      'select valid_to as "validTo" from post_holder where id = $1',
      [id],
    );
    return keepsHolder(terms, keptUntil, work.now);
  },
  holds: [
    heldOpen('post_holder', 'hld', {
      closed: { name_cipher: 'personal' },
      fields: {
        initials: 'public',
        capacity: 'public',
        decree: 'internal',
        valid_from: 'public',
        valid_to: 'public',
      },
    }),
  ],
  tracedAs: (_work, id) => Promise.resolve([encodeId('hld', id)]),
  behind: (work, traces) =>
    work.sql('select id, region_code as "regionCode" from post_holder where id = any ($1)', [
      traces('hld'),
    ]),
  async erase(work, { id }) {
    await work.sql("update post_holder set initials = '—' where id = $1", [id]);
    return { files: 0 };
  },
};

/** The chair whom an organization named when it applied; its boards name others later. */
export const chairs: PersonKind = {
  ...shared,
  prefix: 'org',
  table: 'organization',
  source: 'Permensos 25/2019; UU 27/2022, article 20(2)c',
  purpose: {
    en: 'Registration of an organization: who answers for the application.',
    id: 'Pendaftaran organisasi: siapa yang bertanggung jawab atas permohonan.',
  },
  retention: {
    name: 'organization-ended',
    months: 120,
    starts: {
      en: 'The end of the organization, or the rejection of its application.',
      id: 'Pembubaran organisasi atau penolakan permohonannya.',
    },
    source: schedule,
  },
  begun: `select id, region_code, recorded_at as begun_at from organization
    where chair_name_cipher is not null and status in ('DISSOLVED', 'REJECTED')`,
  find: (work, id) =>
    findRow(
      work,
      `select id, version, region_code as "regionCode" from organization
       where id = $1 and chair_name_cipher is not null`,
      id,
    ),
  async keptBecause(work, id) {
    const [row] = await work.sql<{ ended: boolean }>(
      "select status in ('DISSOLVED', 'REJECTED') as ended from organization where id = $1",
      [id],
    );
    return row?.ended ? null : 'STATE_ADMINISTRATION';
  },
  holds: [
    heldOpen('organization', 'org', { closed: { chair_name_cipher: 'personal' }, fields: {} }),
    held('organization', 'id = $1', { name: 'public', region_code: 'public', status: 'public' }),
  ],
  tracedAs: (_work, id) => Promise.resolve([encodeId('org', id)]),
  behind: (work, traces) =>
    work.sql(
      `select id, region_code as "regionCode" from organization
       where id = any ($1) and chair_name_cipher is not null`,
      [traces('org')],
    ),
  // The closed name stays where it is: nothing opens it once its key is gone.
  erase: () => Promise.resolve({ files: 0 }),
};
