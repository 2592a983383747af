import { createPrivacy, dropPrivacy } from '@jejaring/trust/privacy/privacy-tables';
import { grant } from '@jejaring/chassis/work/migration';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePrivacy1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPrivacy(runner, ['beneficiary']);
    await runner.query(`
      create table consent_text (
        version integer,
        language text check (language in ('id', 'en')),
        body text not null,
        sha256 text not null check (sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
        valid_from timestamptz not null,
        primary key (version, language)
      );
      comment on table consent_text is 'access: reference; the words of the consent form, kept for good';`);
    await grant(runner, 'consent_text', ['select']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consent_text');
    await dropPrivacy(runner);
  }
}
