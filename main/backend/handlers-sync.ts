import { AppError } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import type { HandlerParts, HandlersOf } from './handlers-parts.ts';
import { adopt, allVerdicts, markSeen, unseenVerdicts } from './posts/index.ts';

/** Talking with the portal, and what it replied. */
export function syncHandlers({ session, desk, changed }: HandlerParts): HandlersOf<'sync' | 'inbox'> {
  return {
    'inbox.list': () => unseenVerdicts(desk()),
    'inbox.history': () => allVerdicts(desk()),
    'inbox.adopt': ({ revision }) => {
      const post = adopt(desk(), revision, (original) =>
        translate(session.state().language, 'posts.copyTitle', { title: original }),
      );
      if (post === null) throw new AppError('post_not_found');
      return changed({ post });
    },
    'inbox.seen': ({ mutation }) => {
      markSeen(desk(), mutation);
      return null;
    },
    'sync.now': () => session.need().sync.now(),
    'sync.status': () =>
      session.profile()?.sync.status() ?? {
        ...{ state: 'not_connected', pending: 0, drafts: 0, incoming: 0, isSetAside: false },
        ...{ lastGoodAt: null, problem: null, params: {}, receiving: null },
      },
    'sync.overview': () => session.need().sync.overview(),
    'sync.setPlan': (plan) => {
      session.need().sync.setPlan(plan);
      return null;
    },
    'sync.letPass': () => {
      session.need().sync.letPass();
      return null;
    },
  };
}
