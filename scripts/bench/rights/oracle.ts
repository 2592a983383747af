import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Cedar from '@cedar-policy/cedar-wasm';
import { root } from '#machinery';
import type { Actor } from './actors.js';

const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs') as typeof Cedar;

type Value = Cedar.CedarValueJson;
type Facts = Record<string, Value>;

const nation = 'ID';
const region = (code: string | null): Value => ({
  __entity: { type: 'Region', id: code === '' ? nation : (code ?? 'nowhere') },
});

/** A region and everything it lies in, each inside the next larger one. */
function regionsAround(code: string): Cedar.Entities {
  const parts = code === '' ? [] : code.split('.');
  const codes = parts.map((_part, at) => parts.slice(0, at + 1).join('.'));
  return ['', ...codes].map((each, at, all) => ({
    uid: { type: 'Region', id: each === '' ? nation : each },
    attrs: {},
    parents: at === 0 ? [] : [{ type: 'Region', id: all[at - 1] === '' ? nation : all[at - 1]! }],
  }));
}

/** Columns as they are stored; one that holds nothing is not there, a place is a place. */
function attributesOf(row: Record<string, unknown>): Facts {
  const facts: Facts = {};
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== 'string') continue;
    facts[column] = column.endsWith('region_code') ? region(value) : value;
  }
  return facts;
}

function principalOf({ caller }: Actor): Facts {
  const { role, id, region: code, organizationId } = caller;
  const organization = organizationId === null ? {} : { organization: organizationId };
  return { role, actor: id, region: region(code), ...organization };
}

/** A second opinion on who sees what: Cedar, by policies that people wrote from the domain's words. */
export interface Oracle {
  sees(actor: Actor, kind: string, row: Record<string, unknown>, facts: Facts): boolean;
}

export function askCedar(service: string): Oracle {
  const file = path.join(root, 'scripts/bench/rights/oracle', `${service}.cedar`);
  const parsed = cedar.preparsePolicySet(service, { staticPolicies: readFileSync(file, 'utf8') });
  if (parsed.type === 'failure') throw new Error(`${file}: ${JSON.stringify(parsed.errors)}`);
  return {
    sees(actor, kind, row, facts) {
      const principal = { type: 'Actor', id: actor.caller.id };
      const resource = { type: kind, id: String(row.id) };
      const places = Object.entries(row).flatMap(([column, value]) =>
        column.endsWith('region_code') && typeof value === 'string' ? regionsAround(value) : [],
      );
      const unique = new Map(places.map((place) => [JSON.stringify(place.uid), place]));
      const answer = cedar.statefulIsAuthorized({
        principal,
        action: { type: 'Action', id: 'read' },
        resource,
        context: {},
        preparsedPolicySetId: service,
        entities: [
          { uid: principal, attrs: principalOf(actor), parents: [] },
          { uid: resource, attrs: { ...attributesOf(row), ...facts }, parents: [] },
          ...unique.values(),
        ],
      });
      if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
      const { decision, diagnostics } = answer.response;
      if (diagnostics.errors.length > 0) throw new Error(JSON.stringify(diagnostics.errors));
      return decision === 'allow';
    },
  };
}
