import type { PostDetails } from '../../shared/contract/index.ts';
import { useT } from '../connection/index.ts';
import { useCategoryName } from '../session/index.ts';
import styles from './details.module.css';

/** What is written about a post, for someone who only reads it. */
export function FieldFacts({ details }: { readonly details: PostDetails }) {
  const t = useT();
  const nameOf = useCategoryName();
  const { categories, tags, byline } = details.fields;
  const facts = [
    [t('window.field.owner'), details.ownerName],
    [t('window.field.category'), categories.map(nameOf).join(', ')],
    [t('window.field.tags'), tags.join(', ')],
    [t('window.field.byline'), byline],
  ].filter(([, value]) => value !== '');
  return (
    <section className={styles.section} aria-labelledby="details-fields">
      <h3 id="details-fields">{t('window.fields.title')}</h3>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
