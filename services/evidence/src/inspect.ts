import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FoundFile } from '@jejaring/chassis/process/file-store';
import { fileTypeFromBuffer } from 'file-type';

/** A table of text has no signature: it is UTF-8 without control characters. */
function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // oxlint-disable-next-line no-control-regex -- these are what the text must not hold
    return bytes.length > 0 && !/[\u0000-\u0008\u000e-\u001f]/.test(text);
  } catch {
    return false;
  }
}

async function typeOf(bytes: Buffer): Promise<string | null> {
  const known = await fileTypeFromBuffer(bytes);
  if (known) return known.mime;
  return isPlainText(bytes) ? 'text/csv' : null;
}

/** What bytes are, by themselves and not by what anybody says; null when there are more than `most`. */
export async function inspect(bytes: Readable, most: number): Promise<FoundFile | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) {
      bytes.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  const all = Buffer.concat(chunks);
  const sha256 = createHash('sha256').update(all).digest('hex');
  return { size, sha256, contentType: await typeOf(all) };
}
