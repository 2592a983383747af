import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { installCosmo } from './rivals.js';
import { shopSdl, shopServices } from './shop.js';

/** Cosmo Router executes a configuration that its own composer makes from the services. */
export function configureCosmo(root: string, servicesUrl: string, folder: string) {
  const cosmoFolder = installCosmo(root);
  const services = shopServices.map((name) => ({
    name,
    url: `${servicesUrl}/${name}`,
    sdl: shopSdl(name),
  }));
  const servicesFile = path.join(folder, 'cosmo-services.json');
  const cosmoConfigFile = path.join(folder, 'cosmo-config.json');
  writeFileSync(servicesFile, JSON.stringify(services));
  const args = ['compose.mjs', servicesFile, cosmoConfigFile];
  const { status } = spawnSync(process.execPath, args, {
    cwd: cosmoFolder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The configuration of Cosmo Router could not be made.');
  return { cosmoFolder, cosmoConfigFile };
}
