import { describe, expect, test } from '@jest/globals';
import type { SeatedPerson } from './board-seats.rules.js';
import { judgeBoard } from './board-seats.rules.js';

const regionCode = '32.79.04.2006';
const sitting = (position: SeatedPerson['position'], fields: Partial<SeatedPerson> = {}) => ({
  officerId: position,
  position,
  birthDate: '1990-01-01',
  residenceRegionCode: regionCode,
  ...fields,
});
const core = [sitting('CHAIR'), sitting('SECRETARY'), sitting('TREASURER')];
const on = (day: string) => ({ day, field: 'heldOn', regionCode });

describe('a board', () => {
  test('is good with chair, secretary and treasurer of the village', () => {
    expect(judgeBoard(core, on('2014-06-25'))).toEqual({
      refused: null,
      regulations: ['Permensos 77/HUK/2010', 'Permensos 23/2013'],
      warnings: [],
    });
  });

  test('names the positions of the core that are open', () => {
    expect(judgeBoard([sitting('CHAIR'), sitting('ADVISOR')], on('2024-01-10'))).toEqual({
      refused: 'core-incomplete',
      missing: ['SECRETARY', 'TREASURER'],
    });
  });

  test('has three different persons in its core, who may hold others beside', () => {
    const twice = [core[0]!, core[1]!, sitting('TREASURER', { officerId: 'CHAIR' })];
    const beside = [...core, sitting('SECTION_HEAD', { officerId: 'CHAIR' })];

    expect(judgeBoard(twice, on('2024-01-10')).refused).toBe('core-not-distinct');
    expect(judgeBoard(beside, on('2024-01-10')).refused).toBeNull();
  });

  test('refuses who is not 17 on the day, and takes who is', () => {
    const young = (birthDate: string) => [...core, sitting('SECTION_MEMBER', { birthDate })];

    expect(judgeBoard(young('2007-01-11'), on('2024-01-10'))).toEqual({
      refused: 'officer-too-young',
      officerIds: ['SECTION_MEMBER'],
      minimum: 17,
    });
    expect(judgeBoard(young('2007-01-10'), on('2024-01-10')).refused).toBeNull();
  });

  test('is warned above 45 by the law of 2014 and not by that of 2020', () => {
    const old = [...core, sitting('ADVISOR', { birthDate: '1960-01-01' })];

    expect(judgeBoard(old, on('2014-06-25'))).toMatchObject({
      refused: null,
      warnings: ['OFFICER_ABOVE_AGE_LIMIT'],
    });
    expect(judgeBoard(old, on('2020-10-28'))).toMatchObject({ refused: null, warnings: [] });
  });

  test('is warned of somebody who lives elsewhere', () => {
    const away = [...core, sitting('ADVISOR', { residenceRegionCode: '32.79.04.2003' })];

    expect(judgeBoard(away, on('2024-01-10'))).toMatchObject({
      refused: null,
      warnings: ['OFFICER_RESIDES_ELSEWHERE'],
    });
  });

  test('cannot be judged by a law that nobody recorded', () => {
    expect(judgeBoard(core, on('2005-01-01'))).toMatchObject({
      refused: 'invalid-input',
      field: 'heldOn',
    });
  });
});
