export { keepCrest, keepLook, readSite } from './look.ts';
