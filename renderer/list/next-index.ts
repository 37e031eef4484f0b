/** Where a key moves the active row of a list of `total` rows (at least one); `null` for a key that moves nothing. */
export function nextIndex(key: string, active: number, total: number, rowsInSight: number): number | null {
  const clamp = (index: number): number => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1);
    case 'ArrowUp':
      return clamp(active - 1);
    case 'PageDown':
      return clamp(active + rowsInSight);
    case 'PageUp':
      return clamp(active - rowsInSight);
    case 'Home':
      return 0;
    case 'End':
      return clamp(total - 1);
    default:
      return null;
  }
}
