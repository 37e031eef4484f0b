import { ArrowUp, Trash2 } from 'lucide-react';
import { MOST_PINS, type SitePin } from '../../shared/site/index.ts';
import type { SiteSettingsReply } from '../../shared/sync/index.ts';
import { useT } from '../connection/index.ts';
import { IconButton, Select, TextField } from '../design/index.ts';
import type { PartProps } from './part.ts';
import styles from './site.module.css';

/** The news that stand first on the home page, in their order, each until a day or until it is taken off. */
export function PinsPart({ settings, onChange, pages }: PartProps & { readonly pages: SiteSettingsReply['pages'] }) {
  const t = useT();
  const { pins } = settings;
  const put = (next: readonly SitePin[]): void => onChange({ pins: [...next] });
  const titleOf = (post: string): string => pages.find((page) => page.post === post)?.title ?? t('keepSite.pins.gone');
  const free = pages.filter(({ post }) => pins.every((pin) => pin.post !== post));
  return (
    <div className={styles.fields}>
      <p>{t('keepSite.pins.lead', { most: MOST_PINS })}</p>
      {pins.map((pin, index) => {
        const number = index + 1;
        return (
          <fieldset key={pin.post} className={styles.card}>
            <legend>{titleOf(pin.post)}</legend>
            <TextField
              label={t('keepSite.pins.until')}
              hint={t('keepSite.pins.untilHint')}
              type="date"
              value={pin.until ?? ''}
              onChange={(day) =>
                put(pins.map((one, place) => (place === index ? { ...one, until: day === '' ? null : day } : one)))
              }
            />
            <div className={styles.actions}>
              {index > 0 && (
                <IconButton
                  label={t('keepSite.up', { number })}
                  icon={<ArrowUp size={16} aria-hidden="true" />}
                  onClick={() => put(pins.toSpliced(index, 1).toSpliced(index - 1, 0, pin))}
                />
              )}
              <IconButton
                label={t('keepSite.pins.off', { title: titleOf(pin.post) })}
                icon={<Trash2 size={16} aria-hidden="true" />}
                onClick={() => put(pins.toSpliced(index, 1))}
              />
            </div>
          </fieldset>
        );
      })}
      {pins.length < MOST_PINS && free.length > 0 && (
        <Select
          label={t('keepSite.pins.add')}
          value=""
          onChange={(post) => post !== '' && put([...pins, { post, until: null }])}
          items={[
            { value: '', label: t('keepSite.pins.choose') },
            ...free.map(({ post, title }) => ({ value: post, label: title })),
          ]}
        />
      )}
      {pages.length === 0 && <p>{t('keepSite.pins.none')}</p>}
    </div>
  );
}
