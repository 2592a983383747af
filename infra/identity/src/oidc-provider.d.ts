/** The part of oidc-provider in use here; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface ResourceServerInfo {
    scope: string;
    audience: string;
    accessTokenTTL: number;
    accessTokenFormat: 'jwt';
    jwt: { sign: { alg: string } };
  }

  export interface Client {
    clientId: string;
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export interface Context {
    body: unknown;
    oidc: {
      client: Client;
      provider: Provider;
      params: Record<string, string | undefined>;
      session: { accountId: string };
    };
  }

  export interface Token {
    accountId?: string;
  }

  export interface AccessToken extends Token {
    resourceServer: unknown;
    scope: string;
    readonly expiration: number;
    readonly tokenType: string;
    save(): Promise<string>;
  }

  export interface Interaction {
    uid: string;
    params: Record<string, string | undefined>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    AccessToken: new (values: { client: Client; accountId: string }) => AccessToken;
    Grant: new (values: { clientId: string; accountId: string }) => Grant;
    ResourceServer: new (identifier: string, info: ResourceServerInfo) => object;
    registerGrantType(
      name: string,
      handler: (context: Context) => Promise<void>,
      parameters: Iterable<string>,
    ): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }

  export const interactionPolicy: { base(): { remove(prompt: string): void } };

  export const errors: { InvalidRequest: new (description: string) => Error };
}
