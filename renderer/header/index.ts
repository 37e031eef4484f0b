export { HeaderBar } from './header-bar.tsx';
export { Receiving } from './receiving.tsx';
