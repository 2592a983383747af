import {
  createPrivacy,
  dropPrivacy,
  letForget,
  letKeep,
} from '@jejaring/trust/privacy/privacy-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofOfficers = ['initials', 'nik_warnings', 'official_positions', 'account', 'restricted_at'];

export class CreatePrivacy1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPrivacy(runner, ['officer', 'post_holder', 'organization']);
    await letForget(runner, 'officer', ofOfficers);
    await letForget(runner, 'seat', ['initials']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await letKeep(runner, 'seat', ['initials']);
    await letKeep(runner, 'officer', ofOfficers);
    await dropPrivacy(runner);
  }
}
