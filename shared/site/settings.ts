import { z } from 'zod';
import { postIdSchema } from '../content/index.ts';
import { TAXONOMY } from '../rules/index.ts';
import { DEFAULT_COLOUR } from './colour.ts';

/** One line in normal form. */
const line = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .max(most)
    .regex(/^[^\r\n]*$/);

/** What the foot of every page says of the unit (TT 32/2017/TT-BTTTT, Đ.15-19), and the words under its name. */
export const siteAboutSchema = z.strictObject({
  /** The unit's name on English pages; empty: its Vietnamese one. */
  nameEn: line(300),
  slogan: line(120),
  /** Cơ quan chủ quản. */
  governing: line(300),
  address: line(300),
  phone: line(60),
  email: z.union([z.literal(''), z.email().max(200)]),
  responsible: line(200),
  /** The licence of the site, if it needs one. */
  licence: line(300),
});
export type SiteAbout = z.infer<typeof siteAboutSchema>;

/**
 * One person on the public list. Of leaders the law asks name, office, telephone, e-mail and duties (TT 37/2020/TT-BGDĐT,
 * Đ.8-9; NĐ 224/2026/NĐ-CP, Đ.9); of staff nothing is shown that was not written here, and only when they agreed.
 */
export const sitePersonSchema = z.strictObject({
  name: line(200).min(1),
  office: line(200),
  duties: line(500),
  phone: line(60),
  email: z.union([z.literal(''), z.email().max(200)]),
  isLeader: z.boolean(),
  /** That the person agreed to what is shown here; a leader's office is public by law. */
  hasAgreed: z.boolean(),
});
export type SitePerson = z.infer<typeof sitePersonSchema>;

/** A post that stands first on the home page, up to and with a day in Vietnam (`null`: until it is taken off). */
export const sitePinSchema = z.strictObject({ post: postIdSchema, until: z.iso.date().nullable() });
export type SitePin = z.infer<typeof sitePinSchema>;

/**
 * What a unit makes of one of its mandatory categories: its own name for it (empty: the law's), whether the menu leaves it
 * out, which no category may be that the law demands, and whether the home page has a block of its news.
 */
export const siteCategorySchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z]\d{1,3}$/),
    name: line(80),
    nameEn: line(80),
    isHidden: z.boolean(),
    isOnHome: z.boolean(),
  })
  .refine(
    ({ code, isHidden }) => !isHidden || TAXONOMY.some((rule) => rule.code === code && rule.obligation === 'may'),
  );
export type SiteCategory = z.infer<typeof siteCategorySchema>;

/** Bytes of a crest as chosen, at most. */
export const CREST_BYTES = 4_000_000;

/** Pinned posts, at most: the news that follow must still be seen. */
export const MOST_PINS = 5;
/** Categories with a block on the home page, at most. */
export const MOST_BLOCKS = 6;
const MOST_PEOPLE = 300;
/** Standing pages that the menu shows, at most. */
export const MOST_STANDING = 50;

/** All that a unit decides of its public site besides what it publishes. */
export const siteSettingsSchema = z.strictObject({
  about: siteAboutSchema,
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  people: z
    .array(sitePersonSchema)
    .max(MOST_PEOPLE)
    .refine((people) => people.every(({ isLeader, hasAgreed }) => isLeader || hasAgreed)),
  /** SHA-256 of the crest as the portal made it; `null`: none. */
  crest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  /** In the order of the menu; categories that are not here follow in the law's order. */
  categories: z
    .array(siteCategorySchema)
    .max(50)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length)
    .refine((all) => all.filter(({ isOnHome }) => isOnHome).length <= MOST_BLOCKS)
    .default([]),
  /** Standing pages in the order of the menu; those that are not here follow by age. */
  menu: z.array(postIdSchema).max(MOST_STANDING).default([]),
  pins: z
    .array(sitePinSchema)
    .max(MOST_PINS)
    .refine((pins) => new Set(pins.map(({ post }) => post)).size === pins.length),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

/** The settings of a site that nobody has set anything of, but what the portal was made with. */
export function firstSettings(contact: Pick<SiteAbout, 'address' | 'phone' | 'email' | 'responsible'>): SiteSettings {
  return {
    about: { nameEn: '', slogan: '', governing: '', licence: '', ...contact },
    ...{ colour: DEFAULT_COLOUR, crest: null, categories: [], people: [], menu: [], pins: [] },
  };
}
