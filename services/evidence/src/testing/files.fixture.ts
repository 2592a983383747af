import { createHash } from 'node:crypto';

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The smallest file that is a PDF by its first bytes; `words` make it differ from others. */
export const aPdf = (words = 'contoh'): Buffer =>
  Buffer.from(`%PDF-1.7\n% ${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);

/** One transparent pixel. */
export const aPng = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
