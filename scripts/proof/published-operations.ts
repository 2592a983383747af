import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { demoId, demoOrganizationStep } from '@jejaring/chassis/testing/demo';

/** How a published query is asked of the demo data, and what it may cost. */
export interface PublishedQuery {
  variables: Record<string, unknown>;
  /** The variable `id` is that of the first node of this list, as the same caller sees it. */
  idFrom?: string;
  /** Null for somebody without a token. */
  claims: Record<string, string> | null;
  /** Most requests to services. */
  requests: number;
  /** Most SQL statements of all services together; one of them enters a read of personal data into the audit. */
  statements: number;
  /** Takes `first`, whose size must not matter. */
  paged?: boolean;
}

/** Id of the demo's Karang Taruna that is seated at a region code. */
export function demoOrganization(regionCode: string): string {
  const { name, at } = demoOrganizationStep(regionCode);
  return encodeId('org', demoId('organizations', name, at));
}

const staff = { role: 'DINSOS_REGENCY_STAFF', region: '32.79' };
const kujangsari = {
  role: 'KT_OFFICER',
  region: '32.79.04.2006',
  organization: demoOrganization('32.79.04.2006'),
};

const about = (
  claims: PublishedQuery['claims'],
  variables: PublishedQuery['variables'],
  cost: Pick<PublishedQuery, 'requests' | 'statements' | 'idFrom'>,
): PublishedQuery => ({ claims, variables, ...cost });

const listing = (...parts: Parameters<typeof about>): PublishedQuery => ({
  ...about(...parts),
  paged: true,
});

