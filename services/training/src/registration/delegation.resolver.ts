import { grouped } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { officeRef } from '../office/office.types.js';
import { regionRef } from '../region/region.types.js';
import { TrainingEventType } from '../training-event/training-event.types.js';
import { Registration } from './registration.entity.js';
import { toRegistrationType, TrainingDelegation } from './registration.types.js';

const live = ['APPROVED', 'WAITLISTED', 'ATTENDED', 'COMPLETED', 'NO_SHOW', 'CERTIFIED'] as const;

/** Those whom offices sent to several events, in one statement. */
function sentTo(context: GraphContext, eventId: string): Promise<Registration[]> {
  const loader = context.loader<string, Registration[]>('delegates', async (work, ids) => {
    const where = { trainingEventId: In([...ids]), via: 'DELEGATION' as const, status: In(live) };
    const rows = await work.list(Registration, where, { position: 'ASC' });
    return grouped(rows, ids, ({ trainingEventId }) => trainingEventId);
  });
  return loader.load(eventId);
}

function toDelegation(sent: Registration[]): TrainingDelegation {
  const { sentByOfficeId, sentByRegionCode } = sent[0]!;
  return Object.assign(new TrainingDelegation(), {
    sendingOffice: sentByOfficeId === null ? null : officeRef(sentByOfficeId),
    region: sentByRegionCode ? regionRef(sentByRegionCode) : null,
    delegates: sent.map(toRegistrationType),
  });
}

@Resolver(() => TrainingEventType)
export class DelegationResolver {
  @FieldResolver(() => [TrainingDelegation], {
    description: 'Whom offices sent, by office; only those whom the caller may see.',
  })
  async delegations(
    @Root() { row }: TrainingEventType,
    @Ctx() context: GraphContext,
  ): Promise<TrainingDelegation[]> {
    const sent = await sentTo(context, row.id);
    const senderOf = (one: Registration) => `${one.sentByRegionCode}|${one.sentByOfficeId}`;
    const senders = [...new Set(sent.map(senderOf))];
    return grouped(sent, senders, senderOf).map(toDelegation);
  }
}
