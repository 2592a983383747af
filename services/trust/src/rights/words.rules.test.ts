import { describe, expect, test } from '@jest/globals';
import { roles, socialOffices } from '@jejaring/schema/roles';
import { definePolicy, everyone } from './policy.rules.js';
import { nameRoles, sayClauses, sayCommands } from './words.rules.js';

describe('rights in words', () => {
  test('name a group only where all of it is meant', () => {
    expect(nameRoles(roles)).toBe('everybody');
    expect(nameRoles([...socialOffices, 'KT_OFFICER'])).toBe(
      'offices of social affairs, `KT_OFFICER`',
    );
    expect(nameRoles(['DINSOS_REGENCY_STAFF', 'AUDITOR'])).toBe(
      '`DINSOS_REGENCY_STAFF`, `AUDITOR`',
    );
  });

  test('say each kind of clause', () => {
    const one = (clause: object) => sayClauses([{ roles: ['AUDITOR'], ...clause } as never]);
    const through = {
      column: 'id',
      relation: 'referral',
      key: 'case_id',
      organization: 'to_organization_id',
      statuses: ['SENT'],
    };

    expect([
      one({ within: 'region_code' }),
      one({ organization: 'owner_id', statuses: ['OPEN'] }),
      one({ actor: 'applicant_id' }),
      one({ everywhere: true }),
      one({ records: ['board'] }),
      one({ through }),
      sayClauses([]),
      sayClauses(everyone),
    ]).toEqual([
      '`AUDITOR` whose region holds `region_code`',
      '`AUDITOR` whose organization is `owner_id`, while it is `OPEN`',
      '`AUDITOR` who are the person in `applicant_id`',
      '`AUDITOR` anywhere',
      '`AUDITOR` who see the record that it belongs to (`board`)',
      '`AUDITOR` whose organization is `to_organization_id` of a `referral` of it that is `SENT`',
      'the service alone',
      'everybody',
    ]);
  });

  test('put commands of the same people together', () => {
    const staff = [{ roles: ['KEMENSOS_STAFF'] as const, everywhere: true as const }];
    const own = [{ roles: ['KT_OFFICER'] as const, organization: 'id' }];
    const commands = { OPEN: staff, SHUT: own, CLEAN: staff };
    const policy = definePolicy({ table: 't', access: 'public', read: [], write: [], commands });

    expect(sayCommands(policy).map((row) => row.commands)).toEqual([['OPEN', 'CLEAN'], ['SHUT']]);
  });
});
