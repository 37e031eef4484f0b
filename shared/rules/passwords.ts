import { foldForSearch } from '../vietnamese/index.ts';

/**
 * The least length of a password that stands alone, in characters (Unicode code points after NFC): NIST SP 800-63B-4
 * (August 2025), section 3.1.1.2. There are no rules of composition and no date on which a password ends.
 */
export const PASSWORD_CHARACTERS = 15;

/** Characters that must be left once everything a guesser tries first is taken out. */
const OWN_CHARACTERS = 8;

/** Why a password cannot be chosen. */
export type PasswordFault = 'password_short' | 'password_common';

/**
 * Judges a password that somebody chooses (never one that is typed to sign in). The common ones are looked for inside
 * it too, without tones, spaces and signs, and so are the words that say who it belongs to.
 *
 * @param about names that a guesser knows: the account, the person, the unit.
 */
export function judgePassword(password: string, about: readonly string[]): PasswordFault | null {
  if ([...password.normalize('NFC')].length < PASSWORD_CHARACTERS) return 'password_short';
  let left = lettersOf(password);
  if (isRepeated(left)) return 'password_common';
  for (const guess of guessesFrom(about)) left = left.replaceAll(guess, '');
  left = left.replace(DATE, '');
  return [...left].length < OWN_CHARACTERS ? 'password_common' : null;
}

/** Longest first, so that no part of a longer one is left over. */
function guessesFrom(about: readonly string[]): string[] {
  const words = about.flatMap((text) => [lettersOf(text), ...text.split(/[\s@._-]+/).map(lettersOf)]);
  const guesses = [...COMMON, ...words].filter((guess) => guess.length >= SHORTEST_GUESS);
  return [...new Set(guesses)].sort((a, b) => b.length - a.length);
}

const SHORTEST_GUESS = 3;

/** A day or a year of somebody alive, in figures alone. */
const DATE = /(?:0?[1-9]|[12]\d|3[01])(?:0?[1-9]|1[0-2])(?:19|20)\d\d|(?:19|20)\d\d/g;

function lettersOf(text: string): string {
  return foldForSearch(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a text is a short piece again and again, as `abcabcabc`. */
function isRepeated(text: string): boolean {
  const place = `${text}${text}`.indexOf(text, 1);
  return place > 0 && place < text.length && place <= 6;
}

/**
 * What is tried first, in the form of {@link lettersOf}: words and rows of keys that head every published list of leaked
 * passwords, and what a Vietnamese school would write on the wall. Written by hand: with fifteen characters to fill, what
 * is common is made of these pieces.
 */
const COMMON: readonly string[] = `
0123456789 123456789 987654321 12345678 87654321 1234567 7654321 123456 654321 12345 54321 1234 4321 123 321
000000 111111 222222 333333 444444 555555 666666 777777 888888 999999 000 111 222 333 444 555 666 777 888 999
123123 112233 121212 123321 147258369 159753 147258 789456 1q2w3e4r5t6y 1q2w3e4r5t 1q2w3e4r 1q2w3e 1qaz2wsx3edc 1qaz2wsx
zaq12wsx qazwsxedc qazwsx q1w2e3r4t5 q1w2e3r4 q1w2e3 qwertyuiop qwertyui qwerty123 qwerty qwert asdfghjkl asdfgh asdf
zxcvbnm zxcvbn poiuytrewq lkjhgfdsa mnbvcxz azerty abcdefghijklmnopqrstuvwxyz abcdefgh abcdef abcd1234 abcd abc123 abc a1b2c3d4 a123456
aaaaaa aaa zzz xxx qqq asd qwe zxc ytrewq
passw0rd p4ssw0rd password pass1234 pass word1 welcome letmein iloveyou ilove loveyou love admin123 admin administrator root
guest test user login master dragon monkey sunshine princess football baseball superman batman shadow michael jordan
trustno1 hello freedom whatever starwars pokemon computer internet secret changeme default temp server windows microsoft
google facebook zalo youtube gmail samsung iphone nokia spring summer autumn winter monday friday january december
chelsea liverpool arsenal barcelona realmadrid manchester ronaldo messi
matkhau mat khau mk123 taikhoan dangnhap quantri quantrivien nguoidung xinchao camon khongbiet khongco khongcho quenroi
anhyeuem emyeuanh yeuem yeuanh anhnhoem emnhoanh iuem iuanh anhyeu emyeu yeunhau yeu tinhyeu honghanh hanhphuc baoboi
maiyeu concho conheo congai contrai giadinh bome bome mebo chame nhatoi nhaminh toila langtu sanhdieu
vietnam vn123 hanoi saigon hochiminh tphcm danang haiphong cantho hue quangngai quangnam binhdinh gialai kontum daklak nghean
hoangsa truongsa bacho bachovidai dangcongsan doclaptudohanhphuc tudohanhphuc congxanghia
truonghoc truong hocsinh giaovien thaygiao cogiao hieutruong hieupho phohieutruong lophoc nhatruong banbientap bientap
trunghoccoso trunghocphothong tieuhoc mamnon thcs thpt phongvanhoa phonggiaoduc sogiaoduc giaoduc daotao bogiaoduc
daytothoctot hoctapsuotdoi tienhoclehauhocvan banthao portal
nguyen tran phan huynh hoang vuong dang bui duong
`
  .trim()
  .split(/\s+/);
