import { file, optional, text } from '@jejaring/chassis/process/config';
import type { FileStore } from '@jejaring/chassis/process/file-store';
import { directoryStore } from './directory-store.js';
import { s3Store } from './s3-store.js';

/** Variables of a service whose records have evidence. */
export const fileVariables = {
  filesBucket: optional('FILES_S3_BUCKET'),
  filesRegion: text('FILES_S3_REGION', 'ap-southeast-3'),
  filesEndpoint: optional('FILES_S3_ENDPOINT'),
  filesPublicEndpoint: optional('FILES_S3_PUBLIC_ENDPOINT'),
  /** `accessKeyId:secretAccessKey` for S3; for a directory, what signs its links. */
  filesKey: file('FILES_KEY_FILE'),
  filesDirectory: optional('FILES_DIRECTORY'),
  filesPublicUrl: optional('FILES_PUBLIC_URL'),
};

interface FileConfig {
  port: number;
  filesBucket: string | null;
  filesRegion: string;
  filesEndpoint: string | null;
  filesPublicEndpoint: string | null;
  filesKey: string;
  filesDirectory: string | null;
  filesPublicUrl: string | null;
}

function openBucket(config: FileConfig, bucket: string, key: string): FileStore {
  const { filesRegion: region, filesEndpoint: endpoint, filesPublicEndpoint } = config;
  const [accessKeyId = '', secretAccessKey = ''] = key.split(':');
  return s3Store({
    bucket,
    region,
    endpoint,
    publicEndpoint: filesPublicEndpoint ?? endpoint,
    credentials: { accessKeyId, secretAccessKey },
  });
}

/** The bucket of an S3-compatible store or, on one machine, a directory. */
export function openFileStore(config: FileConfig): FileStore {
  const { filesBucket, filesDirectory: directory, filesPublicUrl, port } = config;
  const key = config.filesKey.trim();
  if (filesBucket !== null) return openBucket(config, filesBucket, key);
  if (directory === null)
    throw new Error('Configuration: set FILES_S3_BUCKET, or FILES_DIRECTORY for one machine only.');
  return directoryStore({
    directory,
    key,
    publicUrl: filesPublicUrl ?? `http://127.0.0.1:${port}`,
  });
}
