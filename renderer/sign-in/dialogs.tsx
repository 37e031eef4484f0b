import { useT } from '../connection/index.ts';
import { Button, Dialog } from '../design/index.ts';
import { ConnectForm } from './connect-form.tsx';
import { PinForm } from './pin-form.tsx';

interface OpenProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Signs in again to the portal that the data here belongs to. */
export function SignInDialog({
  isOpen,
  onClose,
  address,
  onSignedIn,
}: OpenProps & { readonly address: string | null; readonly onSignedIn: (needsPin: boolean) => void }) {
  const t = useT();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('window.signIn.title')} description={t('window.signIn.text')}>
      <ConnectForm
        address={address ?? undefined}
        onSignedIn={onSignedIn}
        secondary={<Button onClick={onClose}>{t('window.cancel')}</Button>}
      />
    </Dialog>
  );
}

/** Sets the PIN of the person's approval key on this computer. */
export function PinDialog({ isOpen, onClose, onDone }: OpenProps & { readonly onDone: () => void }) {
  const t = useT();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('window.pin.title')}>
      <PinForm onDone={onDone} secondary={<Button onClick={onClose}>{t('window.cancel')}</Button>} />
    </Dialog>
  );
}
