# syntax=docker/dockerfile:1
#   docker build -f infra/docker/gateway.Dockerfile -t jejaring/gateway .
# Holds packages under the Elastic License 2.0; see NOTICE.
ARG NODE_VERSION=24.21.0

FROM node:${NODE_VERSION}-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY schema/package.json schema/
COPY services/transports/package.json services/transports/
COPY services/chassis/package.json services/chassis/
COPY services/register/package.json services/register/
COPY services/organizations/package.json services/organizations/
COPY services/welfare-cases/package.json services/welfare-cases/
COPY services/training/package.json services/training/
COPY services/awards/package.json services/awards/
COPY gateway/package.json gateway/
COPY infra/identity/package.json infra/identity/

FROM manifests AS build
RUN npm ci --ignore-scripts
COPY tsconfig.base.json ./
COPY schema schema
COPY services/transports services/transports
COPY services/chassis services/chassis
COPY gateway gateway
RUN node_modules/.bin/tsc -b gateway \
  && find schema services gateway -path '*/dist/*' \( -name '*.test.*' -o -name '*.fixture.*' \) -delete

FROM manifests AS dependencies
RUN npm ci --omit=dev --omit=optional --ignore-scripts --workspace gateway

FROM node:${NODE_VERSION}-bookworm-slim
# The gateway sets the last one itself as well: nothing in it reports to its makers.
ENV NODE_ENV=production HOST=0.0.0.0 APOLLO_TELEMETRY_DISABLED=true
WORKDIR /app
COPY LICENSE NOTICE package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/schema schema
COPY --from=build /app/schema/dist schema/dist
COPY schema/supergraph.graphql schema/
COPY schema/operations schema/operations
COPY --from=dependencies /app/services/transports services/transports
COPY --from=build /app/services/transports/dist services/transports/dist
COPY --from=dependencies /app/services/chassis services/chassis
COPY --from=build /app/services/chassis/dist services/chassis/dist
COPY --from=dependencies /app/gateway gateway
COPY --from=build /app/gateway/dist gateway/dist
USER node
CMD ["node", "gateway/dist/main.js"]
