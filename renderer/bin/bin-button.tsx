import { Trash2 } from 'lucide-react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, useToast } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';

interface BinButtonProps {
  readonly details: PostDetails;
  readonly journal: Journal | null;
  readonly onThrowAway: () => void;
  readonly onDone: () => Promise<void>;
  readonly onOpen: (post: string) => void;
}

/** Throws a draft away, or what was written over a live page. Both come back. */
export function BinButton({ details, journal, onThrowAway, onDone, onOpen }: BinButtonProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const { post, bin } = details;

  const restore = (revision: string): void => {
    client
      .call('history.restore', { post, revision })
      .then(() => {
        journal?.replace();
        return onDone();
      })
      .catch((error: unknown) => toast(sentence(error), 'bad'));
  };
  const drop = async (): Promise<void> => {
    try {
      await journal?.flush();
      const { dropped, aside } = await client.call('bin.dropDraft', { post });
      journal?.replace();
      await onDone();
      if (aside !== null)
        toast(t('bin.droppedAside'), 'good', { label: t('history.openAside'), run: () => onOpen(aside) });
      else if (dropped !== null) toast(t('bin.dropped'), 'good', { label: t('bin.undo'), run: () => restore(dropped) });
    } catch (error) {
      toast(sentence(error), 'bad');
    }
  };

  if (bin !== 'mayBin' && bin !== 'mayDrop') return null;
  const isDraft = bin === 'mayBin';
  return (
    <Button
      variant="quiet"
      icon={<Trash2 size={16} aria-hidden="true" />}
      onClick={isDraft ? onThrowAway : () => void drop()}
    >
      {t(isDraft ? 'bin.put' : 'bin.drop')}
    </Button>
  );
}
