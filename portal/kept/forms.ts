import { promisify } from 'node:util';
import {
  type BrotliOptions,
  brotliCompress,
  brotliCompressSync,
  constants,
  gzip,
  gzipSync,
  type ZstdOptions,
  zstdCompress,
  zstdCompressSync,
} from 'node:zlib';

const brotli = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);
const zipped = promisify<Buffer, { level: number }, Buffer>(gzip);
const zstd: (bytes: Buffer, options: ZstdOptions) => Promise<Buffer> = promisify(zstdCompress);

/** The forms a page is kept in, best first: what a browser says it takes, and how the file's name ends. */
export const FORMS = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'zstd', suffix: '.zst' },
  { encoding: 'gzip', suffix: '.gz' },
] as const;

/** The best that brotli has, 5 ms a page here; more than 12 of zstd gains nothing on a page. */
const BROTLI_QUALITY = 11;
const ZSTD_LEVEL = 12;
/** A window of 256 KB: the default one takes longer to make than a page takes to pack. */
const BROTLI_WINDOW = 18;

/** The bytes of a page in every form, by suffix; the plain one has none. */
export type Forms = ReadonlyMap<string, Buffer>;

/** A page in every form, packed beside the main thread: the further pages of lists are many, and readers wait meanwhile. */
export async function formsOf(text: string): Promise<Forms> {
  const plain = Buffer.from(text, 'utf8');
  const { br, zst, gz } = optionsFor(plain);
  return named(plain, await Promise.all([brotli(plain, br), zstd(plain, zst), zipped(plain, gz)]));
}

/**
 * The same at once, for a page that is made under the feed's lock: whoever waited there for another thread would keep
 * another process's publication waiting too.
 */
export function formsNow(text: string): Forms {
  const plain = Buffer.from(text, 'utf8');
  const { br, zst, gz } = optionsFor(plain);
  return named(plain, [brotliCompressSync(plain, br), zstdCompressSync(plain, zst), gzipSync(plain, gz)]);
}

function optionsFor(plain: Buffer): { br: BrotliOptions; zst: ZstdOptions; gz: { level: number } } {
  return {
    br: {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    },
    zst: { pledgedSrcSize: plain.length, params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } },
    gz: { level: 9 },
  };
}

function named(plain: Buffer, [br, zst, gz]: readonly [Buffer, Buffer, Buffer]): Forms {
  return new Map([
    ['', plain],
    ['.br', br],
    ['.zst', zst],
    ['.gz', gz],
  ]);
}

/** The suffix of the best form that an `Accept-Encoding` header takes; empty for the plain one. */
export function formFor(accepted: string | undefined): '' | (typeof FORMS)[number]['suffix'] {
  if (accepted === undefined) return '';
  const taken = new Set<string>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...params] = part.split(';').map((word) => word.trim());
    if (!params.some((param) => /^q=0(\.0*)?$/.test(param))) taken.add(name);
  }
  return FORMS.find(({ encoding }) => taken.has(encoding))?.suffix ?? '';
}
