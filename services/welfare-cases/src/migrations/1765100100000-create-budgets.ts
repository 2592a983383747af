import { createBudgets } from '@jejaring/trust/keys/budget-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBudgets1765100100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createBudgets(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table budget_use');
  }
}
