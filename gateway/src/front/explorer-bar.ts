import type { ReadyOperation } from './ready-operations.js';

const style = `
#bar{box-sizing:border-box;height:3rem;display:flex;gap:.75rem;align-items:center;padding:0 .75rem;font:14px system-ui,sans-serif}
#bar select,#bar input{font:inherit;padding:.25rem}
#bar select{max-width:40vw}
#bar small{flex:1;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
#root .graphiql-container{height:calc(100vh - 3rem)}
`;

const markup = `
<form id="bar">
  <select id="ready" aria-label="Ready operations"><option value="">Ready operations…</option></select>
  <small id="hint"></small>
  <label>Token <input id="token" type="password" autocomplete="off" spellcheck="false" placeholder="PUBLIC without one"></label>
</form>`;

/**
 * What is chosen opens in a tab of its own, by loading the page anew. The token stays in this tab of
 * the browser until it is closed: never in an address, and never where GraphiQL keeps what was typed.
 */
const script = `
(() => {
  const key = 'jejaring:token';
  const at = (id) => document.getElementById(id);
  const address = new URL(location.href);
  const chosen = ready.find(({ name }) => name === address.searchParams.get('operation'));
  if (chosen) {
    address.searchParams.delete('operation');
    address.searchParams.delete('query');
    history.replaceState({}, '', address);
    at('hint').textContent = at('hint').title = [chosen.purpose, chosen.hint].filter(Boolean).join(' ');
    const { input } = chosen.variables;
    if (input && 'idempotencyKey' in input) input.idempotencyKey = crypto.randomUUID?.() ?? '';
  }
  for (const group of new Set(ready.map((each) => each.group))) {
    const options = document.createElement('optgroup');
    options.label = group;
    for (const { name, purpose } of ready.filter((each) => each.group === group)) {
      options.append(new Option(purpose ? name + ': ' + purpose : name, name, false, name === chosen?.name));
    }
    at('ready').append(options);
  }
  at('ready').addEventListener('change', ({ target }) => {
    if (target.value) location.search = '?operation=' + encodeURIComponent(target.value);
  });
  at('bar').addEventListener('submit', (event) => event.preventDefault());
  at('token').value = sessionStorage.getItem(key) ?? '';
  at('token').addEventListener('input', ({ target }) => {
    const token = target.value.trim().replace(/^Bearer\\s+/i, '');
    if (token) sessionStorage.setItem(key, token);
    else sessionStorage.removeItem(key);
  });
  const send = window.fetch.bind(window);
  window.fetch = (target, init = {}) => {
    const headers = new Headers(init.headers);
    const token = sessionStorage.getItem(key);
    if (token && !headers.get('authorization')) headers.set('authorization', 'Bearer ' + token);
    return send(target, { ...init, headers });
  };
  window.withChosen = (options) => chosen
    ? { ...options, query: chosen.text, variables: JSON.stringify(chosen.variables, null, 2) }
    : options;
})();
`;

/** Above GraphiQL: ready operations to choose from, and a field for a token. */
export function makeBar(operations: readonly ReadyOperation[]): string {
  const ready = JSON.stringify(operations).replaceAll('<', String.raw`\u003c`);
  return `<style>${style}</style>${markup}<script>const ready = ${ready};${script}</script>`;
}
