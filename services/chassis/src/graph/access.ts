import type { Role } from '@jejaring/schema/roles';
import type { AuthChecker } from 'type-graphql';
import { Authorized, Directive } from 'type-graphql';
import { fault } from './faults.js';
import type { GraphContext } from './context.js';

/**
 * Only callers of these roles may ask this field. The gateway reads the directive and refuses
 * before it plans; the subgraph asks again, because the gateway is not the only wall.
 */
export function Access(...roles: readonly Role[]): MethodDecorator & PropertyDecorator {
  const list = roles.map((role) => `"${role}"`).join(', ');
  const directive = Directive(`@access(roles: [${list}])`) as PropertyDecorator;
  const authorized = Authorized<Role>([...roles]) as PropertyDecorator;
  return ((target: object, key: string | symbol) => {
    directive(target, key);
    authorized(target, key);
  }) as MethodDecorator & PropertyDecorator;
}

export const checkAccess: AuthChecker<GraphContext, Role> = ({ context, info }, allowed) => {
  const { role } = context.caller;
  if ((allowed as readonly string[]).includes(role)) return true;
  const coordinate = `${info.parentType.name}.${info.fieldName}`;
  if (role === 'PUBLIC') throw fault('UNAUTHENTICATED', `Sign in to ask ${coordinate}.`);
  throw fault('FORBIDDEN', `The role ${role} may not ask ${coordinate}.`);
};
