import { describe, expect, it } from 'vitest';
import { judgePassword } from './index.ts';

const about = ['tranthuha', 'Trần Thu Hà', 'Trường THCS Sông Trà'];
const judge = (password: string) => judgePassword(password, about);

describe('a password somebody chooses', () => {
  it('is long enough by characters, whatever they are: no letter, digit or sign is asked for', () => {
    expect(judge('ghế mây lá bàng')).toBeNull();
    expect(judge('ghế mây lá bàn')).toBe('password_short');
    expect(judge('冷たい雨が降る静かな朝の道です')).toBeNull();
    expect(judge('quả khế chua, cây cầu ao')).toBeNull();
  });

  it('counts one letter once, however it was typed', () => {
    expect(judge('ghế mây lá bàn'.normalize('NFD'))).toBe('password_short');
  });

  it.each([
    'password12345678',
    'Passw0rd!Passw0rd!',
    'qwertyuiop123456789',
    '1q2w3e4r5t6y7u8i',
    'matkhau123456789',
    'Mật khẩu của tôi là 123',
    'anhyeuem123456789',
    'abcabcabcabcabcabc',
    'aaaaaaaaaaaaaaaa',
    '               ',
    '!!!!!!!!!!!!!!!!!!!!',
  ])('is not one that is tried first: %s', (password) => {
    expect(judge(password)).toBe('password_common');
  });

  it.each(['Trần Thu Hà 2026!!!', 'thcs song tra 2026', 'tranthuha.songtra.1', 'Trường THCS Sông Trà'])(
    'is not made of who it belongs to: %s',
    (password) => {
      expect(judge(password)).toBe('password_common');
    },
  );
});
