import { createAuditSeal, dropAuditSeal } from '@jejaring/trust/audit/audit-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuditSeal1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createAuditSeal(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropAuditSeal(runner);
  }
}
