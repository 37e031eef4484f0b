import { readFileSync } from 'node:fs';

/**
 * The machine's own start, where it tells it. Pages are not flushed one by one, which would cost each publication a
 * second on a slow disk: what a power cut may have torn is made anew after it instead.
 */
export const BOOT = bootId();

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
