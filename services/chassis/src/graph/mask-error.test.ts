import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { createLogger } from '../process/log.js';
import { maskError } from './server.js';

const mask = maskError(createLogger('test', 'silent'));

describe('a fault of the input', () => {
  test('out of its bounds is named with its place', () => {
    const validationErrors = [
      { property: 'first', constraints: { max: 'first must not be greater than 100' } },
      {
        property: 'person',
        children: [{ property: 'name', constraints: { max: 'name is long' } }],
      },
    ];
    const error = new GraphQLError('Argument Validation Error', {
      extensions: { code: 'BAD_USER_INPUT', validationErrors },
    });

    expect(mask(error.toJSON(), error)).toEqual({
      message: 'first must not be greater than 100; name is long',
      extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
    });
  });

  test('in a variable is named and not repeated', () => {
    const extensions = { code: 'BAD_USER_INPUT', argument: 'Date' };
    const words = 'Variable "$i" got invalid value "CANARY" at "i.givenOn"; A date is a day.';
    const error = new GraphQLError(words, { extensions });

    expect(mask(error.toJSON(), error)).toEqual({
      message: 'i.givenOn: A date is a day.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'i.givenOn' },
    });
  });

  test.each(['22021', '22008', '22P05'])('is what the database cannot keep (%s)', (code) => {
    const error = Object.assign(new Error('invalid byte sequence CANARY'), { code });

    expect(mask({ message: error.message, path: ['regions'] }, error)).toEqual({
      message: 'The input holds a character or a date that cannot be kept.',
      path: ['regions'],
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

test('what failed inside is not told', () => {
  const error = Object.assign(new Error('CANARY'), { code: '42P01' });

  expect(JSON.stringify(mask({ message: error.message }, error))).not.toContain('CANARY');
});
