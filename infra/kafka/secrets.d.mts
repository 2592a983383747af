export const nodeName: string;
export const adminName: string;
export function principalsIn(file?: string): string[];
export function makeSecrets(options: {
  dir: string;
  hosts: readonly string[];
  principals?: readonly string[];
}): string;
