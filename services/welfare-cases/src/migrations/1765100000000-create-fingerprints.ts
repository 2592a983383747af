import { createFingerprints } from '@jejaring/trust/keys/fingerprint-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { beneficiaryFingerprintPolicy } from '../beneficiary/beneficiary.rules.js';

export class CreateFingerprints1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createFingerprints(runner, beneficiaryFingerprintPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity_fingerprint');
  }
}
