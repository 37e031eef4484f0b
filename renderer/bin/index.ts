export { BinBar } from './bin-bar.tsx';
export { BinButton } from './bin-button.tsx';
export { useThrowAway } from './use-throw-away.ts';
