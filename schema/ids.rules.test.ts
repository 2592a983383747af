import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TypeID } from 'typeid-js';
import { decodeId, encodeId } from './ids.js';

const uuid = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => {
  const hex = Buffer.from(bytes).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
});

describe('an id of the graph', () => {
  test('is the TypeID of its UUID, as their own library writes it, and leads back to it', () => {
    fc.assert(
      fc.property(fc.uuid(), (stored) => {
        const id = encodeId('org', stored);
        expect(id).toBe(TypeID.fromUUID('org', stored).toString());
        expect(decodeId('org', id)).toBe(stored);
      }),
    );
  });

  test('leads back to any 128 bits', () => {
    fc.assert(fc.property(uuid, (stored) => decodeId('case', encodeId('case', stored)) === stored));
  });

  test('is none where the library finds none, whatever is written', () => {
    const id = encodeId('org', '01890a5d-ac96-774b-bcce-b302099a8057');
    const touched = fc
      .tuple(fc.nat(id.length), fc.string({ maxLength: 2, unit: 'grapheme' }), fc.nat(2))
      .map(([at, put, taken]) => id.slice(0, at) + put + id.slice(at + taken));
    const expected = (text: string) => {
      try {
        return TypeID.fromString(text, 'org').toUUID();
      } catch {
        return null;
      }
    };
    fc.assert(fc.property(touched, (text) => decodeId('org', text) === expected(text)));
  });

  test.each([
    'org_8zzzzzzzzzzzzzzzzzzzzzzzzz',
    'org_01H455VB4PEX5VSKNK084SN02Q',
    'ofc_01h455vb4pex5vsknk084sn02q',
    'org_01h455vb4pex5vsknk084sn02',
    'org01h455vb4pex5vsknk084sn02q_',
    'org_0lh455vb4pex5vsknk084sn02q',
    '',
  ])('is none: %s', (text) => expect(decodeId('org', text)).toBeNull());

  test.each(['', '01890a5d-ac96-774b-bcce-b302099a805', '01890a5d-ac96-774b-bcce-b302099a805g'])(
    'is not made of what is no UUID: %s',
    (text) => expect(() => encodeId('org', text)).toThrow('Not a UUID.'),
  );
});
