import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { SealStore } from './seal-store.js';

export interface S3SealStoreOptions {
  bucket: string;
  region: string;
  /** Address of a compatible store; null: that of AWS. */
  endpoint: string | null;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

const patienceMs = 5_000;
const isThere = (error: unknown) => (error as { name?: string }).name === 'PreconditionFailed';

/** Seals in a bucket that keeps what it has: give it object lock and a key that cannot delete. */
export function s3SealStore(options: S3SealStoreOptions): SealStore {
  const { bucket: Bucket, endpoint, region, credentials } = options;
  const client = new S3Client({
    region,
    credentials,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    maxAttempts: 2,
  });
  const patience = () => ({ abortSignal: AbortSignal.timeout(patienceMs) });
  return {
    async add(Key, Body) {
      const put = new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*' });
      try {
        await client.send(put, patience());
        return true;
      } catch (error) {
        if (isThere(error)) return false;
        throw error;
      }
    },
    async get(Key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }), patience());
        return (await Body?.transformToString('utf8')) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async list(Prefix, StartAfter) {
      const list = new ListObjectsV2Command({ Bucket, Prefix, StartAfter, MaxKeys: 1_000 });
      const { Contents = [] } = await client.send(list, patience());
      return Contents.map(({ Key }) => Key!);
    },
  };
}
