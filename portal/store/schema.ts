import type { Generated } from 'kysely';

/**
 * The portal's tables. Written so that SQLite and PostgreSQL both run them: text, integers and nothing else; times are
 * ISO 8601 in UTC, JSON is text, flags are 0 and 1.
 */
export interface Tables {
  portal: PortalTable;
  unit: UnitTable;
  unit_parent: UnitParentTable;
  unit_name: UnitNameTable;
  unit_address: UnitAddressTable;
  person: PersonTable;
  membership: MembershipTable;
  regulation: RegulationTable;
  set_aside: SetAsideTable;
  account: AccountTable;
  device: DeviceTable;
  session: SessionTable;
  login: LoginTable;
  attempt: AttemptTable;
  sent_today: SentTodayTable;
  approval_key: ApprovalKeyTable;
  revision: RevisionTable;
  revision_parent: RevisionParentTable;
  revision_media: RevisionMediaTable;
  media: MediaTable;
  media_grant: MediaGrantTable;
  wanted_media: WantedMediaTable;
  post: PostTable;
  mutation: MutationTable;
  change: ChangeTable;
  erased: ErasedTable;
  hidden_post: HiddenPostTable;
  approval: ApprovalTable;
  publication: PublicationTable;
  publication_category: PublicationCategoryTable;
  publication_media: PublicationMediaTable;
  publication_text: PublicationTextTable;
  search_word: SearchWordTable;
  publication_album: PublicationAlbumTable;
  publication_file: PublicationFileTable;
  rating: RatingTable;
  site_crest: SiteCrestTable;
  site_change: SiteChangeTable;
  site_settings: SiteSettingsTable;
  moved_address: MovedAddressTable;
  audit: AuditTable;
  portal_handover: PortalHandoverTable;
}

/** One row: who this portal is. `epoch` changes when a portal is restored from a backup (design 7). */
interface PortalTable {
  id: string;
  public_key: string;
  secret_key: string;
  epoch: string;
  /** The recovery key's public half; `null` in a portal from before there was one. */
  recovery_key: string | null;
  /** Counts the mutations the portal made itself. */
  last_seq: Generated<number>;
  created_at: string;
}

/** One key after another. `words` is the signed handover as JSON. */
interface PortalHandoverTable {
  number: number;
  former_secret: string;
  words: string;
}

interface UnitTable {
  id: string;
  name: string;
  level: 'office' | 'school';
  address: string;
  phone: string;
  email: string;
  responsible: string;
  /** The newest number given in this unit's feed. Taking one locks this row. */
  last_number: Generated<number>;
  /** The site's own address, `https://host`; empty when it was not told. */
  origin: Generated<string>;
  /** Counts the changes of what readers see. */
  site_version: Generated<number>;
  /** What it is in the tree of units; empty when nobody said. */
  kind: Generated<string>;
  /** Days (ISO, in Vietnam) of its beginning, empty when not told, and of its end. */
  opened_on: Generated<string>;
  closed_on: string | null;
  /** The unit that took its place. Always one that goes on: whoever closes it hands its own over. */
  successor: string | null;
  /** 0 for the unit the portal was made with: it answers under every name that is nobody's. */
  place: Generated<number>;
}

/** Two at most: the one that guides the work, the one that administers. */
interface UnitParentTable {
  unit: string;
  parent: string;
  from_on: string;
}

/** What a unit was called up to a day. */
interface UnitNameTable {
  unit: string;
  until_on: string;
  name: string;
}

/** A host under which a unit was reached before: it leads to where it is now. */
interface UnitAddressTable {
  host: string;
  unit: string;
}

interface PersonTable {
  id: string;
  name: string;
}

interface MembershipTable {
  unit: string;
  person: string;
  title: string;
  /** JSON array of roles. */
  roles: string;
  /** JSON array of roles held for others from one day to another. */
  deputies: Generated<string>;
}

/** One version of a unit's regulation, never changed. `number` is its line in the unit's feed. */
interface RegulationTable {
  version: string;
  unit: string;
  number: number;
  /** Canonical JSON of the version. */
  words: string;
}

