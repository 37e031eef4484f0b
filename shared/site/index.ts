export { categoriesInOrder, categoriesShown } from './categories.ts';
export { colourRules, DEFAULT_COLOUR, darkVariant, isReadableColour } from './colour.ts';
export { categoryNameShown, lookOf, type SiteLook, siteLookSchema } from './look.ts';
export { type Band, breadcrumbs, otherLanguage, sitePage } from './page.ts';
export { previewDocument, previewStyle } from './preview.ts';
export {
  CREST_BYTES,
  firstSettings,
  MOST_BLOCKS,
  MOST_PINS,
  MOST_STANDING,
  type SiteAbout,
  type SiteCategory,
  type SitePerson,
  type SitePin,
  type SiteSettings,
  siteAboutSchema,
  sitePersonSchema,
  sitePinSchema,
  siteSettingsSchema,
} from './settings.ts';
export { SITE_STYLE } from './style.ts';
export { html, type Markup, trusted } from './template.ts';
