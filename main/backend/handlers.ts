import type { Handlers } from '../../shared/contract/index.ts';
import { appHandlers } from './handlers-app.ts';
import { boardHandlers } from './handlers-board.ts';
import { bundleHandlers } from './handlers-bundle.ts';
import { mediaHandlers } from './handlers-media.ts';
import type { HandlerParts } from './handlers-parts.ts';
import { postsHandlers } from './handlers-posts.ts';
import { reviewHandlers } from './handlers-review.ts';
import { syncHandlers } from './handlers-sync.ts';
import type { BackendSettings } from './host-protocol.ts';
import type { Program } from './program.ts';
import type { Session } from './session.ts';

/** The contract's procedures, each a line or two over its room. */
export function createHandlers(session: Session, settings: BackendSettings, program: Program): Handlers {
  const parts: HandlerParts = {
    ...{ session, settings, program },
    desk: () => session.need().desk,
    changed: (value) => {
      session.need().sync.soon();
      return value;
    },
  };
  return {
    ...appHandlers(parts),
    ...postsHandlers(parts),
    ...reviewHandlers(parts),
    ...mediaHandlers(parts),
    ...syncHandlers(parts),
    ...bundleHandlers(parts),
    ...boardHandlers(parts),
  };
}
