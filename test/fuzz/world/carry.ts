import { readFileSync, rmSync } from 'node:fs';
import { codeOf } from './act.ts';
import type { Chance } from './chance.ts';
import type { Computer } from './computer.ts';
import type { Model } from './model.ts';

/**
 * Carries one computer's work to another on a stick. Returns whether it arrived. What was submitted there is for the
 * board from now on, whatever the portal will say.
 */
export async function carry(from: Computer, to: Computer, chance: Chance, model: Model): Promise<boolean> {
  const passphrase = chance.happens(0.3) ? 'bốn con trâu đi bừa' : null;
  const days = chance.happens(0.5) ? null : 7;
  let path: string | null = null;
  await codeOf(async () => {
    path = (await from.call('bundle.make', { days, passphrase, withPictures: chance.happens(0.5) })).savedAt;
  });
  if (path === null) return false;
  const submit = "SELECT json_extract(words, '$.args.revision') AS revision FROM mutation WHERE name = 'post.submit'";
  for (const { revision } of from.peek((db) => db.prepare<[], { revision: string }>(submit).all()))
    model.submitted.add(revision);
  const bytes = readFileSync(path);
  rmSync(path);
  // A stick may be pulled too early, or be damaged: then the file is refused whole.
  const cut = chance.happens(0.2) ? bytes.subarray(0, chance.below(bytes.length)) : bytes;
  const give = { name: 'viec.banthao', offset: 0, total: bytes.length, data: cut.toString('base64') };
  const code = await codeOf(async () => {
    await to.call('bundle.give', give);
    await to.call('bundle.look', { passphrase });
    await to.call('bundle.take', { passphrase });
  });
  if (code !== null) await codeOf(() => to.call('bundle.leave', null));
  return code === null;
}
