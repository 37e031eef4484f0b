/** Options of every Node we start: tus-js-client calls the old `url.parse`, a warning of no use to whoever runs this. */
export const QUIET_NODE: readonly string[] = ['--disable-warning=DEP0169'];
