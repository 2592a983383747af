import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { enumOf } from '@jejaring/chassis/graph/enums';
import { Field, Int, ObjectType } from 'type-graphql';
import { groupNames } from '../statistics/statistics-words.js';
import { groupOfCategory } from '../statistics/welfare-group.rules.js';
import { WelfareCategory } from './case-words.js';
import { categoryNames } from './category-words.js';
import { termOn } from './category.rules.js';

type Ref<T> = T;

export const WelfareGroupType = enumOf(
  'WelfareGroup',
  'Group of problems (UU 11/2009, article 5(2)); its letter (e) stands here as two.',
  {
    POVERTY: 'Poverty (kemiskinan), letter (a).',
    NEGLECT: 'Neglect (ketelantaran), (b).',
    DISABILITY: 'Disability (kecacatan, today disabilitas), (c).',
    REMOTENESS: 'Remoteness (keterpencilan), (d).',
    SOCIAL_DESTITUTION: 'Social destitution (ketunaan sosial), first half of (e).',
    BEHAVIOURAL_DEVIANCE: 'Behavioural deviance (penyimpangan perilaku), second half of (e).',
    DISASTER_VICTIM: 'Victims of disasters (korban bencana), (f).',
    VIOLENCE_EXPLOITATION_DISCRIMINATION:
      'Victims of violence, exploitation and discrimination (korban tindak kekerasan, eksploitasi, dan diskriminasi), (g).',
  },
);

@ObjectType({ description: 'The word for the people served, on a day.' })
export class WelfareTerm {
  @Field({ description: '`PMKS` or `PPKS`.' })
  short!: string;

  @Field({ description: 'Written out, in Indonesian.' })
  name!: string;
}

@ObjectType({
  description:
    'A category of people in need of welfare services, for lists to choose from (Permensos 8/2012).',
})
export class WelfareCategoryEntry {
  @Field(() => WelfareCategory, { description: 'The category.' })
  category!: keyof typeof WelfareCategory;

  @Field(() => Int, { description: 'Its number in Permensos 8/2012, 1 to 26.' })
  number!: number;

  @Field(() => LocalizedText, { description: 'Its name.' })
  name!: Ref<LocalizedText>;

  @Field(() => WelfareTerm, { description: 'What the people served are called on that day.' })
  term!: Ref<WelfareTerm>;

  @Field(() => WelfareGroupType, { description: 'Its main group.' })
  group!: keyof typeof WelfareGroupType;

  @Field(() => LocalizedText, { description: 'The name of the group.' })
  groupName!: Ref<LocalizedText>;
}

const categories = Object.keys(categoryNames);

export function toCategoryType(
  category: keyof typeof WelfareCategory,
  day: string,
): WelfareCategoryEntry {
  const group = groupOfCategory[category];
  return Object.assign(new WelfareCategoryEntry(), {
    category,
    number: categories.indexOf(category) + 1,
    name: Object.assign(new LocalizedText(), categoryNames[category]),
    term: Object.assign(new WelfareTerm(), termOn(day)),
    group,
    groupName: Object.assign(new LocalizedText(), groupNames[group]),
  });
}
