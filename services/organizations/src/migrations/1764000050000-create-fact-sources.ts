import { createFactSources } from '@jejaring/register/facts/fact-source';
import { socialOffices } from '@jejaring/schema/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who records facts of the register records where they come from. */
const recorders = [
  {
    roles: [
      ...socialOffices,
      'KT_OFFICER',
      'PSKS_WORKER',
      'VILLAGE_HEAD',
      'DISTRICT_HEAD',
    ] as const,
    within: 'region_code',
  },
];

export class CreateFactSources1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createFactSources(runner, recorders);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fact_source');
  }
}
