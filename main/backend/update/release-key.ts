/** Put in by the build from `build/release.json`; not there when the sources run as they are. */
declare const BANTHAO_RELEASE_KEY: string | null | undefined;

/** Public half of the key that signs releases (Ed25519, hex), or `null` in a build that has none and asks for no updates. */
export const RELEASE_KEY: string | null =
  typeof BANTHAO_RELEASE_KEY === 'string' && /^[0-9a-f]{64}$/.test(BANTHAO_RELEASE_KEY) ? BANTHAO_RELEASE_KEY : null;
