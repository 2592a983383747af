import { randomUUID } from 'node:crypto';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { EligibilityRule } from '../eligibility/eligibility.rules.js';
import { Competition } from './competition.entity.js';

/** A competition of Kota Banjar's office for its Karang Taruna, open for nominations. */
export function aCompetition(
  service: TestService,
  fields: Partial<Competition> = {},
): Promise<Competition> {
  return service.asSystem((work) =>
    work.insert(Competition, {
      id: randomUUID(),
      version: 1,
      year: 2026,
      title: 'Karang Taruna Berprestasi',
      tier: 'REGENCY',
      category: 'KARANG_TARUNA',
      regionCode: '32.79',
      organizerRegionCode: '32.79',
      organizerOfficeId: null,
      organizerOrganizationId: null,
      days: 3,
      quotaPerSubRegion: null,
      winnersPlanned: 3,
      statedEntrants: null,
      eligibility: [],
      editionId: null,
      parentCompetitionId: null,
      promoteCount: 0,
      objectionDays: 3,
      judging: null,
      calendar: null,
      prizes: [],
      seals: [],
      minutes: null,
      objectionsUntil: null,
      status: 'NOMINATION_OPEN',
      ...fields,
    }),
  );
}

/** A rule as stored, with the parameters that it takes. */
export const aRule = (
  rule: EligibilityRule['rule'],
  fields: Partial<EligibilityRule> = {},
): EligibilityRule => ({
  rule,
  min: null,
  withinMonths: null,
  sinceMonth: null,
  years: null,
  on: null,
  class: null,
  ...fields,
});

interface Answer {
  __typename: string;
  id?: string;
  status?: string;
  version?: number;
  ground?: string;
  field?: string;
  currentStatus?: string;
  currentVersion?: number;
}

const shown = `{
  __typename
  ... on Competition { id status version eligibility { rule min } }
  ... on CompetitionRefusedProblem { ground currentStatus message { en id } }
  ... on ConflictProblem { currentVersion }
  ... on InvalidInputProblem { field }
}`;

const office = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

export const seen = (row: { id: string; version: number }) => ({
  id: encodeId('cmp', row.id),
  expectedVersion: row.version,
});

/** Gives commands through the graph, as the office of Kota Banjar unless said otherwise. */
export function commandsOf(service: () => TestService) {
  async function command(name: string, inputType: string, input: object, caller: Caller = office) {
    const { data, errors } = await service().ask<Record<string, Answer>>(
      `mutation ($input: ${inputType}!) { ${name}(input: $input) ${shown} }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
      caller,
    );
    if (errors.length > 0) throw errors[0]!;
    return data[name]!;
  }
  const step = (name: string, row: Competition, caller: Caller = office) =>
    command(name, 'CompetitionStepInput', seen(row), caller);
  return { command, step };
}
