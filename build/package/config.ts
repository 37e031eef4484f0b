import type { Configuration } from 'electron-builder';

export interface PackageOptions {
  /** The folder with the icon, and where the result goes. Absolute. */
  readonly resources: string;
  readonly output: string;
  /** A folder with Electron's files, or `null` to fetch them. */
  readonly electronDist: string | null;
  readonly electronVersion: string;
  /** Fuses are set in what is given to people. Without them a test can still drive the program. */
  readonly isRelease: boolean;
}

/** How electron-builder makes the packages. */
export function builderConfig(options: PackageOptions): Configuration {
  const { resources, output, electronDist, electronVersion, isRelease } = options;
  return {
    appId: 'vn.banthao.app',
    productName: 'Bản Thảo',
    // Plain letters: browsers, mail programs and USB sticks mangle others.
    artifactName: `ban-thao-\${version}-\${os}-\${arch}.\${ext}`,
    copyright: 'MIT',
    directories: { buildResources: resources, output },
    electronVersion,
    ...(electronDist === null ? {} : { electronDist }),
    // The menu and dialogs of Chromium itself.
    electronLanguages: ['vi', 'en-US', 'en'],
    // Everything native is N-API with prebuilt files, already laid out.
    npmRebuild: false,
    nodeGypRebuild: false,
    files: ['**/*', { from: 'node_modules', to: 'node_modules', filter: ['**/*'] }],
    asar: true,
    // The system's loader cannot look into an archive.
    asarUnpack: ['**/*.node', 'node_modules/@img/sharp-*/**'],
    fileAssociations: [{ ext: 'banthao', name: 'Bản Thảo', role: 'Editor', mimeType: 'application/x-banthao' }],
    ...(isRelease ? { electronFuses: FUSES } : {}),
    // Updates are announced by the portal and checked by the backend.
    publish: null,
    win: { target: ['nsis'], executableName: 'ban-thao' },
    nsis: {
      // For this person alone: school computers give teachers no administrator's password.
      oneClick: true,
      perMachine: false,
      allowElevation: false,
      language: '1066',
      deleteAppDataOnUninstall: false,
      shortcutName: 'Bản Thảo',
      differentialPackage: false,
    },
    dmg: { writeUpdateInfo: false },
    mac: { target: ['dmg', 'zip'], category: 'public.app-category.productivity', hardenedRuntime: true },
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'ban-thao',
      category: 'Office',
      maintainer: 'Bản Thảo <ban-thao@banthao.example>',
    },
  };
}

/** What a released program can no longer be talked into, by an environment variable, an argument, or a changed file. */
const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
} as const;
