import { isPassingFault } from '@jejaring/chassis/work/passing-fault';
import { DeadlineExceeded } from '@jejaring/chassis/work/deadline';
import type { Words } from './words.js';
import { problems } from './words.js';

export type ProblemCode = keyof typeof problems;

interface More {
  /** The parameter of the request at fault, and what it may be. */
  parameter?: string;
  wants?: Words;
  /** From where on a reader whose place is gone misses nothing. */
  place?: string;
  headers?: readonly (readonly [string, string])[];
}

/** Why a door does not do what it was asked; nothing in it repeats what was sent. */
export class Refused extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly more: More = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  get status(): number {
    return problems[this.code].status;
  }

  get headers(): readonly (readonly [string, string])[] {
    return [...(problems[this.code].headers ?? []), ...(this.more.headers ?? [])];
  }

  /** Problem details for HTTP APIs (RFC 9457), with words in both languages. */
  get body(): object {
    const { code, more, status } = this;
    const { title, words } = problems[code];
    const message = more.wants ?? words;
    return {
      type: `https://jejaring.id/problems/${code}`,
      title,
      status,
      detail: message.en,
      code,
      message,
      ...(more.parameter === undefined ? {} : { parameter: more.parameter }),
      ...(more.place === undefined ? {} : { place: more.place }),
    };
  }
}

/** What somebody outside is told of any failure; what failed inside stays inside. */
export function refusedBy(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const isLate = error instanceof DeadlineExceeded || code === '57014';
  if (isLate || isPassingFault(error)) return new Refused('UNAVAILABLE', {}, { cause: error });
  if (typeof statusCode === 'number' && statusCode < 500)
    return new Refused('MALFORMED', {}, { cause: error });
  return new Refused('INTERNAL', {}, { cause: error });
}
