import { z } from 'zod';
import type { Language } from '../content/index.ts';
import { categoryName } from '../rules/index.ts';
import {
  type SiteCategory,
  type SiteSettings,
  siteAboutSchema,
  siteCategorySchema,
  siteSettingsSchema,
} from './settings.ts';

const { code, name, nameEn } = siteCategorySchema.shape;

/** What a unit's computers draw of its site with no network: what the site shows besides posts, menu and foot. */
export const siteLookSchema = z.strictObject({
  ...{ nameEn: siteAboutSchema.shape.nameEn, slogan: siteAboutSchema.shape.slogan },
  colour: siteSettingsSchema.shape.colour,
  /** SHA-256 of the crest; `null`: none. */
  crest: siteSettingsSchema.shape.crest.unwrap(),
  /** In the unit's order, with its own names. */
  categories: z.array(z.strictObject({ code, name, nameEn })).max(50),
});
export type SiteLook = z.infer<typeof siteLookSchema>;

type OwnName = Pick<SiteCategory, 'code' | 'name' | 'nameEn'>;

/** The part of the settings that the unit's computers draw. */
export function lookOf({ about, colour, crest, categories }: SiteSettings): SiteLook {
  const named = categories.map(({ code, name, nameEn }) => ({ code, name, nameEn }));
  return { nameEn: about.nameEn, slogan: about.slogan, colour, crest, categories: named };
}

/** The name of a category on the site: the unit's own, or else the law's, one no longer in force too. */
export function categoryNameShown(own: readonly OwnName[], wanted: string, language: Language): string {
  const category = own.find((one) => one.code === wanted);
  return (language === 'en' ? category?.nameEn : category?.name) || categoryName(wanted, language);
}
