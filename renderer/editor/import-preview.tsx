import { Image } from 'lucide-react';
import type { ReactNode } from 'react';
import { asKnownBlock, type Block, type NestedList, plainText, textOfBlock } from '../../shared/content/index.ts';
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
  if (known.type === 'heading') return <p className={styles.heading}>{textOfBlock(block)}</p>;
  if (known.type === 'list') return <ListPreview list={known} />;
  if (known.type === 'quote' || known.type === 'callout') return <blockquote>{textOfBlock(block)}</blockquote>;
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

function ListPreview({ list: { ordered, items } }: { readonly list: NestedList }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List>
      {items.map(({ id, children, nested }) => (
        <li key={id}>
          {wordsOf(children)}
          {nested !== undefined && <ListPreview list={nested} />}
        </li>
      ))}
    </List>
  );
}

function wordsOf(children: NestedList['items'][number]['children']): string {
  return plainText({ id: '-', type: 'paragraph', children }).text;
}
