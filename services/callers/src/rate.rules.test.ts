import { describe, expect, test } from '@jest/globals';
import { holderOf, spend } from './rate.rules.js';

const quota = { perMinute: 60 };
const at = (now: number, cost: number, paidAt = 0) => spend(quota, { paidAt, cost, now });

describe('what somebody may ask in a minute', () => {
  test('may be asked at once', () => {
    expect(at(1_000, 60)).toMatchObject({ allowed: true, remaining: 0, waitMs: 0 });
  });

  test('is refused when it is used up, and says for how long', () => {
    const { paidAt } = at(1_000, 60);
    expect(at(1_000, 1, paidAt)).toMatchObject({ allowed: false, remaining: 0, waitMs: 1_000 });
    expect(at(1_999, 1, paidAt)).toMatchObject({ allowed: false, waitMs: 1 });
  });

  test('comes back steadily', () => {
    const { paidAt } = at(1_000, 60);
    expect(at(2_000, 1, paidAt)).toMatchObject({ allowed: true, remaining: 0 });
    expect(at(31_000, 10, paidAt)).toMatchObject({ allowed: true, remaining: 20 });
  });

  test('is not lost by what was refused', () => {
    const { paidAt } = at(1_000, 50);
    const refused = at(1_000, 20, paidAt);
    expect(refused.allowed).toBe(false);
    expect(at(1_000, 10, refused.paidAt)).toMatchObject({ allowed: true });
  });

  test('is never more than a minute of it, however long somebody was away', () => {
    expect(at(10_000_000, 60, 5)).toMatchObject({ allowed: true });
    expect(at(10_000_000, 61, at(10_000_000, 1).paidAt)).toMatchObject({ allowed: false });
  });

  test('is waited for by what is dearer than a minute, not for ever', () => {
    const { paidAt } = at(1_000, 1);
    expect(at(1_000, 500, paidAt)).toMatchObject({ allowed: false, waitMs: 1_000 });
    expect(at(2_000, 500, paidAt)).toMatchObject({ allowed: true, remaining: 0 });
  });
});

describe('the holder of an address', () => {
  test.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002:ffff::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (address, holder) => {
    expect(holderOf(address)).toBe(holder);
  });
});
