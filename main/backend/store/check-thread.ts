import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { findDamage } from './check.ts';

/** A thread of its own: looks a database file over in full on a connection that only reads, and tells what is wrong. */
const db = new Database((workerData as { path: string }).path, { readonly: true });
try {
  parentPort?.postMessage(findDamage(db, 'full'));
} finally {
  db.close();
}
