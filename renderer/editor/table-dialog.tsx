import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $isTableNode, type TableNode } from '@lexical/table';
import { $getNodeByKey, HISTORY_MERGE_TAG, type NodeKey, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useRef, useState } from 'react';
import { LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Dialog, TextField } from '../design/index.ts';
import type { TableLook } from './convert-table.ts';
import styles from './figure-dialog.module.css';
import { fittedWidths } from './table-editing.ts';
import { $lookOf, $setLook } from './table-rules.ts';

/**
 * Caption, headings and column widths of one table. Each change goes straight into the body, and so into the journal; one
 * visit is one step of undo.
 */
export function TableDialog({ nodeKey, onClose }: { readonly nodeKey: NodeKey; readonly onClose: () => void }) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const [start] = useState(() =>
    editor.read(() => {
      const table = $getNodeByKey(nodeKey);
      return $isTableNode(table)
        ? { look: $lookOf(table), widths: table.getColWidths(), columns: table.getColumnCount() }
        : null;
    }),
  );
  const [look, setLook] = useState<TableLook>(start?.look ?? { headerRow: false, headerColumn: false });
  const [widths, setWidths] = useState(start?.widths ?? null);
  /** What is typed as a column's width and is none, by column; it is spoken of once its field was left. */
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  /** The column whose width was typed last: there it is said that all of them are too wide together. */
  const [last, setLast] = useState<number | null>(null);
  const fields = useRef(new Map<number, HTMLInputElement>());
  const hasChanged = useRef(false);
  if (start === null) return null;

  const change = ($run: (table: TableNode) => void): void => {
    const tag = hasChanged.current ? [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG] : SKIP_DOM_SELECTION_TAG;
    hasChanged.current = true;
    editor.update(
      () => {
        const table = $getNodeByKey(nodeKey);
        if ($isTableNode(table)) $run(table);
      },
      { discrete: true, tag },
    );
  };
  const changeLook = (part: Partial<TableLook>): void => {
    const { caption, ...headings } = { ...look, ...part };
    const next = { ...headings, ...(caption ? { caption } : {}) };
    setLook(next);
    change((table) => $setLook(table, next));
  };
  /** Wider than the table together, the widths wait until another one is made smaller. */
  const changeWidths = (next: readonly number[] | null): void => {
    setWidths(next);
    if (next === null || percentOf(next) <= 100)
      change((table) => table.setColWidths(next === null ? undefined : withinTable(next)));
  };
  const total = last === null || widths === null ? 0 : percentOf(widths);
  const faultOf = (column: number): string | undefined => {
    if (!left.has(column)) return;
    if (typed.has(column)) return t('editor.table.width.wrong');
    return total > 100 && column === last ? t('editor.table.width.over', { total }) : undefined;
  };
  const typeWidth = (column: number, text: string): void => {
    const width = thousandths(text);
    setLast(column);
    const others = [...typed].filter(([other]) => other !== column);
    setTyped(new Map(width === null ? [...others, [column, text]] : others));
    setLeft(new Set([...left].filter((other) => other !== column)));
    if (width !== null && widths !== null) changeWidths(widths.map((other, at) => (at === column ? width : other)));
  };
  const finish = (): void => {
    const faults = [...typed.keys(), ...(total > 100 && last !== null ? [last] : [])];
    setLeft(new Set(faults));
    if (faults.length === 0) onClose();
    else fields.current.get(Math.min(...faults))?.focus();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('editor.table.dialog')}
      footer={
        <Button variant="primary" onClick={finish}>
          {t('editor.done')}
        </Button>
      }
    >
      <div className={styles.fields}>
        <TextField
          label={t('editor.table.caption')}
          hint={t('editor.table.caption.hint')}
          value={look.caption ?? ''}
          maxLength={LIMITS.captionCharacters}
          onChange={(caption) => changeLook({ caption })}
        />
        <Check
          label={t('editor.table.headerRow')}
          isOn={look.headerRow}
          onChange={(headerRow) => changeLook({ headerRow })}
        />
        <Check
          label={t('editor.table.headerColumn')}
          isOn={look.headerColumn}
          onChange={(headerColumn) => changeLook({ headerColumn })}
        />
        <Check
          label={t('editor.table.widths')}
          isOn={widths !== null}
          onChange={(isOn) => {
            setTyped(new Map());
            setLast(null);
            changeWidths(isOn ? evenWidths(start.columns) : null);
          }}
        />
        {widths?.map((width, column) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={column}
            label={t('editor.table.width', { column: column + 1 })}
            inputMode="numeric"
            ref={(field: HTMLInputElement | null) => {
              if (field !== null) fields.current.set(column, field);
              return () => void fields.current.delete(column);
            }}
            value={typed.get(column) ?? String(Math.round(width / 10))}
            error={faultOf(column)}
            onChange={(text) => typeWidth(column, text)}
            onBlur={() => setLeft(new Set([...left, column]))}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Check({ label, isOn, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

function evenWidths(columns: number): number[] {
  return fittedWidths(Array.from({ length: columns }, () => 1));
}

/** Whole per cent of the table's width, as the fields show them. */
function percentOf(widths: readonly number[]): number {
  return Math.round(widths.reduce((all, width) => all + width, 0) / 10);
}

/** What rounding to whole per cent has put over the whole is taken off. */
function withinTable(widths: readonly number[]): readonly number[] {
  return widths.reduce((all, width) => all + width, 0) > 1_000 ? fittedWidths(widths) : widths;
}

/** Per cent as typed, in thousandths; `null` for what is no whole number from 1 to 100. */
function thousandths(text: string): number | null {
  const [, digits] = /^\s*(\d{1,3})\s*%?\s*$/.exec(text) ?? [];
  const percent = Number(digits ?? 0);
  return percent >= 1 && percent <= 100 ? percent * 10 : null;
}
