import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { duties as awards } from '@jejaring/awards/duties';
import { duties as organizations } from '@jejaring/organizations/duties';
import { duties as training } from '@jejaring/training/duties';
import { definePolicy } from '@jejaring/trust/rights/policy.rules';
import { duties as welfare } from '@jejaring/welfare-cases/duties';
import { printRights } from './rights-pages.js';

const root = path.resolve(import.meta.dirname, '..', '..');
const all = [
  ['organizations', organizations],
  ['welfare-cases', welfare],
  ['training', training],
  ['awards', awards],
] as const;

describe('a duty of two hands', () => {
  test.each(all)('of %s is a command of the graph, and has its test', (service, duties) => {
    const sdl = readFileSync(path.join(root, `schema/subgraphs/${service}.graphql`), 'utf8');
    const unknown = duties.filter(({ command }) => !new RegExp(`\\b${command}\\(`).test(sdl));
    const untested = duties.filter(({ test: file }) => !existsSync(path.join(root, file)));

    expect([unknown, untested]).toEqual([[], []]);
  });
});

describe('the page of rights', () => {
  const leaf = definePolicy({
    table: 'leaf',
    access: 'restricted',
    read: [{ roles: ['AUDITOR'], within: 'region_code' }],
    write: [],
    commands: { PLUCK: [{ roles: ['KT_OFFICER'], organization: 'tree_id' }] },
  });
  const sdl = `directive @access(roles: [String!]!) on FIELD_DEFINITION
    directive @classified(as: String!) on FIELD_DEFINITION
    type Query { leaf: Leaf @access(roles: ["AUDITOR"]) }
    type Leaf { colour: String @classified(as: "personal") }`;
  const duty = { command: 'pluck', apart: 'Whoever planted does not pluck.', test: 'leaf.test.ts' };
  const page = printRights(
    [{ name: 'trees', tables: [leaf], duties: [duty] }],
    [{ name: 'trees', sdl }],
  );

  test('says who reads, writes and commands, who may ask, how a field is guarded, and whose hands are apart', () => {
    for (const line of [
      '### `leaf` (restricted)',
      '- **Read**: `AUDITOR` whose region holds `region_code`.',
      '- **Add and change**: the service alone.',
      '- `PLUCK`: `KT_OFFICER` whose organization is `tree_id`.',
      '| `AUDITOR` | `Query.leaf` |',
      '| personal | `Leaf.colour` |',
      '| `pluck` | Whoever planted does not pluck. | `leaf.test.ts` |',
    ])
      expect(page.split('\n')).toContain(line);
  });
});
