export { toDocx } from './docx.ts';
export { saveAsDocx } from './save.ts';
