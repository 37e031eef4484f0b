import { useEffect, useRef, useState } from 'react';
import type { SavedChoices } from '../../shared/content/index.ts';
import { useClient, useEvent } from '../connection/index.ts';
import { createChoiceKeeper } from './choice-keeper.ts';

/** A person's choices while they choose. */
export interface Choosing {
  readonly choices: SavedChoices;
  /** Replaces the choices. Typing within one piece of writing (`of` the same) is one step to undo. */
  readonly change: (next: SavedChoices, of?: string) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  /** Why the newest choices are not on the disk yet. */
  readonly error: unknown;
}

interface Step {
  readonly choices: SavedChoices;
  readonly of: string | null;
}

/** Keeps every choice on the disk as it is made; undo goes back choice by choice. */
export function useChoices(post: string, mine: string, start: SavedChoices): Choosing {
  const client = useClient();
  const [steps, setSteps] = useState<readonly Step[]>([{ choices: start, of: null }]);
  const [error, setError] = useState<unknown>(null);
  const [keeper] = useState(() => createChoiceKeeper(client, setError));
  const newest = useRef(start);
  const choices = steps.at(-1)?.choices ?? start;

  useEffect(() => {
    if (newest.current === choices) return;
    newest.current = choices;
    keeper.keep({ post, mine, choices });
  }, [keeper, post, mine, choices]);
  useEvent('backend.state', ({ state }) => {
    if (state === 'up') keeper.retry();
  });

  return {
    choices,
    error,
    canUndo: steps.length > 1,
    change: (next, of) =>
      setSteps((before) => {
        const isSame = of !== undefined && before.at(-1)?.of === of;
        return [...(isSame ? before.slice(0, -1) : before), { choices: next, of: of ?? null }];
      }),
    undo: () => setSteps((before) => (before.length > 1 ? before.slice(0, -1) : before)),
  };
}
