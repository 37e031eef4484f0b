import type { Kysely } from 'kysely';

/** Accounts, devices, revisions, mutations with verdicts, the feed, approvals and publications. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('portal')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('secret_key', 'text', (c) => c.notNull())
    .addColumn('epoch', 'text', (c) => c.notNull())
    .addColumn('last_seq', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('unit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('phone', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('responsible', 'text', (c) => c.notNull())
    .addColumn('last_number', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable('person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('membership')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('roles', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('membership_key', ['unit', 'person'])
    .execute();
  await schema
    .createTable('account')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('password', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('device')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('registered_at', 'text', (c) => c.notNull())
    .addColumn('revoked_at', 'text')
    .execute();
  await schema
    .createTable('session')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('device', 'text', (c) => c.notNull().references('device.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('approval_key')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('device', 'text', (c) => c.notNull().references('device.id'))
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('registered_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await createContentTables(db);
  await createPublicTables(db);
}

async function createContentTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('revision')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('post', 'text', (c) => c.notNull())
    .addColumn('author', 'text')
    .addColumn('canonical', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .execute();
  // A parent may be a revision that is not here yet, so it is no foreign key; the same for pictures.
  await schema
    .createTable('revision_parent')
    .addColumn('revision', 'text', (c) => c.notNull().references('revision.id'))
    .addColumn('parent', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('revision_parent_key', ['revision', 'parent'])
    .execute();
  await schema
    .createTable('revision_media')
    .addColumn('revision', 'text', (c) => c.notNull().references('revision.id'))
    .addColumn('media', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('revision_media_key', ['revision', 'media'])
    .execute();
  await schema.createIndex('revision_media_by_media').on('revision_media').column('media').execute();
  await schema
    .createTable('media')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('post')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('approval', 'text')
    .execute();
  await schema
    .createTable('mutation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('person', 'text')
    .addColumn('post', 'text')
    .addColumn('revision', 'text')
    .addColumn('canonical', 'text', (c) => c.notNull())
    .addColumn('contributors', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('number', 'integer')
    .execute();
  await schema.createIndex('mutation_by_post').on('mutation').columns(['post', 'number']).execute();
  await schema.createIndex('mutation_by_person').on('mutation').column('person').execute();
  await schema
    .createTable('change')
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('audience', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('post', 'text')
    .addColumn('object', 'text', (c) => c.notNull())
    .addColumn('payload', 'text')
    .addPrimaryKeyConstraint('change_key', ['unit', 'number'])
    .execute();
  await schema.createIndex('change_by_object').on('change').columns(['object', 'kind']).execute();
}

async function createPublicTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('approval')
    .addColumn('mutation', 'text', (c) => c.primaryKey().references('mutation.id'))
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('post', 'text', (c) => c.notNull().references('post.id'))
    .addColumn('revision', 'text', (c) => c.notNull().references('revision.id'))
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('html', 'text', (c) => c.notNull())
    .addColumn('html_hash', 'text', (c) => c.notNull())
    .addColumn('approved_at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('publication')
    .addColumn('mutation', 'text', (c) => c.primaryKey().references('mutation.id'))
    .addColumn('unit', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('post', 'text', (c) => c.notNull().references('post.id'))
    .addColumn('public_id', 'text', (c) => c.notNull())
    .addColumn('revision', 'text', (c) => c.notNull().references('revision.id'))
    .addColumn('approval', 'text', (c) => c.notNull().references('approval.mutation'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('summary', 'text', (c) => c.notNull())
    .addColumn('cover', 'text')
    .addColumn('cover_alt', 'text')
    .addColumn('published_at', 'text', (c) => c.notNull())
    .addColumn('first_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('withdrawn_reason', 'text')
    .execute();
  await schema
    .createIndex('publication_newest')
    .on('publication')
    .columns(['unit', 'ended_at', 'kind', 'first_at'])
    .execute();
  await schema.createIndex('publication_by_public_id').on('publication').column('public_id').execute();
  await schema.createIndex('publication_by_post').on('publication').column('post').execute();
  await schema
    .createTable('publication_category')
    .addColumn('publication', 'text', (c) => c.notNull().references('publication.mutation'))
    .addColumn('category', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('publication_category_key', ['publication', 'category'])
    .execute();
  await schema.createIndex('publication_category_by_category').on('publication_category').column('category').execute();
  await schema
    .createTable('publication_media')
    .addColumn('publication', 'text', (c) => c.notNull().references('publication.mutation'))
    .addColumn('media', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('publication_media_key', ['publication', 'media'])
    .execute();
  await schema.createIndex('publication_media_by_media').on('publication_media').column('media').execute();
}
