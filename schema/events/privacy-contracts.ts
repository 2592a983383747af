import { Type } from '@sinclair/typebox';
import { dataIncidentKinds, privacyRequestKinds, privacyRefusals } from '../vocabulary.js';
import { contract, count, data, id, oneOf } from './contract.js';

const ofRequest = {
  requestId: id('prq', 'The request.'),
  kind: oneOf(privacyRequestKinds, 'The right that is asked for (UU 27/2022, articles 5 to 13).'),
  dueAt: Type.String({ format: 'date-time', description: 'Three days and nights from receipt.' }),
};
const requestSample = {
  requestId: 'prq_01jd2ah9p4e8x9y6c1v2b3n4m5',
  kind: 'ACCESS' as const,
  dueAt: '2026-11-23T02:00:00.000Z',
};

/** What each service that holds persons says of what they ask for; whom it is about is said to nobody. */
export const requestEvents = <const Service extends string>(service: Service) => ({
  privacyRequestReceived: contract({
    type: `${service}.privacy-request.received.v1`,
    description: 'A person asked for a right over their data. Names neither person nor record.',
    descriptionId:
      'Seseorang mengajukan permohonan atas haknya sebagai subjek data. Tidak menyebut orang maupun catatannya.',
    key: 'requestId',
    data: data(ofRequest),
    sample: requestSample,
  }),
  privacyRequestFulfilled: contract({
    type: `${service}.privacy-request.fulfilled.v1`,
    description: 'What a person asked for was done.',
    descriptionId: 'Permohonan seorang subjek data telah dipenuhi.',
    key: 'requestId',
    data: data(ofRequest),
    sample: requestSample,
  }),
  privacyRequestRefused: contract({
    type: `${service}.privacy-request.refused.v1`,
    description: 'What a person asked for was refused on a ground that the law knows.',
    descriptionId:
      'Permohonan seorang subjek data ditolak dengan alasan yang dikenal undang-undang.',
    key: 'requestId',
    data: data({
      ...ofRequest,
      ground: oneOf(privacyRefusals, 'The ground (UU 27/2022, articles 15 and 33).'),
    }),
    sample: { ...requestSample, ground: 'OPEN_CASE' as const },
  }),
  privacyRequestOverdue: contract({
    type: `${service}.privacy-request.overdue.v1`,
    description: 'A person was not answered within three days and nights.',
    descriptionId:
      'Permohonan seorang subjek data tidak dijawab dalam tiga kali dua puluh empat jam.',
    key: 'requestId',
    data: data(ofRequest),
    sample: requestSample,
  }),
});

const ofIncident = {
  incidentId: id('din', 'The incident.'),
  kind: oneOf(dataIncidentKinds, 'What happened, as a code.'),
  dueAt: Type.String({
    format: 'date-time',
    description: 'When persons and authority must be told: three days and nights from discovery.',
  }),
};
const incidentSample = {
  incidentId: 'din_01jd2ah9p4e8x9y6c1v2b3n4m5',
  kind: 'ACCOUNT_MISUSED' as const,
  dueAt: '2026-11-23T02:00:00.000Z',
};

/** What each service that holds persons says of failures of protection (UU 27/2022, article 46). */
export const incidentEvents = <const Service extends string>(service: Service) => ({
  dataIncidentReported: contract({
    type: `${service}.data-incident.reported.v1`,
    description: 'The protection of personal data failed, or may have.',
    descriptionId: 'Terjadi, atau diduga terjadi, kegagalan pelindungan data pribadi.',
    key: 'incidentId',
    data: data(ofIncident),
    sample: incidentSample,
  }),
  dataIncidentAssessed: contract({
    type: `${service}.data-incident.assessed.v1`,
    description: 'Who is affected was counted from the access log.',
    descriptionId: 'Orang yang terdampak telah dihitung dari catatan akses.',
    key: 'incidentId',
    data: data({ ...ofIncident, affected: count('Persons affected.') }),
    sample: { ...incidentSample, affected: 3 },
  }),
  dataIncidentNotified: contract({
    type: `${service}.data-incident.notified.v1`,
    description: 'Persons and authority were told in writing.',
    descriptionId: 'Subjek data dan lembaga yang berwenang telah diberi tahu secara tertulis.',
    key: 'incidentId',
    data: data(ofIncident),
    sample: incidentSample,
  }),
  dataIncidentOverdue: contract({
    type: `${service}.data-incident.overdue.v1`,
    description: 'Persons and authority were not told within three days and nights.',
    descriptionId:
      'Subjek data dan lembaga yang berwenang tidak diberi tahu dalam tiga kali dua puluh empat jam.',
    key: 'incidentId',
    data: data(ofIncident),
    sample: incidentSample,
  }),
});
