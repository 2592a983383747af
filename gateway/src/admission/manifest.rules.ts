import { createHash } from 'node:crypto';

interface Listed {
  id: string;
  body: string;
}

/**
 * The documents of a manifest in Apollo's format (`apollo-persisted-query-manifest`, version 1). Throws
 * for anything else: an id that is not the SHA-256 of its text would let one text pass for another.
 */
export function readManifest(json: string): string[] {
  const { format, version, operations } = JSON.parse(json) as Record<string, unknown>;
  if (format !== 'apollo-persisted-query-manifest' || version !== 1)
    throw new Error('It is not a manifest of persisted queries, version 1.');
  if (!Array.isArray(operations)) throw new Error('It lists no operations.');
  return operations.map((each: unknown) => {
    if (!isListed(each)) throw new Error('One of its operations has no id or no body.');
    const { id, body } = each;
    if (createHash('sha256').update(body).digest('hex') !== id.replace(/^sha256:/, ''))
      throw new Error(`The id ${id.slice(0, 80)} is not the SHA-256 of its body.`);
    return body;
  });
}

function isListed(value: unknown): value is Listed {
  if (typeof value !== 'object' || value === null) return false;
  const { id, body } = value as Partial<Listed>;
  return typeof id === 'string' && typeof body === 'string';
}
