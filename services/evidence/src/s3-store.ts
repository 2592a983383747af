import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { FileStore } from '@jejaring/chassis/process/file-store';
import { inspect } from './inspect.js';

export interface S3StoreOptions {
  bucket: string;
  region: string;
  /** Address of a compatible store as the service reaches it; null: that of AWS. */
  endpoint: string | null;
  /** The same store as clients reach it: links are signed for this address. */
  publicEndpoint: string | null;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

function connect({ region, credentials }: S3StoreOptions, endpoint: string | null): S3Client {
  return new S3Client({
    region,
    credentials,
    // Compatible stores rarely answer to a host name for each bucket.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    // The checksum that we sign is the announced one, not one of an empty body.
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
}

/** Files in a bucket of any S3-compatible store; clients speak to the store itself. */
export function s3Store(options: S3StoreOptions): FileStore {
  const { bucket: Bucket } = options;
  const client = connect(options, options.endpoint);
  const signer = connect(options, options.publicEndpoint);
  return {
    async upload({ key: Key, contentType: ContentType, size: ContentLength, sha256 }, expiresIn) {
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      const put = new PutObjectCommand({ Bucket, Key, ContentType, ContentLength, ChecksumSHA256 });
      const signed = ['content-type', 'content-length', 'x-amz-checksum-sha256'];
      const url = await getSignedUrl(signer, put, {
        expiresIn,
        // Signed as headers, so that the store refuses other bytes than the announced ones.
        signableHeaders: new Set(signed),
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
      });
      return {
        url,
        headers: { 'content-type': ContentType, 'x-amz-checksum-sha256': ChecksumSHA256 },
      };
    },
    download({ key: Key, fileName }, expiresIn) {
      const get = new GetObjectCommand({
        Bucket,
        Key,
        ResponseContentType: 'application/octet-stream',
        ResponseContentDisposition: `attachment; filename="${fileName}"`,
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(signer, get, { expiresIn });
    },
    async look(Key, most) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
        return await inspect(Body as Readable, most);
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
}
