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
}

/** Throws a draft away, or what was written over a live page. Both come back. */
export function BinButton({ details, journal, onThrowAway, onDone }: BinButtonProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const { post, bin } = details;

  const restore = (revision: string): void => {
    client
      .call('history.restore', { post, revision })
      .then(onDone)
      .catch((error: unknown) => toast(sentence(error), 'bad'));
  };
  const drop = async (): Promise<void> => {
    try {
      await journal?.flush();
      const { dropped } = await client.call('bin.dropDraft', { post });
      await onDone();
      toast(t('bin.dropped'), 'good', { label: t('bin.undo'), run: () => restore(dropped) });
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
