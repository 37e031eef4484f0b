export { colourRules, DEFAULT_COLOUR, darkVariant, isReadableColour } from './colour.ts';
export {
  firstSettings,
  MOST_PINS,
  MOST_STANDING,
  type SiteAbout,
  type SitePerson,
  type SitePin,
  type SiteSettings,
  siteAboutSchema,
  sitePersonSchema,
  sitePinSchema,
  siteSettingsSchema,
} from './settings.ts';
export { SITE_STYLE } from './style.ts';
