import { type SubmitEvent, useState } from 'react';
import { type Output, pinSchema } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, Select, Spinner, TextArea } from '../design/index.ts';
import { ActChecks, useChecks } from '../details/index.ts';
import { useSession } from '../session/index.ts';
import { PinField } from '../sign-in/index.ts';
import styles from './bulk.module.css';
import { type BulkResult, BulkRow } from './bulk-row.tsx';
import { actionsOf, type BulkAction, type BulkLine, checksOf, planOf } from './plan.ts';
import { type BulkPost, useBulkPosts } from './use-posts.ts';

interface BulkDialogProps {
  readonly posts: readonly string[];
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

/** One action on several posts: what it comes to for each, and how it ended for each. */
export function BulkDialog({ posts, onClose, onEnd }: BulkDialogProps) {
  const t = useT();
  const read = useBulkPosts(posts);
  return (
    <Dialog isOpen onClose={onClose} size="large" title={t('bulk.title')} description={t('bulk.text')}>
      {read === null ? <Spinner label={t('window.loading')} /> : <BulkForm read={read} onEnd={onEnd} />}
    </Dialog>
  );
}

function BulkForm({ read, onEnd }: { readonly read: readonly BulkPost[]; readonly onEnd: () => void }) {
  const t = useT();
  const client = useClient();
  const sentenceOf = useErrorSentence();
  const { app, refresh } = useSession();
  const details = read.map((one) => one.details);
  const possible = actionsOf(details);
  const [name, setName] = useState<BulkAction | null>(possible[0] ?? null);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [results, setResults] = useState<ReadonlyMap<string, BulkResult>>(new Map());
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const lines = name === null ? [] : planOf(details, name);
  const asked = {
    name: name ?? 'submit',
    allowed: true,
    code: null,
    checks: checksOf(lines),
    stage: null,
    exemption: null,
  };
  const checks = useChecks(asked);
  const isSigned = name === 'approve';
  // A signature is on what its person has seen: each article is opened first.
  const ready = lines.filter(
    ({ details: { post }, action }) => action !== null && !results.get(post)?.isDone && (!isSigned || seen.has(post)),
  );
  const isPinAsked = isSigned && app.approvalKey === 'locked';

  const stopped = (): string | null => {
    if (ready.length === 0) return isSigned ? t('bulk.readFirst') : t('bulk.nothing');
    if (name === 'return' && reason.trim() === '') return t('error.reason_needed');
    if (isSigned && app.approvalKey === 'none') return t('error.no_approval_key');
    return isPinAsked && !pinSchema.safeParse(pin).success ? t('error.pin_needed') : null;
  };
  const doOne = async (line: BulkLine): Promise<BulkResult> => {
    const { post, revision } = line.details;
    if (line.action === null) return { isDone: false, text: '' };
    const ids = line.action.checks.map(({ id }) => id);
    const preview = read.find((one) => one.details.post === post)?.preview as Output<'posts.preview'> | null;
    try {
      await client.call('posts.act', {
        ...{ post, action: line.action.name, reason: name === 'return' ? reason : '', listedReason: null },
        revision: name === 'submit' ? null : revision,
        htmlHash: isSigned ? (preview?.htmlHash ?? null) : null,
        checks: checks.ticked.filter((id) => ids.includes(id)),
      });
      return { isDone: true, text: t('bulk.done') };
    } catch (failure) {
      return { isDone: false, text: sentenceOf(failure) };
    }
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const why = stopped();
    setProblem(why);
    if (why !== null || checks.isStopped() || checks.isWarned()) return;
    setBusy(true);
    try {
      // Once for all of them: the key stays open for a quarter of an hour.
      if (isPinAsked) await client.call('approval.unlock', { pin });
      for (const line of ready) {
        const result = await doOne(line);
        setResults((before) => new Map(before).set(line.details.post, result));
      }
    } catch (failure) {
      setProblem(sentenceOf(failure));
    } finally {
      setPin('');
      setBusy(false);
      refresh();
    }
  };

  if (name === null) return <Notice tone="info">{t('bulk.nothing')}</Notice>;
  return (
    <form className={styles.form} data-help="tham-dinh-va-tra-lai" onSubmit={(event) => void submit(event)} noValidate>
      <Select
        label={t('bulk.action')}
        value={name}
        onChange={setName}
        items={possible.map((value) => ({ value, label: t(`action.${value}`) }))}
        disabled={isBusy}
      />
      <ul className={styles.rows} aria-label={t('window.list.title')}>
        {lines.map((line) => (
          <BulkRow
            key={line.details.post}
            line={line}
            preview={read.find((one) => one.details === line.details)?.preview ?? null}
            isToBeRead={isSigned && line.action !== null}
            isRead={seen.has(line.details.post)}
            onRead={() => setSeen((before) => new Set(before).add(line.details.post))}
            result={results.get(line.details.post) ?? null}
          />
        ))}
      </ul>
      <ActChecks action={asked} checks={checks} />
      {name === 'return' && (
        <TextArea label={t('window.return.reason')} value={reason} onChange={setReason} maxLength={2_000} />
      )}
      {isPinAsked && (
        <PinField
          label={t('window.pin.ask')}
          name="pin"
          value={pin}
          onChange={setPin}
          hint={app.demoPin === null ? undefined : t('window.pin.demo', { pin: app.demoPin })}
        />
      )}
      {problem !== null && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('bulk.do', { action: t(`action.${name}`), count: ready.length })}
        </Button>
        <Button onClick={onEnd}>{t('bulk.end')}</Button>
      </div>
    </form>
  );
}
