import { type SubmitEvent, useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { isReadableColour, type SiteSettings, siteSettingsSchema } from '../../shared/site/index.ts';
import { useClient, useErrorText, useQuery, useT } from '../connection/index.ts';
import { Button, Dialog, Notice, Spinner, TabList, TabPanel, TabRoot, useToast } from '../design/index.ts';
import { AboutPart } from './about-part.tsx';
import { CategoriesPart } from './categories-part.tsx';
import { CoveragePart } from './coverage-part.tsx';
import { MenuPart } from './menu-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { PinsPart } from './pins-part.tsx';
import styles from './site.module.css';

const TABS = ['about', 'menu', 'categories', 'people', 'pins', 'coverage'] as const;
const FORM = 'site-form';

/** What the public site says of the unit besides its posts: for those who keep the site, online. */
export function SiteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { data, error, refetch } = useQuery('site.read', null);
  const [isBusy, setBusy] = useState(false);
  const sentence = useErrorText(error);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={t('keepSite.title')}
      description={t('keepSite.lead')}
      footer={
        <>
          <Button onClick={onClose}>{t('window.cancel')}</Button>
          {data !== null && (
            <Button type="submit" form={FORM} variant="primary" isBusy={isBusy}>
              {t('keepSite.save')}
            </Button>
          )}
        </>
      }
    >
      {data !== null ? (
        <SiteForm key={data.version} seen={data} onBusy={setBusy} onSaved={onClose} />
      ) : sentence === null ? (
        <Spinner label={t('window.loading')} />
      ) : (
        <Notice tone="bad" role="alert" action={<Button onClick={refetch}>{t('window.retry')}</Button>}>
          {sentence}
        </Notice>
      )}
    </Dialog>
  );
}

interface SiteFormProps {
  readonly seen: Output<'site.read'>;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onSaved: () => void;
}

function SiteForm({ seen, onBusy, onSaved }: SiteFormProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const [settings, setSettings] = useState<SiteSettings>(seen.settings);
  const [tab, setTab] = useState<(typeof TABS)[number]>('about');
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sentence = useErrorText(error);
  const change = (part: Partial<SiteSettings>): void => setSettings({ ...settings, ...part });
  const stored = seen.crest === null ? null : `data:image/png;base64,${seen.crest}`;
  /** A crest just chosen; `undefined`: the one there is. */
  const [chosen, setChosen] = useState<string | undefined>();
  const crest = chosen ?? (settings.crest === null ? null : stored);
  const onCrest = (picture: string | null): void => {
    setChosen(picture ?? undefined);
    if (picture === null) change({ crest: null });
  };
  const parts = { settings, onChange: change, isTried, crest, onCrest };

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    setError(null);
    const checked = siteSettingsSchema.safeParse(settings);
    const wrong = isReadableColour(settings.colour) ? checked.error?.issues[0]?.path[0] : 'about';
    if (wrong !== undefined || !checked.success) {
      setTab(TABS.find((name) => name === wrong) ?? 'about');
      return;
    }
    onBusy(true);
    try {
      await client.call('site.set', {
        ...{ base: seen.version, settings: checked.data },
        ...(chosen !== undefined && { picture: chosen.replace(/^[^,]*,/, '') }),
      });
      toast(t('keepSite.saved'));
      onSaved();
    } catch (failure) {
      setError(failure);
    } finally {
      onBusy(false);
    }
  };

  return (
    <form id={FORM} data-help="trang-cong-khai" className={styles.form} onSubmit={save} noValidate>
      <TabRoot value={tab} onValueChange={(next: (typeof TABS)[number]) => setTab(next)}>
        <TabList
          label={t('keepSite.title')}
          items={TABS.map((value) => ({ value, label: t(`keepSite.tab.${value}`) }))}
        />
        <TabPanel value="about" className={styles.panel}>
          <AboutPart {...parts} />
          <RatingLine ratings={seen.ratings} />
        </TabPanel>
        <TabPanel value="menu" className={styles.panel}>
          <MenuPart {...parts} standing={seen.standing} />
        </TabPanel>
        <TabPanel value="categories" className={styles.panel}>
          <CategoriesPart {...parts} />
        </TabPanel>
        <TabPanel value="people" className={styles.panel}>
          <PeoplePart {...parts} />
        </TabPanel>
        <TabPanel value="pins" className={styles.panel}>
          <PinsPart {...parts} pages={seen.pages} />
        </TabPanel>
        <TabPanel value="coverage" className={styles.panel}>
          <CoveragePart />
        </TabPanel>
      </TabRoot>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
    </form>
  );
}

/** What readers said of the site, in one line. */
function RatingLine({ ratings }: { readonly ratings: Output<'site.read'>['ratings'] }) {
  const t = useT();
  const { good, fair, poor } = ratings;
  const text = good + fair + poor === 0 ? t('keepSite.ratings.none') : t('keepSite.ratings', { good, fair, poor });
  return <p>{text}</p>;
}
