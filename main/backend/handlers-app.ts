import { headsFile } from './audit/index.ts';
import { appState, diagnosticSources } from './handlers-app-state.ts';
import type { HandlerParts, HandlersOf } from './handlers-parts.ts';
import { makeDiagnostics } from './report/index.ts';

/** The program itself: who works in it, and how it is signed in, set, announced and reported on. */
export function appHandlers({
  session,
  settings,
  program,
  desk,
}: HandlerParts): HandlersOf<'app' | 'demo' | 'profile' | 'connect' | 'approval' | 'update' | 'report' | 'audit'> {
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
    'approval.unlock': ({ pin }) => {
      desk().approvalKey.unlock(pin);
      return null;
    },
    'approval.lock': () => {
      desk().approvalKey.lock();
      return null;
    },
    'report.make': () => makeDiagnostics(diagnosticSources(session, settings, program)),
    'audit.heads': () => headsFile(desk().db, desk().portal, program.now()),
    'report.windowBug': (bug) => {
      program.log.windowBug(bug);
      return null;
    },
    'update.download': () => program.updates.download(),
  };
}
