import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Organization } from '../organization/organization.entity.js';
import { organizations } from '../service.js';
import { anOffice, aRegistered, someRegions } from './assistance.fixture.js';

export const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' });
export const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });

export interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  ground?: string;
  field?: string;
  organizationId?: string;
  currentVersion?: number;
}

export interface Given extends Outcome {
  organization: { id: string };
}

const problems = `... on InvalidInputProblem { field } ... on ConflictProblem { currentVersion }`;
const refused = '... on AssistanceRefusedProblem { ground organizationId }';

/** What each mutation takes, and what is shown of its answer. */
const mutations = {
  openAssistanceProgramme: [
    'OpenAssistanceProgrammeInput',
    '... on AssistanceProgramme { id version }',
  ],
  allocateAssistance: [
    'AllocateAssistanceInput',
    `... on AssistanceProgramme { id version } ${refused}`,
  ],
  procureAllocation: ['AllocationStepInput', `... on Allocation { id version status } ${refused}`],
  resumeAllocation: ['AllocationStepInput', `... on Allocation { id version status } ${refused}`],
  withdrawAllocation: ['AllocationStepInput', `... on Allocation { id version status } ${refused}`],
  deferAllocation: ['DeferAllocationInput', `... on Allocation { id version status } ${refused}`],
  handOverAssets: [
    'HandOverAssetsInput',
    `... on AssetHandover { id version quantity } ${refused}`,
  ],
  reportAssetCondition: [
    'ReportAssetConditionInput',
    `... on Asset { id version condition } ${refused}`,
  ],
} as const;

export const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });
export const orgId = ({ id }: Organization) => encodeId('org', id);

/** A regency of 40 districts, each with its Karang Taruna, and one village. */
export class AssistanceWorld {
  readonly districts: Organization[] = [];
  officeId = '';
  private serial = 0;

  private constructor(readonly service: TestService) {}

  static async start(): Promise<AssistanceWorld> {
    const world = new AssistanceWorld(await startTestService(organizations));
    const codes = Array.from(
      { length: 40 },
      (_none, at) => `32.09.${String(at + 1).padStart(2, '0')}`,
    );
    await someRegions(world.service, [
      '32',
      '32.09',
      ...codes,
      '32.09.01.2001',
      '33.16',
      '33.16.01',
    ]);
    world.officeId = encodeId('ofc', (await anOffice(world.service, '32.09')).id);
    for (const code of codes) world.districts.push(await aRegistered(world.service, code));
    return world;
  }

  async give(mutation: keyof typeof mutations, input: object, caller: Caller = staff) {
    const [type, shown] = mutations[mutation];
    const { data, errors } = await this.service.ask<Record<string, Outcome>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${shown} ${problems} } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
      caller,
    );
    expect(errors).toEqual([]);
    return data[mutation]!;
  }

  aProgramme(fiscalYear: number, input: object = {}): Promise<Outcome> {
    const { officeId } = this;
    const item = { itemKind: 'LAPTOP', unitValue: '7500000', targetLevel: 'DISTRICT' };
    const facts = { officeId, regionCode: '32.09', title: `Bantuan ${fiscalYear}`, fiscalYear };
    return this.give('openAssistanceProgramme', { ...facts, ...item, ...input });
  }

  allocate(programme: Outcome, to: Organization[], input: object = {}, caller = staff) {
    const recipients = to.map((each) => ({ organizationId: orgId(each) }));
    return this.give('allocateAssistance', { ...seen(programme), recipients, ...input }, caller);
  }

  async allocationsOf({ id }: Outcome): Promise<Given[]> {
    const { data } = await this.service.ask<{
      assistanceProgramme: { allocations: { nodes: Given[] } };
    }>(
      `query ($id: ID!) { assistanceProgramme(id: $id) { allocations(first: 100) {
        nodes { id version status organization { id } } } } }`,
      { id },
    );
    return data.assistanceProgramme.allocations.nodes;
  }

  procure(allocation: Outcome, input: object = {}) {
    return this.give('procureAllocation', { ...seen(allocation), ...input });
  }

  /** One piece with a serial number of its own. */
  handOver(allocation: Outcome, input: object = {}, caller = staff) {
    this.serial += 1;
    const minutes = { minutesNumber: `BAST/${this.serial}`, serialNumbers: [`SN-${this.serial}`] };
    const facts = { ...seen(allocation), handedOverOn: '2024-11-25', ...minutes };
    return this.give('handOverAssets', { ...facts, ...input }, caller);
  }

  async said(part: string) {
    return (await this.service.published()).filter(({ type }) => type.includes(part));
  }
}
