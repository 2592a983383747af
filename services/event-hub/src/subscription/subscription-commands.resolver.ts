import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { subscribers } from '../feed/feed.rules.js';
import {
  CreateEventSubscriptionInput,
  readCreation,
  readSeen,
  RotateEventSubscriptionSecretInput,
  SeenEventSubscriptionInput,
} from './subscription-inputs.types.js';
import { EventSubscription } from './subscription.entity.js';
import type { Issued, IssuedKey } from './subscription.service.js';
import * as subscriptions from './subscription.service.js';
import {
  issuedResult,
  subscriptionResult,
  toIssued,
  toSubscriptionProblem,
  toSubscriptionType,
} from './subscription.types.js';

const CreateResult = issuedResult('CreateEventSubscriptionResult');
const RotateResult = issuedResult('RotateEventSubscriptionSecretResult');
const VerifyResult = subscriptionResult('VerifyEventSubscriptionResult');
const PauseResult = subscriptionResult('PauseEventSubscriptionResult');
const ResumeResult = subscriptionResult('ResumeEventSubscriptionResult');
const EndResult = subscriptionResult('EndEventSubscriptionResult');

const shape = { entity: EventSubscription, toProblem: toSubscriptionProblem };
const command = commandsOf({ ...shape, toType: toSubscriptionType });

/** What was made is known only where it is made: an answer that is given again has nothing to show. */
function issuing(
  context: GraphContext,
  operation: string,
  input: { idempotencyKey: string },
  act: (work: Work) => Promise<Issued>,
) {
  let keys: IssuedKey[] | null = null;
  const issue = commandsOf({ ...shape, toType: (row) => toIssued(row, keys) });
  return issue(context, operation, input, async (work) => {
    const issued = await act(work);
    ({ keys } = issued);
    return issued.row;
  });
}

@Resolver()
export class SubscriptionCommandsResolver {
  @Access(...subscribers)
  @Mutation(() => CreateResult, {
    description:
      'Subscribes an endpoint to events. It is asked at once whether it agrees (CloudEvents webhook handshake), and is sent events from then on. The answer shows the secret once.',
  })
  createEventSubscription(
    @Arg('input') input: CreateEventSubscriptionInput,
    @Ctx() context: GraphContext,
  ) {
    return issuing(context, 'createEventSubscription', input, (work) =>
      subscriptions.createSubscription(work, readCreation(input)),
    );
  }

  @Access(...subscribers)
  @Mutation(() => VerifyResult, {
    description:
      'Asks an endpoint again whether it agrees: after it did not, or after its subscription was disabled.',
  })
  verifyEventSubscription(
    @Arg('input') input: SeenEventSubscriptionInput,
    @Ctx() context: GraphContext,
  ) {
    return command(context, 'verifyEventSubscription', input, (work) =>
      subscriptions.verifySubscription(work, readSeen(input)),
    );
  }

  @Access(...subscribers)
  @Mutation(() => PauseResult, {
    description: 'Sends an endpoint nothing until it is resumed. Nothing is lost.',
  })
  pauseEventSubscription(
    @Arg('input') input: SeenEventSubscriptionInput,
    @Ctx() context: GraphContext,
  ) {
    return command(context, 'pauseEventSubscription', input, (work) =>
      subscriptions.pauseSubscription(work, readSeen(input)),
    );
  }

  @Access(...subscribers)
  @Mutation(() => ResumeResult, { description: 'Goes on behind what was sent last.' })
  resumeEventSubscription(
    @Arg('input') input: SeenEventSubscriptionInput,
    @Ctx() context: GraphContext,
  ) {
    return command(context, 'resumeEventSubscription', input, (work) =>
      subscriptions.resumeSubscription(work, readSeen(input)),
    );
  }

  @Access(...subscribers)
  @Mutation(() => RotateResult, {
    description:
      'Makes a new secret, shown once in this answer. Both sign until the former one expires.',
  })
  rotateEventSubscriptionSecret(
    @Arg('input') input: RotateEventSubscriptionSecretInput,
    @Ctx() context: GraphContext,
  ) {
    const { overlapHours } = input;
    return issuing(context, 'rotateEventSubscriptionSecret', input, (work) =>
      subscriptions.rotateSecret(work, { ...readSeen(input), overlapHours }),
    );
  }

  @Access(...subscribers)
  @Mutation(() => EndResult, { description: 'Ends a subscription for good; its secrets go.' })
  endEventSubscription(
    @Arg('input') input: SeenEventSubscriptionInput,
    @Ctx() context: GraphContext,
  ) {
    return command(context, 'endEventSubscription', input, (work) =>
      subscriptions.endSubscription(work, readSeen(input)),
    );
  }
}
