import { GraphContext } from '@jejaring/chassis/graph/context';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { latestDate } from './case.rules.js';
import { categoryNames } from './category-words.js';
import { findCategories } from './category.rules.js';
import { toCategoryType, WelfareCategoryEntry } from './category.types.js';

@Resolver()
export class CategoryResolver {
  @Query(() => [WelfareCategoryEntry], {
    nullable: true,
    description: 'The 26 categories of people served, in the order of Permensos 8/2012.',
  })
  welfareCategories(
    @Arg('search', () => String, {
      nullable: true,
      description: 'Words of a name; `PMKS` and `PPKS` both find them all.',
    })
    search: string | null | undefined,
    @Arg('on', () => CalendarDate, {
      nullable: true,
      description:
        'The day whose word is wanted: PMKS until about 2018, PPKS since; today when left out.',
    })
    on: string | null | undefined,
    @Ctx() { database }: GraphContext,
  ): WelfareCategoryEntry[] {
    const day = on ?? latestDate(database.clock.now());
    const namesOf = (category: keyof typeof categoryNames) =>
      Object.values(categoryNames[category]);
    return findCategories(search ?? '', namesOf).map((category) => toCategoryType(category, day));
  }
}
