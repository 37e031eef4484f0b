import { createHash } from 'node:crypto';
import {
  canonicalJson,
  contentHash,
  hashText,
  htmlHash,
  parseRevision,
  type Revision,
} from '../../shared/content/index.ts';
import { siteSettingsSchema } from '../../shared/site/index.ts';
import { type Mutation, mutationSchema } from '../../shared/sync/index.ts';
import { type Action, type MutationArgs, parseAction } from '../../shared/workflow/index.ts';
import { readVersions } from '../rules/index.ts';
import { ERASED_TEXT, isErased, type Store } from '../store/index.ts';
import { foldedStatus, newestSubmission, statusFrom } from '../workflow/index.ts';
import type { Finding } from './finding.ts';
import type { Registry } from './registry.ts';
import { checkShown } from './shown.ts';

/**
 * What the public was shown against what was approved: each text under its hash, each page's HTML as its approval's
 * statement names it, each publication by an approval of somebody who did not write it.
 */
export async function checkPublic(store: Store, unit: string): Promise<Finding[]> {
  return [
    ...(await checkRevisions(store, unit)),
    ...(await checkApprovals(store, unit)),
    ...(await checkPublications(store, unit)),
    ...(await checkShown(store, unit, (revision) => revisionText(store, revision))),
    ...(await checkPosts(store, unit)),
  ];
}

/** Each version of the regulation under the hash its line names. */
export async function checkRegulation(store: Store, unit: string, { rules }: Registry): Promise<Finding[]> {
  const what = 'regulation';
  const rows = await store.selectFrom('regulation').select(['version', 'words']).where('unit', '=', unit).execute();
  const stored = new Set(rows.map(({ version }) => version));
  return [
    ...rows.flatMap(({ version, words }): Finding[] => {
      const line = rules.get(version);
      if (line === undefined) return [{ kind: 'unlogged', what, id: version }];
      return line.details.words === hashText(words) ? [] : [{ kind: 'row_changed', what, id: version }];
    }),
    ...[...rules.keys()]
      .filter((version) => !stored.has(version))
      .map((version): Finding => ({ kind: 'row_missing', what, id: version })),
  ];
}

/** The site's settings as their newest line names them: whoever changes what every page says is found out. */
export async function checkSettings(store: Store, unit: string, { site }: Registry): Promise<Finding[]> {
  const what = 'site_settings';
  const row = await store
    .selectFrom('site_settings')
    .select(['version', 'words'])
    .where('unit', '=', unit)
    .executeTakeFirst();
  if (row === undefined) return site === null ? [] : [{ kind: 'row_missing', what, id: unit }];
  if (site === null) return [{ kind: 'unlogged', what, id: unit }];
  const isSame = site.subject === String(row.version) && site.details.words === hashText(row.words);
  return isSame ? checkCrest(store, unit, row.words) : [{ kind: 'row_changed', what, id: unit }];
}

/** The crest's bytes under the hash that the settings name. */
async function checkCrest(store: Store, unit: string, words: string): Promise<Finding[]> {
  const { crest } = siteSettingsSchema.parse(JSON.parse(words));
  if (crest === null) return [];
  const what = 'site_crest';
  const kept = await store.selectFrom('site_crest').select('data').where('unit', '=', unit).executeTakeFirst();
  if (kept === undefined) return [{ kind: 'row_missing', what, id: unit }];
  const hash = createHash('sha256').update(Buffer.from(kept.data, 'base64')).digest('hex');
  return hash === crest ? [] : [{ kind: 'row_changed', what, id: unit }];
}

async function checkRevisions(store: Store, unit: string): Promise<Finding[]> {
  const ids = await store.selectFrom('revision').select('id').where('unit', '=', unit).execute();
  const findings: Finding[] = [];
  // One at a time: all texts of a unit do not fit into memory.
  for (const { id } of ids) {
    const row = await store.selectFrom('revision').select('canonical').where('id', '=', id).executeTakeFirst();
    if (row === undefined || (row.canonical === ERASED_TEXT && (await isErased(store, unit, id)))) continue;
    if (hashText(row.canonical) !== id) findings.push({ kind: 'row_changed', what: 'revision', id });
  }
  return findings;
}

