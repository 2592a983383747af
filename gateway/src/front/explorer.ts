import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { makeBar } from './explorer-bar.js';
import { readReadyOperations } from './ready-operations.js';

const firstQuery = `# Jejaring: one graph over organizations, welfare cases, training and awards.
# Without a token you are PUBLIC. Above: published operations with examples, and a place for a token.

query Hello {
  __typename
}
`;

interface Page {
  compressed: Buffer;
  policy: string;
}

/**
 * GraphiQL with everything inlined: it works without the internet, and may talk to this host only.
 * Above it are the published operations of this folder.
 */
export function createExplorer(operationsFolder: string) {
  let page: Promise<Page> | null = null;
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { compressed, policy } = await (page ??= makePage(operationsFolder));
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-encoding', 'gzip')
      .header('content-security-policy', policy)
      .header('referrer-policy', 'no-referrer')
      .send(compressed);
  };
}

// Nine megabytes of text: loaded when somebody first looks, kept compressed.
async function makePage(operationsFolder: string): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const options = {
    endpoint: '/graphql',
    title: 'Jejaring',
    defaultQuery: firstQuery,
    // What is typed under "Headers" may be a token: it is not to outlive the page.
    shouldPersistHeaders: false,
  };
  const rendered = renderGraphiQL(options as never).replaceAll('\r\n', '\n');
  const given = JSON.stringify(options);
  const bar = makeBar(readReadyOperations(operationsFolder));
  const html = exchange(
    exchange(rendered, given, `withChosen(${given})`),
    '<div id="root">',
    `${bar}<div id="root">`,
  );
  return { compressed: await promisify(gzip)(html), policy: contentPolicy(html) };
}

/** Another release of GraphiQL may be written otherwise, and is then not served without its bar. */
function exchange(html: string, part: string, other: string): string {
  if (!html.includes(part)) throw new Error(`GraphiQL has no ${part}.`);
  return html.replace(part, () => other);
}

/** Only the scripts of this very page may run; the editor makes styles and workers of its own. */
function contentPolicy(html: string): string {
  const hashes = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    `default-src 'none'`,
    `script-src ${hashes.join(' ')}`,
    `worker-src blob:`,
    `style-src 'unsafe-inline'`,
    `img-src data:`,
    `font-src data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
