import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';

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
export function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const plain = Buffer.from(text, 'utf8');
  return new Map([
    ['', plain],
    [
      '.br',
      brotliCompressSync(plain, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        },
      }),
    ],
    [
      '.zst',
      zstdCompressSync(plain, {
        pledgedSrcSize: plain.length,
        params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL },
      }),
    ],
    ['.gz', gzipSync(plain, { level: 9 })],
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
