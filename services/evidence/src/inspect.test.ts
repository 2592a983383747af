import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { inspect } from './inspect.js';
import { aPdf, aPng, hashOf } from './testing/files.fixture.js';

const look = (bytes: Buffer, most = 1_000_000) => inspect(Readable.from([bytes]), most);

describe('inspect', () => {
  test.each([
    ['a PDF', aPdf(), 'application/pdf'],
    ['a picture', aPng(), 'image/png'],
    ['a table of text', Buffer.from('kode,nama\n32.79,Kota Banjar\n'), 'text/csv'],
    ['bytes of no known kind', Buffer.from([0, 1, 2, 3, 255]), null],
    ['text that is not UTF-8', Buffer.from([0x41, 0xff, 0xfe, 0x42]), null],
    [
      'a program',
      Buffer.from('7f454c4602010100000000000000000002003e00', 'hex'),
      'application/x-elf',
    ],
  ])('knows %s by its bytes', async (_what, bytes, contentType) => {
    expect(await look(bytes)).toEqual({ contentType, size: bytes.length, sha256: hashOf(bytes) });
  });

  test('stops reading when there are too many bytes', async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1_000);
      }
    }
    expect(await inspect(Readable.from(endless()), 10_000)).toBeNull();
    expect(sent).toBeLessThan(50);
  });
});
