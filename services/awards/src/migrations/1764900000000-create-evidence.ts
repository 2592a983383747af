import { createEvidence, dropEvidence } from '@jejaring/evidence/evidence-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEvidence1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createEvidence(runner, ['competition', 'nomination', 'award']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropEvidence(runner);
  }
}
