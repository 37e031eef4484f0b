import { parentPort, workerData } from 'node:worker_threads';
import mammoth from 'mammoth';
import { withChunks } from './word-chunks.ts';
import { FONT_SHEET, FONT_STYLES, prepareWordFile, withFonts } from './word-file.ts';
import { htmlOfLeftOut } from './word-left-out.ts';
import { withFormulas, withNumbers } from './word-words.ts';
import { unpacksAsDeclared } from './zip-sizes.ts';

const QUOTES = ['Quote', 'Intense Quote'].map((name) => `p[style-name='${name}'] => blockquote > p:fresh`);

/** A thread of its own: reads one Word document, which may take long or never end, and tells its HTML. */
const bytes = Buffer.from((workerData as { bytes: Uint8Array }).bytes);
// Memory beside the heap has no limit of its own: what says less than it is would fill it.
if (!unpacksAsDeclared(bytes)) throw new Error('a part unpacks to more than it says');
const file = prepareWordFile(bytes);
const { value } = await mammoth.convertToHtml(
  { buffer: Buffer.from(file.bytes) },
  {
    externalFileAccess: false,
    styleMap: ['u => u', 'strike => s', "p[style-name='Title'] => h2:fresh", ...QUOTES, ...FONT_STYLES],
    transformDocument: (document) => withFonts(document, file.styles),
  },
);
// The way back from a note to its place is none in a post.
const words = value.replace(/ <a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '');
const whole = withChunks(withFormulas(withNumbers(words), file.formulas), file.chunks);
const html = whole + htmlOfLeftOut(file.leftOut);
parentPort?.postMessage(html.includes('class="font-') ? FONT_SHEET + html : html);
