import { expect, test } from '@jest/globals';
import type { Bench, TransportTraits } from './transport-contract.js';
import {
  Receiver,
  aSeries,
  completePlaces,
  idsOf,
  killWhenDone,
  persist,
  placesByKey,
  until,
} from './transport-probe.js';

/** The part of the contract that needs something to be killed. */
export function testCrashes(bench: Bench, traits: TransportTraits): void {
  testKilledMember(bench);
  testKilledPublisher(bench, traits);
  if (traits.restartable) testRestart(bench);
}

function testKilledMember(bench: Bench): void {
  test('what a killed member held without commit goes to another', async () => {
    const receiver = new Receiver();
    const { topic, group, harness } = bench;
    const series = aSeries({ topic, keys: 8, perKey: 10 });
    await bench.transport.publish(series);
    await killWhenDone({ address: harness.address, act: 'hold', group, topic }, 'holding');

    await bench.join(receiver.handler);
    await until('all have come', () => receiver.ids().size === series.length);

    expect(placesByKey(receiver.records)).toEqual(completePlaces(8, 10));
  });
}

function testKilledPublisher(bench: Bench, { deduplicates }: TransportTraits): void {
  test('what a publisher sends again after it was killed is neither lost nor out of order', async () => {
    const receiver = new Receiver();
    const { topic, harness } = bench;
    const series = aSeries({ topic, keys: 8, perKey: 10 });
    await killWhenDone({ address: harness.address, act: 'publish', records: series }, 'published');

    await bench.transport.publish(series);
    const last = aSeries({ topic, keys: 8, perKey: 1, firstPlace: 10 });
    await bench.transport.publish(last);
    await bench.join(receiver.handler);
    await until('the last have come', () => [...idsOf(last)].every((id) => receiver.ids().has(id)));

    expect(placesByKey(receiver.records)).toEqual(completePlaces(8, 11));
    expect(receiver.records).toHaveLength(deduplicates ? 88 : 168);
  });
}

function testRestart(bench: Bench): void {
  test('publishing and receiving go on after the server was restarted', async () => {
    const receiver = new Receiver();
    const { topic, transport } = bench;
    const member = await bench.join(receiver.handler);
    await transport.publish(aSeries({ topic, keys: 8, perKey: 10 }));
    await until('the first have come', () => receiver.ids().size === 80);

    const restarted = bench.harness.restart();
    const second = aSeries({ topic, keys: 8, perKey: 10, firstPlace: 10 });
    await persist(() => transport.publish(second));
    await restarted;
    const third = aSeries({ topic, keys: 8, perKey: 10, firstPlace: 20 });
    await persist(() => transport.publish(third));
    await until('all have come', () => receiver.ids().size === 240);

    expect(placesByKey(receiver.records)).toEqual(completePlaces(8, 30));
    expect(member.healthy()).toBe(true);
  }, 120_000);
}
