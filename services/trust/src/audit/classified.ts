import type { ResolverData } from 'type-graphql';
import { Directive, UseMiddleware } from 'type-graphql';
import type { FieldClass, Subject } from '@jejaring/chassis/work/audit';
import type { GraphContext } from '@jejaring/chassis/graph/context';

/** A node of the graph as its resolvers have it: its id, and the row behind it. */
interface Node {
  id?: unknown;
  row?: { regionCode?: unknown };
  regionCode?: unknown;
}

const own = (node: Node): Subject => {
  const region = node.row?.regionCode ?? node.regionCode;
  return { id: String(node.id), region: typeof region === 'string' ? region : null };
};

/**
 * How closely a field is guarded; whoever reads a personal or specific one is noted, and the audit
 * has it before the answer leaves. `subjectOf` says about whom the field is, where it is not the node.
 */
export function Classified<Root extends object = Node>(
  as: FieldClass,
  subjectOf: (root: Root) => Subject = own as (root: object) => Subject,
): MethodDecorator & PropertyDecorator {
  const note = UseMiddleware(async ({ root, context, info }: ResolverData<GraphContext>, next) => {
    const value: unknown = await next();
    const told = value !== null && value !== undefined;
    if (told)
      context.noteRead(subjectOf(root as Root), as, `${info.parentType.name}.${info.fieldName}`);
    return value;
  });
  const directive = Directive(`@classified(as: "${as}")`) as PropertyDecorator;
  return ((target: object, key: string | symbol) => {
    directive(target, key);
    if (as === 'personal' || as === 'specific') (note as PropertyDecorator)(target, key);
  }) as MethodDecorator & PropertyDecorator;
}
