import { createFactSources } from '@jejaring/register/facts/fact-source';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the facts of the register come from. */
export class CreateFactSources1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createFactSources(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fact_source');
  }
}
