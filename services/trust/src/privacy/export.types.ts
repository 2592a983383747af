import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { PrivacyRequestType, SeenRequestInput } from './privacy-request.types.js';

type Ref<T> = T;

@Directive('@shareable')
@ObjectType('PersonDataExport', {
  description:
    'All that a service holds of a person (salinan data pribadi): what, why, until when, who has read it and where it went (UU 27/2022, articles 7 and 13).',
})
export class PersonDataExport {
  @Field(() => PrivacyRequestType, { description: 'The request for which it was given out.' })
  request!: Ref<PrivacyRequestType>;

  @Field({ description: 'For machines: JSON.' })
  json!: string;

  @Field({ description: 'For people: PDF, in base64.' })
  pdf!: string;
}

@InputType({ description: 'The request for which the data of the person are given out.' })
export class ExportPersonDataInput extends SeenRequestInput {}
