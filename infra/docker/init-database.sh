#!/bin/sh
# Run once by the postgres image, on an empty volume: each named database and its two roles, as
# infra/postgres/databases.mjs makes them for development.
set -eu

for database in $SERVICE_DATABASE; do
  psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
    --set=database="$database" \
    --set=owner="${database}_owner" --set=owner_password="$OWNER_PASSWORD" \
    --set=app="${database}_app" --set=app_password="$APP_PASSWORD" <<'SQL'
create role :"owner" login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner_password';
create role :"app" login nosuperuser nobypassrls nocreatedb nocreaterole password :'app_password';
create database :"database" owner :"owner" encoding 'UTF8' template template0;
revoke all on database :"database" from public;
grant connect on database :"database" to :"owner", :"app";
alter database :"database" set jejaring.app_role = :'app';
\connect :"database"
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
revoke all on schema public from public;
grant create, usage on schema public to :"owner";
grant usage on schema public to :"app";
SQL
done
