import { expect, it } from 'vitest';
import { isSignedBy, newKeyPair, sign } from '../shared/sync/index.ts';
import { isSignedNatively, signNatively } from './signatures.ts';

const TEXTS = ['', 'banthao-audit-head-1\n{}', 'Tiếng Việt có dấu: đường, thuỷ', 'x'.repeat(100_000), '\ud800 lẻ đôi'];

it('signs as shared code does, to the byte, whatever the text', () => {
  for (const text of TEXTS) {
    const { secretKey } = newKeyPair();
    expect(signNatively(text, secretKey)).toBe(sign(text, secretKey));
  }
});

it('takes what shared code takes, and nothing else', () => {
  for (const text of TEXTS) {
    const { secretKey, publicKey } = newKeyPair();
    const good = sign(text, secretKey);
    expect(isSignedNatively(text, good, publicKey)).toBe(true);
    const flipped = `${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`;
    const wrong = [
      [`${text} `, good, publicKey],
      [text, flipped, publicKey],
      [text, good, newKeyPair().publicKey],
      [text, good.slice(2), publicKey],
      [text, '', publicKey],
      [text, good, 'không phải khoá'],
    ] as const;
    for (const [words, signature, key] of wrong) {
      expect(isSignedBy(words, signature, key)).toBe(false);
      expect(isSignedNatively(words, signature, key)).toBe(false);
    }
  }
});

it('takes a signature under a key of small order as shared code does, though OpenSSL is stricter', () => {
  // The neutral point as key and as R, in an unusual encoding (y = 1 + p), with S = 0: ZIP 215 takes it for any text.
  const unusual = `ee${'f'.repeat(60)}7f`;
  const signature = `${unusual}${'0'.repeat(64)}`;
  expect(isSignedNatively('bất kỳ', signature, unusual)).toBe(isSignedBy('bất kỳ', signature, unusual));
});
