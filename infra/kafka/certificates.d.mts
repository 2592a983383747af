/** Key and certificate, both in PEM. */
export interface Certified {
  certificate: string;
  key: string;
}

export function createAuthority(common: string): Certified;

export function issueCertificate(options: {
  authority: Certified;
  common: string;
  hosts?: readonly string[];
  days?: number;
}): Certified;
