import type { PostConflict } from '../../shared/contract/index.ts';
import type { useT } from '../connection/index.ts';

/** What the two texts are called: by their computers where that tells them apart. */
export function sideNames(
  { mine, theirs }: PostConflict,
  t: ReturnType<typeof useT>,
): { readonly mine: string; readonly theirs: string } {
  if (mine.isFromHere === theirs.isFromHere) return { mine: t('conflict.beside'), theirs: t('conflict.current') };
  const [here, there] = [t('conflict.here'), t('conflict.there')];
  return mine.isFromHere ? { mine: here, theirs: there } : { mine: there, theirs: here };
}
