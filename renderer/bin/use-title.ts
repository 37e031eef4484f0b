import { useT } from '../connection/index.ts';

/** Returns the function that names a post, also one without a title. */
export function useTitle(): (title: string) => string {
  const t = useT();
  return (title) => (title.trim() === '' ? t('window.untitled') : title);
}
