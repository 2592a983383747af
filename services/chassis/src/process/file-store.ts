import type { FastifyInstance } from 'fastify';

/** A file as it is announced before its bytes arrive. */
export interface AnnouncedFile {
  /** Opaque: service and id, never a name. */
  key: string;
  contentType: string;
  size: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
}

/** What lies in the store under a key, as its bytes tell. */
export interface FoundFile {
  size: number;
  sha256: string;
  /** Null when the bytes are of no known type. */
  contentType: string | null;
}

/** One request that a client sends to the store itself. */
export interface SignedRequest {
  url: string;
  headers: Record<string, string>;
}

/** Where files are kept; clients send and fetch bytes there, by links that soon expire. */
export interface FileStore {
  upload(file: AnnouncedFile, seconds: number): Promise<SignedRequest>;
  download(file: { key: string; fileName: string }, seconds: number): Promise<string>;
  /** Reads what lies there; null when nothing does, or more than `most` bytes. */
  look(key: string, most: number): Promise<FoundFile | null>;
  remove(key: string): Promise<void>;
  /** A store without a server of its own answers its links through the service. */
  serve?(server: FastifyInstance): void;
}
