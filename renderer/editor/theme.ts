import type { EditorThemeClasses } from 'lexical';
import styles from './body.module.css';

const classOf = (name: string): string => styles[name] ?? '';

/** How the body looks; close to the published page (`renderer/article`), in the window's own colours. */
export const BODY_THEME: EditorThemeClasses = {
  paragraph: classOf('paragraph'),
  quote: classOf('quote'),
  heading: { h2: classOf('h2'), h3: classOf('h3'), h4: classOf('h4') },
  list: {
    ul: classOf('list'),
    ol: classOf('list'),
    listitem: classOf('item'),
    nested: { listitem: classOf('nested') },
  },
  link: classOf('link'),
  'callout-note': classOf('callout'),
  'callout-important': `${classOf('callout')} ${classOf('important')}`,
  table: classOf('table'),
  tableScrollableWrapper: classOf('tableFrame'),
  tableCell: classOf('cell'),
  tableCellHeader: classOf('headCell'),
  tableCellSelected: classOf('cellSelected'),
  tableSelection: classOf('tableSelected'),
  hr: classOf('rule'),
  hrSelected: classOf('ruleSelected'),
  text: {
    bold: classOf('bold'),
    italic: classOf('italic'),
    underline: classOf('underline'),
    strikethrough: classOf('strike'),
    underlineStrikethrough: classOf('underlineStrike'),
    code: classOf('code'),
    subscript: classOf('sub'),
    superscript: classOf('sup'),
  },
};
