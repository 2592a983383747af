import { enumOf } from '@jejaring/chassis/graph/enums';
import { Field, ObjectType } from 'type-graphql';
import type { Supervision } from './supervision.rules.js';
import { supervisorPositions } from './supervision.rules.js';

export const SupervisionKindType = enumOf(
  'SupervisionKind',
  'How a Karang Taruna is supervised (pembina; Permensos 25/2019).',
  {
    GENERAL: 'By the head of government of its level (pembina umum).',
    FUNCTIONAL: 'In its work, by the social affairs office (pembina fungsional).',
  },
);

export const SupervisorPositionType = enumOf(
  'SupervisorPosition',
  'The post that supervises.',
  supervisorPositions,
);

@ObjectType({ description: 'A post that supervises a Karang Taruna (pembina).' })
export class Supervisor {
  supervision!: Supervision;

  @Field(() => SupervisionKindType, { description: 'In general, or in its work.' })
  kind!: keyof typeof SupervisionKindType;

  @Field(() => SupervisorPositionType, { description: 'The post.' })
  position!: keyof typeof SupervisorPositionType;
}

export const toSupervisor = (supervision: Supervision): Supervisor => {
  const { kind, position } = supervision;
  return Object.assign(new Supervisor(), { supervision, kind, position });
};
