# syntax=docker/dockerfile:1
# One file for every service:
#   docker build -f infra/docker/service.Dockerfile --build-arg SERVICE=training -t jejaring/training .
# The image also runs the service's migrations: node services/training/dist/migrate.js
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
COPY services services
ARG SERVICE
RUN test -n "${SERVICE}" \
  && node_modules/.bin/tsc -b "services/${SERVICE}" \
  && find schema services -path '*/dist/*' \( -name '*.test.*' -o -name '*.fixture.*' \) -delete

# No package needs its install script here, and the optional ones are tools of development.
FROM manifests AS dependencies
ARG SERVICE
RUN npm ci --omit=dev --omit=optional --ignore-scripts --workspace "services/${SERVICE}"

FROM node:${NODE_VERSION}-bookworm-slim
ARG SERVICE
ENV NODE_ENV=production HOST=0.0.0.0 SERVICE=${SERVICE}
WORKDIR /app
COPY LICENSE NOTICE package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/schema schema
COPY --from=build /app/schema/dist schema/dist
COPY --from=dependencies /app/services/transports services/transports
COPY --from=build /app/services/transports/dist services/transports/dist
COPY --from=dependencies /app/services/chassis services/chassis
COPY --from=build /app/services/chassis/dist services/chassis/dist
COPY --from=dependencies /app/services/register services/register
COPY --from=build /app/services/register/dist services/register/dist
COPY --from=dependencies /app/services/${SERVICE} services/${SERVICE}
COPY --from=build /app/services/${SERVICE}/dist services/${SERVICE}/dist
USER node
# exec, so that the service itself hears SIGTERM.
CMD ["sh", "-c", "exec node services/${SERVICE}/dist/main.js"]
