import { Parser } from '@asyncapi/parser';
import { validatorOf } from './event-compatibility.js';
import type { EventSchema } from './event-snapshots.js';
import type { Finding } from './findings.js';

/** What the parser of AsyncAPI's makers has against a document. */
export async function checkAsyncApi(text: string): Promise<Finding[]> {
  const diagnostics = await new Parser().validate(text);
  return diagnostics.map(({ path, message }) => ({ place: path.join('/'), says: message }));
}

export interface DocumentWithMessages {
  components: {
    messages: Record<string, { headers: object; payload: object; examples: Example[] }>;
    schemas: object;
  };
}

type Example = Record<'headers' | 'payload', unknown>;

/** Examples that break their schemas: the parser looks at none in documents of version 3. */
export function checkExamples({ components }: DocumentWithMessages): Finding[] {
  const { messages, schemas } = components;
  return Object.entries(messages).flatMap(([type, message]) =>
    (['headers', 'payload'] as const).flatMap((part) => {
      // What a schema of the document refers to must be in it.
      const keeps = validatorOf({ ...message[part], components: { schemas } } as EventSchema);
      return message.examples
        .filter((example) => !keeps(example[part]))
        .map(() => ({ place: `${type}/${part}`, says: 'is broken by an example' }));
    }),
  );
}
