import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { aRecord } from './record.fixture.js';
import { domainTopics, readEvent } from './heard-event.js';

const snapshots = new URL('../../../schema/events/snapshots/', import.meta.url);

describe('contractsByType', () => {
  test('knows every event that was ever published, and no state to begin from', () => {
    const published = readdirSync(snapshots)
      .map((file) => file.replace(/\.json$/, ''))
      .filter((type) => !type.includes('.snapshotted.'));
    expect([...contractsByType.keys()].sort()).toEqual(published.sort());
  });
});

describe('domainTopics', () => {
  test('are those of events, without snapshots and seals', () => {
    expect(domainTopics).toEqual([
      'jejaring.awards',
      'jejaring.organizations',
      'jejaring.training',
      'jejaring.welfare-cases',
      'jejaring.welfare-cases.statistics',
    ]);
  });
});

describe('readEvent', () => {
  test.each([...contractsByType.values()])('reads $type as its contract has it', (contract) => {
    const event = readEvent(aRecord(contract.type, { offset: '7', region: '32.79' }));

    expect(event).toMatchObject({
      topic: contract.topic,
      offset: '7',
      type: contract.type,
      key: String((contract.sample as Record<string, unknown>)[contract.key]),
      region: '32.79',
      data: contract.sample,
    });
  });

  const type = 'organizations.organization.suspended.v1';
  test.each([
    ['a type that no contract knows', { type: 'organizations.organization.painted.v1' }],
    ['data that break the contract', { value: '{"organizationId":"org_1"}' }],
    ['data that are no JSON', { value: '{' }],
    ['a tombstone', { value: null }],
    ['a topic that is not its own', { topic: 'jejaring.training' }],
    ['a key that is not its own', { key: 'org_01jd2ah9p4e8x9y6c1v2b3n4m6' }],
  ])('passes over %s', (_name, change) => {
    expect(readEvent(aRecord(type, change))).toBeNull();
  });
});