/** Text of a revoked device, laid before its person. */
interface SetAsideTable {
  revision: string;
  unit: string;
  person: string;
  post: string;
  received_at: string;
}

interface AccountTable {
  /** In normal form: NFC, trimmed, lower case. */
  name: string;
  person: string;
  unit: string;
  /** PHC string of argon2id. */
  password: string;
  /** The password was told by an administrator: good until then, and for choosing another one only. */
  one_time_until: string | null;
}

interface DeviceTable {
  id: string;
  unit: string;
  person: string;
  public_key: string;
  name: string;
  registered_at: string;
  revoked_at: string | null;
  /** The line it was started from, when a copied or restored data folder began anew (design 6). */
  started_from: string | null;
}

/** An access token, good for an hour. */
interface SessionTable {
  /** SHA-256 of the token, hex. The token itself is nowhere on the portal. */
  token_hash: string;
  device: string;
  created_at: string;
  expires_at: string;
}

/** A device's sign-in, which it renews with a secret that changes each time. Only hashes (SHA-256, hex) are kept. */
interface LoginTable {
  device: string;
  renewal_hash: string;
  /** The secret before it, good until the newer one is used: a reply can be lost on its way. */
  earlier_hash: string | null;
  opened_at: string;
  /** No renewal from then on: the person signs in again. */
  ends_at: string;
}

interface AttemptTable {
  /** Keyed hash of an account and an address. */
  pair: string;
  count: number;
  /** When the first of them came. */
  since: string;
}

/** How many bytes a member has sent on a day in Vietnam. */
interface SentTodayTable {
  unit: string;
  person: string;
  day: string;
  text_bytes: number;
  file_bytes: number;
}

interface ApprovalKeyTable {
  id: string;
  person: string;
  device: string;
  public_key: string;
  registered_at: string;
  ended_at: string | null;
}

interface RevisionTable {
  id: string;
  unit: string;
  post: string;
  author: string | null;
  /** Canonical JSON. */
  canonical: string;
  received_at: string;
}

interface RevisionParentTable {
  revision: string;
  parent: string;
}

interface RevisionMediaTable {
  revision: string;
  media: string;
}

interface MediaTable {
  hash: string;
  bytes: number;
  received_at: string;
}

/** A person who brought a picture, or could read it when a revision that shows it was accepted from them. */
interface MediaGrantTable {
  media: string;
  person: string;
  unit: string;
}

/** A picture that is still to come from a person: it is in a revision that was accepted from them. */
interface WantedMediaTable {
  person: string;
  media: string;
  unit: string;
}

interface PostTable {
  id: string;
  unit: string;
  /** JSON of the fold over the post's accepted events: a copy that is never the source. */
  status: string;
  /** The approval that waits for its publication, or `null`. */
  approval: string | null;
  /** Not to be published before that time; `null` unless it is scheduled. */
  scheduled_at: string | null;
}

/** Every mutation that was decided, refused ones too. */
interface MutationTable {
  id: string;
  unit: string;
  device: string;
  seq: number;
  name: string;
  /** `null`: the portal itself. */
  person: string | null;
  post: string | null;
  revision: string | null;
  /** The whole signed mutation in canonical form: a resend must match it byte for byte. */
  canonical: string;
  contributors: string;
  outcome: 'accepted' | 'superseded' | 'refused';
  code: string;
  received_at: string;
  /** Its place in the unit's feed; `null` unless accepted. */
  number: number | null;
}

/** Stands in place of an erased text: no revision is so short. */
export const ERASED_TEXT = '{}';

/** What a unit has erased. Its hash is refused there from any source from then on. */
interface ErasedTable {
  hash: string;
  unit: string;
  what: 'revision' | 'media';
  /** JSON of the erasure as the portal signed it. */
  words: string;
}

/** A post taken out of a person's sight. `shown_from`: it came back, and lines after this number are theirs again. */
interface HiddenPostTable {
  unit: string;
  person: string;
  post: string;
  shown_from: number | null;
}

