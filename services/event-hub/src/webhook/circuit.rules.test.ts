import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Circuit } from './circuit.rules.js';
import { afterAttempts, closedCircuit, isHopeless, stateOf } from './circuit.rules.js';

const start = new Date('2026-11-20T02:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const failing = (circuit: Circuit, at: Date, failed = 1) =>
  afterAttempts(circuit, { succeeded: 0, failed }, at);

describe('a circuit', () => {
  test('opens after five failures in a row, and lets one through after half a minute', () => {
    let circuit = closedCircuit;
    for (let index = 0; index < 4; index += 1) circuit = failing(circuit, start);
    expect(stateOf(circuit, start)).toBe('CLOSED');

    circuit = failing(circuit, start);

    expect(stateOf(circuit, start)).toBe('OPEN');
    expect(stateOf(circuit, later(29))).toBe('OPEN');
    expect(stateOf(circuit, later(30))).toBe('HALF_OPEN');
  });

  test('opens twice as long each time that the one let through fails, ten minutes at most', () => {
    let circuit = failing(closedCircuit, start, 200);
    const pauses: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      const at = circuit.openUntil!;
      circuit = failing(circuit, at);
      pauses.push((circuit.openUntil!.getTime() - at.getTime()) / 1_000);
    }

    expect(pauses).toEqual([60, 120, 240, 480, 600, 600, 600, 600]);
  });

  test('counts what was under way while it opened as nothing more', () => {
    const open = failing(closedCircuit, start, 5);
    expect(failing(open, later(1), 300)).toEqual(open);
  });

  test('one success closes it, whatever failed beside it', () => {
    const open = failing(closedCircuit, start, 9);
    expect(afterAttempts(open, { succeeded: 1, failed: 40 }, later(31))).toEqual(closedCircuit);
  });

  test('remembers since when nothing succeeded, and calls it hopeless after five days', () => {
    const circuit = failing(failing(closedCircuit, start), later(3_600), 5);
    expect(circuit.failingSince).toEqual(start);
    expect(isHopeless(circuit, later(5 * 86_400 - 1))).toBe(false);
    expect(isHopeless(circuit, later(5 * 86_400))).toBe(true);
    expect(isHopeless(closedCircuit, later(9e9))).toBe(false);
  });

  test('is never open for longer than ten minutes, and never open after a success', () => {
    const step = fc.record({
      succeeded: fc.constantFrom(0, 0, 0, 1),
      failed: fc.integer({ min: 0, max: 300 }),
      after: fc.integer({ min: 0, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let circuit = closedCircuit;
        let at = start;
        return steps.every((tried) => {
          at = new Date(at.getTime() + tried.after * 1_000);
          circuit = afterAttempts(circuit, tried, at);
          const openMs = circuit.openUntil === null ? 0 : circuit.openUntil.getTime() - +at;
          return openMs <= 600_000 && (tried.succeeded === 0 || stateOf(circuit, at) === 'CLOSED');
        });
      }),
    );
  });
});
