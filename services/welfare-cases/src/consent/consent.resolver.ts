import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { caseReaders, caseViewers } from '../case/case.rules.js';
import { ConsentText } from './consent-text.entity.js';
import { Consent } from './consent.entity.js';
import { recordConsent, withdrawConsent } from './consent.service.js';
import {
  consentResult,
  ConsentTextType,
  RecordConsentInput,
  toConsentProblem,
  toConsentTexts,
  toConsentType,
  WithdrawConsentInput,
} from './consent.types.js';

const RecordConsentResult = consentResult('RecordConsentResult');
const WithdrawConsentResult = consentResult('WithdrawConsentResult');

const command = commandsOf({
  entity: Consent,
  toType: toConsentType,
  toProblem: toConsentProblem,
  fieldClasses: ['personal'],
});

@Resolver()
export class ConsentResolver {
  @Query(() => [ConsentTextType], {
    nullable: true,
    description: 'The words of the consent form, the newest version first.',
  })
  async consentTexts(@Ctx() context: GraphContext): Promise<ConsentTextType[]> {
    return toConsentTexts(await (await context.read()).list(ConsentText, {}, { version: 'DESC' }));
  }

  @Access(...caseReaders)
  @Mutation(() => RecordConsentResult, {
    description: 'Records what a person, parent or guardian agreed to.',
  })
  recordConsent(@Arg('input') input: RecordConsentInput, @Ctx() context: GraphContext) {
    const { givenBy, method, purposes, givenAt, expiresAt } = input;
    const facts = {
      givenBy,
      method,
      purposes,
      caseId: readId('case', 'caseId', input.caseId),
      sharedWith: input.sharedWith?.map((id) => readId('org', 'sharedWith', id)) ?? null,
      expiresAt: expiresAt ?? null,
      textVersion: input.textVersion ?? null,
    };
    return command(context, 'recordConsent', input, (work) =>
      recordConsent(work, { ...facts, givenAt: givenAt ?? work.now }),
    );
  }

  @Access(...caseViewers)
  @Mutation(() => WithdrawConsentResult, {
    description:
      'Withdraws a consent (UU 27/2022, articles 9 and 40): at once its open referrals are cancelled and, when it was for handling the case, the case is restricted.',
  })
  withdrawConsent(@Arg('input') input: WithdrawConsentInput, @Ctx() context: GraphContext) {
    const facts = { id: readId('con', 'id', input.id), expectedVersion: input.expectedVersion };
    return command(context, 'withdrawConsent', input, (work) => withdrawConsent(work, facts));
  }
}
