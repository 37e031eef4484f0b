import { useState } from 'react';
import { LIMITS, type PostFields } from '../../shared/content/index.ts';
import { useT } from '../connection/index.ts';
import { TextField } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';
import { CategoryFields } from './category-fields.tsx';
import { CoverField } from './cover-field.tsx';
import styles from './details.module.css';
import { TagField } from './tag-field.tsx';

interface FieldFormProps {
  /** The fields as the post was last read; they replace nothing that is being written. */
  readonly start: PostFields;
  readonly journal: Journal;
}

/** What an author writes about the post, beside its text. Each change is journaled like a key of the body. */
export function FieldForm({ start, journal }: FieldFormProps) {
  const t = useT();
  const [fields, setFields] = useState(start);
  const [read, setRead] = useState(start);
  // Read while a change is on its way, the post may be the one before it; it is read again after each.
  if (start !== read && journal.state === 'saved') {
    setRead(start);
    setFields((last) => followed(last, read, start));
  }
  const write = (change: Partial<PostFields>): void => {
    setFields((last) => ({ ...last, ...change }));
    journal.writeFields(change);
  };

  return (
    <section className={styles.section} aria-labelledby="details-fields">
      <h3 id="details-fields">{t('window.fields.title')}</h3>
      <CategoryFields value={fields.categories} onChange={(categories) => write({ categories })} />
      <CoverField value={fields.cover} onChange={(cover) => write({ cover })} />
      <TagField value={fields.tags} onChange={(tags) => write({ tags })} />
      <TextField
        label={t('window.field.byline')}
        hint={t('window.field.bylineHint')}
        value={fields.byline}
        onChange={(byline) => write({ byline })}
        maxLength={LIMITS.bylineCharacters}
      />
    </section>
  );
}

/** The fields with what has become another value since they were read, of those that nobody has changed here. */
function followed(fields: PostFields, before: PostFields, now: PostFields): PostFields {
  const isOurs = (key: keyof PostFields): boolean => JSON.stringify(fields[key]) !== JSON.stringify(before[key]);
  const ours = Object.entries(fields).filter(([key]) => isOurs(key as keyof PostFields));
  return { ...now, ...Object.fromEntries(ours) };
}
