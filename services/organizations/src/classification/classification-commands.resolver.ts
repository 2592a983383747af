import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { regencyOffice } from '@jejaring/schema/roles';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { readDecree } from '../decree/decree.types.js';
import {
  AdoptInstrumentInput,
  ClassificationStepInput,
  DetermineClassificationInput,
  DraftClassificationInput,
  ObjectToClassificationInput,
  readAspects,
  readAssessor,
  ScoreClassificationInput,
  seenClassification,
} from './classification-inputs.types.js';
import { Classification, ClassificationInstrument } from './classification.entity.js';
import * as classifications from './classification.service.js';
import {
  ClassificationInstrumentType,
  ClassificationRefusedProblem,
  classificationResult,
  toClassificationProblem,
  toClassificationType,
  toInstrumentType,
} from './classification.types.js';

const AdoptInstrumentResult = resultUnion(
  'AdoptInstrumentResult',
  () => ClassificationInstrumentType,
  ClassificationRefusedProblem,
);
const DraftClassificationResult = classificationResult('DraftClassificationResult');
const ScoreClassificationResult = classificationResult('ScoreClassificationResult');
const VerifyClassificationResult = classificationResult('VerifyClassificationResult');
const DetermineClassificationResult = classificationResult('DetermineClassificationResult');
const ObjectToClassificationResult = classificationResult('ObjectToClassificationResult');

const command = commandsOf({
  entity: Classification,
  toType: toClassificationType,
  toProblem: toClassificationProblem,
});
const onInstrument = commandsOf({
  entity: ClassificationInstrument,
  toType: toInstrumentType,
  toProblem: toClassificationProblem,
});

@Resolver()
export class ClassificationCommandsResolver {
  @Access('KEMENSOS_STAFF')
  @Mutation(() => AdoptInstrumentResult, {
    description: 'Says how scores become classes from a day on.',
  })
  adoptInstrument(@Arg('input') input: AdoptInstrumentInput, @Ctx() context: GraphContext) {
    const { validFrom, berkembangFrom, majuFrom, percontohanFrom } = input;
    const cutOffs = { berkembang: berkembangFrom, maju: majuFrom, percontohan: percontohanFrom };
    const facts = { validFrom, weights: readAspects(input.weights), cutOffs };
    return onInstrument(context, 'adoptInstrument', input, (work) =>
      classifications.adoptInstrument(work, facts),
    );
  }

  @Access(...regencyOffice)
  @Mutation(() => DraftClassificationResult, {
    description: 'Begins the assessment of a Karang Taruna for a year.',
  })
  draftClassification(@Arg('input') input: DraftClassificationInput, @Ctx() context: GraphContext) {
    const organizationId = readId('org', 'organizationId', input.organizationId);
    const facts = { organizationId, year: input.year };
    return command(context, 'draftClassification', input, (work) =>
      classifications.draftClassification(work, facts),
    );
  }

  @Access(...regencyOffice)
  @Mutation(() => ScoreClassificationResult, {
    description: 'Records the six scores and who gave them; the class they propose follows.',
  })
  scoreClassification(@Arg('input') input: ScoreClassificationInput, @Ctx() context: GraphContext) {
    const scores = readAspects(input.scores);
    const assessors = input.assessors.map(readAssessor);
    const facts = { ...seenClassification(input), scores, assessors };
    return command(context, 'scoreClassification', input, (work) =>
      classifications.scoreClassification(work, facts),
    );
  }

  @Access(...regencyOffice)
  @Mutation(() => VerifyClassificationResult, {
    description: 'Says that papers bear the scores out; not by the hand that scored.',
  })
  verifyClassification(@Arg('input') input: ClassificationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'verifyClassification', input, (work) =>
      classifications.verifyClassification(work, seenClassification(input)),
    );
  }

  @Access(...regencyOffice)
  @Mutation(() => DetermineClassificationResult, {
    description: 'Determines the class by decree, also after an objection; never by who scored.',
  })
  determineClassification(
    @Arg('input') input: DetermineClassificationInput,
    @Ctx() context: GraphContext,
  ) {
    const decree = readDecree(input.decree);
    const facts = { ...seenClassification(input), class: input.class ?? null, decree };
    return command(context, 'determineClassification', input, (work) =>
      classifications.determineClassification(work, facts),
    );
  }

  @Access('KT_OFFICER')
  @Mutation(() => ObjectToClassificationResult, {
    description: 'Objects to the class of the caller’s own organization.',
  })
  objectToClassification(
    @Arg('input') input: ObjectToClassificationInput,
    @Ctx() context: GraphContext,
  ) {
    const facts = { ...seenClassification(input), ground: input.ground };
    return command(context, 'objectToClassification', input, (work) =>
      classifications.objectToClassification(work, facts),
    );
  }
}
