import { rejectionGrounds, regionLevels, welfareResourceKinds } from '../vocabulary.js';
import { contract, data, id, oneOf, regionCode } from './contract.js';

const organizationId = id('org', 'The organization.');
const kind = oneOf(
  welfareResourceKinds,
  'Which of the 12 kinds of welfare resources (PSKS) it is.',
);
const level = oneOf(regionLevels, 'The level it works at; its board is of this level.');
const sample = { organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5', regionCode: '32.79.04.2006' };

const speaksOf = { organizationId, regionCode: regionCode('The region where it is seated.') };

/** Said each time a registration is put before the regency's office of social affairs. */
export const organizationSubmitted = contract({
  type: 'organizations.organization.submitted.v1',
  description: 'A registration was put before the office of social affairs of its regency.',
  descriptionId: 'Permohonan pendaftaran organisasi diajukan kepada Dinas Sosial Kabupaten/Kota.',
  key: 'organizationId',
  data: data({ ...speaksOf, kind, level }),
  sample: { ...sample, kind: 'KARANG_TARUNA', level: 'VILLAGE' },
});

/** Said when the office sends a registration back for completion. */
export const organizationReturned = contract({
  type: 'organizations.organization.returned.v1',
  description: 'A registration was sent back to its applicant for completion.',
  descriptionId: 'Permohonan pendaftaran dikembalikan kepada pemohon untuk dilengkapi.',
  key: 'organizationId',
  data: data(speaksOf),
  sample,
});

/** Said once, when an organization enters the register. */
export const organizationRegistered = contract({
  type: 'organizations.organization.registered.v1',
  description: 'An organization was verified and entered the register; it may act from now on.',
  descriptionId:
    'Suatu organisasi telah diverifikasi dan masuk register; sejak saat itu organisasi dapat bertindak.',
  key: 'organizationId',
  data: data({ ...speaksOf, kind, level }),
  sample: { ...sample, kind: 'KARANG_TARUNA', level: 'VILLAGE' },
});

/** Said once, when a registration is refused for good. */
export const organizationRejected = contract({
  type: 'organizations.organization.rejected.v1',
  description: 'A registration was refused for good.',
  descriptionId: 'Permohonan pendaftaran ditolak secara final.',
  key: 'organizationId',
  data: data({ ...speaksOf, ground: oneOf(rejectionGrounds, 'Why it was refused.') }),
  sample: { ...sample, ground: 'NO_WELFARE_WORK' },
});

/** Said when an organization has shown no activity for long. */
export const organizationBecameDormant = contract({
  type: 'organizations.organization.became-dormant.v1',
  description: 'An organization shows no activity; it stays registered but is not given new work.',
  descriptionId:
    'Suatu organisasi tidak menunjukkan kegiatan; tetap terdaftar, tetapi tidak diberi tugas baru.',
  key: 'organizationId',
  data: data(speaksOf),
  sample,
});

/** Said when a dormant organization works again. */
export const organizationReactivated = contract({
  type: 'organizations.organization.reactivated.v1',
  description: 'A dormant organization works again.',
  descriptionId: 'Organisasi yang tidak aktif bekerja kembali.',
  key: 'organizationId',
  data: data(speaksOf),
  sample,
});

/** Said when the head of the office takes an organization out of service by decree. */
export const organizationSuspended = contract({
  type: 'organizations.organization.suspended.v1',
  description: 'An organization was taken out of service by decree; it must not be given new work.',
  descriptionId:
    'Suatu organisasi dibekukan dengan surat keputusan; tidak boleh diberi tugas baru.',
  key: 'organizationId',
  data: data(speaksOf),
  sample,
});

/** Said when a suspension is lifted. */
export const organizationReinstated = contract({
  type: 'organizations.organization.reinstated.v1',
  description: 'The suspension of an organization was lifted.',
  descriptionId: 'Pembekuan suatu organisasi dicabut.',
  key: 'organizationId',
  data: data(speaksOf),
  sample,
});

/** Said once, when an organization ends. */
export const organizationDissolved = contract({
  type: 'organizations.organization.dissolved.v1',
  description: 'An organization ended; it never becomes active again.',
  descriptionId: 'Suatu organisasi bubar; tidak akan aktif kembali.',
  key: 'organizationId',
  data: data(speaksOf),
  sample,
});
