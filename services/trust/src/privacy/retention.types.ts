import { CommandInput } from '@jejaring/chassis/graph/inputs';
import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { Directive, Field, InputType, Int, ObjectType } from 'type-graphql';

type Ref<T> = T;

@Directive('@shareable')
@ObjectType('RetentionPreview', {
  description:
    'How long a kind of person is kept (masa retensi), and how many are to be erased at a moment.',
})
export class RetentionPreviewType {
  @Field({ description: 'Name of the rule.' })
  rule!: string;

  @Field(() => Int, { description: 'How long, in months.' })
  months!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Counts the changes of the period; null while it is that of the software. Give it back as `expectedVersion`.',
  })
  periodVersion!: number | null;

  @Field(() => LocalizedText, { description: 'What starts the time.' })
  starts!: Ref<LocalizedText>;

  @Field({ description: 'The duty to keep.' })
  source!: string;

  @Field({ description: 'The moment that was asked for.' })
  asOf!: Date;

  @Field(() => Int, { description: 'Persons whose time is over then and who are not erased yet.' })
  due!: number;
}

@Directive('@shareable')
@ObjectType('RetentionPeriod', { description: 'A period that was set.' })
export class RetentionPeriodType {
  @Field({ description: 'Name of the rule.' })
  rule!: string;

  @Field(() => Int, { description: 'How long, in months.' })
  months!: number;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'How long a kind of person is kept, in place of what was.' })
export class SetRetentionPeriodInput extends CommandInput {
  @Field({ description: 'Name of the rule.' })
  rule!: string;

  @Field(() => Int, { description: '12 to 1200 months.' })
  months!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The `periodVersion` that the caller saw; null when there was none.',
  })
  expectedVersion?: number | null;
}
