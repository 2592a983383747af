import { Classified } from '@jejaring/trust/audit/classified';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { maskNik } from '@jejaring/register/facts/nik.rules';
import { opened } from '@jejaring/trust/keys/opened';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { BeneficiaryType } from '../case/case.types.js';
import { BeneficiaryCommandType } from './beneficiary-words.js';
import { commandsFor } from './beneficiary.rules.js';
import { placeOf, subjectOf } from './beneficiary.service.js';

@Resolver(() => BeneficiaryType)
export class BeneficiaryResolver {
  @Classified('personal')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'National identity number (NIK) with all but its last two digits hidden; null where there is none, or it was erased.',
  })
  async maskedNik(
    @Root() { row: { id, nikCipher } }: BeneficiaryType,
    @Ctx() context: GraphContext,
  ): Promise<string | null> {
    const nik = await opened(context, subjectOf(id), placeOf('nik_cipher', id), nikCipher);
    return nik && maskNik(nik);
  }

  @FieldResolver(() => [BeneficiaryCommandType], { description: 'What the caller may do now.' })
  viewerCan(@Root() { row }: BeneficiaryType, @Ctx() { caller }: GraphContext): 'REVEAL'[] {
    return commandsFor(row, caller);
  }
}
