import { enumOf } from '@jejaring/chassis/graph/enums';

export const DeliveryStateType = enumOf(
  'EventDeliveryState',
  'Where an event is on its way to an endpoint.',
  {
    WAITING: 'It is sent as soon as it is due, or is on its way.',
    BEHIND: 'It waits for the one about the same thing before it.',
    DELIVERED: 'The endpoint took it.',
    FAILED: 'Given up after the last attempt.',
    DROPPED: 'The subscription ended before it was sent, or the feed keeps the event no longer.',
  },
);

export const DeliveryKindType = enumOf('EventDeliveryKind', 'Why an event is sent.', {
  EVENT: 'It happened.',
  REPLAY: 'Somebody asked for it again.',
  TEST: 'Somebody tries the endpoint out; nothing happened.',
});

export const AttemptOutcomeType = enumOf(
  'EventDeliveryOutcome',
  'What an attempt came to: never more of an answer than its class.',
  {
    ANSWERED_2XX: 'The endpoint took it.',
    ANSWERED_3XX: 'It pointed elsewhere; redirects are not followed.',
    ANSWERED_4XX: 'It refused.',
    ANSWERED_410: 'It wants to be told no more; the subscription is disabled.',
    ANSWERED_429: 'It wants to be asked more slowly.',
    ANSWERED_5XX: 'It failed.',
    TIMEOUT: 'It did not answer in 15 seconds.',
    UNREACHABLE: 'There was no connection.',
    TLS: 'Its certificate is not vouched for, or not for its name.',
    FORBIDDEN_ADDRESS: 'Its name does not lead to the public internet.',
    TOO_LARGE: 'The event is larger than an endpoint is sent.',
  },
);

export const CircuitType = enumOf('EndpointCircuit', 'Whether an endpoint is sent anything now.', {
  CLOSED: 'It is.',
  OPEN: 'It failed several times in a row, and is left alone for a while.',
  HALF_OPEN: 'One delivery is let through, to see whether it is back.',
});
