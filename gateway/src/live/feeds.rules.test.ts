import { describe, expect, test } from '@jest/globals';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { buildASTSchema, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { domainTopics, readEvent } from '../events/heard-event.js';
import { aRecord } from '../events/record.fixture.js';
import type { Arguments } from './feeds.rules.js';
import { feedNames, feedOf } from './feeds.rules.js';

const sdl = readFileSync(new URL('../../../schema/live.graphql', import.meta.url), 'utf8');
const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
const everyEvent = [...contractsByType.keys()].map((type) =>
  readEvent(aRecord(type, { region: '32.79.04.2006' })),
);
const heardBy = (name: string, given: Arguments = {}) =>
  everyEvent.filter(
    (event) =>
      event !== null &&
      feedOf(name).topics.includes(event.topic) &&
      feedOf(name).concerns(event, given),
  );

const ids = {
  case: 'case_01jd2ah9p4e8x9y6c1v2b3n4m5',
  organization: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  trainingEvent: 'trn_01jd2ah9p4e8x9y6c1v2b3n4m5',
  competition: 'cmp_01jd2ah9p4e8x9y6c1v2b3n4m5',
};

describe('Subscription', () => {
  const fields = Object.values(schema.getSubscriptionType()!.getFields());

  test('has a feed behind each field, and no feed without a field', () => {
    expect(fields.map(({ name }) => name).sort()).toEqual([...feedNames].sort());
  });

  test.each(fields)('$name tells no more and no less than its type has', ({ name, type }) => {
    const sentOnly = ['cursor', 'gap', 'occurredAt'];
    const message = schema.getType(String(type).replace('!', ''))!;
    const declared = 'getFields' in message ? Object.keys(message.getFields()) : [];
    const [event] = heardBy(name, { trainingEventId: ids.trainingEvent });

    expect([...Object.keys(feedOf(name).tell(event!)), ...sentOnly].sort()).toEqual(
      declared.sort(),
    );
  });

  test.each([...feedNames])('%s hears only topics that the gateway hears', (name) => {
    for (const topic of feedOf(name).topics) expect(domainTopics).toContain(topic);
  });
});

describe('concerns', () => {
  test.each<[string, Arguments, Arguments]>([
    ['caseChanged', { id: ids.case }, { id: 'case_01jd2ah9p4e8x9y6c1v2b3n4m6' }],
    ['caseChanged', { region: '32.79' }, { region: '32.78' }],
    ['organizationChanged', { id: ids.organization }, { id: 'org_01jd2ah9p4e8x9y6c1v2b3n4m6' }],
    ['organizationChanged', { region: '32' }, { region: '3' }],
    ['rankingPublished', { competitionId: ids.competition }, { competitionId: 'cmp_other' }],
    ['trainingSeatsChanged', { trainingEventId: ids.trainingEvent }, { trainingEventId: 'trn_x' }],
    ['domainEvents', { region: '32.79.04.2006' }, { region: '36' }],
    [
      'domainEvents',
      { types: ['organizations.organization.registered.v1'] },
      { types: ['organizations.organization.painted.v1'] },
    ],
  ])('%s narrows what it hears by its arguments: %j, not %j', (name, its, another) => {
    expect(heardBy(name, its).length).toBeGreaterThan(0);
    expect(heardBy(name, another)).toEqual([]);
  });

  test('rankingPublished is silent until the winners are announced', () => {
    expect(heardBy('rankingPublished').map((event) => event!.type)).toEqual([
      'awards.competition.winners-announced.v1',
    ]);
  });
});

describe('subjectOf', () => {
  test('is what a subscriber of a case, a referral or an organization must be able to see', () => {
    const sent = readEvent(aRecord('welfare-cases.referral.sent.v1'))!;
    const suspended = readEvent(aRecord('organizations.organization.suspended.v1'))!;
    expect([
      feedOf('caseChanged').subjectOf(sent),
      feedOf('referralInboxChanged').subjectOf(sent),
      feedOf('organizationChanged').subjectOf(suspended),
      feedOf('domainEvents').subjectOf(sent),
      feedOf('domainEvents').subjectOf(suspended),
    ]).toEqual([
      { service: 'welfare-cases', typename: 'WelfareCase', id: ids.case },
      { service: 'welfare-cases', typename: 'Referral', id: sent.data['referralId'] },
      { service: 'organizations', typename: 'Organization', id: ids.organization },
      { service: 'welfare-cases', typename: 'Referral', id: sent.data['referralId'] },
      null,
    ]);
  });

  test('a referral is told only to the organization that it was sent to', () => {
    const sent = readEvent(aRecord('welfare-cases.referral.sent.v1', { region: '32.79' }))!;
    const hears = (organizationId: string | null) =>
      feedOf('referralInboxChanged').mayHear(sent, {
        role: 'KT_OFFICER',
        region: '',
        organizationId,
      });
    expect([ids.organization, 'org_01jd2ah9p4e8x9y6c1v2b3n4m6', null].map(hears)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
