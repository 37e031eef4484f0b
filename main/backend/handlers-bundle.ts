import { type BundlePlace, createMoving, forgetMoved } from './bundle/index.ts';
import type { HandlerParts, HandlersOf } from './handlers-parts.ts';
import { mintWaiting } from './sync/index.ts';

/** Carrying work on a stick, and moving to another computer. */
export function bundleHandlers({
  session,
  settings,
  program,
  desk,
  changed,
}: HandlerParts): HandlersOf<'bundle' | 'move'> {
  const moving = createMoving({
    home: settings.home,
    downloads: settings.downloads,
    now: program.now,
    onProgress: (done, total) => program.tell('move.progress', { done, total }),
  });
  const { bundling } = program;
  const bundlePlace = (): BundlePlace => {
    const { desk: own, shelf, titleOfCopy, login } = session.need();
    return { desk: own, shelf, titleOfCopy, login };
  };
  const mintAll = (): void => {
    const full = mintWaiting(desk(), 'all', (error) => program.log.bug(error, 'mint'));
    if (full !== null) throw full;
  };
  const dataFolder = () => ({ db: desk().db, folder: session.need().folder });
  return {
    'bundle.measure': ({ days }) => {
      // What is being written goes along, as before a sync.
      mintAll();
      return bundling.measure(bundlePlace(), days);
    },
    'bundle.make': (wanted) => {
      mintAll();
      return bundling.make(bundlePlace(), wanted);
    },
    'bundle.cancel': () => {
      bundling.cancel();
      return null;
    },
    'bundle.give': async ({ data, ...piece }) => {
      await bundling.give({ ...piece, data: Buffer.from(data, 'base64') });
      return null;
    },
    'bundle.look': ({ passphrase }) => bundling.look(bundlePlace(), passphrase),
    'bundle.take': async ({ passphrase }) => changed(await bundling.take(bundlePlace(), passphrase)),
    'bundle.leave': () => {
      bundling.leave();
      return null;
    },
    'move.measure': () => moving.measure(dataFolder()),
    'move.make': ({ passphrase }) => moving.make(dataFolder(), passphrase),
    'move.cancel': () => {
      moving.cancel();
      return null;
    },
    'move.give': async ({ offset, data, total }) => {
      await moving.take(offset, Buffer.from(data, 'base64'), total);
      return null;
    },
    'move.open': async ({ passphrase }) => {
      await session.arrive((folder) => moving.open(passphrase, folder));
      // Whoever moves here knows that this is another computer.
      session.profile()?.forgetNewLine();
      return null;
    },
    'move.seen': () => {
      forgetMoved(session.need().folder);
      return null;
    },
  };
}
