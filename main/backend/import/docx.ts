import { LIMITS } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { zipSizes } from './zip-sizes.ts';

/** Word's own parts are a dozen, and a picture is one each. */
const MOST_FILES = 2_000;

/**
 * A Word document as HTML: headings, lists, tables, links and pictures, without fonts and colours. No file beside the
 * document is read, whatever it names.
 *
 * @throws AppError `document_kind` for what is no .docx, `document_too_large` for one past the limits before or after
 * unpacking, `document_broken`.
 */
export async function readDocx(bytes: Buffer): Promise<{ html: string }> {
  const sizes = zipSizes(bytes);
  if (sizes === null) throw new AppError('document_kind');
  if (bytes.length > LIMITS.documentBytes || sizes.files > MOST_FILES || sizes.unpacked > LIMITS.documentUnpackedBytes)
    throw new AppError('document_too_large');
  // Loaded when first asked for: most days nobody does.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      { externalFileAccess: false, styleMap: ['u => u', 'strike => s', "p[style-name='Title'] => h2:fresh"] },
    );
    return { html: value };
  } catch (error) {
    throw new AppError('document_broken', {}, { cause: error });
  }
}
