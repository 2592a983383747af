import { file, readConfig } from '@jejaring/chassis/process/config';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readOperation } from '../../scripts/proof/published-operations.js';

/** Who asks; null for somebody without a token. */
export type Claims = Record<string, string> | null;

export interface Answer<Data> {
  status: number;
  data: Data;
  errors: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
  subgraphRequests: number;
  sqlStatements: number;
}

/** The outcome of a command: the row, or a problem. */
export interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  [field: string]: unknown;
}

export interface Addresses {
  gateway: string;
  issuer: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A published operation, by the name of its file. */
export const operation = (name: string): string => readOperation(root, name);

export const staff = (region: string): Claims => ({ role: 'DINSOS_REGENCY_STAFF', region });
export const head = (region: string): Claims => ({ role: 'DINSOS_REGENCY_HEAD', region });
export const officer = (region: string, organization?: string): Claims => ({
  role: 'KT_OFFICER',
  region,
  ...(organization ? { organization } : {}),
});

const tokens = new Map<string, Promise<string>>();

async function requestToken(issuer: string, claims: Record<string, string>): Promise<string> {
  const grant = { grant_type: 'urn:jejaring:params:oauth:grant-type:development' };
  const body = new URLSearchParams({ ...grant, client_id: 'jejaring-cli', ...claims });
  const response = await fetch(`${issuer}/token`, { method: 'POST', body });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}

/** A running federation, asked as people ask it. */
export class Federation {
  constructor(readonly addresses: Addresses) {}

  async ask<Data = Record<string, never>>(
    document: string,
    variables: object,
    claims: Claims,
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.addresses.gateway}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // A test sees at once what it did.
        'cache-control': 'no-cache',
        ...(claims ? { authorization: `Bearer ${await this.token(claims)}` } : {}),
      },
      body: JSON.stringify({ query: document, variables }),
    });
    const answer = (await response.json()) as Partial<Answer<Data>>;
    const cost = (name: string) => Number(response.headers.get(`x-jejaring-${name}`));
    return {
      status: response.status,
      data: answer.data as Data,
      errors: answer.errors ?? [],
      subgraphRequests: cost('subgraph-requests'),
      sqlStatements: cost('sql-statements'),
    };
  }

  /** Gives a command under a key of its own unless the input brings one. */
  async command(
    mutation: string,
    claims: Claims,
    input: object,
    { type, fields = '' }: { type: string; fields?: string },
  ): Promise<Outcome> {
    const inputType =
      inputTypes[mutation] ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation Command($input: ${inputType}!) { ${mutation}(input: $input) {
      __typename ... on ${type} { id version ${fields} } ... on Problem { message { en } }
      ... on ConflictProblem { currentVersion }
    } }`;
    const variables = { input: { idempotencyKey: randomUUID(), ...input } };
    const { data, errors } = await this.ask<Record<string, Outcome>>(document, variables, claims);
    if (errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return data[mutation]!;
  }

  token(claims: Record<string, string>): Promise<string> {
    const { issuer } = this.addresses;
    const name = JSON.stringify([issuer, claims]);
    const known = tokens.get(name) ?? requestToken(issuer, claims);
    tokens.set(name, known);
    return known;
  }
}

const inputTypes: Record<string, string> = {
  endEventSubscription: 'SeenEventSubscriptionInput',
  submitRegistration: 'OrganizationStepInput',
  verifyRegistration: 'OrganizationStepInput',
  suspendOrganization: 'OrganizationDecreeInput',
  announceTrainingEvent: 'TrainingEventStepInput',
  openRegistration: 'TrainingEventStepInput',
  closeRegistration: 'TrainingEventStepInput',
  startTrainingEvent: 'TrainingEventStepInput',
  acceptReferral: 'ReferralStepInput',
  acknowledgeReferral: 'ReferralStepInput',
  confirmAttendance: 'RegistrationStepInput',
  publishCompetition: 'CompetitionStepInput',
  openNominations: 'CompetitionStepInput',
  closeNominations: 'CompetitionStepInput',
  announceWinners: 'CompetitionStepInput',
};

/** The federation that the test run has started. */
export function findFederation(): Federation {
  const { state } = readConfig({ state: file('JEJARING_TEST_STACK_FILE') });
  return new Federation(JSON.parse(state) as Addresses);
}

/** Asks until the answer is as wished: what one service says reaches the others a moment later. */
export async function eventually<T>(
  look: () => Promise<T>,
  isAsWished: (found: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  for (const end = Date.now() + withinMs; ; await pause(100)) {
    const found = await look();
    if (isAsWished(found) || Date.now() > end) return found;
  }
}
