import type { Variable } from '@jejaring/chassis/process/config';
import { file, optional, text } from '@jejaring/chassis/process/config';
import { directorySealStore } from './directory-seal-store.js';
import { s3SealStore } from './s3-seal-store.js';
import type { SealStore } from './seal-store.js';

/** The content of a file, or null where the variable is not set. */
const optionalFile = (name: string): Variable<string | null> => ({
  name,
  parse: (raw) => (raw === undefined || raw === '' ? null : file(name).parse(raw)),
});

/** Variables of the second store of seals. */
export const sealStoreVariables = {
  auditBucket: optional('AUDIT_S3_BUCKET'),
  auditRegion: text('AUDIT_S3_REGION', 'ap-southeast-3'),
  auditEndpoint: optional('AUDIT_S3_ENDPOINT'),
  /** `accessKeyId:secretAccessKey` of the bucket. */
  auditStoreKey: optionalFile('AUDIT_STORE_KEY_FILE'),
  auditDirectory: optional('AUDIT_DIRECTORY'),
};

/** Variables of a service whose audit is sealed. */
export const auditVariables = (service: string) => ({
  ...sealStoreVariables,
  auditKey: file(`${service.toUpperCase().replaceAll('-', '_')}_AUDIT_KEY_FILE`),
});

export interface SealStoreConfig {
  auditBucket: string | null;
  auditRegion: string;
  auditEndpoint: string | null;
  auditStoreKey: string | null;
  auditDirectory: string | null;
}

export interface AuditConfig extends SealStoreConfig {
  auditKey: string;
}

/** The bucket of an S3-compatible store or, on one machine, a directory. */
export function openSealStore(config: SealStoreConfig): SealStore {
  const { auditBucket: bucket, auditDirectory, auditStoreKey } = config;
  if (bucket === null) {
    if (auditDirectory !== null) return directorySealStore(auditDirectory);
    throw new Error('Configuration: set AUDIT_S3_BUCKET, or AUDIT_DIRECTORY for one machine only.');
  }
  if (auditStoreKey === null)
    throw new Error('Configuration: AUDIT_STORE_KEY_FILE is not set; AUDIT_S3_BUCKET wants it.');
  const [accessKeyId = '', secretAccessKey = ''] = auditStoreKey.trim().split(':');
  const { auditRegion: region, auditEndpoint: endpoint } = config;
  return s3SealStore({ bucket, region, endpoint, credentials: { accessKeyId, secretAccessKey } });
}
