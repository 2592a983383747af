import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** A published operation: a document as Apollo Client and urql take it, with its id and text. */
export type PublishedDocument<Data, Variables> = TypedDocumentNode<Data, Variables> & {
  /** By which the gateway knows the document; the SHA-256 of its text, in hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
};
