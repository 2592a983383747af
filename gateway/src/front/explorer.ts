import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const firstQuery = `# Jejaring: one graph over organizations, welfare cases, training and awards.
# Without a token you are PUBLIC. With one: open "Headers" below and write
#   { "authorization": "Bearer <the token>" }

query Hello {
  __typename
}
`;

interface Page {
  compressed: Buffer;
  policy: string;
}

let page: Promise<Page> | null = null;

/** GraphiQL with everything inlined: it works without the internet, and may talk to this host only. */
export async function serveExplorer(
  _request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { compressed, policy } = await (page ??= makePage());
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-encoding', 'gzip')
    .header('content-security-policy', policy)
    .header('referrer-policy', 'no-referrer')
    .send(compressed);
}

// Nine megabytes of text: loaded when somebody first looks, kept compressed.
async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const options = {
    title: 'Jejaring',
    defaultQuery: firstQuery,
    headers: '{\n  "authorization": ""\n}',
  };
  const html = renderGraphiQL({ endpoint: '/graphql', ...options } as never).replaceAll(
    '\r\n',
    '\n',
  );
  return { compressed: await promisify(gzip)(html), policy: contentPolicy(html) };
}

/** Only the script of this very page may run; its editor makes styles and workers of its own. */
function contentPolicy(html: string): string {
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    `default-src 'none'`,
    `script-src 'sha256-${hash}'`,
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
