export { act, answeredIn, denialOfAct } from './act.ts';
export { dropDraft, eraseFromBin, putInBin, restoreFromBin } from './bin.ts';
export { boardRevisionOf, isBoardRevision, submissionOf } from './board-revision.ts';
export { chooseInConflict, openConflict, resolveConflict } from './conflict.ts';
export type { Desk, Tell } from './desk.ts';
export { contentShown, openPost, possibleActions, previewPost, standOf } from './details.ts';
export { unmintedDrafts } from './drafts.ts';
export { termOf } from './due.ts';
export {
  eventOf,
  isReadable,
  type MutationRow,
  mutationsOfPost,
  noteUnreadAct,
  type Outcome,
  takeReadableActs,
  wordsOf,
} from './events.ts';
export { bodiesOf, listHistory, readHistory, restoreVersion } from './history.ts';
export { adopt, allVerdicts, markSeen, unseenVerdicts } from './inbox.ts';
export { countPosts, listPosts } from './list.ts';
export { type HeadFate, settleHead, settleHeadsOf, settleRest } from './lost-race.ts';
export { createPost, mint } from './mint.ts';
export { dropErasedText, dropHidden } from './out-of-sight.ts';
export { countOutbox, enqueue, numberOfLine, signAnew, signOutboxAnew } from './outbox.ts';
export { notePortalClock, portalAhead } from './portal-clock.ts';
export { projectNewDay, projectPost, projectUnderWay, statusOf } from './project.ts';
export { copyAsNewDraft } from './rescue.ts';
export { addRevisionLine, hasOnlyLine, settleWantedTexts, wantedTexts } from './revision-lines.ts';
export { addRevision, contributorsOf, hasRevision, isMadeFrom, readCanonical, readRevision } from './revisions.ts';
export { secondHeadsOf } from './second-heads.ts';
export { usedTags } from './tags.ts';
export { markSourceSeen, readSource, translatePost } from './translate.ts';
export { isLateWithOthers } from './turn.ts';
export { work, workerOf } from './work.ts';
export { allWorking, quietWorking } from './working.ts';
export { writeDraft } from './write.ts';
