import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { describe, expect, test } from '@jest/globals';
import type { DocumentNode, OperationDefinitionNode, ValidationRule } from 'graphql';
import {
  buildSchema,
  getNamedType,
  getVariableValues,
  isCompositeType,
  Kind,
  parse,
  validate,
} from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import { seeded } from '../../scripts/proof/random.js';
import type { Random } from '../../scripts/proof/random.js';
import { costOf } from '../src/admission/cost.js';
import type { CostRules } from '../src/admission/cost-rules.js';
import { measure } from '../src/admission/limits.js';

const schema = buildSchema(`
  directive @mark on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { thing: Thing things(first: Int! = 20): [Thing] named: Named either: Either count: Int }
  interface Named { name: String thing: Thing }
  type Thing implements Named { id: ID name: String thing: Thing things(first: Int! = 20): [Thing] named: Named }
  type Place implements Named { name: String thing: Thing code: String }
  union Either = Thing | Place
`);
const sized = { assumedSize: 20, slicingArguments: ['first'], sizedFields: [] };
const rules: CostRules = {
  weights: new Map(),
  lists: new Map([
    ['Query.things', sized],
    ['Thing.things', sized],
  ]),
};

const fieldsOf: Record<string, readonly string[]> = {
  Query: ['thing', 'things', 'named', 'either', 'count'],
  Named: ['name', 'thing'],
  Thing: ['id', 'name', 'thing', 'things', 'named'],
  Place: ['name', 'thing', 'code'],
  Either: [],
};
const narrower: Record<string, readonly string[]> = {
  Query: ['Query'],
  Named: ['Named', 'Thing', 'Place'],
  Thing: ['Thing', 'Named'],
  Place: ['Place', 'Named'],
  Either: ['Thing', 'Place', 'Named'],
};
const targetOf: Record<string, string> = {
  thing: 'Thing',
  things: 'Thing',
  named: 'Named',
  either: 'Either',
};

/** Writes a valid document at random: nested fields, aliases, directives, fragments in fragments. */
class Writer {
  private readonly fragments: string[] = [];
  private alias = 0;

  constructor(private readonly random: Random) {}

  document(): string {
    const body = this.selections('Query', 3);
    const last = 'last: things(first: $n) { id }';
    return [`query ($n: Int! = 7) ${body.slice(0, -1)} ${last} }`, ...this.fragments].join('\n');
  }

  private selections(type: string, room: number): string {
    const count = this.random.between(1, 3);
    const parts = Array.from({ length: count }, () => this.selection(type, room));
    return `{ ${parts.join(' ')} __typename }`;
  }

  private selection(type: string, room: number): string {
    const chance = this.random.next();
    if (room > 0 && chance < 0.15) return this.inline(type, room);
    if (room > 0 && (chance < 0.35 || fieldsOf[type]!.length === 0)) return this.spread(type, room);
    return fieldsOf[type]!.length === 0 ? '__typename' : this.field(type, room);
  }

  private field(type: string, room: number): string {
    const fit = fieldsOf[type]!.filter((name) => room > 0 || targetOf[name] === undefined);
    if (fit.length === 0) return '__typename';
    const name = this.random.pick(fit);
    const target = targetOf[name];
    // Aliases keep fields with other arguments apart, so that the document stays valid.
    const alias = name === 'things' || this.random.next() < 0.2 ? `a${(this.alias += 1)}: ` : '';
    const size = this.random.pick(['', '(first: 3)', '(first: 40)', '(first: $n)']);
    const sizeOf = name === 'things' ? size : '';
    const mark = this.random.next() < 0.2 ? ' @mark' : '';
    const below = target === undefined ? '' : ` ${this.selections(target, room - 1)}`;
    return `${alias}${name}${sizeOf}${mark}${below}`;
  }

  private inline(type: string, room: number): string {
    const on = this.random.pick(narrower[type]!);
    return `... on ${on} ${this.selections(on, room - 1)}`;
  }

  private spread(type: string, room: number): string {
    const on = this.random.pick(narrower[type]!);
    const name = `f${this.fragments.length}`;
    const at = this.fragments.push('') - 1;
    this.fragments[at] = `fragment ${name} on ${on} ${this.selections(on, room - 1)}`;
    const again = this.random.next() < 0.4 ? ` ...${name} @mark` : '';
    return `...${name}${again}`;
  }
}

type MakeRule = (options: Record<string, unknown>) => unknown;

/** What a rule of graphql-armor counts in a document. */
function countBy(make: MakeRule, document: DocumentNode, limit: string): number {
  let counted = Number.NaN;
  const rule = make({
    [limit]: 1_000_000_000,
    flattenFragments: true,
    onAccept: [(_: unknown, { n }: { n: number }) => (counted = n)],
  });
  validate(schema, document, [rule as ValidationRule]);
  return counted;
}

function complexityOf(query: DocumentNode): number {
  return getComplexity({
    schema,
    query,
    variables: {},
    estimators: [
      ({ field, args, childComplexity }) => {
        if (!isCompositeType(getNamedType(field.type))) return 0;
        const one = 1 + childComplexity;
        return field.name === 'things' ? Number(args['first']) * one : one;
      },
    ],
  });
}

const seed = 20_261_127;
const cases = 1_500;

describe('what is measured, beside graphql-armor and graphql-query-complexity', () => {
  const random = seeded(seed);
  const documents = Array.from({ length: cases }, () => new Writer(random).document());

  test.each([
    ['depth', maxDepthRule as MakeRule, 'n'],
    ['aliases', maxAliasesRule as MakeRule, 'n'],
    ['directives', maxDirectivesRule as MakeRule, 'n'],
  ] as const)('%s are never less than there', (limit, make, option) => {
    let beyondOne = 0;
    for (const text of documents) {
      const { document, operation } = read(text);
      const own = measure({ document, operation, schema })[limit];
      const theirs = countBy(make, document, option);
      if (own < theirs) throw new Error(`${limit}: ${own} here, ${theirs} there (${seed}) ${text}`);
      if (theirs > 1) beyondOne += 1;
    }
    // Documents in which there is nothing to count would prove nothing.
    expect(beyondOne).toBeGreaterThan(cases / 10);
  });

  test('no cost is accepted that both refuse', () => {
    let dear = 0;
    for (const text of documents) {
      const known = { ...read(text), schema };
      const { coerced = {} } = getVariableValues(
        schema,
        known.operation.variableDefinitions ?? [],
        {},
      );
      const own = costOf(rules, known, coerced);
      const weights = { objectCost: 1, scalarCost: 0, depthCostFactor: 1 };
      const armor = countBy(
        (options) => costLimitRule({ ...options, ...weights }),
        known.document,
        'maxCost',
      );
      const theirs = Math.min(armor, complexityOf(known.document));
      if (own < theirs) throw new Error(`${own} here, ${theirs} there (${seed}) ${text}`);
      if (theirs > 100) dear += 1;
    }
    expect(dear).toBeGreaterThan(cases / 50);
  });

  test('the documents are valid, or nothing was compared', () => {
    const invalid = documents.slice(0, 100).flatMap((text) => validate(schema, parse(text)));
    expect(invalid).toEqual([]);
  });
});

function read(text: string): { document: DocumentNode; operation: OperationDefinitionNode } {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION)!;
  return { document, operation };
}
