import { Crop, ImagePlus } from 'lucide-react';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { type Cover, LIMITS, smallPath } from '../../shared/content/index.ts';
import { AppError, type Client } from '../../shared/contract/index.ts';
import { useClient, useErrorText, useT } from '../connection/index.ts';
import { Button, Notice, TextField } from '../design/index.ts';
import { PictureFrame } from '../picture/index.ts';
import styles from './details.module.css';

interface CoverFieldProps {
  readonly value: Cover | null;
  readonly onChange: (value: Cover | null) => void;
}

/** The picture that stands for the post in lists, with the words for those who cannot see it. */
export function CoverField({ value, onChange }: CoverFieldProps) {
  const t = useT();
  const client = useClient();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [isFraming, setFraming] = useState(false);
  const sentence = useErrorText(error);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });

  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file === undefined) return;
    setBusy(true);
    setError(null);
    try {
      const media = await addPicture(client, file);
      // What was written since is about the new picture.
      const alt = latest.current?.alt ?? '';
      onChange({ media, alt: alt === value?.alt ? '' : alt });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <fieldset className={styles.cover}>
      <legend>{t('window.field.cover')}</legend>
      <input ref={input} type="file" accept="image/*" hidden onChange={choose} data-testid="cover-file" />
      {value !== null && (
        <img
          className={styles.coverPicture}
          src={smallPath(value.media, 800)}
          alt={value.alt}
          {...(value.focus && { style: { objectPosition: `${value.focus.x}% ${value.focus.y}%` } })}
        />
      )}
      <div className={styles.row}>
        <Button
          icon={<ImagePlus size={16} aria-hidden="true" />}
          isBusy={isBusy}
          onClick={() => input.current?.click()}
        >
          {value === null ? t('window.field.coverChoose') : t('window.field.coverChange')}
        </Button>
        {value !== null && (
          <Button icon={<Crop size={16} aria-hidden="true" />} onClick={() => setFraming(true)}>
            {t('picture.frame.open')}
          </Button>
        )}
        {value !== null && (
          <Button variant="quiet" onClick={() => onChange(null)}>
            {t('window.field.coverRemove')}
          </Button>
        )}
      </div>
      {sentence !== null && (
        <Notice tone="bad" role="alert">
          {sentence}
        </Notice>
      )}
      {value !== null && (
        <TextField
          label={t('window.field.coverAlt')}
          hint={t('window.field.coverAltHint')}
          value={value.alt}
          onChange={(alt) => onChange({ ...value, alt })}
          maxLength={LIMITS.altCharacters}
        />
      )}
      {value !== null && isFraming && (
        <PictureFrame
          key={value.media}
          value={{ media: value.media, ...(value.focus && { focus: value.focus }) }}
          crop={async (hash, area) => (await client.call('media.crop', { hash, ...area })).hash}
          onDone={(framed) => {
            onChange({ alt: value.alt, ...framed });
            setFraming(false);
          }}
          onClose={() => setFraming(false)}
        />
      )}
    </fieldset>
  );
}

/** Takes a picture file in and returns the hash it is kept under. @throws AppError when it cannot be taken. */
async function addPicture(client: Client, file: File): Promise<string> {
  if (file.size > LIMITS.pictureBytes) throw new AppError('picture_too_large', { name: file.name });
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new AppError('picture_broken', { name: file.name }));
    reader.readAsDataURL(file);
  });
  const data = address.slice(address.indexOf(',') + 1);
  const { hash } = await client.call('media.add', { name: file.name, data });
  return hash;
}
