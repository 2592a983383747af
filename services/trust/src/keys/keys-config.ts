import { file, optional, text, url } from '@jejaring/chassis/process/config';
import type { OpenVault } from '@jejaring/chassis/work/key-vault';
import type { KeyEncryption } from './key-encryption.js';
import { ringEncryption } from './key-encryption.js';
import { transitEncryption } from './transit-encryption.js';
import { openVaultAt } from './vault.js';

const variableOf = (service: string, suffix: string) =>
  `${service.toUpperCase().replaceAll('-', '_')}_${suffix}`;

/** Variables of a service that keeps persons. */
export const keyVariables = (service: string) => ({
  keysUrl: url(variableOf(service, 'KEYS_URL')),
  /** The ring of key-encryption keys or, with a transit engine, the token for it. */
  kek: file(variableOf(service, 'KEK_FILE')),
  transitUrl: optional('KEK_TRANSIT_URL'),
  transitKey: text('KEK_TRANSIT_KEY', `jejaring-${service}`),
});

export interface KeyConfig {
  keysUrl: string;
  kek: string;
  transitUrl: string | null;
  transitKey: string;
}

const encryptionOf = ({ kek, transitUrl, transitKey }: KeyConfig): KeyEncryption =>
  transitUrl === null
    ? ringEncryption(kek)
    : transitEncryption({ url: transitUrl, key: transitKey, token: kek.trim() });

/** The vault that the variables name. */
export const openVault = (config: KeyConfig) => openVaultAt(config.keysUrl, encryptionOf(config));

/** The same, once it has answered: a service must not start with a vault that it cannot use. */
export async function requireVault(config: KeyConfig): Promise<OpenVault> {
  const vault = openVault(config);
  try {
    await vault.indexKeys();
  } catch (error) {
    await vault.end();
    throw new Error(
      'The vault of keys does not answer as it must: is its database there, was the migrations job run, is it the right key-encryption key?',
      { cause: error },
    );
  }
  return vault;
}
