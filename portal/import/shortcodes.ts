/** What was found in square brackets that no reader of ours understands: the name of each, with how often. */
export type Dropped = Map<string, number>;

const BLOCK =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|figure|figcaption|hr|pre|iframe|wp-gallery|section|article)\b/i;

/**
 * A post's content as HTML: short codes of WordPress written out or taken away, and the paragraphs that WordPress makes
 * of empty lines where a post was written without any.
 *
 * @param dropped counts the short codes that were taken away; their inner words stay.
 */
export function expandContent(content: string, dropped: Dropped): string {
  const html = expandShortcodes(content.replace(/\r\n?/g, '\n'), dropped);
  // The editor of blocks lays its paragraphs out itself.
  return /<!--\s*wp:/.test(html) ? html : paragraphsOf(html);
}

function expandShortcodes(text: string, dropped: Dropped): string {
  return (
    text
      // Two brackets are how WordPress writes a short code that is not to be one.
      .replace(/\[(\[[a-z][^\][]{0,300}\])\]/gi, (_, inner: string) =>
        inner.replace('[', '&#91;').replace(']', '&#93;'),
      )
      .replace(/\[\/?([a-z][\w-]{1,40})((?:\s[^\][]{0,2000})?)\/?\]/gi, (whole, name: string, rest: string) => {
        const isEnd = whole.startsWith('[/');
        switch (name.toLowerCase()) {
          case 'caption':
          case 'wp_caption':
            return isEnd ? '</wp-caption>' : '<wp-caption>';
          case 'gallery': {
            const ids = /\bids\s*=\s*["'“”]?([\d,\s]{1,2000})/.exec(rest)?.[1] ?? '';
            return isEnd ? '' : `<wp-gallery data-ids="${ids.replace(/[^\d,]/g, '')}"></wp-gallery>`;
          }
          case 'embed':
            return isEnd ? '</wp-embed>' : '<wp-embed>';
          case 'video':
          case 'audio': {
            const src = /\b(?:src|mp4|mp3)\s*=\s*["'“”]?(https?:\/\/[^\s"'“”<>]{1,2000})/.exec(rest)?.[1] ?? '';
            return isEnd || src === '' ? '' : `<p><a href="${src}">${src}</a></p>`;
          }
          default:
            // A footnote or a year in brackets is no short code: those have arguments, or an end.
            if (!isEnd && rest === '' && !text.includes(`[/${name}]`)) return whole;
            if (!isEnd) dropped.set(name.toLowerCase(), (dropped.get(name.toLowerCase()) ?? 0) + 1);
            return '';
        }
      })
  );
}

/** Paragraphs from empty lines, and a break from the end of any other line. */
function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (BLOCK.test(part) ? part : `<p>${part.replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}
