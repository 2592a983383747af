import { describe, expect, test } from '@jest/globals';
import type { Handshake } from './handshake.rules.js';
import { readHandshake } from './handshake.rules.js';

const origin = 'events.example.go.id';

describe('readHandshake', () => {
  test.each<[string, Record<string, string>, Handshake]>([
    ['any origin', { 'webhook-allowed-origin': '*' }, { agreed: true, perMinute: null }],
    ['ours', { 'webhook-allowed-origin': origin }, { agreed: true, perMinute: null }],
    [
      'ours in capitals',
      { 'webhook-allowed-origin': 'EVENTS.example.go.id' },
      { agreed: true, perMinute: null },
    ],
    [
      'ours at a rate',
      { 'webhook-allowed-origin': origin, 'webhook-allowed-rate': '120' },
      { agreed: true, perMinute: 120 },
    ],
    [
      'ours at any rate',
      { 'webhook-allowed-origin': origin, 'webhook-allowed-rate': '*' },
      { agreed: true, perMinute: null },
    ],
    [
      'another origin',
      { 'webhook-allowed-origin': 'example.com' },
      { agreed: false, fault: 'OTHER_ORIGIN' },
    ],
    ['nobody', {}, { agreed: false, fault: 'NOT_ALLOWED' }],
    [
      'a rate of nothing',
      { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': '0' },
      { agreed: false, fault: 'BAD_RATE' },
    ],
    [
      'a rate that is no number',
      { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': 'many' },
      { agreed: false, fault: 'BAD_RATE' },
    ],
  ])('understands an endpoint that allows %s', (_what, headers, handshake) => {
    expect(readHandshake({ outcome: '2xx', headers }, origin)).toEqual(handshake);
  });

  test.each(['3xx', '4xx', '5xx', 'TIMEOUT', 'FORBIDDEN_ADDRESS'] as const)(
    'takes no permission from a %s',
    (outcome) => {
      const headers = { 'webhook-allowed-origin': '*' };
      expect(readHandshake({ outcome, headers }, origin)).toEqual({
        agreed: false,
        fault: outcome,
      });
    },
  );
});
