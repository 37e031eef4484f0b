export { calendarOf } from './month.ts';
export { askPins } from './pins.ts';
