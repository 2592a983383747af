import { createPrivacy, dropPrivacy, letForget } from '@jejaring/trust/privacy/privacy-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePrivacy1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPrivacy(runner, ['registration']);
    await letForget(runner, 'registration', ['initials', 'restricted_at']);
    await letForget(runner, 'certificate', ['holder_initials']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropPrivacy(runner);
  }
}
