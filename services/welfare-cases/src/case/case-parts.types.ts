import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { OrganizationRef, organizationRef } from '../organization/organization.types.js';
import { AssessmentDomain, FollowUpFindingType, ServiceKind } from './case-words.js';
import type { FollowUp, Intervention } from './case.entity.js';

type Ref<T> = T;

@ObjectType('Intervention', { description: 'A service that was given in a case (intervensi).' })
export class InterventionType {
  @Field(() => ServiceKind, { description: 'What was given.' })
  service!: keyof typeof ServiceKind;

  @Field(() => CalendarDate, { description: 'When.' })
  givenOn!: string;

  @Field(() => OrganizationRef, {
    nullable: true,
    description: 'By whom; null when an office gave it.',
  })
  provider!: Ref<OrganizationRef> | null;
}

@ObjectType('FollowUp', { description: 'A visit to see how the person is.' })
export class FollowUpType {
  @Field(() => CalendarDate, { description: 'When.' })
  visitedOn!: string;

  @Field(() => FollowUpFindingType, { description: 'How the person was found.' })
  finding!: keyof typeof FollowUpFindingType;

  @Field({ description: 'Whether after the end of the case (bimbingan lanjut).' })
  aftercare!: boolean;

  @Field(() => OrganizationRef, {
    nullable: true,
    description: 'Who came; null when an office did.',
  })
  visitor!: Ref<OrganizationRef> | null;
}

@ObjectType('AssessedSeverity', {
  description: 'How bad things are in one part of life (asesmen).',
})
export class SeverityType {
  @Field(() => AssessmentDomain, { description: 'Part of life.' })
  domain!: keyof typeof AssessmentDomain;

  @Field(() => Int, { description: '0 no problem to 4 acute.' })
  severity!: number;
}

export const toInterventionType = (row: Intervention): InterventionType =>
  Object.assign(new InterventionType(), {
    service: row.service as keyof typeof ServiceKind,
    givenOn: row.givenOn,
    provider: organizationRef(row.providerOrganizationId),
  });

export const toFollowUpType = (row: FollowUp): FollowUpType => {
  const { visitedOn, finding, aftercare } = row;
  const visitor = organizationRef(row.visitorOrganizationId);
  return Object.assign(new FollowUpType(), { visitedOn, finding, aftercare, visitor });
};

export const toSeverities = (severities: Record<string, number> | null): SeverityType[] =>
  Object.entries(severities ?? {}).map(([domain, severity]) =>
    Object.assign(new SeverityType(), { domain: domain as SeverityType['domain'], severity }),
  );
