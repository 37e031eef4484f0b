import { CheckCheck, CircleAlert, HardDrive, Send } from 'lucide-react';
import type { SyncWord } from '../../shared/contract/index.ts';
import type { State } from '../../shared/workflow/index.ts';
import { useT } from '../connection/index.ts';
import { Badge, type Tone, VisuallyHidden } from '../design/index.ts';

const STATE_TONES: Readonly<Record<State, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  appraised: 'info',
  returned: 'warn',
  approved: 'good',
  scheduled: 'good',
  published: 'good',
  published_unreviewed: 'warn',
  withdrawn: 'neutral',
};

/** Where a post stands in its review; a live post whose next round is under way says so too. */
export function StateBadge({ state, isLive = false }: { readonly state: State; readonly isLive?: boolean }) {
  const t = useT();
  return (
    <>
      <Badge tone={STATE_TONES[state]}>{t(`state.${state}`)}</Badge>
      {isLive && state !== 'published' && state !== 'published_unreviewed' && (
        <Badge tone="good">{t('window.state.live')}</Badge>
      )}
    </>
  );
}

const WORD_ICONS = { saved_here: HardDrive, sent: Send, accepted: CheckCheck, look_again: CircleAlert } as const;

/**
 * Where the newest work on a post is: one of the four words (design 6). `isShort`: its sign alone where there is no room
 * for it, the word for a screen reader and under the pointer; "look again" is always said.
 */
export function SyncWordBadge({ word, isShort = false }: { readonly word: SyncWord; readonly isShort?: boolean }) {
  const t = useT();
  const Icon = WORD_ICONS[word];
  const said = t(`word.${word}`);
  const icon = <Icon size={14} aria-hidden="true" />;
  if (isShort && word !== 'look_again')
    return (
      <span title={said}>
        <Badge isPlain icon={icon}>
          <VisuallyHidden>{said}</VisuallyHidden>
        </Badge>
      </span>
    );
  return (
    <Badge tone={word === 'look_again' ? 'bad' : 'neutral'} isPlain icon={icon}>
      {said}
    </Badge>
  );
}
