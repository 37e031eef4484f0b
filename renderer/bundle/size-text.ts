import { formatNumber } from '../../shared/vietnamese/index.ts';

/** A size for a person: `340 KB`, `12 MB`. Never none. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.ceil(bytes / 1_000)))} KB`;
  return `${formatNumber(Math.ceil(bytes / 1_000_000))} MB`;
}
