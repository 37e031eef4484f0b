import { AppError } from '../../../shared/contract/index.ts';

/**
 * The address of a portal from what a person typed: `https://` where no scheme is given, no path, no query.
 * Plain http is for this computer only, because a password would travel in the open.
 *
 * @throws AppError `address_invalid`, `address_insecure`.
 */
export function portalAddress(typed: string): string {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  let url: URL;
  try {
    url = new URL(hasScheme ? text : `https://${text}`);
  } catch (error) {
    throw new AppError('address_invalid', {}, { cause: error });
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new AppError('address_invalid');
  if (url.username !== '' || url.password !== '' || url.hostname === '') throw new AppError('address_invalid');
  if (url.protocol === 'http:' && !isThisComputer(url.hostname)) throw new AppError('address_insecure');
  return url.origin;
}

function isThisComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
