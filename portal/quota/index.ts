export { quotaOf, spend } from './quota.ts';
