import { enumOf } from '@jejaring/chassis/graph/enums';

export const DeliveryModeType = enumOf(
  'EventDeliveryMode',
  'How events about one thing follow one another to an endpoint.',
  {
    ORDERED:
      'One after the other: the next about a thing is sent when the one before it was taken, or given up after three days. Other things do not wait.',
    BEST_EFFORT: 'As soon as possible; `sequence` tells their order.',
  },
);

export const SignatureType = enumOf(
  'EventSignature',
  'How deliveries are signed, as the Standard Webhooks have it.',
  {
    V1: 'HMAC-SHA256, with a secret that both sides keep (`v1`).',
    V1A: 'Ed25519; the receiver keeps a public key and nothing secret (`v1a`).',
  },
);

export const SubscriptionStatusType = enumOf(
  'EventSubscriptionStatus',
  'Where a subscription stands.',
  {
    VERIFYING: 'The endpoint is being asked whether it agrees.',
    UNVERIFIED: 'The endpoint did not agree; `reason` says why.',
    ACTIVE: 'Events are sent.',
    PAUSED: 'Somebody paused it; what happens meanwhile is sent afterwards.',
    DISABLED: 'The event-hub stopped it; `reason` says why.',
    ENDED: 'Over for good.',
  },
);

export const SubscriptionGroundType = enumOf(
  'EventSubscriptionReason',
  'Why a subscription is not active, where no person decided so.',
  {
    ENDPOINT_FAILING: 'Nothing that was sent to the endpoint was taken for five days.',
    ENDPOINT_GONE: 'The endpoint answered 410: it is to be told no more.',
    STANDING_ENDED: 'The appointment of who subscribed ended.',
    NOT_ALLOWED: 'The endpoint did not name who may send: no `WebHook-Allowed-Origin`.',
    OTHER_ORIGIN: 'The endpoint allows somebody else to send.',
    BAD_RATE: '`WebHook-Allowed-Rate` is not a number of deliveries a minute.',
    ANSWERED_3XX: 'The endpoint pointed elsewhere; redirects are not followed.',
    ANSWERED_4XX: 'The endpoint answered with a status of 400 to 499.',
    ANSWERED_5XX: 'The endpoint answered with a status of 500 or more.',
    TIMEOUT: 'The endpoint did not answer in time.',
    UNREACHABLE: 'There was no connection to the endpoint.',
    TLS: 'The certificate of the endpoint is not vouched for, or not for its name.',
    FORBIDDEN_ADDRESS: 'The name of the endpoint does not lead to the public internet.',
  },
);

export const SubscriptionCommandType = enumOf(
  'EventSubscriptionCommand',
  'What can be done with a subscription.',
  {
    VERIFY: '`verifyEventSubscription`',
    PAUSE: '`pauseEventSubscription`',
    RESUME: '`resumeEventSubscription`',
    ROTATE_SECRET: '`rotateEventSubscriptionSecret`',
    TEST: '`testEventSubscription`',
    REPLAY: '`replayEvents`',
    END: '`endEventSubscription`',
  },
);
