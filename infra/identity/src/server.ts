import { createMetrics } from '@jejaring/chassis/process/metrics';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Provider } from 'oidc-provider';
import { serveSignIn } from './sign-in.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** The issuer's HTTP server: health, the sign-in page, and OpenID Connect for everything else. */
export function createIssuerServer(provider: Provider): Server {
  const routes = healthRoutes();
  const openIdConnect = provider.callback();
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      if (pathname.startsWith('/sign-in/')) await serveSignIn(provider, request, response);
      else await (routes.get(pathname) ?? openIdConnect)(request, response);
    } catch {
      // The login has run out or its cookie is missing: the developer begins again.
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
      response.end('This sign-in is over; start it again.\n');
    }
  });
}

function healthRoutes(): Map<string, Answer> {
  const { registry } = createMetrics('identity');
  const healthy: Answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"ready":true}');
  };
  return new Map<string, Answer>([
    ['/livez', healthy],
    ['/readyz', healthy],
    [
      '/metrics',
      async (_request, response) => {
        const text = await registry.metrics();
        response.writeHead(200, { 'content-type': registry.contentType });
        response.end(text);
      },
    ],
  ]);
}
