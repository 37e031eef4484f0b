import {
  ChevronDown,
  CircleUserRound,
  Globe,
  HardDriveUpload,
  KeyRound,
  Lock,
  LogIn,
  MonitorCog,
  PackageOpen,
  RectangleEllipsis,
  Scale,
  Usb,
  UsersRound,
} from 'lucide-react';
import { useState } from 'react';
import type { Role } from '../../shared/workflow/index.ts';
import { BoardDialog, NameDeviceDialog, RulesDialog } from '../board/index.ts';
import { useBundles } from '../bundle/index.ts';
import { useClient, useErrorSentence, useLanguage, useT } from '../connection/index.ts';
import { Button, Menu, MenuChoice, MenuItem, MenuSeparator, useToast } from '../design/index.ts';
import { keysText } from '../keyboard/index.ts';
import { MoveDialog } from '../move/index.ts';
import { useSession } from '../session/index.ts';
import { PasswordDialog, PinDialog, SignInDialog } from '../sign-in/index.ts';
import { SiteDialog } from '../site/index.ts';
import styles from './header.module.css';

type Shown = 'sign-in' | 'pin' | 'move' | 'rules' | 'board' | 'site' | 'password' | 'device' | null;

/** Who works here, who else does on this computer, the language, and what is seldom needed. */
export function AccountMenu({ onSwitch }: { readonly onSwitch: (key: string) => void }) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const language = useLanguage();
  const bundles = useBundles();
  const { app, refresh } = useSession();
  const [shown, setShown] = useState<Shown>(null);
  const { me } = app;
  const close = (): void => setShown(null);
  const after = (call: Promise<null>): void => {
    call.then(refresh, (error: unknown) => toast(sentence(error), 'bad'));
  };
  const iconProps = { size: 16, 'aria-hidden': true } as const;
  const holds = (...roles: readonly Role[]): boolean => me?.roles.some((role) => roles.includes(role)) ?? false;
  const canSetPin = app.approvalKey === 'none' && holds('head', 'approver');
  const hasMore = !app.isSignedIn || canSetPin || app.approvalKey === 'unlocked';
  // The sample unit is made anew on any computer, and has no passwords.
  const canMove = app.profile?.kind === 'unit';
  const current = app.people.find(({ isCurrent }) => isCurrent)?.key ?? '';

  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button
            variant="quiet"
            icon={<CircleUserRound size={18} aria-hidden="true" />}
            aria-label={t('window.account.label', { name: me?.name ?? '' })}
          >
            <span className={styles.name}>{me?.name}</span>
            <ChevronDown {...iconProps} />
          </Button>
        }
      >
        <div className={styles.me}>
          <p className={styles.myName}>{me?.name}</p>
          <p className={styles.quiet}>{me?.title}</p>
          <p className={styles.quiet}>{me?.roles.map((role) => t(`window.role.${role}`)).join(', ')}</p>
        </div>
        {app.people.length > 1 && (
          <>
            <MenuSeparator />
            <MenuChoice
              label={app.profile?.kind === 'demo' ? t('window.account.people.demo') : t('window.account.people.unit')}
              value={current}
              choices={app.people.map(({ key, name, title }) => ({ value: key, text: name, hint: title }))}
              onChange={(key) => key !== current && onSwitch(key)}
            />
          </>
        )}
        <MenuSeparator />
        <MenuChoice
          label={t('window.account.language')}
          value={language}
          choices={[
            { value: 'vi', text: t('window.language.vi') },
            { value: 'en', text: t('window.language.en') },
          ]}
          onChange={(next) => after(client.call('app.setLanguage', { language: next }))}
        />
        <MenuSeparator />
        <MenuItem icon={<Scale {...iconProps} />} onClick={() => setShown('rules')}>
          {t('rules.title')}
        </MenuItem>
        {holds('head', 'administrator') && (
          <MenuItem icon={<UsersRound {...iconProps} />} onClick={() => setShown('board')}>
            {t('people.title')}
          </MenuItem>
        )}
        {holds('head', 'administrator', 'clerk') && (
          <MenuItem icon={<Globe {...iconProps} />} onClick={() => setShown('site')}>
            {t('keepSite.title')}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={<Usb {...iconProps} />} hint={keysText(language, 'exportBundle')} onClick={bundles.make}>
          {t('bundle.makeTitle')}
        </MenuItem>
        <MenuItem
          icon={<PackageOpen {...iconProps} />}
          hint={keysText(language, 'importBundle')}
          onClick={bundles.take}
        >
          {t('bundle.takeTitle')}
        </MenuItem>
        {(hasMore || canMove) && <MenuSeparator />}
        {!app.isSignedIn && (
          <MenuItem icon={<LogIn {...iconProps} />} onClick={() => setShown('sign-in')}>
            {t('window.signIn.title')}
          </MenuItem>
        )}
        {canMove && app.isSignedIn && (
          <MenuItem icon={<RectangleEllipsis {...iconProps} />} onClick={() => setShown('password')}>
            {t('password.title')}
          </MenuItem>
        )}
        {canMove && app.isSignedIn && (
          <MenuItem icon={<MonitorCog {...iconProps} />} onClick={() => setShown('device')}>
            {t('people.nameDevice')}
          </MenuItem>
        )}
        {canSetPin && (
          <MenuItem icon={<KeyRound {...iconProps} />} onClick={() => setShown('pin')}>
            {t('window.pin.set')}
          </MenuItem>
        )}
        {app.approvalKey === 'unlocked' && (
          <MenuItem icon={<Lock {...iconProps} />} onClick={() => after(client.call('approval.lock', null))}>
            {t('window.account.lock')}
          </MenuItem>
        )}
        {canMove && (
          <MenuItem icon={<HardDriveUpload {...iconProps} />} onClick={() => setShown('move')}>
            {t('move.title')}
          </MenuItem>
        )}
      </Menu>
      {shown === 'rules' && <RulesDialog onClose={close} />}
      {shown === 'board' && <BoardDialog onClose={close} />}
      {shown === 'site' && <SiteDialog onClose={close} />}
      {shown === 'password' && <PasswordDialog onClose={close} />}
      {shown === 'device' && <NameDeviceDialog onClose={close} />}
      {shown === 'move' && <MoveDialog isOpen onClose={close} />}
      <SignInDialog
        isOpen={shown === 'sign-in'}
        onClose={close}
        address={app.portalAddress}
        onSignedIn={(needsPin) => {
          setShown(needsPin ? 'pin' : null);
          refresh();
        }}
      />
      <PinDialog
        isOpen={shown === 'pin'}
        onClose={close}
        onDone={() => {
          close();
          refresh();
        }}
      />
    </>
  );
}
