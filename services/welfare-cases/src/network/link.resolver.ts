import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { regencyOffice } from '@jejaring/schema/roles';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ReferralLink } from './link.entity.js';
import { drawLink, endLink } from './link.service.js';
import {
  DrawReferralLinkInput,
  EndReferralLinkInput,
  linkResult,
  toLinkProblem,
  toLinkType,
} from './link.types.js';

const drawers = ['KT_OFFICER', 'PSKS_WORKER', ...regencyOffice] as const;

const DrawReferralLinkResult = linkResult('DrawReferralLinkResult');
const EndReferralLinkResult = linkResult('EndReferralLinkResult');

const command = commandsOf({
  entity: ReferralLink,
  toType: toLinkType,
  toProblem: toLinkProblem,
});

@Resolver()
export class LinkResolver {
  @Access(...drawers)
  @Mutation(() => DrawReferralLinkResult, {
    description: 'Adds a partner to the network of an organization (jejaring kerja).',
  })
  drawReferralLink(@Arg('input') input: DrawReferralLinkInput, @Ctx() context: GraphContext) {
    const { kind } = input;
    const from = readId('org', 'from', input.from);
    const to = readId('org', 'to', input.to);
    return command(context, 'drawReferralLink', input, (work) =>
      drawLink(work, { from, to, kind }),
    );
  }

  @Access(...drawers)
  @Mutation(() => EndReferralLinkResult, { description: 'Ends a link; its time stays on record.' })
  endReferralLink(@Arg('input') input: EndReferralLinkInput, @Ctx() context: GraphContext) {
    const facts = { id: readId('lnk', 'id', input.id), expectedVersion: input.expectedVersion };
    return command(context, 'endReferralLink', input, (work) => endLink(work, facts));
  }
}
