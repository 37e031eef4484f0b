// Import rules of design.md section 2. They run in `npm test`; `test/house/import-rules.test.ts` shows that they bite.

/** Rooms whose folders are entered by their `index.ts` only. */
const ROOMS = '(main/backend|shared|main|portal|renderer)';
/** Tests, and the folders that hold what tests share, may look inside. */
const TESTS = '(\\.(test|e2e|long)\\.tsx?$)|(^test/)|(/testing(/|\\.tsx?$))';

/** What tests share. */
const TESTING = '/testing(/|\\.tsx?$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea, or a third one is missing.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-pure',
      comment: 'What client and portal agree on runs anywhere: no Node, no Electron, no React.',
      severity: 'error',
      from: { path: '^shared/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-has-no-host',
      severity: 'error',
      from: { path: '^shared/', pathNot: TESTS },
      to: {
        path: [
          '^(main|renderer|portal|build|test)/',
          'node_modules/(electron|react|react-dom|lexical|better-sqlite3|sharp)/',
        ],
      },
    },
    {
      name: 'renderer-only-shared',
      comment: 'The window reaches the program through shared/contract only.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: TESTS },
      to: { path: '^(main|portal|build|test)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-only-shared',
      severity: 'error',
      from: { path: '^main/', pathNot: TESTS },
      to: { path: '^(renderer|portal|build|test)/' },
    },
    {
      name: 'portal-only-shared',
      severity: 'error',
      from: { path: '^portal/', pathNot: TESTS },
      to: { path: '^(renderer|main|build|test)/' },
    },
    {
      name: 'backend-has-no-host',
      comment: 'The whole offline application is plain Node; its hosts are thin and come and go.',
      severity: 'error',
      from: { path: '^main/backend/', pathNot: TESTS },
      to: { path: ['^main/(electron|browser|shell)/', 'node_modules/electron/'] },
    },
    {
      name: 'hosts-know-the-protocol-only',
      comment: 'A shell starts the backend as a process; of its code it reads the border alone.',
      severity: 'error',
      from: { path: '^main/(electron|browser|shell)/', pathNot: TESTS },
      to: { path: '^main/backend/', pathNot: '^main/backend/host-protocol\\.ts$' },
    },
    {
      name: 'electron-in-its-shell',
      severity: 'error',
      from: { path: '^(shared|main|renderer|portal)/', pathNot: '^main/electron/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'through-the-door',
      comment: "Only a folder's index.ts is imported from outside the folder.",
      severity: 'error',
      from: { path: `^${ROOMS}/([^/]+)/`, pathNot: TESTS },
      to: {
        path: `^${ROOMS}/[^/]+/`,
        // The rest of one's own room; any room's door; main/backend is a room of rooms; message files of one language.
        pathNot: ['^$1/$2/', `^${ROOMS}/[^/]+/index\\.tsx?$`, '^main/backend/host-protocol\\.ts$', '\\.css$'],
      },
    },
    {
      name: 'through-the-door-from-above',
      comment: 'The same for files that stand beside the folders.',
      severity: 'error',
      from: { path: ['^(main/backend|portal|renderer)/[^/]+$', '^build/'], pathNot: TESTS },
      to: {
        path: '^(shared|main/backend|portal)/[^/]+/.+',
        pathNot: ['^(shared|main/backend|portal)/[^/]+/index\\.tsx?$', TESTING],
      },
    },
    {
      name: 'testing-stays-in-tests',
      severity: 'error',
      from: { path: '^(shared|main|renderer|portal)/', pathNot: TESTS },
      to: { path: TESTING },
    },
    {
      name: 'only-listed-packages',
      severity: 'error',
      from: { path: '^(shared|main|renderer|portal)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(shared|main|renderer|portal|build|test)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache)/' },
    tsPreCompilationDeps: 'specify',
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