async function checkApprovals(store: Store, unit: string): Promise<Finding[]> {
  const ids = await store.selectFrom('approval').select('mutation').where('unit', '=', unit).execute();
  const findings: Finding[] = [];
  for (const { mutation: id } of ids) {
    const row = await store.selectFrom('approval').selectAll().where('mutation', '=', id).executeTakeFirstOrThrow();
    const action = await actionOf(store, id);
    if (action?.name === 'post.import') {
      if (!isAsImported(row, action.args)) findings.push({ kind: 'row_changed', what: 'approval', id });
      continue;
    }
    if (action?.name !== 'post.approve' && action?.name !== 'post.urgent') {
      findings.push({ kind: 'not_approved', what: 'approval', id });
      continue;
    }
    const { statement } = action.args;
    const text = await revisionText(store, row.revision);
    const isGone = row.html === '' && (await isErased(store, unit, row.revision));
    const isSame =
      row.revision === statement.revision &&
      row.post === statement.post &&
      row.html_hash === statement.htmlHash &&
      (isGone || htmlHash(row.html) === statement.htmlHash) &&
      (text === null || contentHash(text) === statement.contentHash);
    if (!isSame) findings.push({ kind: 'row_changed', what: 'approval', id });
  }
  return findings;
}

/** Whether a page taken over from another site is kept as the portal signed it then. Nobody here approved it. */
function isAsImported(
  row: { readonly post: string; readonly revision: string; readonly html: string; readonly html_hash: string },
  args: MutationArgs<'post.import'>,
): boolean {
  const isSame = row.post === args.post && row.revision === args.revision && row.html_hash === args.htmlHash;
  return isSame && (row.html === '' || htmlHash(row.html) === args.htmlHash);
}

async function checkPublications(store: Store, unit: string): Promise<Finding[]> {
  const rows = await store.selectFrom('publication').selectAll().where('unit', '=', unit).execute();
  const findings: Finding[] = [];
  for (const row of rows) {
    const id = row.mutation;
    const published = await actionOf(store, id);
    const approved = await actionOf(store, row.approval);
    const isImported =
      published?.name === 'post.import' && row.approval === id && published.args.revision === row.revision;
    const isApproved =
      published?.name === 'post.publish' &&
      (approved?.name === 'post.approve' || approved?.name === 'post.urgent') &&
      published.args.revision === row.revision &&
      approved.args.revision === row.revision &&
      published.args.htmlHash === approved.args.statement.htmlHash;
    const writers = (await newestSubmission(store, row.post, row.revision))?.contributors ?? [];
    const approver = await store
      .selectFrom('mutation')
      .select('person')
      .where('id', '=', row.approval)
      .executeTakeFirst();
    // Published urgently or under an exemption, both recorded and shown as such, an approver may have written it.
    const isException = approved?.name === 'post.urgent' || (await isExempt(store, unit, approved));
    if (!isImported && (!isApproved || (writers.includes(approver?.person ?? '') && !isException)))
      findings.push({ kind: 'not_approved', what: 'publication', id });
  }
  return findings;
}

/** Whether the approval relies on an exemption that a version of the regulation holds for it. */
async function isExempt(store: Store, unit: string, approved: Action | null): Promise<boolean> {
  if (approved?.name !== 'post.approve' || approved.args.exemption === undefined) return false;
  const versions = await readVersions(store, unit);
  const granted = versions.flatMap(({ exemptions }) => exemptions);
  return granted.some(({ id, transitions }) => id === approved.args.exemption && transitions.includes('approve'));
}

async function checkPosts(store: Store, unit: string): Promise<Finding[]> {
  const rows = await store.selectFrom('post').selectAll().where('unit', '=', unit).execute();
  const findings: Finding[] = [];
  for (const { id, status } of rows)
    if (canonicalJson(statusOrNull(status)) !== canonicalJson(await foldedOrNull(store, id)))
      findings.push({ kind: 'row_changed', what: 'post', id });
  return findings;
}

function statusOrNull(text: string): unknown {
  return jsonOrNull(text) === null ? null : statusFrom(text);
}

/** `null` where an event cannot be read: its own row is a finding, and the post's status cannot follow from it. */
async function foldedOrNull(store: Store, post: string): Promise<unknown> {
  return foldedStatus(store, post).catch(() => null);
}

/** A stored text, or `null` for one that is gone or is none any more: that is a finding of its own. */
async function revisionText(store: Store, id: string): Promise<Revision | null> {
  const row = await store.selectFrom('revision').select('canonical').where('id', '=', id).executeTakeFirst();
  const parsed = row === undefined ? null : parseRevision(jsonOrNull(row.canonical));
  return parsed?.ok === true ? parsed.revision : null;
}

/** An accepted mutation's action, or `null`. */
async function actionOf(store: Store, id: string): Promise<Action | null> {
  const row = await store
    .selectFrom('mutation')
    .select(['canonical', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row?.outcome !== 'accepted') return null;
  const mutation = mutationSchema.safeParse(jsonOrNull(row.canonical));
  return mutation.success ? parseAction((mutation.data as Mutation).name, mutation.data.args) : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
