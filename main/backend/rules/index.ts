export { createRulesBook, type RulesBook } from './book.ts';
