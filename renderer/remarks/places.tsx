import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Anchor } from '../../shared/content/index.ts';

/** What the text of an open post and the remarks beside it tell each other. */
interface RemarkPlaces {
  /** What the reader has selected in the text. */
  readonly selected: Anchor | null;
  readonly setSelected: (selected: Anchor | null) => void;
  /** What is remarked on in the text shown. */
  readonly marks: readonly Anchor[];
  readonly setMarks: (marks: readonly Anchor[]) => void;
  /** What the reader asked to see; another object each time. */
  readonly target: Anchor | null;
  readonly setTarget: (target: Anchor | null) => void;
}

const PlacesContext = createContext<RemarkPlaces | null>(null);

export function RemarkPlacesProvider({ children }: { readonly children: ReactNode }) {
  const [selected, setSelected] = useState<Anchor | null>(null);
  const [marks, setMarks] = useState<readonly Anchor[]>([]);
  const [target, setTarget] = useState<Anchor | null>(null);
  const value = useMemo(
    () => ({ selected, setSelected, marks, setMarks, target, setTarget }),
    [selected, marks, target],
  );
  return <PlacesContext value={value}>{children}</PlacesContext>;
}

export function useRemarkPlaces(): RemarkPlaces {
  const places = useContext(PlacesContext);
  if (places === null) throw new Error('outside of RemarkPlacesProvider');
  return places;
}
