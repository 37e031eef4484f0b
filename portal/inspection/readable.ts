import { isMessageKey, type MessageKey, translate, translateCode } from '../../shared/i18n/index.ts';
import type { AuditLine } from '../../shared/sync/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import type { Store } from '../store/index.ts';

/** What the ids of a log stand for, as far as the portal knows. */
export interface LogNames {
  /** Names of persons and of devices, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Titles that readers were ever shown, by post: a draft's is nobody's business. */
  readonly titles: ReadonlyMap<string, string>;
}

export async function namesInLog(store: Store, unit: string): Promise<LogNames> {
  const people = await store.selectFrom('person').select(['id', 'name']).execute();
  const devices = await store.selectFrom('device').select(['id', 'name']).where('unit', '=', unit).execute();
  const pages = await store.selectFrom('publication').select(['post', 'title']).orderBy('published_at').execute();
  return {
    names: new Map([...people, ...devices].map(({ id, name }) => [id, name])),
    titles: new Map(pages.map(({ post, title }) => [post, title])),
  };
}

const COLUMNS = ['number', 'at', 'who', 'what', 'about', 'result', 'device'] as const;

/** The names of the columns of {@link readableLine}. */
export function readableHeading(): string {
  return COLUMNS.map((column) => translate('vi', `audit.column.${column}`)).join('\t');
}

/** One line of the log for a person to read: its columns with tabs between, so that a spreadsheet takes it too. */
export function readableLine(line: AuditLine, known: LogNames): string {
  const { number, at, person, device, details } = line;
  return [
    number,
    timeOf(at),
    person === null ? translate('vi', 'audit.portal') : (known.names.get(person) ?? person),
    whatOf(line),
    aboutOf(line, known),
    details.outcome === undefined || details.outcome === 'accepted' ? '' : resultOf(details),
    // The portal's own acts name the portal where others name a computer.
    device === null || person === null ? '' : (known.names.get(device) ?? device),
  ]
    .map((column) => String(column).replace(/[\t\r\n]+/g, ' '))
    .join('\t');
}

/** `23/11/2026 14:05:09` in Vietnam. */
export function timeOf(at: string): string {
  return `${formatDateTime(at)}:${at.slice(17, 19)}`;
}

function whatOf({ kind, details }: AuditLine): string {
  const key = kind === 'mutation' ? `event.${String(details.name)}` : `audit.kind.${kind}`;
  return isMessageKey(key) ? translate('vi', key) : key;
}

function aboutOf({ kind, subject, details }: AuditLine, { names, titles }: LogNames): string {
  if (kind === 'mutation') {
    const post = String(details.post ?? '');
    const title = titles.get(post);
    return title === undefined ? post : `“${title}” (${post})`;
  }
  const roles = Array.isArray(details.roles) ? details.roles.map(roleName).join(', ') : '';
  const reason = typeof details.problem === 'string' ? translateCode('vi', 'error', details.problem) : '';
  const parts = [
    names.get(subject) ?? subject,
    roles,
    reason,
    String(details.address ?? ''),
    String(details.reason ?? ''),
    kind.startsWith('unit.') ? String(details.to ?? '') : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function roleName(role: unknown): string {
  const key: string = `window.role.${String(role)}`;
  return isMessageKey(key) ? translate('vi', key as MessageKey) : String(role);
}

function resultOf({ outcome, code }: AuditLine['details']): string {
  const key = `audit.outcome.${String(outcome)}`;
  const said = isMessageKey(key) ? translate('vi', key) : String(outcome);
  return `${said}: ${translateCode('vi', 'verdict', String(code))}`;
}
