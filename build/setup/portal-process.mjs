/**
 * How a portal's process runs on a small server. Young objects die young here: more room for them would only be memory
 * that is lacking. Pages and texts are packed on several threads, and glibc would give each of these a heap that it hardly
 * ever gives back: two are enough (other systems do not know the variable).
 */
export const PORTAL_PROCESS = { nodeArgs: ['--max-semi-space-size=4'], env: { MALLOC_ARENA_MAX: '2' } };
