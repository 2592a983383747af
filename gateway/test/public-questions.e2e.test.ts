import { describe, expect, test } from '@jest/globals';
import { findFederation, operation, staff } from './federation.fixture.js';

const federation = findFederation();

interface Found {
  regions: { totalCount: number; nodes: { code: string; name: string; path: string }[] };
}
interface Checked {
  certificateCheck: { status: string; holderInitials: string | null };
}

describe('RegionSearch', () => {
  const search = (text: string, level: string) =>
    federation.ask<Found>(operation('RegionSearch'), { text, level }, null);

  test('finds the 19 villages called Mulyasari, each by another path', async () => {
    const { totalCount, nodes } = (await search('Mulyasari', 'VILLAGE')).data.regions;

    expect(totalCount).toBe(19);
    expect(nodes.map(({ name }) => name)).toEqual(Array.from({ length: 19 }, () => 'Mulyasari'));
    expect(new Set(nodes.map(({ path }) => path)).size).toBe(19);
    expect(nodes.map(({ path }) => path)).toContain(
      'Mulyasari, Kec. Pataruman, Kota Banjar, Jawa Barat',
    );
  });

  test('finds the regency and the city of Cirebon', async () => {
    const { totalCount, nodes } = (await search('Cirebon', 'REGENCY')).data.regions;

    expect(totalCount).toBe(2);
    expect(nodes.map(({ name }) => name)).toEqual(['Kabupaten Cirebon', 'Kota Cirebon']);
  });

  test('finds nothing where nothing is called so', async () => {
    expect((await search('Atlantis', 'VILLAGE')).data.regions.nodes).toEqual([]);
  });
});

describe('CertificateCheck', () => {
  const check = (code: string, claims: ReturnType<typeof staff> = null) =>
    federation.ask<Checked>(operation('CertificateCheck'), { code }, claims);

  test.each([
    ['KT14-BJR0-0013', 'VALID', 'A. C. S.', 'Karang Taruna Situbatu'],
    ['KT14-BJR0-0049', 'REVOKED', 'S. C. K.', 'Karang Taruna Kujangsari'],
  ])('says of %s that it is %s', async (code, status, holderInitials, name) => {
    const { data, errors } = await check(code);

    expect(errors).toEqual([]);
    const title = 'Bimbingan Teknis Jejaring Kerja Karang Taruna';
    expect(data.certificateCheck).toEqual({
      status,
      holderInitials,
      issuedOn: '2014-06-27',
      hours: 8,
      organization: { name },
      trainingEvent: { title, startsOn: '2014-06-25' },
    });
  });

  test('knows nothing of a code that was never given, and says no more to an office', async () => {
    for (const claims of [null, staff('32.79')]) {
      const { data } = await check('KT14-BJR0-0099', claims);
      expect(data.certificateCheck).toMatchObject({ status: 'UNKNOWN', holderInitials: null });
    }
  });
});

describe('a malformed region code', () => {
  test('is an input error that names the argument', async () => {
    const variables = { region: '32.7x', year: 2014 };
    const { errors } = await federation.ask(operation('RegencyDashboard'), variables, null);

    expect(errors).toMatchObject([
      { message: expect.stringContaining('region'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
