import { createFactSources } from '@jejaring/register/facts/fact-source';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sourceWriters } from '../organization/organization-tables.rules.js';

/** Where the facts of the register come from. */
export class CreateFactSources1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createFactSources(runner, sourceWriters);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fact_source');
  }
}
