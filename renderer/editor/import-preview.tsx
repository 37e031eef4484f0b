import { Image } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  asKnownBlock,
  type Block,
  type InlineNode,
  type NestedList,
  TEXT_FORMAT,
  textOfBlock,
} from '../../shared/content/index.ts';
import type { Part } from '../clean/index.ts';
import { useT } from '../connection/index.ts';
import styles from './import-preview.module.css';

/** Parts and rows that are drawn: enough to know the document again. */
const SHOWN_PARTS = 30;
const SHOWN_ROWS = 12;

/** The beginning of what a document brings, in the shape it will have: headings, lists and tables as such, without their styling. */
export function ImportPreview({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <div className={styles.preview}>
      {parts.slice(0, SHOWN_PARTS).map((part, place) => {
        if ('block' in part) return <BlockPreview key={part.block.id} block={part.block} />;
        // Pictures have no id yet, and none changes its place here.
        const key = `picture ${place}`;
        return <PicturePreview key={key} />;
      })}
      {parts.length > SHOWN_PARTS && <p>…</p>}
    </div>
  );
}

function PicturePreview() {
  const t = useT();
  return (
    <p className={styles.picture}>
      <Image size={16} aria-hidden="true" /> {t('conflict.kind.figure')}
    </p>
  );
}

function BlockPreview({ block }: { readonly block: Block }): ReactNode {
  const known = asKnownBlock(block);
  if (known === null) return <p>{textOfBlock(block)}</p>;
  if (known.type === 'heading') return <p className={styles.heading}>{wordsOf(known.children)}</p>;
  if (known.type === 'list') return <ListPreview list={known} start={known.start} />;
  if (known.type === 'quote' || known.type === 'callout') return <blockquote>{wordsOf(known.children)}</blockquote>;
  if (known.type === 'paragraph') return <p>{wordsOf(known.children)}</p>;
  if (known.type === 'rule') return <hr />;
  if (known.type !== 'table') return <p>{textOfBlock(block)}</p>;
  return (
    <div className={styles.table}>
      <table>
        {known.caption !== undefined && <caption>{known.caption}</caption>}
        <tbody>
          {known.rows.slice(0, SHOWN_ROWS).map(({ id, cells }, row) => (
            <tr key={id}>
              {cells.map(({ children, colspan, rowspan }, column) => {
                const Cell = known.headerRow && row === 0 ? 'th' : 'td';
                const key = `${id} ${column}`;
                return (
                  <Cell key={key} colSpan={colspan} rowSpan={rowspan}>
                    {wordsOf(children)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {known.rows.length > SHOWN_ROWS && <p>…</p>}
    </div>
  );
}

function ListPreview({
  list: { ordered, items },
  start,
}: {
  readonly list: NestedList;
  readonly start?: number | undefined;
}) {
  const inner = items.map(({ id, children, nested }) => (
    <li key={id}>
      {wordsOf(children)}
      {nested !== undefined && <ListPreview list={nested} />}
    </li>
  ));
  return ordered ? <ol start={start}>{inner}</ol> : <ul>{inner}</ul>;
}

/** Words without their styling, but for what another height makes another formula of: 2³ is not 23. */
function wordsOf(children: readonly InlineNode[]): ReactNode[] {
  return children.map((node, place) => {
    if (node.type === 'linebreak') return '\n';
    if (node.type === 'link') return wordsOf(node.children);
    const format = node.format ?? 0;
    const key = `${place} ${node.text}`;
    if ((format & TEXT_FORMAT.sup) !== 0) return <sup key={key}>{node.text}</sup>;
    return (format & TEXT_FORMAT.sub) !== 0 ? <sub key={key}>{node.text}</sub> : node.text;
  });
}
