import { AppError, type AppState, type Handlers } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { findingsOf, inspectFile, keepFindings } from './attachments/index.ts';
import { headsFile } from './audit/index.ts';
import { listMembers, readRules } from './board/index.ts';
import { type BundlePlace, createMoving, downloadsFolder, forgetMoved, readMoved } from './bundle/index.ts';
import { askPins, calendarOf } from './calendar/index.ts';
import { addLetThrough, readLetThrough } from './checks/index.ts';
import { saveAsDocx } from './export/index.ts';
import type { BackendSettings } from './host-protocol.ts';
import { DocumentReader } from './import/index.ts';
import { cropPicture, saveCopy, shrinkPicture } from './media/index.ts';
import {
  act,
  adopt,
  allVerdicts,
  bodiesOf,
  chooseInConflict,
  countPosts,
  createPost,
  dropDraft,
  eraseFromBin,
  listHistory,
  listPosts,
  markSeen,
  markSourceSeen,
  mint,
  openConflict,
  openPost,
  previewPost,
  putInBin,
  readHistory,
  readSource,
  resolveConflict,
  restoreFromBin,
  restoreVersion,
  translatePost,
  unseenVerdicts,
  usedTags,
  work,
  writeDraft,
} from './posts/index.ts';
import { demoProfile, isDemoProfile, profileFolder } from './profiles/index.ts';
import type { Program } from './program.ts';
import { addRemark, readRemarks, resolveThread } from './remarks/index.ts';
import { type DiagnosticSources, makeDiagnostics } from './report/index.ts';
import { noteSeen, provePost, readBefore } from './review/index.ts';
import type { Session } from './session.ts';
import { readSite } from './site/index.ts';
import { readRecovery } from './store/index.ts';
import { mintWaiting } from './sync/index.ts';
import { listTasks, markReminderRead, reminderOf } from './tasks/index.ts';

