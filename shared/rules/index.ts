export {
  type CategoryContent,
  type CategoryCoverage,
  coverageOf,
  RENEWALS,
  type RenewalRule,
} from './coverage.ts';
export { CALENDAR_YEARS, DAYS_OFF, type DayOff, WORK_CALENDAR, WORKED_SATURDAYS, YEARLY_POSTS } from './days-off.ts';
export { judgePassword, PASSWORD_CHARACTERS, type PasswordFault } from './passwords.ts';
export { READING_SPEED, readingMinutes } from './reading-speed.ts';
export { type CategoryRule, categoriesOf, categoryName, TAXONOMY } from './taxonomy.ts';
export { type PostTemplate, TEMPLATES, type TemplatePart, templatesFor } from './templates.ts';
