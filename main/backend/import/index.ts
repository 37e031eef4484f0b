export { DocumentReader, readDocx } from './docx.ts';
