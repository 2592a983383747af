import { createSnapshots, dropSnapshots } from '@jejaring/register/snapshots/snapshot-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSnapshots1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createSnapshots(runner, 'training', ['trn']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropSnapshots(runner);
  }
}
