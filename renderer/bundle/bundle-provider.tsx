import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useClient, useT } from '../connection/index.ts';
import { lazyScreen } from '../design/index.ts';
import { useShortcut } from '../keyboard/index.ts';
import { useSession } from '../session/index.ts';
import styles from './bundle.module.css';
import { useFileDrop } from './use-file-drop.ts';

const MakeDialog = lazyScreen(() => import('./make-dialog.tsx').then((file) => file.MakeDialog));
const TakeDialog = lazyScreen(() => import('./take-dialog.tsx').then((file) => file.TakeDialog));

/** Opens the two dialogs of work by USB. */
export interface Bundles {
  readonly make: () => void;
  readonly take: () => void;
}

const BundleContext = createContext<Bundles>({ make: () => {}, take: () => {} });

export function useBundles(): Bundles {
  return useContext(BundleContext);
}

type Shown =
  | { readonly what: 'make' }
  | { readonly what: 'take'; readonly file: File | null; readonly arrived: string | null };

/**
 * Saves and takes in files to carry: from the menu, by keys, by a file dropped on the window or opened with the program.
 */
export function BundleProvider({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const client = useClient();
  const { app, refresh } = useSession();
  const [shown, setShown] = useState<Shown | null>(null);
  const bundles = useMemo<Bundles>(
    () => ({
      make: () => setShown({ what: 'make' }),
      take: () => setShown({ what: 'take', file: null, arrived: null }),
    }),
    [],
  );
  useShortcut('exportBundle', bundles.make);
  useShortcut('importBundle', bundles.take);
  const isOver = useFileDrop((file) => setShown({ what: 'take', file, arrived: null }));
  const { arrivedBundle } = app;
  useEffect(() => {
    if (arrivedBundle !== null) setShown((now) => now ?? { what: 'take', file: null, arrived: arrivedBundle });
  }, [arrivedBundle]);

  const close = (): void => {
    if (shown?.what === 'take') void client.call('bundle.leave', null).then(refresh, refresh);
    setShown(null);
  };
  return (
    <BundleContext value={bundles}>
      {children}
      {shown?.what === 'make' && <MakeDialog onClose={close} />}
      {shown?.what === 'take' && <TakeDialog file={shown.file} arrived={shown.arrived} onClose={close} />}
      {isOver && (
        <div className={styles.drop} aria-hidden="true">
          <p className={styles.dropText}>{t('bundle.drop')}</p>
        </div>
      )}
    </BundleContext>
  );
}
