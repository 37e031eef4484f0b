/** The host of an address or a `Host` header, lower case and without a port; empty for what is none. */
export function hostOf(text: string | undefined): string {
  const host = (text ?? '')
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/:\d{1,5}$/, '')
    .toLowerCase();
  return /^(?:[a-z0-9-]+\.)*[a-z0-9-]+$/.test(host) ? host : '';
}
