import { symbolsOfFont } from '../../../shared/vietnamese/index.ts';
import { type Edit, edited, escapeXml, tokensOf, type XmlToken } from './word-xml.ts';

/**
 * `word/document.xml` with what mammoth passes over in a form that it reads: fields, words of another direction, signs by
 * their number, breaks of pages and columns, readings above letters, and the words of boxes and shapes.
 */
export function withReadableParts(xml: string): string {
  const plain = xml
    .replace(/<\/?w:(?:fldSimple|dir|bdo)\b[^<>]*>/g, '')
    .replace(/<w:cr\s*\/>|<w:br\b[^<>]*w:type="(?:page|column)"[^<>]*\/>/g, '<w:br/>')
    .replace(/<w:ptab\b[^<>]*\/>/g, '<w:tab/>')
    .replace(/<w:rPr>((?:<w:[^<>]*\/>)*)<\/w:rPr>/g, (whole, inner: string) => raisedAsIndex(whole, inner))
    .replace(/<w:sym\b[^<>]*\/>/g, signAsWords)
    .replace(/<w:ruby>((?:(?!<w:ruby>)[\s\S])*?)<\/w:ruby>/g, (_whole, inner: string) => rubyInLine(inner))
    .replace(/<(\/?)v:(?:oval|arc|curve|line|polyline)(?=[\s/>])/g, '<$1v:rect')
    .replace(/<v:textpath\b[^<>]*?\bstring="([^"<>]*)"[^<>]*\/>/g, '<v:textbox>$1</v:textbox>')
    .replace(/<v:textbox>([^<>]+)<\/v:textbox>/g, (_whole, words: string) => `<v:textbox>${boxOf(words)}</v:textbox>`);
  return withBoxes(plain);
}

function boxOf(words: string): string {
  return `<w:txbxContent><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:txbxContent>`;
}

/** A sign of a font whose signs are known is left to be read by its font; of any other it is a letter. */
function signAsWords(sign: string): string {
  const font = /w:font="([^"]*)"/.exec(sign)?.[1] ?? '';
  const code = Number.parseInt(/w:char="([0-9a-f]+)"/i.exec(sign)?.[1] ?? '', 16);
  if (symbolsOfFont(font) !== null || /^(?:wingdings|webdings|symbol)/i.test(font)) return sign;
  // Fonts that are no Unicode lie in a corner of their own.
  const letter = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return letter >= 0x20 && letter <= 0xffff ? `<w:t>${escapeXml(String.fromCharCode(letter))}</w:t>` : '';
}

/** So LibreOffice writes an index or a power: raised or lowered, and smaller. */
function raisedAsIndex(whole: string, inner: string): string {
  const raised = Number(/<w:position w:val="(-?\d+)"/.exec(inner)?.[1] ?? 0);
  if (raised === 0 || !inner.includes('<w:sz ') || inner.includes('<w:vertAlign ')) return whole;
  return `<w:rPr>${inner}<w:vertAlign w:val="${raised > 0 ? 'superscript' : 'subscript'}"/></w:rPr>`;
}

/** The letters, and what stands above them in brackets. */
function rubyInLine(inner: string): string {
  const part = (name: string): string => new RegExp(`<w:${name}>([\\s\\S]*?)</w:${name}>`).exec(inner)?.[1] ?? '';
  return `${part('rubyBase')}<w:t xml:space="preserve"> (</w:t>${part('rt')}<w:t>)</w:t>`;
}

/** A choice of forms of which none is for older programs. */
interface Choice {
  hasFallback: boolean;
  readonly tags: XmlToken[];
}

/**
 * Boxes of words that only newer programs know, as the ones that mammoth reads; and where a document has something for
 * those alone, it is for all.
 */
function withBoxes(xml: string): string {
  const edits: Edit[] = [];
  const choices: Choice[] = [];
  let [drawings, inBox, start] = [0, 0, 0];
  let boxes: string[] = [];
  for (const token of tokensOf(xml)) {
    const { name, kind, isAlone } = token;
    const step = kind === 'text' || isAlone ? 0 : kind === 'open' ? 1 : -1;
    if (step === 0) continue;
    if (name === 'w:drawing' && inBox === 0) {
      drawings += step;
      if (drawings === 0 && boxes.length > 0) {
        const text = `<w:pict><v:shape><v:textbox>${boxes.join('')}</v:textbox></v:shape></w:pict>`;
        edits.push({ start: token.end, end: token.end, text });
        boxes = [];
      }
    } else if (name === 'w:txbxContent' && drawings > 0) {
      inBox += step;
      if (inBox === 1 && step === 1) start = token.start;
      if (inBox === 0) {
        boxes.push(xml.slice(start, token.end));
        edits.push({ start, end: token.end, text: '' });
      }
    }
    if (inBox > 0) continue;
    if (name === 'mc:AlternateContent' && step === 1) choices.push({ hasFallback: false, tags: [] });
    else if (name === 'mc:AlternateContent') {
      const choice = choices.pop();
      if (choice?.hasFallback !== false) continue;
      const [open, close] = choice.tags;
      if (open) edits.push({ ...open, text: '<mc:Fallback>' });
      if (close) edits.push({ ...close, text: '</mc:Fallback>' });
    } else if (name === 'mc:Fallback') {
      const choice = choices.at(-1);
      if (choice !== undefined) choice.hasFallback = true;
    } else if (name === 'mc:Choice') choices.at(-1)?.tags.push(token);
  }
  return edited(xml, edits);
}
