import { when } from '@jejaring/chassis/events/inbox';
import { storedId } from '@jejaring/chassis/graph/ids';
import {
  organizationBecameDormant,
  organizationDissolved,
  organizationReactivated,
  organizationRegistered,
  organizationReinstated,
  organizationSuspended,
} from '@jejaring/schema/events/organizations.events';
import {
  boardConfirmed,
  boardRevoked,
  classificationDetermined,
} from '@jejaring/schema/events/organizations-boards.events';
import { certificateIssued, certificateRevoked } from '@jejaring/schema/events/training.events';
import { handledCaseCounted } from '@jejaring/schema/events/welfare-cases.events';
import { reconsider } from '../nomination/reconsider.service.js';
import { holdFacts } from './eligibility.service.js';

// Whichever of the two comes first, a revoked certificate stays revoked.
const issueSql = `
  insert into certificate_copy (id, organization_id, topic, issued_on, revoked)
  values ($1, $2, $3, $4, false)
  on conflict (id) do update set topic = excluded.topic, issued_on = excluded.issued_on`;
const revokeSql = `
  insert into certificate_copy (id, organization_id, revoked) values ($1, $2, true)
  on conflict (id) do update set revoked = true`;

const addCertificate = when(
  'awards.add-certificate',
  certificateIssued,
  async (work, { data: { certificateId, organizationId, topic, issuedOn } }) => {
    const nominee = storedId('org', organizationId);
    await holdFacts(work, [nominee]);
    await work.sql(issueSql, [storedId('crt', certificateId), nominee, topic, issuedOn]);
    await reconsider(work, nominee);
  },
);

const strikeCertificate = when(
  'awards.strike-certificate',
  certificateRevoked,
  async (work, { data: { certificateId, organizationId } }) => {
    const nominee = storedId('org', organizationId);
    await holdFacts(work, [nominee]);
    await work.sql(revokeSql, [storedId('crt', certificateId), nominee]);
    await reconsider(work, nominee);
  },
);

// The place of the event in its order makes counting it twice harmless.
const countSql = `
  insert into handled_case_count as c (organization_id, month, cases, epoch, sequence)
  values ($1, $2, 1, $3, $4)
  on conflict (organization_id, month) do update
  set cases = c.cases + 1, epoch = excluded.epoch, sequence = excluded.sequence
  where (c.epoch, c.sequence) < (excluded.epoch, excluded.sequence)`;

const countHandledCase = when(
  'awards.count-handled-case',
  handledCaseCounted,
  async (work, { data: { organizationId, month }, epoch, sequence }) => {
    const nominee = storedId('org', organizationId);
    await holdFacts(work, [nominee]);
    await work.sql(countSql, [nominee, month, epoch, sequence]);
    await reconsider(work, nominee);
  },
);

const boardSql = `
  insert into board_copy (id, organization_id, term_start, term_end) values ($1, $2, $3, $4)
  on conflict (id) do update set term_start = excluded.term_start, term_end = excluded.term_end`;

const addBoard = when('awards.add-board', boardConfirmed, async (work, { data }) => {
  const nominee = storedId('org', data.organizationId);
  await holdFacts(work, [nominee]);
  const id = storedId('brd', data.boardId);
  await work.sql(boardSql, [id, nominee, data.termStart, data.termEnd]);
  await reconsider(work, nominee);
});

// A revoked board leaves before its term; that a term ran out was known from its beginning.
const endBoard = when('awards.end-board', boardRevoked, async (work, { data }) => {
  const nominee = storedId('org', data.organizationId);
  await holdFacts(work, [nominee]);
  const ended = [storedId('brd', data.boardId), data.revokedOn];
  await work.sql('update board_copy set term_end = least(term_end, $2) where id = $1', ended);
  await reconsider(work, nominee);
});

const classSql = `
  insert into class_copy (organization_id, year, class) values ($1, $2, $3)
  on conflict (organization_id, year) do update set class = excluded.class`;

const noteClass = when('awards.note-class', classificationDetermined, async (work, { data }) => {
  const nominee = storedId('org', data.organizationId);
  await holdFacts(work, [nominee]);
  await work.sql(classSql, [nominee, data.year, data.class]);
  await reconsider(work, nominee);
});

const registryNews = [
  organizationRegistered,
  organizationBecameDormant,
  organizationReactivated,
  organizationSuspended,
  organizationReinstated,
  organizationDissolved,
];

const reconsiderOrganization = registryNews.map((contract) =>
  when('awards.reconsider-organization', contract, async (work, { data }) => {
    const nominee = storedId('org', data.organizationId);
    await holdFacts(work, [nominee]);
    await reconsider(work, nominee);
  }),
);

/** What changes a nominee's facts; to be asked after the copy of organizations was changed. */
export const eligibilityConsumers = [
  addCertificate,
  strikeCertificate,
  countHandledCase,
  addBoard,
  endBoard,
  noteClass,
  ...reconsiderOrganization,
];
