import type { AppState } from '../../shared/contract/index.ts';
import { readMoved } from './bundle/index.ts';
import type { BackendSettings } from './host-protocol.ts';
import { demoProfile, isDemoProfile, profileFolder } from './profiles/index.ts';
import type { Program } from './program.ts';
import type { DiagnosticSources } from './report/index.ts';
import type { Session } from './session.ts';
import { readSite } from './site/index.ts';
import { readRecovery } from './store/index.ts';

/** What a report of the program's own state is made from. */
export function diagnosticSources(session: Session, settings: BackendSettings, program: Program): DiagnosticSources {
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

/** What the window goes by: who works here, in which unit, and what this computer may do. */
export function appState(session: Session, settings: BackendSettings, { updates, bundling }: Program): AppState {
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
