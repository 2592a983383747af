import { parseArgs } from 'node:util';
import { Competition } from '@jejaring/awards/competition/competition.entity';
import { loadBanten } from '@jejaring/awards/demo/banten-2019';
import { recomputeRanking } from '@jejaring/awards/ranking/ranking.service';
import { RankingEntry } from '@jejaring/awards/ranking/ranking.entity';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { demoLoader } from '@jejaring/chassis/testing/demo';
import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import { finish, printTable, say } from '../proof/report.js';
import { openGround } from './ranking/ground.js';

const { values } = parseArgs({ options: { nominees: { type: 'string', default: '400' } } });
const nominees = Number(values.nominees);
const caller = systemCaller('bench');
const mostMs = 5_000;

const villageOf = (index: number) =>
  `36.01.${String(1 + Math.floor(index / 50)).padStart(2, '0')}.${2001 + (index % 50)}`;

/** What the register would have told: the province's own Karang Taruna and the nominees. */
async function register(database: Database, demo: DemoLoader): Promise<void> {
  const codes = ['36', ...Array.from({ length: nominees }, (_unused, index) => villageOf(index))];
  await database.inWork({ caller, readOnly: false }, async (work) => {
    for (const regionCode of codes) {
      const level = regionCode === '36' ? 'PROVINCE' : 'VILLAGE';
      const known = { kind: 'KARANG_TARUNA', level, regionCode, status: 'ACTIVE' as const };
      await work.put(OrganizationCopy, { ...known, id: demo.organization(regionCode) }, ['id']);
    }
  });
}

/** The step that ranks everybody, timed among all the steps that lead to it. */
function timed(demo: DemoLoader, times: Map<string, number>): DemoLoader {
  return {
    ...demo,
    async command(step) {
      const started = performance.now();
      const row = await demo.command(step);
      times.set(step.name, performance.now() - started);
      return row;
    },
  };
}

const ground = await openGround();
try {
  const { database } = ground;
  const demo = demoLoader(database);
  const times = new Map<string, number>();
  say(`Registering ${nominees} nominees, then nominating, judging and ranking them`);
  await register(database, demo);
  await loadBanten(timed(demo, times));
  const found = await database.inWork({ caller, readOnly: true }, async (work) => {
    const [competition] = await work.list(Competition, {});
    const kept = await work.list(RankingEntry, { competitionId: competition!.id });
    const [won] = await work.sql<{ winners: number }>(
      'select count(*)::integer winners from award',
    );
    return { kept, won: won!, proof: await recomputeRanking(work, competition!) };
  });
  const ms = Math.round(times.get('banten-2019/ranked')!);
  const recomputedEqual = found.proof?.isReproduced === true && found.proof.isChainUntouched;
  const result = {
    nominations: found.kept.length,
    winners: found.won.winners,
    recomputedEqual,
    ms,
  };
  printTable(`${nominees} nominees, 5 jurors, 6 criteria: ranked in one transaction`, [
    { ...result, recomputedEqual: String(recomputedEqual) },
  ]);
  finish(result, [
    { name: 'the ranking comes out the same from the sealed sheets', met: recomputedEqual },
    { name: `every one of ${nominees} is ranked`, met: found.kept.length === nominees },
    { name: 'twelve win', met: found.won.winners === 12 },
    { name: `ranked in ${mostMs} ms at most`, met: ms <= mostMs },
  ]);
} finally {
  await ground.close();
}
