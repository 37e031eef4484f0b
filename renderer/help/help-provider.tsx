import { createContext, type ReactNode, useCallback, useContext, useEffect, useEffectEvent, useState } from 'react';
import { lazyScreen } from '../design/index.ts';
import { isShortcut } from '../keyboard/index.ts';
import { GuideDialog } from './guide/index.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { topicAt } from './topic.ts';

const AboutDialog = lazyScreen(() => import('./about-dialog.tsx').then((file) => file.AboutDialog));
const DiagnosticsDialog = lazyScreen(() => import('./diagnostics-dialog.tsx').then((file) => file.DiagnosticsDialog));

export type HelpScreen = 'guide' | 'shortcuts' | 'diagnostics' | 'about';

const HelpContext = createContext<(screen: HelpScreen) => void>(() => {});

/** Returns the function that opens one of the screens of help. */
export function useHelp(): (screen: HelpScreen) => void {
  return useContext(HelpContext);
}

/** Holds the screens of help above the window, and opens the guide on F1, at the page for what the person is doing. */
export function HelpProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<HelpScreen | null>(null);
  const [topic, setTopic] = useState<string | null>(null);
  const close = (): void => setShown(null);
  const show = useCallback((screen: HelpScreen): void => {
    setTopic(null);
    setShown(screen);
  }, []);

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (isShortcut('sheet', event)) {
      event.preventDefault();
      show('shortcuts');
    } else if (isShortcut('guide', event)) {
      event.preventDefault();
      if (shown === 'guide') return;
      setTopic(topicAt(document));
      setShown('guide');
    } else if (event.key === 'Escape' && shown !== null && !event.isComposing) {
      // Only what is on top closes: a dialog under the guide stays, with what was typed in it.
      event.preventDefault();
      event.stopImmediatePropagation();
      close();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);

  return (
    <HelpContext value={show}>
      {children}
      <GuideDialog isOpen={shown === 'guide'} start={topic} onClose={close} />
      <ShortcutsDialog isOpen={shown === 'shortcuts'} onClose={close} />
      {shown === 'diagnostics' && <DiagnosticsDialog isOpen onClose={close} />}
      {shown === 'about' && <AboutDialog isOpen onClose={close} />}
    </HelpContext>
  );
}
