import { attribute, type Edit, edited, tokensOf } from './word-xml.ts';

/** Around the place of an embedded document among all of them; letters that no document has, see `word-words.ts`. */
const [CHUNK, CHUNK_END] = ['\ue0f4', '\ue0f5'];
/** The kinds whose words are read, by the end of their names. */
const PAGES = /\.x?html?$/i;
const PLAIN = /\.txt$/i;

/** `word/document.xml` with the place of each document embedded in it (`altChunk`) in its words, and what each is called there. */
export function withChunkPlaces(xml: string): { readonly xml: string; readonly ids: readonly string[] } {
  const edits: Edit[] = [];
  const ids: string[] = [];
  let start = 0;
  for (const token of tokensOf(xml)) {
    if (token.name !== 'w:altChunk') continue;
    if (token.kind === 'open') {
      start = token.start;
      ids.push(attribute(token, 'r:id') ?? '');
    }
    if (token.isAlone || token.kind === 'close') {
      const text = `<w:p><w:r><w:t>${CHUNK}${ids.length - 1}${CHUNK_END}</w:t></w:r></w:p>`;
      edits.push({ start, end: token.end, text });
    }
  }
  return { xml: edited(xml, edits), ids };
}

/**
 * The embedded documents as pages, in the order of their ids; `null` for one of a kind that is not read (another Word
 * document, RTF), not in UTF-8, or not in the file.
 * @param relations `word/_rels/document.xml.rels`
 * @param read the bytes of a part by its name
 */
export function chunksIn(
  ids: readonly string[],
  relations: string,
  read: (name: string) => Uint8Array | undefined,
): (string | null)[] {
  const targets = new Map<string, string>();
  for (const token of tokensOf(relations)) {
    const [id, target] = [attribute(token, 'Id'), attribute(token, 'Target')];
    if (id !== null && target !== null && attribute(token, 'TargetMode') !== 'External')
      targets.set(id, target.startsWith('/') ? target.slice(1) : `word/${target}`);
  }
  return ids.map((id) => {
    const name = targets.get(id) ?? '';
    const bytes = PAGES.test(name) || PLAIN.test(name) ? read(name) : undefined;
    const words = bytes === undefined ? null : inUtf8(bytes);
    if (words === null || PAGES.test(name)) return words;
    return `<pre>${words.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
  });
}

function inUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The HTML of such a document with the embedded ones, each apart from it in an attribute: what one of them leaves open
 * swallows no word of the other. The cleaning reads it there, and tells of what was not read.
 */
export function withChunks(html: string, chunks: readonly (string | null)[]): string {
  return html.replace(/<p>\ue0f4(\d+)\ue0f5<\/p>/g, (_whole, place: string) => {
    const page = chunks[Number(place)] ?? null;
    if (page === null) return '<p data-left-out="embedded"></p>';
    return `<div data-embedded-page="${page.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"></div>`;
  });
}
