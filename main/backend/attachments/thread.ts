import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { FileExtension } from '../../../shared/content/index.ts';
import { wordsOfFile } from './words.ts';

/** A thread of its own: reads one file that came from anywhere, which may take long or never end, and tells its words. */
const { path, extension } = workerData as { path: string; extension: FileExtension };
parentPort?.postMessage(await wordsOfFile(new Uint8Array(readFileSync(path)), extension));
