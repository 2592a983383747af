import { Trouble } from './progress.mjs';

const grant = 'urn:jejaring:params:oauth:grant-type:development';

/** Asks the development issuer for an access token of somebody with this role and region. */
export async function requestToken(issuer, claims) {
  const body = new URLSearchParams({ grant_type: grant, client_id: 'jejaring-cli' });
  for (const [name, value] of Object.entries(claims)) {
    if (value !== undefined && value !== null) body.set(name, value);
  }
  const response = await ask(`${issuer}/token`, body);
  const answer = await response.json().catch(() => ({}));
  if (response.ok && answer.access_token) return answer.access_token;
  throw new Trouble(
    `The issuer refuses: ${answer.error_description ?? answer.error ?? response.status}.`,
  );
}

async function ask(url, body) {
  try {
    return await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });
  } catch {
    throw new Trouble(`No issuer answers at ${url}; start the development stack with npm start.`);
  }
}
