import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { useToast } from '../design/index.ts';
import type { OpenJournals } from '../document/index.ts';
import { useTitle } from './use-title.ts';

interface Places {
  /** Called once the post is in the bin: whoever shows it leaves it. */
  readonly onGone: (post: string) => void;
  readonly onBack: (post: string) => void;
}

/** Returns the function that puts a draft into the bin with its last typed letter, and offers it back at once. */
export function useThrowAway(journals: OpenJournals, { onGone, onBack }: Places): (post: string) => Promise<void> {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const nameOf = useTitle();

  const undo = async (post: string): Promise<void> => {
    try {
      await client.call('bin.restore', { post });
      onBack(post);
    } catch (error) {
      toast(sentence(error), 'bad');
    }
  };
  return async (post) => {
    try {
      await journals.flush(post);
      const { title } = await client.call('bin.put', { post });
      onGone(post);
      toast(t('bin.done', { title: nameOf(title) }), 'good', { label: t('bin.undo'), run: () => void undo(post) });
    } catch (error) {
      toast(sentence(error), 'bad');
    }
  };
}
