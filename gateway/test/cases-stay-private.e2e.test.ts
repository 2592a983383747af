import { describe, expect, test } from '@jest/globals';
import { demoOrganization } from '../../scripts/proof/published-operations.js';
import type { Claims } from './federation.fixture.js';
import { findFederation, head, officer, operation, staff } from './federation.fixture.js';

const federation = findFederation();
const kujangsari = '32.79.04.2006';

interface Cases {
  cases: {
    totalCount: number;
    nodes: { id: string; region: { code: string }; viewerCan: string[] }[];
  };
}
interface PageEnd {
  cases: { pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}
interface Inbox {
  referrals: {
    totalCount: number;
    nodes: { id: string; case: { id: string } | null; from: { id: string; name: string } }[];
  };
}

const listCases = (region: string, claims: Claims) =>
  federation.ask<Cases>(operation('CaseList'), { region, first: 100 }, claims);

/** All ids of a list, page by page. */
async function listAll(claims: Claims): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const variables: object = { region: '32.79', first: 100, after };
    const { data } = await federation.ask<Cases & PageEnd>(
      operation('CaseList'),
      variables,
      claims,
    );
    data.cases.nodes.forEach(({ id }) => ids.add(id));
    after = data.cases.pageInfo.hasNextPage ? data.cases.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

describe('CaseList', () => {
  test('shows an office the cases of its region, and what it may do', async () => {
    const { data, errors } = await listCases('32.79', staff('32.79'));

    expect(errors).toEqual([]);
    expect(data.cases.totalCount).toBe(238);
    expect(data.cases.nodes).toHaveLength(100);
    expect(data.cases.nodes.every(({ region }) => region.code.startsWith('32.79.'))).toBe(true);
    expect(data.cases.nodes.some(({ viewerCan }) => viewerCan.includes('ACCEPT'))).toBe(true);
  });

  test('leaves sealed cases to the head, here and by their id', async () => {
    const all = await listAll(head('32.79'));
    const shown = await listAll(staff('32.79'));
    const sealed = [...all].filter((id) => !shown.has(id));

    expect([all.size, shown.size, sealed.length]).toEqual([250, 238, 12]);
    for (const claims of [staff('32.79'), { role: 'DINSOS_PROVINCE_HEAD', region: '32' }]) {
      const { data } = await federation.ask(operation('CaseDetail'), { id: sealed[0] }, claims);
      expect(data).toEqual({ case: null });
    }
    const { data } = await federation.ask(
      operation('CaseDetail'),
      { id: sealed[0] },
      head('32.79'),
    );
    expect(data).toMatchObject({ case: { id: sealed[0] } });
  });

  test.each([
    ['an office that asks for another region', '32.09', staff('32.79')],
    ['the office of another region', '32.79', staff('32.09')],
    ['an officer without an organization', '32.79', officer('32.79')],
  ])('is empty for %s', async (_who, region, claims) => {
    const { data } = await listCases(region, claims);

    expect(data.cases).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('asks who is there', async () => {
    const { status, errors } = await listCases('32.79', null);

    expect(status).toBe(401);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('is refused to roles that have no business there', async () => {
    const { status, errors } = await listCases('32.79', { role: 'JUROR', region: '32.79' });

    expect(status).toBe(403);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('ReferralInbox', () => {
  const inbox = (region: string) =>
    federation.ask<Inbox>(
      operation('ReferralInbox'),
      { first: 100 },
      officer(region, demoOrganization(region)),
    );

  test('shows an officer what was sent to the organization, with the case', async () => {
    const { data, errors } = await inbox(kujangsari);

    expect(errors).toEqual([]);
    expect(data.referrals.nodes).toHaveLength(6);
    expect(data.referrals.nodes.every((referral) => referral.case !== null)).toBe(true);
    const senders = new Set(data.referrals.nodes.map(({ from }) => from.name));
    expect(senders.has('Karang Taruna Kujangsari')).toBe(false);
  });

  test('is empty for those who sent them, and for everybody else', async () => {
    const [received] = (await inbox(kujangsari)).data.referrals.nodes;
    const claims = officer('32.79.01.1001', received!.from.id);
    const sender = await federation.ask<Inbox>(operation('ReferralInbox'), {}, claims);

    expect(sender.data.referrals.nodes).toEqual([]);
    expect((await inbox('32.79.04.2003')).data.referrals.nodes).toEqual([]);
  });

  test('does not open a referral to a stranger who knows its id', async () => {
    const [received] = (await inbox(kujangsari)).data.referrals.nodes;
    const stranger = officer('32.79.04.2003', demoOrganization('32.79.04.2003'));
    const { data } = await federation.ask(
      operation('ReferralDetail'),
      { id: received!.id },
      stranger,
    );

    expect(data).toEqual({ referral: null });
  });
});
