import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';

/** Elements that run, load or lead away by themselves. */
const ACTIVE = ['iframe', 'frame', 'object', 'embed', 'applet', 'base', 'style', 'svg', 'math', 'noscript', 'template'];
const ADDRESSES = ['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'cite', 'background', 'ping'];

/**
 * What a page holds, by a browser's own reading of it, that could run code, load from elsewhere or was written by an
 * author as words: one line each; nothing for a page that is inert.
 */
export function activeParts(html: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(...activeIn(node));
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

function activeIn(element: DefaultTreeAdapterTypes.Element): string[] {
  const { tagName: tag, attrs } = element;
  const found: string[] = [];
  const attribute = (name: string): string | undefined => attrs.find((one) => one.name === name)?.value;
  if (ACTIVE.includes(tag) || tag.startsWith('xss')) found.push(`<${tag}>`);
  if (tag === 'script') {
    const [child] = element.childNodes;
    const text = child !== undefined && 'value' in child ? child.value : '';
    if (attribute('type') !== 'application/ld+json' || attrs.length > 1 || !isJson(text)) found.push('<script>');
  }
  if (tag === 'meta' && attribute('http-equiv') !== undefined) found.push('<meta http-equiv>');
  for (const { name, value } of attrs) {
    if (name.startsWith('on') || name === 'style' || name === 'srcdoc' || /xss|[<>"'=`]/.test(name))
      found.push(`<${tag} ${name}>`);
    if (ADDRESSES.includes(name) && !isHarmless(tag, name, value)) found.push(`<${tag} ${name}="${value}">`);
  }
  return found;
}

/** A link may lead anywhere by http; all else stays with this site. */
function isHarmless(tag: string, name: string, value: string): boolean {
  const plain = value.replace(/[\p{Cc}\s]/gu, '').toLowerCase();
  const isOwn = /^(?:\/(?!\/)|\?|#)/.test(plain) || plain.startsWith('https://thcssongtra.example');
  if (tag !== 'a') return isOwn || (tag === 'link' && name === 'href' && plain.startsWith('http://purl.org/'));
  return isOwn || /^(?:https?:|mailto:|tel:)/.test(plain);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** As {@link activeParts}, for a feed or a site map: faults of its XML, elements that nobody but an author made, addresses. */
export function activePartsOfXml(xml: string): string[] {
  const found: string[] = [];
  const html: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let isHtml = false;
  parser.on('error', (error) => void found.push(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    isHtml = attributes.type?.value === 'html';
    if (name.startsWith('xss') || name === 'script') found.push(`<${name}>`);
    const address = attributes.href?.value;
    if (address !== undefined && !/^https?:\/\//.test(address)) found.push(`<${name} href="${address}">`);
  });
  parser.on('text', (text) => void (isHtml && html.push(text)));
  parser.on('cdata', (text) => void (isHtml && html.push(text)));
  parser.write(xml).close();
  return [...found, ...html.flatMap(activeParts)];
}
