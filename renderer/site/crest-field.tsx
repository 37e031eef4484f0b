import { useId, useRef, useState } from 'react';
import { CREST_BYTES } from '../../shared/site/index.ts';
import { useT } from '../connection/index.ts';
import { Button } from '../design/index.ts';
import type { PartProps } from './part.ts';
import styles from './site.module.css';

/** The unit's crest: chosen from this computer, shown as it is, taken off again. The portal checks what it is. */
export function CrestField({ crest, onCrest }: Pick<PartProps, 'crest' | 'onCrest'>) {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    setTooLarge(file.size > CREST_BYTES);
    if (file.size > CREST_BYTES) return;
    const reader = new FileReader();
    reader.onload = () => onCrest(String(reader.result));
    reader.readAsDataURL(file);
  };
  return (
    <section className={styles.fields} aria-labelledby={id}>
      <h3 id={id}>{t('keepSite.crest')}</h3>
      <p>{t('keepSite.crest.hint')}</p>
      {crest !== null && <img className={styles.crest} src={crest} alt={t('keepSite.crest')} />}
      <div className={styles.actions}>
        <Button onClick={() => input.current?.click()}>
          {t(crest === null ? 'keepSite.crest.choose' : 'keepSite.crest.other')}
        </Button>
        {crest !== null && <Button onClick={() => onCrest(null)}>{t('keepSite.crest.off')}</Button>}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          hidden
          aria-label={t('keepSite.crest')}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {isTooLarge && (
        <p role="alert" className={styles.wrong}>
          {t('error.crest_unreadable')}
        </p>
      )}
    </section>
  );
}
