/**
 * How a portal's process runs on a small server. Young objects die young here: more room for them would only be memory
 * that is lacking; and what became old is looked through before it has grown by half, or searches that come at once leave
 * a hundred megabytes of words read. Pages and texts are packed on several threads, and glibc would give each of these a
 * heap that it hardly ever gives back: two are enough (other systems do not know the variable).
 */
export const PORTAL_PROCESS = {
  nodeArgs: ['--max-semi-space-size=4', '--heap-growing-percent=30'],
  env: { MALLOC_ARENA_MAX: '2' },
};
