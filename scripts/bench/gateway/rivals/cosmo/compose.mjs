import { readFileSync, writeFileSync } from 'node:fs';
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE } from '@wundergraph/composition';
import { buildRouterConfig, SubgraphKind } from '@wundergraph/cosmo-shared';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, printSchema } from 'graphql';

/** Makes of services (name, url, sdl) the configuration that Cosmo Router executes, as `wgc router compose` does. */
const [, , servicesFile, configFile] = process.argv;
const services = JSON.parse(readFileSync(servicesFile, 'utf8'));
const composed = federateSubgraphs({
  subgraphs: services.map(({ name, url, sdl }) => ({ name, url, definitions: parse(sdl) })),
  version: ROUTER_COMPATIBILITY_VERSION_ONE,
});
if (!composed.success) throw new Error(composed.errors.join('\n'));
const config = buildRouterConfig({
  federatedClientSDL: printSchema(composed.federatedGraphClientSchema),
  federatedSDL: printSchemaWithDirectives(composed.federatedGraphSchema),
  fieldConfigurations: composed.fieldConfigurations,
  routerCompatibilityVersion: ROUTER_COMPATIBILITY_VERSION_ONE,
  schemaVersionId: '00000000-0000-0000-0000-000000000000',
  subgraphs: services.map(({ name, url, sdl }, at) => ({
    ...composed.subgraphConfigBySubgraphName.get(name),
    kind: SubgraphKind.Standard,
    id: String(at),
    name,
    url,
    sdl,
    subscriptionUrl: '',
  })),
});
writeFileSync(configFile, config.toJsonString());
