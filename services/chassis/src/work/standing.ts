import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { grant } from './migration.js';

/** What the register knows a person by: a hash of the token's subject, so that no event tells who it is. */
export const accountOf = (subject: string): string =>
  createHash('sha256').update(subject).digest('hex');

const table = `
  create table standing (
    appointment_id uuid primary key,
    account text not null,
    role text not null,
    region_code text collate "C",
    organization_id uuid,
    office_id uuid,
    valid_from timestamptz not null,
    valid_to timestamptz
  );
  create index standing_account on standing (account);
  comment on table standing is 'access: internal; who may act as what, as the register says';
  comment on column standing.account is 'SHA-256 of the subject of a token, in hexadecimal.';`;

/**
 * The role that stands: as claimed, unless the register knows the person and has no running
 * appointment that covers the claim. Of whom it knows nothing, the issuer's word is taken.
 */
const standingRole = `
  create function standing_role(
    claimed text, of_account text, region text, organization uuid, office uuid, at timestamptz
  ) returns text language sql stable set search_path = public as $$
    select case
      when claimed in ('SYSTEM', 'PUBLIC') then claimed
      when not exists (select from standing s where s.account = of_account) then claimed
      when exists (
        select from standing s
        where s.account = of_account and s.role = claimed
          and s.valid_from <= at and (s.valid_to is null or s.valid_to > at)
          and (region is null or s.region_code = '' or region = s.region_code or starts_with(region, s.region_code || '.'))
          and (organization is null or organization = s.organization_id)
          and (office is null or office = s.office_id)
      ) then claimed
      else 'PUBLIC' end
  $$;`;

/** Makes the table of appointments and the function that judges a claim by it. */
export async function createStanding(runner: QueryRunner): Promise<void> {
  await runner.query(table);
  await runner.query(standingRole);
  await grant(runner, 'standing', ['select', 'insert', 'update']);
}
