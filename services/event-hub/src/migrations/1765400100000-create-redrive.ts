import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { redriveRequestPolicy } from '../redrive/redrive.rules.js';

const redriveRequest = `
  create table redrive_request (
    id uuid primary key,
    version integer not null default 1,
    service text not null check (service in ('organizations', 'welfare-cases', 'training', 'awards', 'event-hub')),
    topic text not null,
    key text not null,
    region_code text collate "C" not null check (region_code = ''),
    requested_at timestamptz not null,
    recorded_at timestamptz not null default transaction_timestamp()
  );`;

export class CreateRedrive1765400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(redriveRequest);
    await protect(runner, redriveRequestPolicy, ['select', 'insert']);
    await keepHistory(runner, redriveRequestPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table redrive_request, redrive_request_history');
    await runner.query('drop function redrive_request_keep_version');
  }
}
