import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function listOf(objects: ReadonlyMap<string, string>, asked: URLSearchParams): string {
  const [prefix, after] = [asked.get('prefix') ?? '', asked.get('start-after') ?? ''];
  const names = [...objects.keys()]
    .filter((name) => name.startsWith(prefix) && name > after)
    .sort();
  const contents = names.map((name) => `<Contents><Key>${escape(name)}</Key></Contents>`).join('');
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`;
}

const fault = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;

/** A bucket that answers as S3 does to what the store of seals asks of it: conditional writes included. */
export async function startSealBucket(): Promise<{
  server: Server;
  endpoint: string;
  objects: Map<string, string>;
}> {
  const objects = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://127.0.0.1');
    const name = decodeURIComponent(url.pathname).replace(/^\/seals\/?/, '');
    const body = await bodyOf(request);
    const answer = (status: number, text = '') =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(text);
    if (request.headers.authorization === undefined) return answer(403, fault('AccessDenied'));
    if (request.method === 'PUT') {
      const onlyNew = request.headers['if-none-match'] === '*';
      if (onlyNew && objects.has(name)) return answer(412, fault('PreconditionFailed'));
      objects.set(name, body);
      return answer(200);
    }
    if (url.searchParams.has('list-type')) return answer(200, listOf(objects, url.searchParams));
    const found = objects.get(name);
    return found === undefined ? answer(404, fault('NoSuchKey')) : answer(200, found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, endpoint: `http://127.0.0.1:${port}`, objects };
}
