import { describe, expect, test } from '@jest/globals';
import { parseServiceUrls } from './service-urls.rules.js';

describe('SERVICE_URLS', () => {
  test('gives each service one or more addresses', () => {
    const services = parseServiceUrls(
      'training=http://a:4003/graphql|http://b:4003/graphql, awards=https://c/graphql',
    );

    expect(Object.fromEntries(services)).toEqual({
      training: ['http://a:4003/graphql', 'http://b:4003/graphql'],
      awards: ['https://c/graphql'],
    });
  });

  test('may be empty', () => {
    expect(parseServiceUrls('').size).toBe(0);
  });

  test.each([
    ['without a name', 'http://a/graphql'],
    ['with a name that is no name', 'A b=http://a/graphql'],
    ['twice', 'training=http://a/graphql,training=http://b/graphql'],
    ['without an address', 'training='],
    ['with an empty second address', 'training=http://a/graphql|'],
    ['with another scheme', 'training=ftp://a/graphql'],
    ['with credentials in it', 'training=http://user:word@a/graphql'],
    ['without a path', 'training=http://a'],
    ['with a question', 'training=http://a/graphql?x=1'],
  ])('is refused %s', (_name, raw) => {
    expect(() => parseServiceUrls(raw)).toThrow(/SERVICE_URLS/);
  });
});