/** The contract's procedures, each a line or two over its room. */
export function createHandlers(session: Session, settings: BackendSettings, program: Program): Handlers {
  const desk = () => session.need().desk;
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
  /** An old version may have stayed at the portal; what it is compared with comes along. */
  const bringVersion = async (revision: string): Promise<void> => {
    const bodies = bodiesOf(desk(), revision);
    if (bodies.includes(revision)) await session.need().sync.fetchTexts(revision, bodies);
  };
  const documents = new DocumentReader();
  const dataFolder = () => ({ db: desk().db, folder: session.need().folder });
  const changed = <Value>(value: Value): Value => {
    session.need().sync.soon();
    return value;
  };
  return {
    'app.state': () => appState(session, settings, program),
    'app.recoverySeen': () => {
      session.profile()?.forgetRecovery();
      return null;
    },
    'app.newLineSeen': () => {
      session.profile()?.forgetNewLine();
      return null;
    },
    'app.setLanguage': ({ language }) => {
      session.setLanguage(language);
      return null;
    },
    'app.setTextSize': ({ textSize }) => {
      session.setTextSize(textSize);
      return null;
    },
    'demo.start': async () => {
      await session.startDemo();
      return null;
    },
    'profile.switch': async ({ key }) => {
      await session.switchTo(key);
      return null;
    },
    'connect.signIn': async (credentials) => {
      const profile = await session.signIn(credentials);
      await profile.sync.begin();
      const canApprove = profile.desk.me().roles.some((role) => role === 'head' || role === 'approver');
      return { needsPin: canApprove && profile.desk.approvalKey.state() === 'none' };
    },
    'connect.changePassword': async (wanted) => {
      await session.need().changePassword(wanted);
      return null;
    },
    'connect.setPin': async ({ pin, password }) => {
      await session.need().setPin(pin, password);
      return null;
    },
    'posts.list': (query) => listPosts(desk(), query),
    'posts.counts': () => countPosts(desk().db),
    'posts.create': ({ kind }) => ({ post: createPost(desk(), kind) }),
    'posts.open': ({ post }) => openPost(desk(), post),
    'posts.leave': ({ post }) => {
      mint(desk(), post);
      return changed(null);
    },
    'posts.act': async (wanted) => {
      // A decision is on what the person saw; only a submission is of the words being written.
      if (wanted.revision === null && wanted.action !== 'submit')
        throw new AppError('bad_input', { place: 'revision' });
      if (wanted.action !== 'urgent') {
        act(desk(), wanted);
        return changed(null);
      }
      // Asked for before anything is signed, and sent at once: it is done with the portal's knowledge or not at all.
      act(desk(), wanted, await session.need().askPermit());
      await session.need().sync.now();
      return null;
    },
    'approval.unlock': ({ pin }) => {
      desk().approvalKey.unlock(pin);
      return null;
    },
    'approval.lock': () => {
      desk().approvalKey.lock();
      return null;
    },
    'draft.write': (step) => {
      const written = writeDraft(desk(), step, session.need().titleOfCopy);
      session.need().sync.touched();
      return written;
    },
    'translation.start': ({ post }) => ({ post: translatePost(desk(), post) }),
    'translation.source': ({ post }) => readSource(desk(), post),
    'translation.seen': ({ post, revision }) => {
      markSourceSeen(desk(), post, revision);
      return null;
    },
    'history.list': ({ post }) => listHistory(desk(), post),
    'history.read': async ({ post, revision }) => {
      await bringVersion(revision);
      return readHistory(desk(), post, revision);
    },
    'history.restore': async ({ post, revision }) => {
      await bringVersion(revision);
      restoreVersion(desk(), post, revision);
      return changed(null);
    },
    'review.before': ({ post }) => readBefore(desk(), post),
    'review.saw': ({ post, revision }) => {
      noteSeen(desk(), post, revision);
      return null;
    },
    'review.prove': ({ post }) => provePost(desk(), post),
    'remarks.list': ({ post, revision }) => readRemarks(desk(), post, revision),
    'remarks.add': (wanted) => {
      addRemark(desk(), wanted);
      return changed(null);
    },
    'remarks.resolve': (wanted) => {
      resolveThread(desk(), wanted);
      return changed(null);
    },
    'bin.put': ({ post }) => changed(putInBin(desk(), post)),
    'bin.restore': ({ post }) => {
      restoreFromBin(desk(), post);
      return changed(null);
    },
    'bin.erase': ({ post }) => {
      eraseFromBin(desk(), post);
      return null;
    },
    'bin.dropDraft': ({ post }) => changed(dropDraft(desk(), post)),
    'conflict.open': ({ post }) => ({ conflict: openConflict(desk(), post) }),
    'conflict.choose': (chosen) => {
      chooseInConflict(desk(), chosen);
      return null;
    },
    'conflict.resolve': (chosen) => {
      resolveConflict(desk(), chosen);
      return changed(null);
    },
    'posts.preview': ({ post, revision }) => previewPost(desk(), post, revision),
    'export.docx': async ({ post }) => {
      const { desk: own, shelf } = session.need();
      const missing = translate(session.state().language, 'export.missing');
      return { savedAt: await saveAsDocx({ desk: own, shelf, downloads: downloadsFolder(settings), missing }, post) };
    },
    'import.docx': ({ data }) => documents.read(Buffer.from(data, 'base64')),
    'import.stop': () => {
      documents.stop();
      return null;
    },
    'media.add': async ({ name, data }) => {
      const { shelf } = session.need();
      const picture = await shrinkPicture(Buffer.from(data, 'base64'), name);
      shelf.put(picture.reference, picture.data);
      return picture.reference;
    },
    'media.give': ({ upload, offset, data }) => {
      session.need().incoming.take(upload, offset, Buffer.from(data, 'base64'));
      return null;
    },
    'media.keep': async ({ upload, name }) => {
      const { incoming, shelf } = session.need();
      const { reference, path } = incoming.finish(upload, name);
      const findings = await inspectFile(path, reference);
      if (findings.some(({ rule }) => rule === 'state_secret')) {
        incoming.discard(path);
        throw new AppError('file_secret', { name });
      }
      shelf.adopt(reference, path);
      keepFindings(desk().db, reference.hash, findings);
      return reference;
    },
    'media.drop': ({ upload }) => {
      session.need().incoming.drop(upload);
      return null;
    },
    'media.crop': async ({ hash, ...area }) => {
      const { shelf } = session.need();
      const picture = await cropPicture(shelf, hash, area);
      shelf.put(picture.reference, picture.data);
      return picture.reference;
    },
    'media.about': ({ hash }) => {
      const { shelf } = session.need();
      const reference = shelf.reference(hash);
      return reference && { reference, isHere: shelf.path(hash) !== null };
    },
    'media.saveCopy': ({ hash }) => ({
      savedAt: saveCopy(session.need().shelf, hash, downloadsFolder(settings)),
    }),
    'checks.letThrough': () => readLetThrough(desk().db),
    'checks.add': (more) => addLetThrough(desk().db, more),
    'checks.file': async ({ hash }) => ({ findings: [...(await findingsOf(desk().db, session.need().shelf, hash))] }),
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
    'report.make': () => makeDiagnostics(diagnosticSources(session, settings, program)),
    'tags.used': () => ({ tags: usedTags(desk().db) }),
    'tasks.list': () => listTasks(desk()),
    'calendar.month': ({ month }) => calendarOf(desk(), month),
    'calendar.askPins': async () => {
      await askPins(desk(), session.need().connection().token);
      return null;
    },
    'tasks.reminder': () => reminderOf(desk()),
    'tasks.reminderSeen': () => {
      markReminderRead(desk());
      return null;
    },
    'work.claim': (wanted) => {
      work(desk(), 'claim', wanted);
      return changed(null);
    },
    'work.release': (wanted) => {
      work(desk(), 'release', wanted);
      return changed(null);
    },
    'work.assign': (wanted) => {
      work(desk(), 'assign', wanted);
      return changed(null);
    },
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
    'board.revoke': (wanted) => session.need().admin.revoke(wanted),
    'audit.heads': () => headsFile(desk().db, desk().portal, program.now()),
    'report.windowBug': (bug) => {
      program.log.windowBug(bug);
      return null;
    },
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
    'update.download': () => program.updates.download(),
  };
}

