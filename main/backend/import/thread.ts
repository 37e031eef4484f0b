import { parentPort, workerData } from 'node:worker_threads';
import mammoth from 'mammoth';

/** A thread of its own: reads one Word document, which may take long or never end, and tells its HTML. */
const { value } = await mammoth.convertToHtml(
  { buffer: Buffer.from((workerData as { bytes: Uint8Array }).bytes) },
  { externalFileAccess: false, styleMap: ['u => u', 'strike => s', "p[style-name='Title'] => h2:fresh"] },
);
parentPort?.postMessage(value);
