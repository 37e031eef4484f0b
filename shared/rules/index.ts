export { type CategoryRule, categoriesOf, categoryName, TAXONOMY } from './taxonomy.ts';
