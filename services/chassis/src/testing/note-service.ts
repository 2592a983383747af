import { contract, data, id } from '@jejaring/schema/events/contract';
import { Type } from '@sinclair/typebox';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { when } from '../events/inbox.js';
import { encodeId } from '../graph/ids.js';
import { createChassisTables } from '../work/chassis-tables.js';
import { grant, keepVersions } from '../work/migration.js';
import type { Work } from '../work/unit-of-work.js';

/** The smallest thing that has all a row can have: region, organization, maker, state, version. */
@Entity('note')
export class Note {
  static readonly idPrefix = 'org';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  @Column('text', { name: 'maker_id' })
  makerId!: string;

  @Column('text')
  status!: 'OPEN' | 'DONE';

  @Column('integer')
  count!: number;
}

const role = "current_setting('app.role', true)";
const within = `region_code >= current_setting('app.low', true) and region_code < current_setting('app.high', true)`;
const own = "organization_id = nullif(current_setting('app.organization', true), '')::uuid";
const staff = `${role} = 'DINSOS_REGENCY_STAFF' and ${within}`;
const officer = `${role} = 'KT_OFFICER' and ${own}`;
const province = `${role} = 'DINSOS_PROVINCE_STAFF' and ${within}`;
const maker = `${role} = 'KT_OFFICER' and maker_id = current_setting('app.actor', true)`;
const auditor = `${role} = 'AUDITOR' and status = 'DONE'`;
const either = (...ways: string[]) => [`${role} = 'SYSTEM'`, ...ways].join(' or ');

/** Written by hand, apart from what makes row-level security of policies: the frame is tried by itself. */
const rowSecurity = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_read on ${table} for select using (${either(staff, officer, province, maker, auditor)});
  create policy ${table}_insert on ${table} for insert with check (${either(staff, officer)});
  create policy ${table}_update on ${table} for update using (${either(staff, officer)});
  create policy ${table}_delete on ${table} for delete using (${either()});
  comment on table ${table} is 'access: restricted';`;

class CreateNote1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createChassisTables(runner);
    await runner.query(`create table note (
      id uuid primary key,
      version integer not null default 1,
      region_code text collate "C" not null,
      organization_id uuid,
      maker_id text not null,
      status text not null,
      count integer not null default 0,
      recorded_at timestamptz not null default transaction_timestamp()
    )`);
    await keepVersions(runner, 'note');
    for (const table of ['note', 'note_history']) await runner.query(rowSecurity(table));
    await grant(runner, 'note', ['select', 'insert', 'update', 'delete']);
  }

  async down(): Promise<void> {
    throw new Error('Not undone in tests.');
  }
}

export const noteDatabase = { entities: [Note], migrations: [CreateNote1764000000000] };

/** Said by the fixture service whenever its note counts one more. */
export const noteCounted = contract({
  type: 'notes.note.counted.v1',
  description: 'A note counts one more.',
  descriptionId: 'Suatu catatan dihitung.',
  key: 'noteId',
  data: data({ noteId: id('org', 'The note.'), by: Type.Integer({ description: 'How many.' }) }),
  sample: { noteId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5', by: 1 },
});

export const noteKey = (noteId: string) => encodeId('org', noteId);

/** Adds what was said to a total that a second delivery would spoil. */
export const addUp = when('notes.add-up', noteCounted, async (work, { data: { by } }) => {
  if (by < 0) throw new TypeError('A reaction that always fails.');
  await work.sql('update note set count = count + $1', [by]);
});

export const aNote = (work: Work, fields: Partial<Note> = {}) =>
  work.insert(Note, {
    id: work.newId(),
    version: 1,
    regionCode: '32.79',
    organizationId: null,
    makerId: 'maker',
    status: 'OPEN',
    count: 0,
    ...fields,
  });
