import { createHash } from 'node:crypto';

const GROUP = 4;

/** A recovery key as it is printed on paper: its 64 letters in groups of four, and a last group that shows a slip of the pen. */
export function recoveryWords(secretKey: string): string {
  return (secretKey + checkOf(secretKey)).toUpperCase().match(/.{4}/g)?.join('-') ?? '';
}

/** The secret key that was typed from paper, with or without its dashes; `null` when a letter is wrong or missing. */
export function parseRecoveryWords(typed: string): string | null {
  const plain = typed.replace(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{68}$/.test(plain)) return null;
  const secretKey = plain.slice(0, -GROUP);
  return plain.slice(-GROUP) === checkOf(secretKey) ? secretKey : null;
}

function checkOf(secretKey: string): string {
  return createHash('sha256').update(`banthao-recovery-1\n${secretKey}`).digest('hex').slice(0, GROUP);
}
