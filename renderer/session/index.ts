export { type Category, useCategories, useCategoryName } from './categories.ts';
export { type Session, SessionProvider, useSession } from './session.tsx';
