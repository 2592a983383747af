import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { awardPresented } from '@jejaring/schema/events/awards.events';
import { referralSent } from '@jejaring/schema/events/welfare-cases.events';
import { statisticsPublished } from '@jejaring/schema/events/welfare-statistics.events';
import { printEventPage } from './asyncapi-page.js';
import { toSnapshot } from './event-snapshots.js';

const audiences: Record<string, string> = {
  [awardPresented.type]: 'EVERYBODY',
  [referralSent.type]: 'RESTRICTED',
  [statisticsPublished.type]: 'NOBODY',
};
const replacedBy = statisticsPublished.type;
const snapshots = [
  toSnapshot(awardPresented),
  { ...toSnapshot(referralSent), deprecated: { since: '2026-11-27', replacedBy } },
  toSnapshot(statisticsPublished),
];
const page = printEventPage({
  version: '1.0.0',
  snapshots,
  audienceOf: (type) => audiences[type] ?? '',
});
const detailsOf = (type: string) =>
  new RegExp(`<details id="${type}">[\\s\\S]*?</details>`).exec(page)?.[0] ?? '';

describe('the page of events', () => {
  test('says everything in both languages', () => {
    const spans = (language: string) => page.split(`<span lang="${language}">`).length - 1;

    expect(spans('id')).toBeGreaterThan(60);
    expect(spans('en')).toBe(spans('id'));
    expect(page).not.toMatch(/<span lang="[a-z]+"><\/span>/);
  });

  test('tells of an event what it is, who says it and who hears it', () => {
    const sent = detailsOf(referralSent.type);
    for (const told of [
      '<span lang="id">Suatu organisasi diminta membantu menangani kasus.</span>',
      '<span lang="en">An organization was asked to help with a case.</span>',
      '</b> welfare-cases ·',
      '</b> restricted ·',
      '<span lang="en">Restricted: our own services and the event-hub',
      '<span lang="en">who works on cases, in their region',
    ])
      expect(sent).toContain(told);
    expect(detailsOf(awardPresented.type)).toContain('<span lang="id">setiap pelanggan</span>');
  });

  test('tells of a field its form, its values and whether it may be absent', () => {
    const line = (id: string) => page.split('\n').find((each) => each.includes(`id="${id}"`)) ?? '';

    expect(line(`${awardPresented.type}:occasionId`)).toContain('<span lang="en">optional</span>');
    expect(line(`${awardPresented.type}:awardId`)).not.toContain('optional');
    expect(line(`${statisticsPublished.type}:cells[].measure`)).toContain(
      '<code>REPORTED</code> <code>OPEN</code>',
    );
  });

  test('gives an example as HTTP and as Kafka carry it', () => {
    const example = detailsOf(awardPresented.type);

    expect(example).toContain('&quot;type&quot;: &quot;awards.award.presented.v1&quot;');
    expect(example).toContain('ce_type: awards.award.presented.v1');
  });

  test('says what replaces an event that will cease', () => {
    expect(detailsOf(referralSent.type)).toContain(`<a href="#${replacedBy}">`);
  });

  test('runs its own script alone, and loads nothing', () => {
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page).toContain(`script-src 'sha256-${hash}'`);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(link|img|iframe)\b|\ssrc=|href="https?:/);
  });

  test('leads nowhere that is not on it', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const lost = [...page.matchAll(/href="#([^"]+)"/g)].filter(([, to]) => !ids.has(to));
    expect(lost).toEqual([]);
  });
});
