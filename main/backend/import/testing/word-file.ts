import { strToU8, zipSync } from 'fflate';

const NAMES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['c', 'http://schemas.openxmlformats.org/drawingml/2006/chart'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
]
  .map(([name, address]) => `xmlns:${name}="${address}"`)
  .join(' ');
const KIND = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A Word document with this body, written by hand where `docx` writes no such thing, and other parts by name
 * (`footnotes`, `comments`), `embedded` documents by name.
 */
export function wordFile(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  embedded: Readonly<Record<string, string>> = {},
): Buffer {
  const root = (name: string, inner: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMES}>${inner}</w:${name}>`);
  const names = Object.keys(parts);
  const types = names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${KIND}.${name}+xml"/>`);
  const relations = names.map((name) => `<Relationship Id="${name}" Type="${RELATION}/${name}" Target="${name}.xml"/>`);
  const chunks = Object.keys(embedded).map(
    (name) => `<Relationship Id="${name}" Type="${RELATION}/aFChunk" Target="${name}"/>`,
  );
  const relationships = (all: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`,
    );
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${KIND}.document.main+xml"/>${types.join('')}</Types>`,
      ),
      '_rels/.rels': relationships(
        `<Relationship Id="d" Type="${RELATION}/officeDocument" Target="word/document.xml"/>`,
      ),
      'word/_rels/document.xml.rels': relationships([...relations, ...chunks].join('')),
      'word/document.xml': root('document', `<w:body>${body}</w:body>`),
      ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, root(name, parts[name] ?? '')])),
      ...Object.fromEntries(Object.entries(embedded).map(([name, words]) => [`word/${name}`, strToU8(words)])),
    }),
  );
}
