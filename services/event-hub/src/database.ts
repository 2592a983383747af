import { rowPolicies } from '@jejaring/trust/rights/row-policies';
import { CreateFeed1765400000000 } from './migrations/1765400000000-create-feed.js';
import { rights } from './rights.js';

export const database = {
  entities: [],
  migrations: [CreateFeed1765400000000],
  rights: rowPolicies(rights),
};
