import { listMembers, readRules } from './board/index.ts';
import { deviceNameOf, noteDeviceNames } from './carried/index.ts';
import type { HandlerParts, HandlersOf } from './handlers-parts.ts';

/** The board, its rules and its site: online alone, but for reading. */
export function boardHandlers({ session, desk, changed }: HandlerParts): HandlersOf<'board' | 'rules' | 'site'> {
  return {
    'rules.read': () => readRules(desk()),
    'rules.set': async (wanted) => {
      await session.need().admin.setRules(wanted);
      return null;
    },
    'board.members': () => listMembers(desk()),
    'board.setMember': async (wanted) => {
      await session.need().admin.setMember(wanted);
      return null;
    },
    'site.coverage': () => session.need().admin.readCoverage(),
    'site.read': () => session.need().admin.readSite(),
    'site.set': async (wanted) => {
      await session.need().admin.setSite(wanted);
      return changed(null);
    },
    'board.addMember': (wanted) => session.need().admin.addMember(wanted),
    'board.resetPassword': (wanted) => session.need().admin.resetPassword(wanted),
    'board.handOver': (wanted) => session.need().admin.handOver(wanted),
    'board.devices': () => session.need().admin.devices(),
    'board.erase': (wanted) => session.need().admin.erase(wanted),
    'board.mergedPosts': () => session.need().admin.mergedPosts(),
    'board.withdrawMerged': async (wanted) => {
      await session.need().admin.withdrawMerged(wanted);
      return null;
    },
    'board.ownDevice': () => {
      const { db, device } = desk();
      return { id: device.id, name: deviceNameOf(db, device.id) ?? device.name };
    },
    'board.nameDevice': async (wanted) => {
      await session.need().admin.nameDevice(wanted);
      noteDeviceNames(desk().db, [wanted]);
      desk().tell('posts.changed', { posts: null });
      return null;
    },
    'board.revoke': (wanted) => session.need().admin.revoke(wanted),
  };
}
