import {
  createPrivacy,
  dropPrivacy,
  letForget,
  letKeep,
} from '@jejaring/trust/privacy/privacy-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofRegistrations = ['initials', 'restricted_at'];

export class CreatePrivacy1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPrivacy(runner, ['registration']);
    await letForget(runner, 'registration', ofRegistrations);
    await letForget(runner, 'certificate', ['holder_initials']);
    await runner.query(
      'create index registration_officer on registration (officer_id) where officer_id is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index registration_officer');
    await letKeep(runner, 'certificate', ['holder_initials']);
    await letKeep(runner, 'registration', ofRegistrations);
    await dropPrivacy(runner);
  }
}
