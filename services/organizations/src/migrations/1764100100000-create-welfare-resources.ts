import { protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accreditationPolicy, operatingPermitPolicy } from '../welfare-resource/permit.rules.js';

const papers = `
  create table operating_permit (
    id uuid primary key,
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    number text not null,
    issuer text not null check (issuer in ('REGENCY', 'PROVINCE', 'MINISTRY')),
    valid_from date not null,
    valid_to date not null check (valid_to > valid_from)
  );
  create index operating_permit_organization on operating_permit (organization_id, valid_from);
  create table accreditation (
    id uuid primary key,
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    certificate_number text not null,
    grade text not null check (grade in ('A', 'B', 'C')),
    valid_from date not null,
    valid_to date not null check (valid_to > valid_from)
  );
  create index accreditation_organization on accreditation (organization_id, valid_from);`;

/** What the kinds have of their own. */
export class CreateWelfareResources1764100100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(papers);
    for (const policy of [operatingPermitPolicy, accreditationPolicy]) {
      await protect(runner, policy, ['select', 'insert']);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['accreditation', 'operating_permit'])
      await runner.query(`drop table ${table}`);
  }
}
