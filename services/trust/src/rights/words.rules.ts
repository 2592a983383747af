import type { Role } from '@jejaring/schema/roles';
import {
  officials,
  provinceOffice,
  regencyOffice,
  roles,
  socialOffices,
} from '@jejaring/schema/roles';
import type { Clause, TablePolicy, ThroughRelation } from './policy.rules.js';
import { everyone } from './policy.rules.js';

const groups: readonly { name: string; members: readonly Role[] }[] = [
  { name: 'everybody', members: roles },
  { name: 'everybody signed in', members: roles.filter((role) => role !== 'PUBLIC') },
  { name: 'officials', members: officials },
  { name: 'offices of social affairs', members: socialOffices },
  { name: 'offices of regency and province', members: [...regencyOffice, ...provinceOffice] },
  { name: 'offices of the regency', members: regencyOffice },
  { name: 'offices of the province', members: provinceOffice },
];

/** Names a group where all of it is meant, then each role that is left. */
export function nameRoles(named: readonly string[]): string {
  const left = new Set(named);
  const parts: string[] = [];
  for (const { name, members } of groups) {
    if (!members.every((role) => left.has(role))) continue;
    parts.push(name);
    members.forEach((role) => left.delete(role));
  }
  return [...parts, ...[...left].map((role) => `\`${role}\``)].join(', ');
}

const list = (statuses: readonly string[]) => statuses.map((status) => `\`${status}\``).join(', ');

const while_ = ({ statuses, unless }: Pick<Clause, 'statuses' | 'unless'>) =>
  (statuses ? `, while it is ${list(statuses)}` : '') + (unless ? `, unless it is ${unless}` : '');

function throughWords({ through }: ThroughRelation): string {
  const { relation, organization, statuses, equals = {}, includes = {}, unless } = through;
  const kinds = Object.values(equals).map((value) => ` of kind \`${value}\``);
  const holds = Object.entries(includes).map(
    ([name, value]) => ` with \`${value}\` in its ${name}`,
  );
  const left = unless ? `, not one that is ${unless}` : '';
  return `whose organization is \`${organization}\` of a \`${relation}\` of it${kinds.join('')}${holds.join('')} that is ${list(statuses)}${left}`;
}

/** The condition of a clause in words. */
function ownCondition(clause: Clause): string {
  if ('records' in clause) return `who see the record that it belongs to (${list(clause.records)})`;
  if ('seen' in clause) return `who see a \`${clause.seen.table}\` that names it`;
  if ('actor' in clause) return `who are the person in \`${clause.actor}\``;
  if ('through' in clause) return throughWords(clause);
  if ('granted' in clause)
    return `to whom in person a \`${clause.granted.relation}\` opens it until \`${clause.granted.until}\``;
  if ('everywhere' in clause) return 'anywhere';
  if ('within' in clause) return `whose region holds \`${clause.within}\``;
  return `whose organization is \`${clause.organization}\``;
}

const sayClause = (clause: Clause) =>
  `${nameRoles(clause.roles)} ${ownCondition(clause)}${while_(clause)}`;

/** What some clauses open to whom, in words that an auditor reads. */
export function sayClauses(clauses: TablePolicy['read']): string {
  if (clauses === everyone) return 'everybody';
  if (clauses.length === 0) return 'the service alone';
  return clauses.map(sayClause).join('; or ');
}

/** Commands that the same people may give, together. */
export function sayCommands(policy: TablePolicy): { commands: string[]; who: string }[] {
  const byWho = new Map<string, string[]>();
  for (const [command, clauses] of Object.entries(policy.commands)) {
    const who = sayClauses(clauses);
    byWho.set(who, [...(byWho.get(who) ?? []), command]);
  }
  return [...byWho].map(([who, commands]) => ({ commands, who }));
}
