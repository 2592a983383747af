import { isDeepStrictEqual } from 'node:util';
import type { Arena, Contestant } from './ground.js';
import { questions } from './questions.js';

interface Reply {
  data?: unknown;
  errors?: unknown;
}

/** Every gateway must give the same answers before its time counts; remembers how long each one is. */
export async function compareAnswers(
  { tokens }: Arena,
  contestants: readonly Contestant[],
  documents: readonly string[],
): Promise<void> {
  for (const document of documents) {
    let expected: unknown;
    for (const contestant of contestants) {
      if (!canAnswer(contestant, document)) continue;
      const text = await readTwice(contestant, document, () => tokens.at(contestant.nextToken++));
      const { data, errors } = JSON.parse(text) as Reply;
      const { name } = contestant.variant;
      if (errors !== undefined)
        throw new Error(`${name} answers with errors: ${text.slice(0, 500)}`);
      expected ??= data;
      if (!isDeepStrictEqual(data, expected))
        throw new Error(`${name} answers otherwise: ${document}`);
      contestant.sizes.set(document, Buffer.byteLength(text));
    }
  }
}

/** The first answer may be made in another way than all that follow. */
async function readTwice({ client }: Contestant, query: string, token: () => string) {
  const body = JSON.stringify({ query });
  await client.read({ body, authorization: `Bearer ${token()}` });
  return (await client.read({ body, authorization: `Bearer ${token()}` })).text;
}

export const canAnswer = ({ variant: { only } }: Contestant, document: string): boolean =>
  only === undefined || only.some((name) => questions[name].includes(document));
