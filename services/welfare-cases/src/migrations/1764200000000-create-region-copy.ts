import { protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { regionCopyPolicy } from '../region/region.rules.js';

export class CreateRegionCopy1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table region_copy (
        code text collate "C" primary key,
        dataset_version text not null
      )`);
    await protect(runner, regionCopyPolicy, ['select', 'insert', 'update']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table region_copy');
  }
}
