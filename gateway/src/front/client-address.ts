import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';

/**
 * Where a request comes from. What a header says of it counts only as far as proxies that we trust
 * have written it: anybody else could be whoever they like.
 */
export function readAddress(request: IncomingMessage, trusted: readonly string[]): string {
  const own = request.socket.remoteAddress ?? '';
  return trusted.length === 0 || own === '' ? own : proxyAddress(request, [...trusted]);
}
