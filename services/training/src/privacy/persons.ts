import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  participantErased,
  incidents,
  requests,
} from '@jejaring/schema/events/training-privacy.events';
import { held, heldOpen } from '@jejaring/trust/privacy/held';
import type { PersonKind, PersonRow } from '@jejaring/trust/privacy/person-kind';
import type { ServicePrivacy } from '@jejaring/trust/privacy/privacy-slice';
import { Registration } from '../registration/registration.entity.js';
import type { KeptRegistration } from './keeping.rules.js';
import { keepsParticipant } from './keeping.rules.js';

/** What stands in the place of initials once nobody is behind them any more. */
const nobody = '—';

/** Closes the rows of a person, former versions too, or opens them again. */
async function mark(work: Work, { id }: PersonRow, restrictedAt: Date | null): Promise<void> {
  const set = 'set restricted_at = $2';
  await work.sql(`update registration ${set}, version = version + 1 where id = $1`, [
    id,
    restrictedAt,
  ]);
  await work.sql(`update registration_history ${set} where id = $1`, [id, restrictedAt]);
}

/** Persons at a training: who was taught with public money, and who may show a certificate. */
export const participants: PersonKind = {
  prefix: 'reg',
  table: 'registration',
  basis: 'PUBLIC_TASK',
  source: 'Permensos 25/2019; UU 27/2022, article 20(2)e',
  purpose: {
    en: 'Training of Karang Taruna and other welfare resources: seats, attendance, certificates.',
    id: 'Bimbingan teknis Karang Taruna dan PSKS lain: kuota, kehadiran, sertifikat.',
  },
  retention: {
    name: 'training-ended',
    months: 120,
    starts: { en: 'The last day of the training.', id: 'Hari terakhir kegiatan.' },
    source: 'UU 43/2009; PP 28/2012: the retention schedule of the office',
  },
  begun: `select r.id, r.region_code, e.ends_on::timestamptz as begun_at
    from registration r join training_event e on e.id = r.training_event_id`,
  shownIn: ['TrainingRegistration', 'RevealedField'],
  find: (work, id) => work.find(Registration, { id }),
  async keptBecause(work, id, keptUntil) {
    const [kept] = await work.sql<KeptRegistration>(
      `select r.status, e.ends_on as "endsOn" from registration r
       join training_event e on e.id = r.training_event_id where r.id = $1`,
      [id],
    );
    return keepsParticipant(kept!, keptUntil, work.now);
  },
  holds: [
    heldOpen('registration', 'reg', {
      closed: { name_cipher: 'personal' },
      fields: {
        initials: 'internal',
        status: 'internal',
        via: 'internal',
        registered_at: 'internal',
        region_code: 'personal',
      },
    }),
    held('certificate', 'registration_id = $1', {
      number: 'internal',
      holder_initials: 'public',
      issued_on: 'public',
      hours: 'public',
      status: 'public',
    }),
  ],
  sentTo: () => Promise.resolve([]),
  tracedAs: async (work, id) => {
    const certificates = await work.sql<{ id: string }>(
      'select id from certificate where registration_id = $1',
      [id],
    );
    return [encodeId('reg', id), ...certificates.map((one) => encodeId('crt', one.id))];
  },
  behind: (work, traces) =>
    work.sql(
      `select id, region_code as "regionCode" from registration where id = any ($1)
         or id in (select registration_id from certificate where id = any ($2))`,
      [traces('reg'), traces('crt')],
    ),
  restrict: (work, person) => mark(work, person, work.now),
  lift: (work, person) => mark(work, person, null),
  async erase(work, { id, regionCode }) {
    await work.sql(
      `update registration set initials = '${nobody}', version = version + 1 where id = $1`,
      [id],
    );
    await work.sql(`update registration_history set initials = '${nobody}' where id = $1`, [id]);
    await work.sql(
      `update certificate_check set holder_initials = '${nobody}' where verification_code in
         (select verification_code from certificate where registration_id = $1)`,
      [id],
    );
    await work.sql(
      `update certificate set holder_initials = '${nobody}', version = version + 1 where registration_id = $1`,
      [id],
    );
    await work.sql(
      `update certificate_history set holder_initials = '${nobody}' where registration_id = $1`,
      [id],
    );
    await work.publish(participantErased, {
      region: regionCode,
      data: { registrationId: encodeId('reg', id) },
    });
    return { files: 0 };
  },
};

export const privacy: ServicePrivacy = { kinds: [participants], requests, incidents };
