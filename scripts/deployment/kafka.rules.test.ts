import { describe, expect, test } from '@jest/globals';
import { contractsByType } from '@jejaring/schema/events/contracts';
import type { AccessTopic } from '@jejaring/transports/kafka-access.rules';
import { covers, readAccess } from '@jejaring/transports/kafka-access.rules';
import { domainTopics } from '@jejaring/gateway/events/heard-event';
import { awards } from '@jejaring/awards/service';
import { eventHub } from '@jejaring/event-hub/service';
import { organizations } from '@jejaring/organizations/service';
import { training } from '@jejaring/training/service';
import { welfareCases } from '@jejaring/welfare-cases/service';
import { guards } from '../../infra/kafka/properties.mjs';
import { composeFile, environmentOf, read, required } from './compose-file.js';

const access = readAccess(read('infra/kafka/access.json'));
const services = [organizations, welfareCases, training, awards, eventHub];
const principalOf = (name: string) => access.principals.find((each) => each.name === name)!;
const covered = (patterns: readonly string[], topics: readonly AccessTopic[]) =>
  topics
    .map(({ name }) => name)
    .filter((name) => patterns.some((pattern) => covers(pattern, name)))
    .sort();

describe('infra/kafka/access.json', () => {
  test.each(services.map((service) => [service.name, service] as const))(
    'lets %s write its own topics, hear what its consumers hear, and no more',
    (name, { channels, consumers }) => {
      const { writes = [], reads, groups } = principalOf(name);
      const own = [
        `jejaring.${name}`,
        `jejaring.${name}.snapshot`,
        ...channels.map((channel) => `jejaring.${name}.${channel}`),
        `${name}.dlq`,
      ];

      expect(covered(writes, access.topics)).toEqual(own.sort());
      expect([...reads].sort()).toEqual(
        [...new Set(consumers.map(({ contract }) => contract.topic))].sort(),
      );
      expect(groups).toEqual([name]);
    },
  );

  test('lets the gateway look on at every domain event, and say nothing', () => {
    const { reads, writes = [] } = principalOf('gateway');
    expect([...reads].sort()).toEqual(domainTopics);
    expect(writes).toEqual([]);
  });

  test('has the topic of every event, open where the documents say so', () => {
    const page = read('docs/events.md');
    for (const topic of new Set([...contractsByType.values()].map((contract) => contract.topic))) {
      const section = page.slice(page.indexOf(`## \`${topic}\``)).slice(0, 200);
      const isOpen = section.includes('Open to every subscriber.');
      const found = access.topics.find(({ name }) => name === topic);
      expect({ topic, open: found?.open ?? false }).toEqual({ topic, open: isOpen });
    }
  });

  test('compacts snapshots and nothing else', () => {
    for (const { name, compacted = false } of access.topics)
      expect({ name, compacted }).toEqual({ name, compacted: name.endsWith('.snapshot') });
  });
});

/** The name that the image gives to what stands in a variable of its container. */
const propertyOf = (variable: string) =>
  variable
    .replace(/^KAFKA_/, '')
    .toLowerCase()
    .replaceAll('___', '-')
    .replaceAll('_', '.');

describe('Kafka in docker-compose.yml', () => {
  const kafka = composeFile.services['kafka']!;
  const given = Object.fromEntries(required.map((name) => [name, 'x']));
  const settings = Object.fromEntries(
    Object.entries(environmentOf(kafka, given)).map(([name, value]) => [propertyOf(name), value]),
  );

  test('is guarded as the broker that the tests of refusals run against', () => {
    const wanted = Object.entries(guards('/run/secrets')).map(([name, value]) => [
      name,
      String(value),
    ]);
    const found = wanted.map(([name]) => [name, settings[name!]]);
    expect(found).toEqual(wanted);
  });

  test('shows the host only the door of subscribers', () => {
    expect(kafka.ports).toEqual(['127.0.0.1:9094:9094']);
    expect(settings['listeners']).toContain('SUBSCRIBERS://:9094');
    expect(settings['listeners']).not.toContain('PLAINTEXT');
  });

  test('is given topics, permissions and logins before anybody uses it', () => {
    const job = composeFile.services['kafka-access']!;
    expect(job.secrets!.map((name) => name.replace(/^kafka\.|\.password$/g, '')).slice(2)).toEqual(
      access.principals.map(({ name }) => name),
    );
    expect(job.depends_on).toEqual({ kafka: { condition: 'service_healthy' } });
    for (const { name } of services)
      expect(composeFile.services[name]!.depends_on).toMatchObject({
        'kafka-access': { condition: 'service_completed_successfully' },
      });
  });

  test.each([...services.map(({ name }) => name), 'gateway'])('knows %s by its name', (name) => {
    const { environment, secrets } = composeFile.services[name]!;
    expect(environment).toMatchObject({
      KAFKA_USERNAME: name,
      KAFKA_PASSWORD_FILE: `/run/secrets/kafka.${name}.password`,
    });
    const others = secrets!.filter((each) => each.endsWith('.password'));
    expect(others).toEqual([`kafka.${name}.password`]);
  });
});
