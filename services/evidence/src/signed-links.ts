import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link allows besides its method and key, such as the hash of the bytes. */
export type Terms = Record<string, string>;

/** A request that is refused, with the status that tells why. */
export class LinkRefused extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

export interface SignedLinks {
  make(method: string, key: string, seconds: number, terms: Terms): string;
  /** The terms that were signed; throws when the link was altered or has ended. */
  check(method: string, key: string, query: Terms): Terms;
}

/** One canonical line: every term counts, none may be added. */
function lineOf(method: string, key: string, terms: Terms): string {
  const query = new URLSearchParams(terms);
  query.sort();
  return [method, key, query.toString()].join('\n');
}

/** Links below `/files` that only the holder of the secret can make. */
export function signedLinks(secret: string, publicUrl: string, now: () => number): SignedLinks {
  const sign = (method: string, key: string, terms: Terms) =>
    createHmac('sha256', secret)
      .update(lineOf(method, key, terms))
      .digest('base64url');
  return {
    make(method, key, seconds, terms) {
      const signed = { ...terms, expires: String(Math.floor(now() / 1000) + seconds) };
      const query = new URLSearchParams({ ...signed, signature: sign(method, key, signed) });
      return `${publicUrl}/files/${key}?${query.toString()}`;
    },
    check(method, key, { signature = '', ...terms }) {
      const expected = Buffer.from(sign(method, key, terms));
      const given = Buffer.from(String(signature));
      const genuine = expected.length === given.length && timingSafeEqual(expected, given);
      if (!genuine) throw new LinkRefused(403, 'This link was not given out here.');
      if (Number(terms.expires) * 1000 < now()) throw new LinkRefused(403, 'This link has ended.');
      return terms;
    },
  };
}
