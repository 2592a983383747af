import type { OpenVault } from '../work/key-vault.js';

/** How a service's vault is made and opened by tests and proofs, which have one of their own. */
export interface VaultKind {
  prepare(ownerUrl: string): Promise<void>;
  /** With a key-encryption key that is made for this vault alone. */
  openAnew(url: string): OpenVault;
}
