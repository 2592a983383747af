import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

export const s3Credentials = { accessKeyId: 'AKIDTEST', secretAccessKey: 'a secret of the test' };
export const s3Region = 'ap-southeast-3';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes);
const hmac = (key: Buffer | string, text: string) =>
  createHmac('sha256', key).update(text).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

interface Signed {
  date: string;
  scope: string;
  signedHeaders: string;
  signature: string;
  payload: string;
  query: [string, string][];
}

/** What the request claims to be signed for: in its query when presigned, else in its header. */
function readSigned(request: IncomingMessage, url: URL): Signed | null {
  const query = [...url.searchParams];
  const presigned = url.searchParams.get('X-Amz-Signature');
  if (presigned !== null) {
    const get = (name: string) => url.searchParams.get(name)!;
    return {
      date: get('X-Amz-Date'),
      scope: get('X-Amz-Credential').split('/').slice(1).join('/'),
      signedHeaders: get('X-Amz-SignedHeaders'),
      signature: presigned,
      payload: 'UNSIGNED-PAYLOAD',
      query: query.filter(([name]) => name !== 'X-Amz-Signature'),
    };
  }
  const header = request.headers.authorization ?? '';
  const part = (name: string) => new RegExp(`${name}=([^, ]+)`).exec(header)?.[1];
  if (part('Signature') === undefined) return null;
  return {
    date: String(request.headers['x-amz-date']),
    scope: part('Credential')!.split('/').slice(1).join('/'),
    signedHeaders: part('SignedHeaders')!,
    signature: part('Signature')!,
    payload: String(request.headers['x-amz-content-sha256']),
    query,
  };
}

/** AWS Signature Version 4, computed anew from the request as it arrived (AWS S3 API reference). */
function isGenuine(request: IncomingMessage, url: URL): boolean {
  const signed = readSigned(request, url);
  if (signed === null) return false;
  const headers = signed.signedHeaders
    .split(';')
    .map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const query = signed.query
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const canonical = [
    request.method,
    url.pathname,
    query,
    headers.join(''),
    signed.signedHeaders,
    signed.payload,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', signed.date, signed.scope, sha256(canonical).digest('hex')];
  const [day, region, service, ending] = signed.scope.split('/') as [
    string,
    string,
    string,
    string,
  ];
  const key = [region, service, ending].reduce<Buffer>(
    (last, next) => hmac(last, next),
    hmac(`AWS4${s3Credentials.secretAccessKey}`, day),
  );
  return hmac(key, text.join('\n')).toString('hex') === signed.signature;
}

const fail = (response: ServerResponse, status: number, code: string) =>
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);

/** A store that answers as S3 does to what we ask of it, and believes nothing unsigned. */
export async function startS3(): Promise<{
  server: Server;
  endpoint: string;
  objects: Map<string, Buffer>;
}> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://127.0.0.1');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (!isGenuine(request, url)) return fail(response, 403, 'SignatureDoesNotMatch');
    if (request.method === 'PUT') {
      const checksum = request.headers['x-amz-checksum-sha256'];
      if (checksum !== sha256(body).digest('base64')) return fail(response, 400, 'BadDigest');
      objects.set(url.pathname, body);
      return response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(url.pathname);
      return response.writeHead(204).end();
    }
    const found = objects.get(url.pathname);
    if (found === undefined) return fail(response, 404, 'NoSuchKey');
    const disposition = url.searchParams.get('response-content-disposition');
    return response
      .writeHead(200, disposition === null ? {} : { 'content-disposition': disposition })
      .end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { server, endpoint: `http://127.0.0.1:${port}`, objects };
}
