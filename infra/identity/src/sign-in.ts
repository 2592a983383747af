import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Person } from './people.js';
import { findPerson, people } from './people.js';

const longestBody = 10_000;

/** The page on which a developer picks who to be; no password, because nobody on it exists. */
export async function serveSignIn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return sendPage(response, interaction.uid);
  const person = findPerson(new URLSearchParams(await readBody(request)).get('person') ?? '');
  if (person === null) return sendPage(response, interaction.uid);
  const result = { login: { accountId: person.id } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > longestBody) throw new Error('The form is too long.');
  }
  return body;
}

function sendPage(response: ServerResponse, uid: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Jejaring: sign in (development)</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
  button { font: inherit; width: 100%; text-align: left; padding: .6rem .8rem; margin: .2rem 0; }
  small { color: #555; }
</style>
<h1>Who do you want to be?</h1>
<p>Development only. None of these people exists.</p>
<form method="post" action="/sign-in/${encodeURIComponent(uid)}">
${people.map(toButton).join('\n')}
</form>
</html>`);
}

const toButton = ({ id, name, role, region }: Person): string =>
  `<button name="person" value="${id}">${name} <small>${role}, ${describeRegion(region)}</small></button>`;

const describeRegion = (region: string | undefined): string =>
  region === '' ? 'nation' : (region ?? 'no region');
