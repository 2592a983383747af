import { letForget, letKeep } from '@jejaring/trust/privacy/privacy-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetForget1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await letForget(runner, 'nomination', ['representatives']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await letKeep(runner, 'nomination', ['representatives']);
  }
}
