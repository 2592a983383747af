import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
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
  ...fields,
});
