/**
 * What Vietnamese spelling allows, as data: which initial may stand before which rime. After the tables of initials and
 * rimes in Đoàn Thiện Thuật, "Ngữ âm tiếng Việt" (1977), and the spelling rules of Quyết định 240/QĐ (05/3/1984).
 * An empty initial is written `-`.
 */

/** Before a, ă, â, o, ô, ơ, u, ư. `gi` and `qu` have rimes of their own below. */
const BACK = '- b c ch d đ g h kh l m n ng nh ph r s t th tr v x';
/** Before e, ê, i: k, gh and ngh in place of c, g and ng. */
const FRONT = '- b ch d đ gh h k kh l m n ngh nh ph r s t th tr v x';
/** Before a rime that rounds the lips (oa, oe, uâ, uê, uy): no lip sound, and `c` is written `qu`. */
const ROUND = '- ch d đ h kh l ng nh s t th tr x';

/** Rimes that every initial of their class takes. */
const OPEN_CLASSES: readonly (readonly [initials: string, rimes: string])[] = [
  [BACK, 'a ac ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âm ân âng âp ât âu ây'],
  [BACK, 'o oc oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt'],
  [BACK, 'u ua uc ui um un ung uôc uôi uôn uông uôt up ut ư ưa ưc ưng ươc ươi ươm ương ươn ươt'],
  [FRONT, 'e ec em en eng eo ep et ê êm ên êp êt êu i ia im in inh ich ip it iu'],
  ['b ch d đ gh h k kh l m n ngh nh ph r s t th tr v x', 'iên iêng iêm iêt iêu'],
  [ROUND, 'oa oan oang oai oe uy uyên'],
];

/** Rimes that only some initials take. */
const FEW: Readonly<Record<string, string>> = {
  ach: '- b c ch d đ g h kh l m n ng nh ph r s t th tr v x',
  âc: '- b c g gi kh l n ng nh t x ch',
  êch: '- b ch đ gh h k kh l m n ngh nh ph r s t th tr v x',
  ênh: '- b ch d đ gh h k kh l m n ngh nh r s t th tr v x ph',
  iêc: 'b ch d đ l m n nh t th v x gh',
  iêp: 'd đ h k kh l m n ngh nh t th x ch',
  oac: '- kh ng s t x h ch l',
  oach: '- h kh ng nh t x',
  oam: '- ng nh x',
  oanh: '- d đ h kh l t th x ng',
  oao: 'ng t kh',
  oap: '- ng ch',
  oat: '- đ h kh l s t th x',
  oay: '- h kh l ng nh t x',
  oăc: '- h ng kh x',
  oăm: '- ng h kh s',
  oăn: '- ch h kh l ng nh s t th x',
  oăng: '- h kh l s ng th',
  oăt: '- ch h kh l ng nh s t th',
  oen: 'ch h kh nh t x ng l',
  oeo: 'ng kh',
  oet: '- ch h kh l t x nh ng',
  oong: 'b c ch d g h k l m r s t x đ',
  ooc: 'm s t x',
  uâng: 'kh',
  uân: 'ch d h kh l nh t th tr x',
  uât: 'kh l t th tr x s',
  uây: 'kh ng nh x -',
  uê: '- d h kh l nh t th x s',
  uêch: 'kh t ch h x ng',
  uênh: 'ch h kh x d',
  uôm: 'b ch d l m n nh s th v c đ h - r',
  uơ: 'h th kh',
  uya: 'kh t th l x',
  uych: 'h -',
  uyêt: 'd h kh ng t th x',
  uyn: 'd l t',
  uynh: 'h kh l -',
  uyp: 't',
  uyt: 'h s t x ng',
  uyu: 'kh ng t',
  ưi: 'ch ng g c',
  ưm: '- h',
  ưt: 'b d đ m n ng nh r s t v c g h ph l',
  ưu: '- b c h kh l m n ng s t tr v',
  ươp: 'c ch m n ng s t th b -',
  ươu: 'b h kh r t',
  y: '- d h k l m n s t th tr v kh nh',
  yêm: '-',
  yên: '-',
  yêng: '-',
  yêt: '-',
  yêu: '-',
};

/** After `qu`, whose u is the lip rounding: quá, quỳnh, quyết, quốc. */
const AFTER_QU =
  'a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eo et eng ê ên êt êch ênh êu ' +
  'ơ ơi ơn ơt ôc i in it y ynh yên yêt yêng yt yp yn ych';

/** After `gi`: giá, giường, giếng; an i of its own is written once (gì, gìn). */
const AFTER_GI =
  'a ac ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e em en eo ep et êc êm ên êng êt êu ' +
  'o oc oi om on ong ot ơ ơi ơn ô ôc ôi ông ôm ôp ôt u ua uc ui um un ung uôc uôi uông up ư ưa ưt ươc ương ươm';

/** Whole syllables that break a rule and are right all the same: loans, and `g` before an i that was gi. */
const ALONE =
  'gi gin gim gich gip git noa sưn chưn buyt phuy voan voăn noan moay ruy roa roet roat nuy pa pao pê pi pin pô po pu pac păc păng ' +
  'boa koong coong goa goong uỳch voi oăng pho phoi xenh êng uơ uân uât uâng ưng';

/** Every pair of initial and rime that may be written, as `initial|rime`. */
export const PAIRS: ReadonlySet<string> = new Set(
  [
    ...OPEN_CLASSES.flatMap(([initials, rimes]) => rimes.split(' ').map((rime) => [rime, initials] as const)),
    ...Object.entries(FEW),
    ...AFTER_QU.split(' ').map((rime) => [rime, 'qu'] as const),
    ...AFTER_GI.split(' ').map((rime) => [rime, 'gi'] as const),
  ].flatMap(([rime, initials]) => initials.split(' ').map((initial) => `${initial === '-' ? '' : initial}|${rime}`)),
);

export const WHOLE: ReadonlySet<string> = new Set(ALONE.split(' '));

/** All initials, the longest first. */
export const INITIALS: readonly string[] = [...new Set([...PAIRS].map((pair) => pair.split('|')[0] ?? ''))].toSorted(
  (one, other) => other.length - one.length,
);
