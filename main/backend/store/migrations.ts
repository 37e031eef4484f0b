import type { Database } from 'better-sqlite3';

/** One step of the database's shape. Numbered from 1 by its place; a step that has shipped is never edited. */
export interface Migration {
  readonly name: string;
  readonly up: (db: Database) => void;
}

/** Every step, in order. `PRAGMA user_version` counts those that were run. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'posts, revisions, working copies, mutations',
    up: (db) => {
      db.exec(`
        -- The last transaction that is in here, counted without a gap; the log beside the database counts the same.
        CREATE TABLE log_place (lsn INTEGER NOT NULL) STRICT;
        INSERT INTO log_place (lsn) VALUES (0);

        CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE member (
          id TEXT PRIMARY KEY,
          name TEXT NOT NULL,
          title TEXT NOT NULL,
          roles TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- One row a post: what lists show, and the fold of its events. Rebuilt from the tables below at any time.
        CREATE TABLE post (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          language TEXT NOT NULL,
          title TEXT NOT NULL,
          category TEXT,
          cover TEXT,
          state TEXT NOT NULL,
          status TEXT NOT NULL,
          word TEXT NOT NULL,
          owner TEXT,
          is_mine INTEGER NOT NULL,
          is_my_turn INTEGER NOT NULL,
          is_live INTEGER NOT NULL,
          changed_at TEXT NOT NULL,
          -- Portal number of the newest event, or above UNSENT_FROM by a local counter: unsent posts come first.
          sort INTEGER NOT NULL,
          -- Row of the search index that holds its words; moves with \`sort\` so that the index itself is newest first.
          search_row INTEGER
        ) STRICT;
        CREATE INDEX post_by_sort ON post (sort DESC);
        CREATE INDEX post_mine ON post (sort DESC) WHERE is_mine = 1;
        CREATE INDEX post_my_turn ON post (sort DESC) WHERE is_my_turn = 1;
        CREATE INDEX post_live ON post (sort DESC) WHERE is_live = 1;
        CREATE INDEX post_draft ON post (sort DESC) WHERE state IN ('draft', 'returned');
        CREATE INDEX post_in_review ON post (sort DESC) WHERE state IN ('submitted', 'appraised', 'approved');
        CREATE INDEX post_look_again ON post (sort DESC) WHERE word = 'look_again';
        CREATE UNIQUE INDEX post_by_search_row ON post (search_row);

        -- A post under each of its categories and each filter that holds it, in the lists' order: whatever is asked
        -- for, one range of one index answers it.
        CREATE TABLE post_category (
          category TEXT NOT NULL,
          filter TEXT NOT NULL,
          sort INTEGER NOT NULL,
          post INTEGER NOT NULL REFERENCES post (number),
          PRIMARY KEY (category, filter, sort, post)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX post_category_by_post ON post_category (post);

        CREATE VIRTUAL TABLE post_search USING fts5(
          words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='3'
        );

        -- Immutable, whole, append-only.
        CREATE TABLE revision (
          id TEXT PRIMARY KEY,
          post TEXT NOT NULL,
          canonical TEXT NOT NULL,
          author TEXT,
          parents TEXT NOT NULL,
          received INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX revision_by_post ON revision (post);

        -- What is being typed: the head revision's content with every change since, a row a block.
        CREATE TABLE working (
          post TEXT PRIMARY KEY,
          base TEXT,
          fields TEXT NOT NULL,
          block_order TEXT NOT NULL,
          journal INTEGER NOT NULL,
          changed_at TEXT NOT NULL,
          -- Checksum of the words: nothing else would notice a bit that the disk turned.
          sum INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE working_block (
          post TEXT NOT NULL,
          id TEXT NOT NULL,
          value TEXT NOT NULL,
          sum INTEGER NOT NULL,
          PRIMARY KEY (post, id)
        ) STRICT, WITHOUT ROWID;

        -- The outbox and everybody's confirmed mutations in one. \`outcome\`: pending, sent, accepted, superseded, refused.
        CREATE TABLE mutation (
          place INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          post TEXT NOT NULL,
          device TEXT NOT NULL,
          seq INTEGER NOT NULL,
          name TEXT NOT NULL,
          words TEXT NOT NULL,
          sum INTEGER NOT NULL,
          person TEXT,
          contributors TEXT NOT NULL,
          at TEXT NOT NULL,
          outcome TEXT NOT NULL,
          code TEXT,
          number INTEGER,
          received_at TEXT,
          is_seen INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX mutation_by_post ON mutation (post);
        CREATE INDEX mutation_outbox ON mutation (place) WHERE outcome IN ('pending', 'sent');
        CREATE INDEX mutation_unseen ON mutation (place) WHERE is_seen = 0;

        CREATE TABLE media (
          hash TEXT PRIMARY KEY,
          reference TEXT NOT NULL,
          is_here INTEGER NOT NULL,
          -- The portal has the words that show it and waits for the picture.
          is_wanted INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX media_to_fetch ON media (hash) WHERE is_here = 0;
        CREATE INDEX media_to_send ON media (hash) WHERE is_wanted = 1;
      `);
    },
  },
  {
    name: 'heads of the portal’s audit log',
    up: (db) => {
      db.exec(`
        CREATE TABLE audit_head (
          place INTEGER PRIMARY KEY AUTOINCREMENT,
          epoch TEXT NOT NULL,
          day TEXT NOT NULL,
          number INTEGER NOT NULL,
          hash TEXT NOT NULL,
          words TEXT NOT NULL,
          UNIQUE (epoch, day)
        ) STRICT;
      `);
    },
  },
  {
    name: 'bundles: devices, boxes, receipts and pictures of others',
    up: (db) => {
      db.exec(`
        -- Whose a device is, as the portal signed it.
        CREATE TABLE device_certificate (device TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT, WITHOUT ROWID;

        -- Mutations of others that this person may not see. \`box\`: what only the portal opens; NULL when none is here
        -- any more. \`outcome\` as in mutation, NULL while the portal has not decided.
        CREATE TABLE sealed (
          place INTEGER PRIMARY KEY AUTOINCREMENT,
          mutation TEXT NOT NULL,
          -- SHA-256 of the box, '' without one.
          sum TEXT NOT NULL,
          box TEXT,
          outcome TEXT,
          UNIQUE (mutation, sum)
        ) STRICT;
        CREATE INDEX sealed_to_send ON sealed (place) WHERE box IS NOT NULL AND outcome IS NULL;

        -- Mutations that came by a bundle and whose receipt did not yet; receipts, to be passed on.
        CREATE TABLE carried (mutation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE receipt (
          place INTEGER PRIMARY KEY AUTOINCREMENT,
          mutation TEXT NOT NULL UNIQUE,
          words TEXT NOT NULL
        ) STRICT;

        CREATE TABLE carried_media (
          revision TEXT NOT NULL,
          media TEXT NOT NULL,
          PRIMARY KEY (revision, media)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE bundle_taken (
          id TEXT PRIMARY KEY,
          maker TEXT NOT NULL,
          taken_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
      `);
    },
  },
  {
    name: 'the unit’s regulation, roles held for others, scheduled posts',
    up: (db) => {
      db.exec(`
        CREATE TABLE regulation (version TEXT PRIMARY KEY, number INTEGER NOT NULL, words TEXT NOT NULL) STRICT, WITHOUT ROWID;
        ALTER TABLE member ADD COLUMN deputies TEXT NOT NULL DEFAULT '[]';
        DROP INDEX post_in_review;
        CREATE INDEX post_in_review ON post (sort DESC)
          WHERE state IN ('submitted', 'appraised', 'approved', 'scheduled');
        -- Whose turn it is there changes with the rules, with roles and with the day.
        CREATE INDEX post_under_way ON post (id)
          WHERE state IN ('submitted', 'appraised', 'approved', 'scheduled', 'published_unreviewed');
      `);
    },
  },
  {
    name: 'uploads that go on after a restart',
    up: (db) => {
      db.exec('ALTER TABLE media ADD COLUMN upload TEXT');
    },
  },
  {
    name: 'texts kept beside a post’s own',
    up: (db) => {
      db.exec(`
        -- A head that lost a race and clashes: kept until a person has decided, with what they chose so far.
        CREATE TABLE second_head (
          place INTEGER PRIMARY KEY AUTOINCREMENT,
          post TEXT NOT NULL,
          revision TEXT NOT NULL,
          -- 0 until it was laid beside the text that won: that one may still be on its way.
          is_open INTEGER NOT NULL,
          choices TEXT NOT NULL,
          -- Checksum of the choices: words written by hand are among them.
          sum INTEGER NOT NULL,
          UNIQUE (post, revision)
        ) STRICT;
      `);
    },
  },
  {
    name: 'text of a revoked device',
    up: (db) => {
      db.exec(`
        CREATE TABLE set_aside (
          revision TEXT PRIMARY KEY,
          post TEXT NOT NULL,
          at TEXT NOT NULL,
          is_seen INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;
      `);
    },
  },
  {
    name: 'what was erased',
    up: (db) => {
      db.exec(`
        -- Hashes of texts and files that are taken from nobody. \`words\`: the erasure as the portal signed it.
        -- \`is_offered\`: to be brought back to a portal that was restored.
        CREATE TABLE erased (
          hash TEXT PRIMARY KEY,
          words TEXT NOT NULL,
          is_offered INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
      `);
    },
  },
  {
    name: 'what syncing costs, and what may travel on a metered line',
    up: (db) => {
      db.exec(`
        -- Bytes on the line, by the day in Vietnam.
        CREATE TABLE traffic (day TEXT PRIMARY KEY, up INTEGER NOT NULL, down INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        -- The person let it pass on a metered line.
        ALTER TABLE media ADD COLUMN is_allowed INTEGER NOT NULL DEFAULT 0;
      `);
    },
  },
  {
    name: 'the bin',
    up: (db) => {
      db.exec(`
        ALTER TABLE post ADD COLUMN is_binned INTEGER NOT NULL DEFAULT 0;
        DROP INDEX post_by_sort;
        CREATE INDEX post_kept ON post (sort DESC) WHERE is_binned = 0;
        CREATE INDEX post_binned ON post (sort DESC) WHERE is_binned = 1;
        -- Drafts thrown away here with words that are in no revision: those words are on this computer alone.
        CREATE TABLE bin_here (post TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
      `);
    },
  },
  {
    name: 'standing pages beside news',
    up: (db) => {
      db.exec(`
        ALTER TABLE working ADD COLUMN kind TEXT NOT NULL DEFAULT 'news';
        ALTER TABLE post ADD COLUMN kind TEXT NOT NULL DEFAULT 'news';
      `);
    },
  },
  {
    name: 'posts in a second language',
    up: (db) => {
      db.exec(`
        -- Which post another one translates: its revisions say so too, once there are any. \`seen\`: the source's
        -- revision that its person last laid it beside on this computer.
        CREATE TABLE translation (
          post TEXT PRIMARY KEY,
          translates TEXT NOT NULL,
          language TEXT NOT NULL,
          seen TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX translation_by_source ON translation (translates);
        INSERT INTO translation (post, translates, language)
          SELECT post, json_extract(canonical, '$.translates'), json_extract(canonical, '$.language') FROM revision
          WHERE json_extract(canonical, '$.translates') IS NOT NULL GROUP BY post;
      `);
    },
  },
  {
    name: 'old texts of which only a line is here',
    up: (db) => {
      db.exec(`
        -- Their bodies are fetched when somebody opens them. \`ask\`: 0 nobody wants it, 1 to be asked for with the next
        -- sync, 2 the portal does not give it.
        CREATE TABLE revision_line (
          id TEXT PRIMARY KEY,
          post TEXT NOT NULL,
          author TEXT,
          parents TEXT NOT NULL,
          created_at TEXT,
          received INTEGER NOT NULL,
          ask INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX revision_line_by_post ON revision_line (post);
        CREATE INDEX revision_line_asked ON revision_line (id) WHERE ask = 1;
      `);
    },
  },
  {
    name: 'remarks, and what was seen',
    up: (db) => {
      db.exec(`
        -- Threads that wait for this person.
        ALTER TABLE post ADD COLUMN remarks INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX post_remarks ON post (sort DESC) WHERE remarks > 0;
        -- The text of a post that this person looked at last in the review screen.
        CREATE TABLE seen_text (post TEXT PRIMARY KEY, revision TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
      `);
    },
  },
  {
    name: 'what devices are called, and whose approval keys are',
    up: (db) => {
      db.exec(`
        CREATE TABLE device_name (device TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
        -- Whose an approval key is, as the portal signed it.
        CREATE TABLE approval_key_certificate (key TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT, WITHOUT ROWID;
        -- Those whose certificates are here already are asked for once more, for their names and keys.
        INSERT INTO setting (key, value) VALUES ('devicesToAsk', 'true')
          ON CONFLICT (key) DO UPDATE SET value = excluded.value;
      `);
    },
  },
  {
    name: 'the point of a cover that a list keeps in sight',
    up: (db) => {
      db.exec(`
        -- As JSON; rows of before have none until their post changes or is drawn up anew.
        ALTER TABLE post ADD COLUMN cover_focus TEXT;
      `);
    },
  },
];

/** Runs the steps after `version`, each with its number in one transaction: a power cut in between leaves the step before. */
export function migrate(db: Database, version: number, migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
}
