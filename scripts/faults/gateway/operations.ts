import type { Random } from '../../proof/random.js';
import type { BadToken, Person } from './issuer.js';
import type { ServiceName } from './small-federation.js';
import { truth } from './small-federation.js';

export type Credential = 'none' | 'good' | BadToken;

/** One operation with all that is known of it beforehand. */
export interface Operation {
  name: string;
  query: string;
  variables: Record<string, unknown>;
  credential: Credential;
  person: Person;
  services: readonly ServiceName[];
  /** The whole right answer; null when the operation must be refused. */
  expected: Record<string, unknown> | null;
  /** The service that answers for each place, list positions written as `*`. */
  owners: Readonly<Record<string, ServiceName>>;
  /** The key under which a service must run this at most once. */
  key: string | null;
}

const people: readonly Omit<Person, 'number'>[] = [
  { role: 'DINSOS_REGENCY_STAFF', region: '32.79' },
  { role: 'DINSOS_REGENCY_STAFF', region: '33.16' },
  { role: 'KT_OFFICER', region: '32.79.04.2006' },
];

type Draft = Pick<Operation, 'name' | 'query' | 'owners'> & {
  variables?: Record<string, unknown>;
  expected: Record<string, unknown>;
  key?: string;
};

const whole = (id: string): Draft => ({
  name: 'whole',
  query: 'query Whole($id: ID!) { organization(id: $id) { id name caseCount trainings awards } }',
  variables: { id },
  expected: {
    organization: {
      id,
      name: truth.name(id),
      caseCount: truth.caseCount(id),
      trainings: truth.trainings(id),
      awards: truth.awards(id),
    },
  },
  owners: {
    organization: 'organizations',
    'organization.name': 'organizations',
    'organization.caseCount': 'welfare-cases',
    'organization.trainings': 'training',
    'organization.awards': 'awards',
  },
});

const page = (first: number): Draft => {
  const ids = Array.from({ length: first }, (_, at) => String(at + 1));
  return {
    name: 'page',
    query: 'query Page($first: Int!) { organizations(first: $first) { id name trainings } }',
    variables: { first },
    expected: {
      organizations: ids.map((id) => ({
        id,
        name: truth.name(id),
        trainings: truth.trainings(id),
      })),
    },
    owners: {
      organizations: 'organizations',
      'organizations.*.name': 'organizations',
      'organizations.*.trainings': 'training',
    },
  };
};

const beside: Draft = {
  name: 'beside',
  query: 'query Beside { trainings ranking openCases(region: "32.79") }',
  expected: {
    trainings: truth.allTrainings,
    ranking: truth.ranking,
    openCases: truth.openCases('32.79'),
  },
  owners: { trainings: 'training', ranking: 'awards', openCases: 'welfare-cases' },
};

const callerFields = {
  organizations: 'organizationsCaller',
  'welfare-cases': 'casesCaller',
  training: 'trainingCaller',
  awards: 'awardsCaller',
} as const;

const asking = (service: ServiceName, seen: string): Draft => ({
  name: `caller of ${service}`,
  query: `query Caller { ${callerFields[service]} }`,
  expected: { [callerFields[service]]: seen },
  owners: { [callerFields[service]]: service },
});

const mutations = {
  organizations: 'rename',
  'welfare-cases': 'openCase',
  training: 'enrol',
  awards: 'nominate',
} as const;

const mutating = (service: ServiceName, key: string): Draft => ({
  name: 'mutation',
  query: `mutation Run($key: ID!) { ${mutations[service]}(key: $key) }`,
  variables: { key },
  expected: { [mutations[service]]: truth.done(key) },
  owners: { [mutations[service]]: service },
  key,
});

const files: Draft = {
  name: 'case files',
  query: 'query Files { caseFiles }',
  expected: { caseFiles: truth.caseFiles },
  owners: { caseFiles: 'welfare-cases' },
};

/** The mix: half of it touches one service only, so that there is always somebody unaffected. */
export function drawOperation(random: Random, number: number): Operation {
  const person: Person = { ...random.pick(people), number: random.between(1, 200) };
  const credential = drawCredential(random);
  const service = random.pick(Object.keys(mutations) as ServiceName[]);
  const seen =
    credential === 'none' ? truth.caller('PUBLIC', null) : truth.caller(person.role, person.region);
  const drafts: readonly [share: number, make: () => Draft][] = [
    [20, () => whole(String(random.between(1, 500)))],
    [10, () => page(random.between(1, 20))],
    [10, () => beside],
    [10, () => files],
    [15, () => mutating(service, `${number}-${random.between(0, 1e9)}`)],
    [35, () => asking(service, seen)],
  ];
  let dice = random.between(1, 100);
  const [, make] = drafts.find(([share]) => (dice -= share) <= 0)!;
  return judgeBeforehand(make(), credential, person);
}

function drawCredential(random: Random): Credential {
  const dice = random.next();
  if (dice < 0.3) return 'none';
  if (dice < 0.34) return 'forged';
  if (dice < 0.38) return 'expired';
  return dice < 0.42 ? 'withdrawn' : 'good';
}

function judgeBeforehand(draft: Draft, credential: Credential, person: Person): Operation {
  const bad = credential !== 'none' && credential !== 'good';
  const reads = draft.name !== 'case files';
  const mayRead = credential === 'good' && person.role === 'DINSOS_REGENCY_STAFF';
  return {
    key: null,
    variables: {},
    ...draft,
    credential,
    person,
    services: [...new Set(Object.values(draft.owners))],
    expected: bad || !(reads || mayRead) ? null : draft.expected,
  };
}
