import { rowPolicies } from '@jejaring/trust/rights/row-policies';
import { CreateFeed1765400000000 } from './migrations/1765400000000-create-feed.js';
import { CreateRedrive1765400100000 } from './migrations/1765400100000-create-redrive.js';
import { RedriveRequest } from './redrive/redrive-request.entity.js';
import { rights } from './rights.js';

export const database = {
  entities: [RedriveRequest],
  migrations: [CreateFeed1765400000000, CreateRedrive1765400100000],
  rights: rowPolicies(rights),
};
