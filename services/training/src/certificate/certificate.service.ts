import { randomBytes } from 'node:crypto';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { certificateIssued, certificateRevoked } from '@jejaring/schema/events/training.events';
import { countCertificate } from '../record/record.service.js';
import { Registration } from '../registration/registration.entity.js';
import type { SeenRegistration } from '../registration/participant.service.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import type { SeenTrainingEvent } from '../training-event/training-event.service.js';
import { localDate } from '@jejaring/register/facts/zone.rules';
import { Certificate, CertificateLookup } from './certificate.entity.js';
import type { RevocationReason } from './certificate.rules.js';
import { certificateNumber, issue, issueAll, mostAtOnce, revoke } from './certificate.rules.js';
import { codeFrom, randomLetters, readCode } from './verification-code.rules.js';

const randomCode = () => codeFrom(randomBytes(randomLetters));

async function nextNumber(work: Work, region: string, issuedOn: string): Promise<string> {
  const year = Number(issuedOn.slice(0, 4));
  const [counter] = await work.beyondScope(() =>
    work.sql<{ last: number }>(
      `insert into certificate_counter as c (region_code, year, last) values ($1, $2, 1)
       on conflict (region_code, year) do update set last = c.last + 1 returning last`,
      [region, year],
    ),
  );
  return certificateNumber(region, year, counter!.last);
}

async function publishLookup(work: Work, row: Certificate): Promise<void> {
  const { verificationCode, status, holderInitials, organizationId } = row;
  const { trainingEventId, issuedOn, hours } = row;
  const shown = { organizationId, trainingEventId, issuedOn, hours };
  await work.beyondScope(() =>
    work.put(CertificateLookup, { verificationCode, status, holderInitials, ...shown }, [
      'verificationCode',
    ]),
  );
}

async function insertCertificate(work: Work, of: Registration, event: TrainingEvent, code: string) {
  const issuedOn = localDate(work.now, event.timeZone);
  const id = work.newId();
  const row = await work.insert(Certificate, {
    id,
    version: 1,
    status: 'VALID',
    registrationId: of.id,
    trainingEventId: of.trainingEventId,
    organizationId: of.organizationId,
    regionCode: of.regionCode,
    organizerRegionCode: of.organizerRegionCode,
    organizerOrganizationId: of.organizerOrganizationId,
    number: await nextNumber(work, of.organizerRegionCode, issuedOn),
    verificationCode: code,
    holderInitials: of.initials,
    issuedOn,
    hours: event.certificateHours,
    revokedOn: null,
    revocationReason: null,
  });
  return Object.assign(row, { issuedOn });
}

async function certify(
  work: Work,
  seen: Registration,
  event: TrainingEvent,
  code: string,
): Promise<Certificate> {
  const { status } = proceed(issue(seen, work.caller));
  await work.update(Registration, seen, { status });
  const row = await insertCertificate(work, seen, event, code);
  await publishLookup(work, row);
  await countCertificate(work, row, event.topic, 1);
  await work.publish(certificateIssued, {
    region: row.regionCode,
    data: {
      certificateId: encodeId('crt', row.id),
      trainingEventId: encodeId('trn', row.trainingEventId),
      organizationId: encodeId('org', row.organizationId),
      topic: event.topic,
      issuedOn: row.issuedOn,
    },
  });
  return row;
}

/** Certifies one who completed. Only the loader of historic facts brings a code of its own. */
export async function issueCertificate(
  work: Work,
  input: SeenRegistration,
  code: string = randomCode(),
): Promise<Certificate> {
  if (readCode(code) !== code) throw new Error(`${code} is not a verification code.`);
  const seen = await work.getAt(Registration, input.id, input.expectedVersion);
  const event = await work.get(TrainingEvent, seen.trainingEventId);
  return certify(work, seen, event, code);
}

/** Certifies those who completed an event and have no certificate yet, in the order of arrival. */
export async function issueCertificates(
  work: Work,
  { id, expectedVersion }: SeenTrainingEvent,
): Promise<TrainingEvent> {
  const event = await work.getAt(TrainingEvent, id, expectedVersion);
  const waiting = await work
    .select(Registration, 'r')
    .where("r.trainingEventId = :id and r.status = 'COMPLETED'", { id })
    .orderBy('r.position')
    .take(mostAtOnce)
    .getMany();
  proceed(issueAll(event, waiting.length, work.caller));
  for (const row of waiting) await certify(work, row, event, randomCode());
  return event;
}

/** Revokes a certificate: from now on its code says so to everybody. */
export async function revokeCertificate(
  work: Work,
  input: { id: string; expectedVersion: number; reason: RevocationReason },
): Promise<Certificate> {
  const seen = await work.getAt(Certificate, input.id, input.expectedVersion);
  const { status } = proceed(revoke(seen, work.caller));
  const event = await work.get(TrainingEvent, seen.trainingEventId);
  const revokedOn = localDate(work.now, event.timeZone);
  const row = await work.update(Certificate, seen, {
    status,
    revokedOn,
    revocationReason: input.reason,
  });
  await publishLookup(work, row);
  await countCertificate(work, row, event.topic, -1);
  const data = {
    certificateId: encodeId('crt', row.id),
    organizationId: encodeId('org', row.organizationId),
  };
  await work.publish(certificateRevoked, { region: row.regionCode, data });
  return row;
}
