import { createPrivacy, dropPrivacy, letForget } from '@jejaring/trust/privacy/privacy-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePrivacy1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPrivacy(runner, ['officer']);
    const ofOfficers = ['initials', 'nik_warnings', 'official_positions', 'account'];
    await letForget(runner, 'officer', [...ofOfficers, 'restricted_at']);
    await letForget(runner, 'seat', ['initials']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropPrivacy(runner);
  }
}
