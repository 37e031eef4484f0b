import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import styles from './guide.module.css';
import { idOf } from './pages.ts';

interface MarkdownProps {
  readonly tokens: readonly Token[];
  /** Follows a link to another page of the guide. */
  readonly onOpen: (page: string) => void;
}

/**
 * Draws the few kinds of Markdown that the guide uses as elements of our own making: no HTML of the source is ever
 * trusted. What it does not know it shows as the words that are written.
 */
export function Markdown({ tokens, onOpen }: MarkdownProps): ReactNode {
  return tokens.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
    <Piece key={index} token={token} onOpen={onOpen} />
  ));
}

function Piece({ token, onOpen }: { readonly token: Token; readonly onOpen: (page: string) => void }): ReactNode {
  const inside = 'tokens' in token && token.tokens ? <Markdown tokens={token.tokens} onOpen={onOpen} /> : null;
  switch (token.type) {
    case 'paragraph':
      return <p>{inside}</p>;
    case 'heading':
      return <h5>{inside}</h5>;
    case 'list': {
      const List = token.ordered ? 'ol' : 'ul';
      return (
        <List>
          {(token as Tokens.List).items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
            <li key={index}>
              <Markdown tokens={item.tokens} onOpen={onOpen} />
            </li>
          ))}
        </List>
      );
    }
    case 'strong':
      return <strong>{inside}</strong>;
    case 'em':
      return <em>{inside}</em>;
    case 'codespan':
      return <kbd className={styles.key}>{token.text}</kbd>;
    case 'link':
      return (
        <button type="button" className={styles.link} onClick={() => onOpen(idOf(String(token.href)))}>
          {inside}
        </button>
      );
    case 'text':
      return inside ?? token.text;
    default:
      return token.raw;
  }
}
