import { useState } from 'react';
import { MOVE_RULES } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { TextField } from '../design/index.ts';

const LEAST = MOVE_RULES.passphraseLength;

/** A passphrase for a file to be made, typed twice. */
export interface Passphrase {
  readonly text: string;
  readonly again: string;
  readonly fault: 'short' | 'other' | null;
  /** Whether the form was sent: before that nothing is called a fault. */
  readonly isTried: boolean;
  readonly set: (text: string) => void;
  readonly setAgain: (text: string) => void;
  /** The form is sent: whether it can be. */
  readonly attempt: () => boolean;
  readonly clear: () => void;
}

/** @param isWanted without one nothing is a fault. */
export function usePassphrase(isWanted = true): Passphrase {
  const [text, set] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const fault = isWanted ? faultOf(text, again) : null;
  return {
    ...{ text, again, fault, isTried, set, setAgain },
    attempt: () => {
      setTried(true);
      return fault === null;
    },
    clear: () => {
      set('');
      setAgain('');
      setTried(false);
    },
  };
}

function faultOf(text: string, again: string): Passphrase['fault'] {
  if (text.normalize('NFC').trim().length < LEAST) return 'short';
  return text === again ? null : 'other';
}

export function PassphraseFields({ passphrase }: { readonly passphrase: Passphrase }) {
  const t = useT();
  const { text, again, fault, isTried, set, setAgain } = passphrase;
  return (
    <>
      <TextField
        label={t('move.passphrase')}
        type="password"
        autoComplete="new-password"
        value={text}
        onChange={set}
        hint={t('move.rule', { least: LEAST })}
        error={isTried && fault === 'short' ? t('move.tooShort', { least: LEAST }) : undefined}
      />
      <TextField
        label={t('move.again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={isTried && fault === 'other' ? t('move.notSame') : undefined}
      />
    </>
  );
}
