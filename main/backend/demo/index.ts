export { type Demo, demoLineSchema, startDemo } from './demo.ts';
