import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { graphql } from 'graphql';
import type { ResolverData } from 'type-graphql';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  buildSchemaSync,
  createResolversMap,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  UseMiddleware,
} from 'type-graphql';
import { callPlainly, readPlainFields } from './plain-fields.js';

interface Context {
  role: string;
  noted: string[];
}

const noting = UseMiddleware(async ({ context, info }: ResolverData<Context>, next) => {
  context.noted.push(info.fieldName);
  return next();
});

@ArgsType()
class Said {
  @Field()
  word!: string;
}

@ObjectType()
class Person {
  @Field()
  name!: string;

  @Authorized('OFFICER')
  @Field()
  phone!: string;

  @noting
  @Field()
  birth!: string;

  @Field(() => String, { name: 'called' })
  nick!: string;
}

@Resolver(() => Person)
class PersonResolver {
  private readonly greeting = 'Hello';

  @Query(() => Person)
  person(): Person {
    return Object.assign(new Person(), { name: 'Sari', phone: '1', birth: '2', nick: 'S' });
  }

  /** A plain object, which TypeGraphQL makes into one of the class. */
  @Query(() => Person)
  bare(): object {
    return { name: 'Bare', phone: '1', birth: '2', nick: 'B' };
  }

  @FieldResolver(() => String)
  greet(
    @Arg('times', () => Int, { defaultValue: 1 }) times: number,
    @Root() root: Person,
    @Arg('word', () => String, { nullable: true }) word: string | undefined,
    @Ctx() { role }: Context,
  ): string {
    const isPerson = root instanceof Person;
    return [this.greeting, root.name, String(times), String(word), role, String(isPerson)].join();
  }

  @Authorized('OFFICER')
  @FieldResolver(() => String)
  secret(): string {
    return 'secret';
  }

  @noting
  @FieldResolver(() => String)
  watched(): string {
    return 'watched';
  }

  @FieldResolver(() => String)
  says(@Args() said: Said): string {
    return `${said.word} ${String(said instanceof Said)}`;
  }
}

const build = () =>
  buildSchemaSync({
    resolvers: [PersonResolver],
    authMode: 'error',
    authChecker: ({ context }: { context: Context }, allowed: string[]) =>
      allowed.includes(context.role),
    validate: false,
  });

/** The resolvers of a schema changed in place. */
function plain(): GraphQLSchema {
  readPlainFields();
  const schema = build();
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  callPlainly(resolvers, [PersonResolver]);
  const fields = (
    schema.getType('Person') as unknown as { getFields(): Record<string, object> }
  ).getFields();
  for (const [name, resolve] of Object.entries(resolvers.Person!))
    Object.assign(fields[name]!, { resolve });
  return schema;
}

const before = build();
const after = plain();

async function ask(source: string, role = 'OFFICER') {
  const answers = [];
  for (const schema of [before, after]) {
    const contextValue: Context = { role, noted: [] };
    const { data, errors = [] } = await graphql({ schema, source, contextValue });
    const messages = errors.map(({ message }) => message);
    answers.push(JSON.stringify({ data, messages, noted: contextValue.noted }));
  }
  expect(answers[1]).toBe(answers[0]);
  return answers[1];
}

test.each([
  '{ person { name called greet } bare { name called greet(times: 2, word: "you") } }',
  '{ person { greet(word: null) says(word: "abc") } }',
])('answers as before: %s', async (source) => expect(await ask(source)).toContain('"messages":[]'));

test('a field that nothing guards has no resolver any more, a guarded one has', () => {
  const { name, phone, birth, called } = (
    after.getType('Person') as unknown as { getFields(): Record<string, { resolve?: unknown }> }
  ).getFields();
  expect(name!.resolve).toBeUndefined();
  expect([phone, birth, called].map((field) => typeof field!.resolve)).toEqual(
    Array(3).fill('function'),
  );
});

test.each(['phone', 'secret'])('who may not ask %s is refused', async (field) => {
  expect(await ask(`{ person { ${field} } }`, 'PUBLIC')).toContain('Access denied');
});

test('what is noted of a read is noted, and arguments that are made are made', async () => {
  expect(await ask('{ person { birth watched } }')).toContain('"noted":["birth","watched"]');
  expect(await ask('{ person { says(word: "abc") } }')).toContain('abc true');
});
