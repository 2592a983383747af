import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

// The same words as in the register: one type of the whole graph.
export const OrganizationKindType = enumOf(
  'OrganizationKind',
  'The 12 kinds of welfare resources (Potensi dan Sumber Kesejahteraan Sosial, PSKS; Permensos 8/2012).',
  {
    PEKSOS_PROFESIONAL: 'Professional social worker (Pekerja Sosial Profesional).',
    PSM: 'Community social worker (Pekerja Sosial Masyarakat).',
    TAGANA: 'Disaster-response volunteer (Taruna Siaga Bencana).',
    LKS: 'Social welfare institution, with or without legal personality (Lembaga Kesejahteraan Sosial).',
    KARANG_TARUNA: 'Village youth social organization (Karang Taruna).',
    LK3: 'Family welfare consultation agency (Lembaga Konsultasi Kesejahteraan Keluarga).',
    KELUARGA_PIONER: 'Pioneer family (Keluarga Pioner).',
    WKSBM: 'Community-based welfare network (Wahana Kesejahteraan Sosial Berbasis Masyarakat).',
    WPKS: 'Woman welfare leader (Wanita Pemimpin Kesejahteraan Sosial).',
    PENYULUH_SOSIAL: 'Social educator (Penyuluh Sosial).',
    TKSK: 'Sub-district welfare worker (Tenaga Kesejahteraan Sosial Kecamatan).',
    DUNIA_USAHA: 'Business doing social work (Dunia Usaha).',
  },
);

export const RegionLevelType = enumOf('RegionLevel', 'Level of administration.', {
  NATION: 'The nation.',
  PROVINCE: 'Province (provinsi).',
  REGENCY: 'Regency or city (kabupaten or kota).',
  DISTRICT: 'District (kecamatan).',
  VILLAGE: 'Village or urban ward (desa or kelurahan).',
});

@ObjectType({ description: 'What an organization has learnt, as numbers.' })
export class OrganizationTraining {
  @Field(() => Int, { description: 'Certificates of its people that count.' })
  certificates!: number;

  @Field(() => Int, { description: 'Training events that its people completed.' })
  trainingEvents!: number;
}

@Directive('@key(fields: "id")')
@ObjectType('Organization', { description: 'An organization of the register.' })
export class OrganizationType {
  @Field(() => ID, { description: '`org_…`' })
  id!: string;
}

export const organizationRef = (id: string): OrganizationType =>
  Object.assign(new OrganizationType(), { id: encodeId('org', id) });
