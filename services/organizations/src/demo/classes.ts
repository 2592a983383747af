import { createHash } from 'node:crypto';
import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import { regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  Classification,
  ClassificationInstrument,
} from '../classification/classification.entity.js';
import {
  adoptInstrument,
  determineClassification,
  draftClassification,
  scoreClassification,
  verifyClassification,
} from '../classification/classification.service.js';
import type { Scores } from '../classification/instrument.rules.js';
import { aspects } from '../classification/instrument.rules.js';
import { inParallel } from './parallel.js';

const ministry = demoCaller('KEMENSOS_STAFF', '');
const day = (date: string) => new Date(`${date}T02:00:00Z`);

/** Equal weights; the cut-offs are ours, the regulation names only aspects and classes. */
async function adopt(demo: DemoLoader): Promise<void> {
  const weights = Object.fromEntries(aspects.map((aspect) => [aspect, 1])) as Scores;
  const cutOffs = { berkembang: 40, maju: 60, percontohan: 80 };
  const validFrom = '2020-01-15';
  await demo.command({
    name: 'classification-instrument/2020',
    at: day(validFrom),
    caller: ministry,
    entity: ClassificationInstrument,
    act: (work) => adoptInstrument(work, { validFrom, weights, cutOffs }),
  });
}

interface Assessment {
  regionCode: string;
  year: number;
}

/** Invented scores: somewhere between 25 and 85 for each village, and a little better every year. */
function scoresOf({ regionCode, year }: Assessment): Scores {
  const bytes = createHash('sha256').update(regionCode).digest();
  const base = 25 + (bytes[0]! % 50) + (year - 2023) * 4;
  const entries = aspects.map((aspect, index) => [aspect, base + (bytes[index + 1]! % 11)]);
  return Object.fromEntries(entries) as Scores;
}

async function assess(demo: DemoLoader, assessment: Assessment): Promise<void> {
  const { regionCode, year } = assessment;
  const regency = regencyOf(regionCode);
  const staff = demoCaller('DINSOS_REGENCY_STAFF', regency);
  const head = demoCaller('DINSOS_REGENCY_HEAD', regency);
  const name = `classification/${regionCode}/${year}`;
  const assessors = [{ organizationId: demo.organization(regency), officeId: null }];
  const play = (
    step: string,
    on: string,
    caller: typeof staff,
    act: (work: Work) => Promise<Classification>,
  ) =>
    demo.command({
      name: `${name}/${step}`,
      at: day(`${year}-${on}`),
      caller,
      entity: Classification,
      act,
    });
  const organizationId = demo.organization(regionCode);
  const { id } = await play('drafted', '09-02', staff, (work) =>
    draftClassification(work, { organizationId, year }),
  );
  const scores = scoresOf(assessment);
  await play('scored', '10-07', staff, (work) =>
    scoreClassification(work, { id, expectedVersion: 1, scores, assessors }),
  );
  await play('verified', '10-21', head, (work) =>
    verifyClassification(work, { id, expectedVersion: 2 }),
  );
  const decree = {
    number: `466/${regionCode.slice(-4)}/Kep.Dinsos/${year}`,
    issuedOn: `${year}-11-15`,
    signatoryPosition: 'Kepala Dinas Sosial',
    signatoryCapacity: 'DEFINITIVE' as const,
  };
  await play('determined', '11-15', head, (work) =>
    determineClassification(work, { id, expectedVersion: 3, class: null, decree }),
  );
}

/** All villages of Kota Banjar, every twentieth of Blora and every fiftieth entrant of Banten. */
const assessed = (work: Work) =>
  work.sql<{ code: string }>(
    `select region_code as code from (
       select region_code, row_number() over (partition by left(region_code, 2) order by region_code) as row
       from organization where kind = 'KARANG_TARUNA' and level = 'VILLAGE'
     ) village
     where region_code like '32.79.%' or region_code like '33.16.%' and row % 20 = 0
       or region_code like '36.%' and row % 50 = 0
     order by 1`,
  );

/** Classes of three years in Kota Banjar and of one elsewhere. */
export async function determineClasses(demo: DemoLoader): Promise<void> {
  await adopt(demo);
  const villages = await demo.read(assessed);
  const assessments = villages.flatMap(({ code: regionCode }) =>
    (regionCode.startsWith('32.79.') ? [2023, 2024, 2025] : [2024]).map((year) => ({
      regionCode,
      year,
    })),
  );
  await inParallel(assessments, (each) => assess(demo, each));
}