function diagnosticSources(session: Session, settings: BackendSettings, program: Program): DiagnosticSources {
  const profile = session.profile();
  const { current, language } = session.state();
  return {
    version: settings.version,
    home: settings.home,
    log: program.log,
    now: program.now,
    language,
    profile:
      profile === null || current === null
        ? null
        : {
            kind: isDemoProfile(current) ? 'demo' : 'unit',
            store: profile.desk.db,
            sync: profile.sync.status(),
            approvalKey: profile.desk.approvalKey.state(),
            isSignedIn: profile.connection().token !== null,
            recovery: readRecovery(profileFolder(settings.home, current)),
          },
  };
}

function appState(session: Session, settings: BackendSettings, { updates, bundling }: Program): AppState {
  const profile = session.profile();
  const demo = session.demo();
  const { current, language, textSize } = session.state();
  const isDemo = current !== null && isDemoProfile(current);
  const connection = profile?.connection();
  return {
    version: settings.version,
    language,
    textSize,
    isDemoAvailable: settings.demoCommand !== null,
    profile: profile === null || current === null ? null : { key: current, kind: isDemo ? 'demo' : 'unit' },
    unit: connection?.portal.unit ?? null,
    site: profile === null ? null : readSite(profile.desk.db),
    me: profile?.desk.me() ?? null,
    portalAddress: connection?.address ?? null,
    isSignedIn: connection !== undefined && connection.token !== null,
    approvalKey: profile?.desk.approvalKey.state() ?? 'none',
    people: (isDemo ? (demo?.people ?? []) : []).map(({ key, name, title }) => ({
      key: demoProfile(key),
      name,
      title,
      isCurrent: demoProfile(key) === current,
    })),
    demoPin: isDemo ? (demo?.pin ?? null) : null,
    recovery: profile?.recovery() ?? null,
    newLine: profile?.newLine() ?? null,
    movedAt: profile === null ? null : readMoved(profile.folder),
    arrivedBundle: bundling.arrived(),
    update: updates.announced(),
  };
}
