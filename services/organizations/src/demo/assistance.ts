import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoId, demoOfficeId } from '@jejaring/chassis/testing/demo';
import { deferAllocation, leadAllocationOn } from '../assistance/allocation.service.js';
import { Allocation, AssistanceProgramme, Handover } from '../assistance/assistance.entity.js';
import { handOverAssets } from '../assistance/handover.service.js';
import { allocateAssistance, openAssistanceProgramme } from '../assistance/programme.service.js';
import { inParallel } from './parallel.js';

const dinsos = demoCaller('DINSOS_REGENCY_STAFF', '32.09');
const programme = 'assistance/32.09/2024';
const morning = (day: string) => new Date(`${day}T02:00:00Z`);

/** The guidance during which they were handed over, as the training service's demo makes it. */
const guidance = demoId('training', 'guidance-2024/DRAFT', morning('2024-11-11'));

// The report says how many received and when, not which of the forty.
const reached = 31;
const invented = {
  field: null,
  value: null,
  source: 'demo',
  statedOn: null,
  accepted: true,
  derived: true,
  reason:
    'The report counts 31 of the kecamatan and names none: which they are, the serial number and the minutes are invented.',
};
const report = {
  ...invented,
  source: 'Report on the guidance of Karang Taruna 2024, Kabupaten Cirebon',
  statedOn: '2024-11-25',
  derived: false,
  reason: null,
};

async function open(demo: DemoLoader): Promise<AssistanceProgramme> {
  const facts = {
    officeId: demoOfficeId('32.09'),
    regionCode: '32.09',
    title: 'Bantuan Laptop bagi Karang Taruna Kecamatan',
    fiscalYear: 2024,
    itemKind: 'LAPTOP' as const,
    itemSpec: null,
    unitValue: null,
    targetLevel: 'DISTRICT' as const,
    targetStated: null,
    targetReason: '31 handed over and nine planned for 2025 make the 40 kecamatan of the regency.',
    openedOn: null,
    sources: [report],
  };
  return demo.command({
    name: programme,
    at: morning('2024-03-01'),
    caller: dinsos,
    entity: AssistanceProgramme,
    act: (work) => openAssistanceProgramme(work, facts),
  });
}

/** One laptop for the Karang Taruna of each kecamatan, by region code. */
async function allocate(demo: DemoLoader, opened: AssistanceProgramme): Promise<Allocation[]> {
  const districts = await demo.read((work) =>
    work.sql<{ code: string }>("select code from region where parent_code = '32.09' order by code"),
  );
  const recipients = districts.map(({ code }) => ({
    organizationId: demo.organization(code),
    quantity: 1,
  }));
  const plan = { recipients, plannedFiscalYear: null, decidedOn: null };
  await demo.command({
    name: `${programme}/allocated`,
    at: morning('2024-03-04'),
    caller: dinsos,
    entity: AssistanceProgramme,
    act: (work) =>
      allocateAssistance(work, { programmeId: opened.id, expectedVersion: 1, ...plan }),
  });
  const programmeId = opened.id;
  return demo.read((work) => work.list(Allocation, { programmeId }, { regionCode: 'ASC' }));
}

async function handOver(demo: DemoLoader, { id, regionCode }: Allocation): Promise<void> {
  const name = `${programme}/${regionCode}`;
  const district = regionCode.slice(6);
  await demo.command({
    name: `${name}/procured`,
    at: morning('2024-10-01'),
    caller: dinsos,
    entity: Allocation,
    act: (work) => leadAllocationOn(work, 'PROCURE', { id, expectedVersion: 1, decidedOn: null }),
  });
  await demo.command({
    name: `${name}/handed-over`,
    at: morning('2024-11-25'),
    caller: dinsos,
    entity: Handover,
    act: (work) =>
      handOverAssets(work, {
        allocationId: id,
        expectedVersion: 2,
        handedOverOn: '2024-11-25',
        minutesNumber: `CONTOH/BAST/${district}/2024`,
        serialNumbers: [`CONTOH-LT24-${district}`],
        occasionTitle: 'Pembinaan Karang Taruna Tahun 2024',
        trainingEventId: guidance,
        givenBy: 'Kepala Dinas Sosial Kabupaten Cirebon',
        receivedByOfficerId: null,
        sources: [invented],
      }),
  });
}

/** Put off, not refused: an intention for 2025 that is still open. */
async function putOff(demo: DemoLoader, { id, regionCode }: Allocation): Promise<void> {
  await demo.command({
    name: `${programme}/${regionCode}/deferred`,
    at: morning('2024-11-26'),
    caller: dinsos,
    entity: Allocation,
    act: (work) =>
      deferAllocation(work, { id, expectedVersion: 1, decidedOn: null, plannedFiscalYear: 2025 }),
  });
}

/** The laptops of Kabupaten Cirebon: 31 of 40 handed over on 25 November 2024, nine planned for 2025. */
export async function giveAssistance(demo: DemoLoader): Promise<void> {
  const allocations = await allocate(demo, await open(demo));
  await inParallel(allocations.slice(0, reached), (allocation) => handOver(demo, allocation));
  await inParallel(allocations.slice(reached), (allocation) => putOff(demo, allocation));
}
