import { type Kysely, sql } from 'kysely';

/**
 * Who may show which picture, and from whom one is still wanted. Both were read off all mutations at each sync before;
 * what those say is carried over. Also voids approvals that outlived a withdrawal: see `voidOutlivedApprovals`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('media_grant')
    .addColumn('media', 'text', (c) => c.notNull().references('media.hash'))
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addPrimaryKeyConstraint('media_grant_key', ['media', 'person'])
    .execute();
  await schema
    .createTable('wanted_media')
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('media', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('wanted_media_key', ['person', 'media'])
    .execute();
  await schema.createIndex('wanted_media_by_media').on('wanted_media').column('media').execute();

  // Who uploaded a picture was not kept: everyone who has it in a post keeps it.
  const named = sql`
    from mutation
    join revision_media on revision_media.revision = mutation.revision
    left join media on media.hash = revision_media.media
    where mutation.outcome = 'accepted' and mutation.name in ('post.save', 'post.submit')
      and mutation.person is not null`;
  await sql`
    insert into media_grant (media, person)
    select distinct revision_media.media, mutation.person ${named} and media.hash is not null`.execute(db);
  await sql`
    insert into wanted_media (media, person)
    select distinct revision_media.media, mutation.person ${named} and media.hash is null`.execute(db);
  await voidOutlivedApprovals(db);
}

/**
 * Until this version a withdrawal left the approval of a waiting correction in force, and a picture that arrived later
 * would have made the post public again. Its kept status becomes what the fold makes of it now.
 */
async function voidOutlivedApprovals(db: Kysely<unknown>): Promise<void> {
  const store = db.withTables<{
    post: { id: string; status: string; approval: string | null };
    mutation: { id: string; name: string };
  }>();
  const waiting = await store.selectFrom('post').select(['id', 'status']).where('approval', 'is not', null).execute();
  for (const { id, status } of waiting) {
    const kept = JSON.parse(status) as { last: string };
    const last = await store.selectFrom('mutation').select('name').where('id', '=', kept.last).executeTakeFirst();
    if (last?.name !== 'post.withdraw') continue;
    const voided = JSON.stringify({ ...kept, state: 'appraised', approval: null });
    await store.updateTable('post').set({ status: voided, approval: null }).where('id', '=', id).execute();
  }
}
