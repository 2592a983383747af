import { randomUUID } from 'node:crypto';
import type { Cast } from './actors.js';
import type { Client } from './client.js';
import { ChainEnds } from './client.js';
import type { Seen } from './ledger.js';

/** Registers the Karang Taruna of a village, up to its verification. */
export async function registerVillage(
  client: Client,
  { applicant, registryStaff }: Pick<Cast, 'applicant' | 'registryStaff'>,
  regionCode: string,
): Promise<Seen> {
  const drafted = await client.command('draftRegistration', applicant, {
    kind: 'KARANG_TARUNA',
    level: 'VILLAGE',
    name: `Karang Taruna Uji ${regionCode}`,
    regionCode,
    establishedOn: '2015-08-17',
    chairName: 'Ketua Uji',
  });
  const submitted = await client.command('submitRegistration', applicant, {}, drafted);
  return client.command('verifyRegistration', registryStaff, {}, submitted);
}

/** Registers a Karang Taruna and takes it out of service and back. */
async function registerOrganization(client: Client, cast: Cast): Promise<void> {
  const { registryStaff, registryHead, freeVillages } = cast;
  let seen = await registerVillage(client, cast, freeVillages.shift()!);
  for (let round = client.random.between(0, 2); round > 0; round -= 1) {
    if (client.random.next() < 0.5) {
      seen = await client.command('markOrganizationDormant', registryStaff, {}, seen);
      seen = await client.command('reactivateOrganization', registryStaff, {}, seen);
      continue;
    }
    const decree = { decreeNumber: `SK/${round}/2026` };
    seen = await client.command('suspendOrganization', registryHead, decree, seen);
    if (client.random.next() < 0.2) return;
    seen = await client.command('liftSuspension', registryHead, {}, seen);
  }
}

/** Reports a case and either works it to its end or asks another organization for help. */
async function workCase(client: Client, cast: Cast): Promise<void> {
  const [reporter, receiver] = client.random.shuffle(cast.seats);
  const reported = await client.command('reportCase', reporter!, {
    regionCode: reporter!.region,
    category: client.random.pick(['FAKIR_MISKIN', 'ANAK_TELANTAR', 'PENYANDANG_DISABILITAS']),
    person: { name: `Warga Uji ${randomUUID()}`, nikAbsentReason: 'LOST_DOCUMENTS' },
  });
  if (client.random.next() < 0.15) return;
  const given = { legalBasis: 'PUBLIC_TASK', assignedTo: reporter!.organizationId };
  const accepted = await client.command('acceptCase', cast.caseStaff, given, reported);
  if (client.random.next() < 0.5) await finishCase(client, cast, reporter!, accepted);
  else await referCase(client, { from: reporter!, to: receiver! }, accepted);
}

async function finishCase(
  client: Client,
  { caseStaff }: Cast,
  worker: Cast['seats'][number],
  accepted: Seen,
): Promise<void> {
  const found = { severities: [{ domain: 'ECONOMIC', severity: 3 }] };
  let seen = await client.command('completeAssessment', worker, found, accepted);
  const plan = { goals: [{ service: 'CARE', dueOn: '2027-03-01' }] };
  seen = await client.command('adoptServicePlan', worker, plan, seen);
  const given = { service: 'CARE', givenOn: '2026-11-20' };
  seen = await client.command('recordIntervention', worker, given, seen);
  const results = { goalResults: ['ACHIEVED'] };
  seen = await client.command('proposeTermination', worker, results, seen);
  await client.command('closeCase', caseStaff, { outcome: 'IMPROVED' }, seen);
}

async function referCase(
  client: Client,
  { from, to }: { from: Cast['seats'][number]; to: Cast['seats'][number] },
  { id: caseId }: Seen,
): Promise<void> {
  const consent = await client.command('recordConsent', from, {
    caseId,
    givenBy: 'SELF',
    method: 'SIGNED_FORM',
    purposes: ['CASE_HANDLING', 'SHARE_WITH_ORG'],
  });
  const asked = { caseId, to: to.organizationId, kind: 'SERVICE', consentId: consent.id };
  let seen = await client.command('draftReferral', from, asked);
  seen = await client.command('sendReferral', from, { overCapacity: true }, seen);
  if (client.random.next() < 0.3) {
    await client.command('declineReferral', to, { reason: 'NO_CAPACITY' }, seen);
    return;
  }
  seen = await client.command('acceptReferral', to, {}, seen);
  seen = await client.command('startReferral', to, {}, seen);
  await client.command('completeReferral', to, { feedback: 'SERVICE_GIVEN' }, seen);
}

/** One thing after the other until the campaign ends; what is in doubt is left as it is. */
export async function keepWorking(
  client: Client,
  cast: Cast,
  kind: 'registry' | 'casework',
): Promise<void> {
  while (client.working) {
    // A long campaign fills every village of the regency; then there is casework for all.
    const chain =
      kind === 'registry' && cast.freeVillages.length > 0 ? registerOrganization : workCase;
    try {
      await chain(client, cast);
    } catch (error) {
      if (!(error instanceof ChainEnds)) throw error;
    }
  }
}