/** Every query below `schema/operations`, by the name of its file. */
export const publishedQueries: Record<string, PublishedQuery> = {
  AssistanceCoverage: about(
    { role: 'DINSOS_REGENCY_STAFF', region: '32.09' },
    { region: '32.09', fiscalYear: 2024, asOf: '2024-12-31' },
    { requests: 1, statements: 10 },
  ),
  AuditChains: about({ person: 'dian' }, {}, { requests: 5, statements: 75 }),
  AuditTrail: listing(
    { person: 'dian' },
    { entity: demoOrganization('32.79.04.2006') },
    { requests: 5, statements: 30 },
  ),
  BoardsExpiring: listing(
    null,
    { region: '32.79', withinDays: 90 },
    { requests: 1, statements: 10 },
  ),
  BreakGlassReviews: listing(
    { role: 'DATA_PROTECTION_OFFICER', region: '32.79' },
    { reviewed: true },
    { requests: 3, statements: 15 },
  ),
  CaseDetail: about(
    staff,
    {},
    { idFrom: 'cases(region: "32.79", first: 1)', requests: 4, statements: 21 },
  ),
  CaseList: listing(staff, { region: '32.79' }, { requests: 2, statements: 10 }),
  CertificateCheck: about(null, { code: 'KT14-BJR0-0013' }, { requests: 2, statements: 9 }),
  CompetitionOutcome: listing(null, { region: '36', year: 2019 }, { requests: 2, statements: 11 }),
  CompetitionRanking: about(
    { role: 'AUDITOR', region: '36' },
    {},
    {
      idFrom: 'competitions(region: "36", year: 2019, first: 1)',
      requests: 2,
      statements: 20,
    },
  ),
  CompetitionResults: listing(
    staff,
    {},
    {
      idFrom: 'competitions(region: "32.79", year: 2026, first: 1)',
      requests: 4,
      statements: 20,
    },
  ),
  MyDelegations: listing(staff, {}, { requests: 4, statements: 20 }),
  OfficeChart: about(
    null,
    { region: '32.79', asOf: '2014-06-25' },
    { requests: 1, statements: 12 },
  ),
  OrganizationEvents: listing(null, { region: '36', year: 2019 }, { requests: 3, statements: 20 }),
  OrganizationTimeline: listing(
    staff,
    { id: demoOrganization('32.79.04.2003') },
    { requests: 5, statements: 30 },
  ),
  EntrantsByVillageStatus: listing(
    null,
    {},
    {
      idFrom: 'competitions(region: "36", year: 2019, first: 1)',
      requests: 3,
      statements: 16,
    },
  ),
  EventTraffic: listing({ person: 'bambang' }, {}, { requests: 5, statements: 30 }),
  EventTypes: listing(null, { owner: 'training' }, { requests: 1, statements: 0 }),
  EventDeliveries: listing(
    staff,
    { subscription: 'sub_018djmeb80ebe9mv95rtpwd6t9' },
    { requests: 1, statements: 6 },
  ),
  EventSubscriptionDetail: about(
    staff,
    { id: 'sub_018djmeb80ebe9mv95rtpwd6t9' },
    { requests: 1, statements: 8 },
  ),
  EventSubscriptions: listing(staff, {}, { requests: 1, statements: 10 }),
  OrganizationBoards: listing(
    null,
    { id: demoOrganization('32.79.04.2006'), asOf: '2014-06-25' },
    { requests: 1, statements: 11 },
  ),
  CoverageGaps: about(staff, { region: '32.79' }, { requests: 3, statements: 14 }),
  OrganizationNetwork: about(
    kujangsari,
    { id: demoOrganization('32.79.04.2006') },
    { requests: 2, statements: 10 },
  ),
  MyScoreSheets: listing({ person: 'maya' }, {}, { requests: 2, statements: 16 }),
  OrganizationProfile: about(
    null,
    { id: demoOrganization('32.79.04.2003') },
    { requests: 4, statements: 19 },
  ),
  PolicyOnDay: about(null, { on: '2014-06-25' }, { requests: 1, statements: 0 }),
  ReferralDetail: about(
    kujangsari,
    {},
    { idFrom: 'referrals(first: 1)', requests: 3, statements: 15 },
  ),
  ReferralInbox: listing(kujangsari, {}, { requests: 2, statements: 11 }),
  RegulationsOnDay: about(null, { on: '2019-10-30' }, { requests: 1, statements: 8 }),
  RegencyDashboard: about(staff, { region: '32.79', year: 2014 }, { requests: 4, statements: 21 }),
  RegionSearch: listing(
    null,
    { text: 'Mulyasari', level: 'VILLAGE' },
    { requests: 1, statements: 5 },
  ),
  SelectionEntrants: listing(null, { region: '63', year: 2024 }, { requests: 2, statements: 10 }),
  TrainingCalendar: listing(null, { region: '32' }, { requests: 3, statements: 14 }),
  TrainingDelegates: listing(
    staff,
    { year: 2014, organizerRegion: '32' },
    { requests: 6, statements: 30 },
  ),
  TrainingReach: listing(null, { region: '33.16', year: 2020 }, { requests: 3, statements: 14 }),
  VillageStatus: about(
    null,
    { region: '36', scheme: 'IPD', year: 2018 },
    { requests: 1, statements: 7 },
  ),
  VillageFunds: about(null, { region: '33.16', fiscalYear: 2025 }, { requests: 1, statements: 8 }),
  VillagesWithoutPartner: listing(
    null,
    {
      region: '36',
      partnership: 'CSR_TJSL',
      status: { scheme: 'IPD', year: 2018, level: 'TERTINGGAL' },
    },
    { requests: 1, statements: 8 },
  ),
  WhoLookedAtMe: listing(
    { person: 'tono' },
    { person: demoOrganization('32.79.04.2006') },
    { requests: 4, statements: 24 },
  ),
  WhoAmI: about(staff, {}, { requests: 1, statements: 8 }),
  WorkProgrammes: listing(null, { region: '32.09' }, { requests: 1, statements: 14 }),
  WelfareCategories: about(null, { search: 'PMKS' }, { requests: 1, statements: 0 }),
  WelfareStatistics: about(
    null,
    { region: '32.79', year: 2026, month: 9 },
    { requests: 2, statements: 9 },
  ),
};

const folderIn = (root: string) => path.join(root, 'schema', 'operations');

/** The text of a published operation. */
export const readOperation = (root: string, name: string): string =>
  readFileSync(path.join(folderIn(root), `${name}.graphql`), 'utf8');

/** The names of all published queries. */
export const listQueries = (root: string): string[] =>
  readdirSync(folderIn(root))
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => name.replace(/\.graphql$/, ''))
    .filter((name) => !/^(mutation|subscription) /m.test(readOperation(root, name)));

type Ask = (document: string, claims: PublishedQuery['claims']) => Promise<unknown>;

/** What a query is asked with, after looking up the id that it needs. */
export async function variablesOf(query: PublishedQuery, ask: Ask) {
  const { variables, idFrom, claims } = query;
  if (idFrom === undefined) return variables;
  const data = (await ask(`{ ${idFrom} { nodes { id } } }`, claims)) as Record<
    string,
    { nodes: { id: string }[] }
  >;
  return { ...variables, id: Object.values(data)[0]!.nodes[0]!.id };
}
