import { describe, expect, test } from '@jest/globals';
import { kindsFor } from './delivery.rules.js';

describe('kindsFor', () => {
  test('are those that were asked for and that the role is told', () => {
    const types = ['welfare-cases.*', 'training.certificate.issued.v1'];
    const ofSystem = [...kindsFor({ types, makerRole: 'SYSTEM_SUBSCRIBER' })];
    const ofOffice = kindsFor({ types, makerRole: 'DINSOS_PROVINCE_STAFF' });

    expect(ofSystem).toContain('training.certificate.issued.v1');
    expect(ofSystem.filter((type) => type.startsWith('welfare-cases.case'))).toEqual([]);
    expect(ofOffice).toContain('welfare-cases.case.accepted.v1');
  });

  test('are none of a role that does not subscribe, and the rest where one kind is no more', () => {
    expect(kindsFor({ types: ['awards.*'], makerRole: 'KT_OFFICER' }).size).toBe(0);
    const types = ['awards.nothing.happened.v1', 'awards.award.granted.v1'];
    expect([...kindsFor({ types, makerRole: 'KEMENSOS_STAFF' })]).toEqual([
      'awards.award.granted.v1',
    ]);
  });
});
