import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../../proof/graph.js';
import type { Cast } from './actors.js';
import { caseRegency } from './actors.js';
import type { ClientOptions } from './client.js';

const casesOf = `query Probe($region: RegionCode!) {
  cases(region: $region, first: 100) { nodes { region { code } } } }`;
const inbox = `{ referrals(first: 100) { nodes { from { id } to { id } } } }`;

interface Probe {
  name: string;
  document: string;
  variables: object;
  token: string;
  /** What of an answer its reader must never see. */
  foreign(data: Record<string, { nodes: never[] } | null>): number;
}

type CaseNode = { region: { code: string } | null };
type ReferralNode = { from: { id: string } | null; to: { id: string } | null };

function probesOf({ registryStaff, caseStaff, seats }: Cast): Probe[] {
  const own = seats[0]!.organizationId;
  const casesSeen = (region: string, token: string, foreign: (code: string) => boolean): Probe => ({
    name: `cases of ${region}`,
    document: casesOf,
    variables: { region },
    token,
    foreign: ({ cases }) =>
      (cases?.nodes ?? []).filter(({ region: at }: CaseNode) => foreign(at?.code ?? '')).length,
  });
  return [
    casesSeen(caseRegency, registryStaff.token, () => true),
    casesSeen('32', caseStaff.token, (code) => !code.startsWith(`${caseRegency}.`)),
    {
      name: 'referrals of others',
      document: inbox,
      variables: {},
      token: seats[0]!.token,
      foreign: ({ referrals }) =>
        (referrals?.nodes ?? []).filter(
          ({ from, to }: ReferralNode) => from?.id !== own && to?.id !== own,
        ).length,
    },
  ];
}

/** Looks all the time at what must not be seen; a row of another region is a violation. */
export async function keepProbing(
  { gatewayUrl, ledger, working }: Omit<ClientOptions, 'random'>,
  cast: Cast,
): Promise<void> {
  const probes = probesOf(cast);
  for (let turn = 0; working(); turn += 1) {
    const { name, document, variables, token, foreign } = probes[turn % probes.length]!;
    const answered = await ask(gatewayUrl, { document, variables, token }).catch(() => null);
    await pause(150);
    if (!answered?.data) continue;
    ledger.probes += 1;
    const rows = foreign(answered.data as never);
    if (rows > 0) ledger.violate('foreign row', `${name}: ${rows}`);
  }
}
