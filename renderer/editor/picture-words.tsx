import { LIMITS } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { TextArea } from '../design/index.ts';
import styles from './figure-dialog.module.css';

/** What can be said of one picture; `undefined` takes a part away. */
export interface PictureWords {
  readonly alt: string;
  readonly decorative?: true | undefined;
  readonly caption?: string | undefined;
}

/** The fields of a picture's words. */
export function PictureFields({
  value,
  onChange,
}: {
  readonly value: PictureWords;
  readonly onChange: (part: Partial<PictureWords>) => void;
}) {
  const t = useT();
  return (
    <>
      <TextArea
        label={t('editor.picture.alt')}
        hint={t('editor.picture.alt.hint')}
        value={value.alt}
        disabled={value.decorative === true}
        maxLength={LIMITS.altCharacters}
        onChange={(alt) => onChange({ alt })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={value.decorative === true}
          onChange={(event) => onChange({ decorative: event.currentTarget.checked || undefined })}
        />
        {t('editor.picture.decorative')}
      </label>
      <TextArea
        label={t('editor.picture.caption')}
        value={value.caption ?? ''}
        maxLength={LIMITS.captionCharacters}
        onChange={(caption) => onChange({ caption })}
      />
    </>
  );
}

/** The same words without what is empty or off, which is absent from a block. */
export function withoutEmptyWords({ alt, decorative, caption }: PictureWords): {
  alt: string;
  decorative?: true;
  caption?: string;
} {
  return { alt, ...(decorative ? { decorative } : {}), ...(caption ? { caption } : {}) };
}
