import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { makeBar } from './explorer-bar.js';

const seal = {
  name: 'Seal',
  group: 'Change',
  purpose: 'Seals it.',
  hint: 'As AUDITOR.',
  text: 'mutation Seal($input: SealInput!) { seal(input: $input) { id } }',
  variables: { input: { id: '', idempotencyKey: '' } },
};

class Element {
  value = '';
  textContent = '';
  readonly children: unknown[] = [];
  private readonly listeners = new Map<string, (event: object) => void>();
  append = (child: unknown) => void this.children.push(child);
  addEventListener = (type: string, listen: (event: object) => void) =>
    void this.listeners.set(type, listen);
  type(value: string, event = 'input') {
    this.value = value;
    this.listeners.get(event)?.({ target: this });
  }
}

/** As much of a browser as the bar uses. */
function openBar(search = '') {
  const elements = new Map(['ready', 'hint', 'token', 'bar'].map((id) => [id, new Element()]));
  const kept = new Map<string, string>();
  const sent: Headers[] = [];
  const window: Record<string, any> = {
    fetch: (_target: string, { headers }: { headers: Headers }) => void sent.push(headers),
  };
  const location = { href: `http://localhost/graphql${search}`, search };
  const shown: string[] = [];
  const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(makeBar([seal])) ?? [];
  const browser = {
    window,
    location,
    URL,
    Headers,
    crypto,
    Option: class {},
    document: {
      getElementById: (id: string) => elements.get(id),
      createElement: () => new Element(),
    },
    history: { replaceState: (_s: object, _t: string, to: URL) => void shown.push(String(to)) },
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  };
  runInContext(script, createContext(browser));
  const at = (id: string) => elements.get(id)!;
  return { at, kept, sent, window, location, shown };
}

describe('the field for a token', () => {
  test('keeps it for this tab, and sends it with every question', () => {
    const { at, kept, sent, window } = openBar();
    at('token').type(' Bearer abc ');
    window['fetch']('/graphql', { headers: { accept: 'application/json' } });

    expect([...kept.values()]).toEqual(['abc']);
    expect(Object.fromEntries(sent[0]!)).toEqual({
      accept: 'application/json',
      authorization: 'Bearer abc',
    });
  });

  test('forgets it when it is emptied, and gives way to what stands under "Headers"', () => {
    const { at, kept, sent, window } = openBar();
    at('token').type('abc');
    window['fetch']('/graphql', { headers: { authorization: 'Bearer own' } });
    at('token').type('');
    window['fetch']('/graphql');

    expect(kept.size).toBe(0);
    expect(sent.map((headers) => headers.get('authorization'))).toEqual(['Bearer own', null]);
  });
});

describe('the choice of an operation', () => {
  test('is an address of its own', () => {
    const { at, location } = openBar();
    at('ready').type('Seal', 'change');
    expect(location.search).toBe('?operation=Seal');
  });

  test('opens it with its example and a fresh key, once', () => {
    const { at, window, shown } = openBar('?operation=Seal&query=old');
    const { title, query, variables } = window['withChosen']({ title: 'Jejaring' });

    expect({ title, query }).toEqual({ title: 'Jejaring', query: seal.text });
    expect(JSON.parse(variables).input).toEqual({
      id: '',
      idempotencyKey: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(shown).toEqual(['http://localhost/graphql']);
    expect(at('hint').textContent).toBe('Seals it. As AUDITOR.');
  });

  test('leaves GraphiQL as it is when there is none, or an unknown one', () => {
    const options = { title: 'Jejaring' };
    for (const search of ['', '?operation=Unknown'])
      expect(openBar(search).window['withChosen'](options)).toBe(options);
  });
});
