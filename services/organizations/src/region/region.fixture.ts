import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { ancestorsOf, kindOf, parentOf } from './region.rules.js';

/** A few regions and what holds them, in place of the whole official list; each is named by its code. */
export async function someRegions(service: TestService, codes: readonly string[]): Promise<void> {
  const all = [...new Set(codes.flatMap((code) => [...ancestorsOf(code), code]))];
  const columns = [all, all.map(levelOf), all.map(kindOf), all.map(parentOf)];
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, level, kind, parent, code, 'test'
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as r (code, level, kind, parent)
     on conflict (code) do nothing`,
    columns,
  );
}

/** The first villages of a district, by code. */
export const villagesOf = (district: string, count: number): string[] =>
  Array.from({ length: count }, (_none, index) => `${district}.${2001 + index}`);