/** `head`: a text that lost a race and waits beside its post's head, for its author. */
export type LineKind =
  | 'mutation'
  | 'revision'
  | 'head'
  | 'hide'
  | 'erased'
  | 'member'
  | 'rules'
  | 'site'
  | 'crest'
  | 'set_aside';

/** One line of a unit's feed. `audience` `null`: every member; otherwise that one person. */
interface ChangeTable {
  unit: string;
  number: number;
  audience: string | null;
  kind: LineKind;
  post: string | null;
  /** Id of the mutation, revision or person. */
  object: string;
  /** JSON of what is not read from the object's own table: the member as it was. */
  payload: string | null;
}

/** What was approved, and the exact HTML the approver saw. */
interface ApprovalTable {
  mutation: string;
  unit: string;
  post: string;
  revision: string;
  person: string;
  html: string;
  html_hash: string;
  approved_at: string;
}

interface PublicationTable {
  mutation: string;
  unit: string;
  post: string;
  /** Last 12 hex digits of the post's id: what a public address ends in. */
  public_id: string;
  revision: string;
  approval: string;
  kind: 'news' | 'page';
  language: 'vi' | 'en';
  /** The post it translates, which may be public or not; `null` when it translates none. */
  translates: string | null;
  title: string;
  summary: string;
  cover: string | null;
  cover_alt: string | null;
  /** Per cent from left and top, `30 70`; `null` for the middle. */
  cover_focus: string | null;
  published_at: string;
  /** When this post first became public: a correction keeps its place in the lists. */
  first_at: string;
  /** `null` while readers see it. */
  ended_at: string | null;
  /** Set when it was withdrawn rather than replaced. */
  withdrawn_reason: string | null;
  /** What readers are told of this correction; `null` for a first publication and a minor one. */
  change_note: string | null;
  /** What readers are told of the withdrawal beside its reason. */
  public_note: string | null;
  /** The post that takes its place. */
  replaced_by: string | null;
}

interface PublicationCategoryTable {
  publication: string;
  category: string;
}

/** The words of a page, for the site's search. */
interface PublicationTextTable {
  publication: string;
  text: string;
  /** Folded words, each after a space. */
  folded: string;
  /** A number of its own, for the index of words. */
  document: number | null;
}

/** That a folded word is in a page that was ever public. */
interface SearchWordTable {
  word: string;
  document: number;
}

/** What a unit decides of its site. No row: nothing yet. */
interface SiteSettingsTable {
  unit: string;
  version: number;
  /** Canonical JSON. */
  words: string;
}

/** That a page has galleries: how many pictures, and the first one with the point of it that stays in sight. */
interface PublicationAlbumTable {
  publication: string;
  pictures: number;
  media: string;
  focus: string | null;
}

/** A file that a page offers. `reference` is JSON of its facts. */
interface PublicationFileTable {
  publication: string;
  place: number;
  reference: string;
  title: string;
}

/** How many readers said so in a month in Vietnam (`2026-11`), and nothing of who. */
interface RatingTable {
  unit: string;
  month: string;
  /** 1 not content, 2 so so, 3 content. */
  value: number;
  count: number;
}

/** The unit's crest: PNG in base64, and SHA-256 of its bytes. */
interface SiteCrestTable {
  unit: string;
  hash: string;
  data: string;
}

/** That a post's pages changed, by the count in `unit.site_version`; or, for no post, a page of the settings (`site:home`). */
interface SiteChangeTable {
  unit: string;
  version: number;
  post: string;
}

/** An address of the site that was there before: a path with its query, in the form that `portal/site/moved.ts` gives it. */
interface MovedAddressTable {
  unit: string;
  address: string;
  /** A path of this site. */
  target: string;
}

interface PublicationMediaTable {
  publication: string;
  media: string;
}

/** One line of a unit's audit log. Only ever inserted, by `portal/audit`. */
interface AuditTable {
  unit: string;
  number: number;
  /** Canonical JSON of the line. */
  line: string;
  /** The line's own hash. */
  link: string;
  /** The hash of the chain up to and with this line. */
  hash: string;
}
