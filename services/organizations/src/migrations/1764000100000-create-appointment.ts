import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appointmentPolicy } from '../appointment/appointment.rules.js';

export class CreateAppointment1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table appointment (
        id uuid primary key,
        account text not null check (account ~ '^[0-9a-f]{64}$'),
        role text not null,
        region_code text collate "C" not null,
        organization_id uuid references organization,
        office_id uuid references office,
        capacity text not null check (capacity in ('DEFINITIVE', 'PLT', 'PLH', 'PJ')),
        decree jsonb not null check (decree ? 'number' and decree ? 'issuedOn'),
        valid_from timestamptz not null,
        valid_to timestamptz check (valid_to >= valid_from),
        end_reason text,
        end_decree jsonb,
        version integer not null default 1,
        recorded_at timestamptz not null default transaction_timestamp(),
        check (end_reason is null or valid_to is not null),
        constraint appointment_once exclude using gist (
          account with =, role with =, region_code with =,
          (coalesce(organization_id, '00000000-0000-0000-0000-000000000000')) with =,
          (coalesce(office_id, '00000000-0000-0000-0000-000000000000')) with =,
          tstzrange(valid_from, valid_to) with &&
        )
      );
      create index appointment_region on appointment (region_code, id);
      create index appointment_organization on appointment (organization_id, valid_from);
      create index appointment_office on appointment (office_id, valid_from);`);
    await protect(runner, appointmentPolicy);
    await keepHistory(runner, appointmentPolicy);
    await runner.query(`
      comment on column appointment.account is 'SHA-256 of the subject of a token, in hexadecimal.';
      comment on column appointment.region_code is 'The region range acted in; empty is the nation.';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table appointment, appointment_history;
      drop function appointment_keep_version();
      truncate standing;`);
  }
}
