import { regionLevels, welfareResourceKinds } from '../vocabulary.js';
import { contract, data, id, oneOf, regionCode } from './contract.js';

const statuses = ['SUBMITTED', 'RETURNED', 'ACTIVE', 'DORMANT', 'SUSPENDED', 'DISSOLVED'] as const;

/** Said soon after each event of an organization; nothing (a tombstone) when its registration was refused. */
export const organizationSnapshotted = contract({
  type: 'organizations.organization.snapshotted.v1',
  channel: 'snapshot',
  description:
    'The state of an organization after the event whose sequence and epoch it carries; a record without data means that it is not in the register.',
  descriptionId:
    'Keadaan organisasi setelah peristiwa dengan nomor urut dan epoch yang dibawanya; catatan tanpa data berarti organisasi tidak ada dalam register.',
  key: 'organizationId',
  data: data({
    organizationId: id('org', 'The organization.'),
    regionCode: regionCode('The region where it is seated.'),
    kind: oneOf(welfareResourceKinds, 'Which of the 12 kinds of welfare resources (PSKS) it is.'),
    level: oneOf(regionLevels, 'The level it works at; its board is of this level.'),
    status: oneOf(statuses, 'Where it stands in the register.'),
  }),
  sample: {
    organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
    regionCode: '32.79.04.2006',
    kind: 'KARANG_TARUNA',
    level: 'VILLAGE',
    status: 'ACTIVE',
  },
});
