import { jsonSchemaOf } from '@jejaring/schema/events/contract';
import { contractsByType } from '@jejaring/schema/events/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Refused } from './problem.js';

interface Document {
  text: string;
  type: string;
  etag: string;
}

const inRepository = (file: string) =>
  readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');

const document = (type: string, text: string): Document => ({
  text,
  type,
  etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
});

/** What a type of event promises, under the address that each event names as its `dataschema`. */
const schemas: ReadonlyMap<string, Document> = new Map(
  [...contractsByType.values()].map((contract) => [
    `${contract.type}.json`,
    document('application/schema+json', JSON.stringify(jsonSchemaOf(contract))),
  ]),
);

/** What anybody may read without a token: which events there are, and what they promise. */
export function servePublic(scope: FastifyInstance): void {
  const page = document('text/html; charset=utf-8', inRepository('docs/asyncapi.html'));
  const asyncapi = document('application/json', inRepository('schema/asyncapi.json'));
  scope.get('/', (request, reply) => send(request, reply, page));
  scope.get('/asyncapi.json', (request, reply) => send(request, reply, asyncapi));
  scope.get<{ Params: { file: string } }>('/schema/events/:file', (request, reply) => {
    const schema = schemas.get(request.params.file);
    if (schema === undefined) throw new Refused('SCHEMA_UNKNOWN');
    return send(request, reply, schema);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, { text, type, etag }: Document) {
  reply.headers({
    etag,
    'cache-control': 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
    // What the page itself may load stands in it, by its hash.
    'content-security-policy': "frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type(type).send(text);
}
