import { encodeId } from '@jejaring/chassis/graph/ids';
import { notFound, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { forgetFiles } from '@jejaring/evidence/evidence.service';
import {
  beneficiaryErased,
  incidents,
  requests,
} from '@jejaring/schema/events/welfare-privacy.events';
import { held, heldOpen } from '@jejaring/trust/privacy/held';
import type { PersonKind, SentTo } from '@jejaring/trust/privacy/person-kind';
import type { ServicePrivacy } from '@jejaring/trust/privacy/privacy-slice';
import { Beneficiary } from '../beneficiary/beneficiary.entity.js';
import { stopAtOnce } from '../case/case-pause.service.js';
import { WelfareCase } from '../case/case.entity.js';
import { Consent } from '../consent/consent.entity.js';
import { withdrawConsent } from '../consent/consent.service.js';
import { keepsPerson } from './keeping.rules.js';

const casesOf = (work: Work, beneficiaryId: string) => work.list(WelfareCase, { beneficiaryId });

const ofCases = 'case_id in (select id from welfare_case where beneficiary_id = $1)';

/** Ids of what belongs to a person, by the prefix that each has in the graph. */
async function belongingsOf(work: Work, id: string) {
  const rows = await work.sql<{ prefix: 'case' | 'con' | 'ref'; id: string }>(
    `select 'case' as prefix, id from welfare_case where beneficiary_id = $1
     union all select 'con', id from consent where ${ofCases}
     union all select 'ref', id from referral where ${ofCases}`,
    [id],
  );
  return rows;
}

async function sentTo(work: Work, id: string): Promise<SentTo[]> {
  const sent = await work.sql<{ to: string; at: Date; kind: string }>(
    `select to_organization_id as to, sent_at as at, kind from referral
     where ${ofCases} and sent_at is not null order by sent_at`,
    [id],
  );
  return sent.map(({ to, at, kind }) => ({ receiver: encodeId('org', to), at, what: kind }));
}

/** Persons in need: what is known of them serves to help them, and is of the most guarded kind. */
const beneficiaries: PersonKind = {
  prefix: 'ben',
  table: 'beneficiary',
  basis: 'PUBLIC_TASK',
  source: 'UU 11/2009; PP 39/2012; UU 27/2022, article 20(2)e',
  purpose: {
    en: 'Handling social problems, from the report of a case to its aftercare.',
    id: 'Penanganan masalah kesejahteraan sosial, dari pelaporan kasus sampai bimbingan lanjut.',
  },
  retention: {
    name: 'cases-ended',
    months: 120,
    starts: {
      en: 'The end of the last case of the person.',
      id: 'Berakhirnya kasus terakhir orang tersebut.',
    },
    source: 'UU 43/2009; PP 28/2012: the retention schedule of the office',
  },
  begun: `select b.id, b.region_code, max(coalesce(c.closed_at, c.reported_at)) as begun_at
    from beneficiary b join welfare_case c on c.beneficiary_id = b.id
    group by b.id
    having bool_and(coalesce(c.paused_from, c.status) in ('CLOSED', 'REJECTED', 'AFTERCARE'))`,
  shownIn: ['Beneficiary', 'WelfareCase', 'Consent', 'BreakGlassGrant', 'RevealedField'],
  hasFingerprints: true,
  find: (work, id) => work.find(Beneficiary, { id }),
  async keptBecause(work, id, keptUntil) {
    return keepsPerson(await casesOf(work, id), keptUntil, work.now);
  },
  holds: [
    heldOpen('beneficiary', 'ben', {
      closed: { name_cipher: 'personal', nik_cipher: 'personal' },
      fields: {
        subject_kind: 'internal',
        region_code: 'personal',
        nik_absent_reason: 'personal',
        birth_year: 'personal',
        sex: 'personal',
      },
    }),
    held('welfare_case', 'beneficiary_id = $1', {
      case_number: 'internal',
      category: 'specific',
      status: 'internal',
      urgency: 'internal',
      channel: 'internal',
      legal_basis: 'internal',
      reported_at: 'internal',
      severities: 'specific',
      goals: 'specific',
      outcome: 'specific',
      closed_at: 'internal',
    }),
    held('consent', ofCases, {
      given_by: 'personal',
      method: 'internal',
      purposes: 'internal',
      text_version: 'internal',
      given_at: 'internal',
      expires_at: 'internal',
      withdrawn_at: 'internal',
    }),
    {
      table: 'consent_text',
      fields: { version: 'public', body: 'public', sha256: 'public' },
      list: (work, id) =>
        work.sql(
          `select version, body, sha256 from consent_text where language = 'id'
             and version in (select text_version from consent where ${ofCases}) order by version`,
          [id],
        ),
    },
    held('intervention', ofCases, { service: 'specific', given_on: 'internal' }),
    held('follow_up', ofCases, { visited_on: 'internal', finding: 'specific' }),
    held('referral', ofCases, {
      kind: 'internal',
      status: 'internal',
      sent_at: 'internal',
      feedback: 'specific',
    }),
  ],
  sentTo,
  async tracedAs(work, id) {
    const belongings = await belongingsOf(work, id);
    return [encodeId('ben', id), ...belongings.map((one) => encodeId(one.prefix, one.id))];
  },
  behind: (work, traces) =>
    work.sql(
      `select id, region_code as "regionCode" from beneficiary where id = any ($1) or id in (
         select beneficiary_id from welfare_case where id = any ($2)
           or id in (select case_id from consent where id = any ($3))
           or id in (select case_id from referral where id = any ($4)))`,
      [traces('ben'), traces('case'), traces('con'), traces('ref')],
    ),
  async restrict(work, { id }) {
    for (const row of await casesOf(work, id)) await stopAtOnce(work, row.id, 'PERSON_OBJECTED');
  },
  async withdraw(work, { id }, consentId) {
    const consent = await work.get(Consent, consentId);
    const { beneficiaryId } = await work.get(WelfareCase, consent.caseId);
    if (beneficiaryId !== id) refuse(notFound(encodeId('con', consentId)));
    await withdrawConsent(work, { id: consentId, expectedVersion: consent.version });
  },
  async erase(work, { id, regionCode }) {
    const belongings = await belongingsOf(work, id);
    const files = await forgetFiles(
      work,
      belongings.map((one) => one.id),
    );
    await work.publish(beneficiaryErased, {
      region: regionCode,
      data: { beneficiaryId: encodeId('ben', id) },
    });
    return { files };
  },
};

export const privacy: ServicePrivacy = { kinds: [beneficiaries], requests, incidents };
