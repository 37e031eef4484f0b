/** For a surface's `finalFocus`: what closes it says where the focus goes, not where it came from. */
export function leaveFocusTo(onClosed: () => void): () => false {
  return () => {
    onClosed();
    return false;
  };
}
