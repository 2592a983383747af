import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { consentTexts } from '../consent/consent-texts.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export class AddConsentTexts1765300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { version, validFrom, ...bodies } of consentTexts) {
      for (const [language, body] of Object.entries(bodies)) {
        await runner.query(
          'insert into consent_text (version, language, body, sha256, valid_from) values ($1, $2, $3, $4, $5)',
          [version, language, body, sha256(body), validFrom],
        );
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('truncate consent_text');
  }
}
