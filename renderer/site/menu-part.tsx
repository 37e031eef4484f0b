import { ArrowUp } from 'lucide-react';
import type { SiteSettingsReply } from '../../shared/sync/index.ts';
import { useT } from '../connection/index.ts';
import { IconButton } from '../design/index.ts';
import type { PartProps } from './part.ts';
import styles from './site.module.css';

/** The standing pages in the order of the menu. */
export function MenuPart({
  settings,
  onChange,
  standing,
}: PartProps & { readonly standing: SiteSettingsReply['standing'] }) {
  const t = useT();
  const place = (post: string): number =>
    settings.menu.includes(post) ? settings.menu.indexOf(post) : settings.menu.length;
  const pages = standing.toSorted((one, other) => place(one.post) - place(other.post));
  const raise = (index: number): void => {
    const posts = pages.map(({ post }) => post);
    onChange({ menu: posts.toSpliced(index, 1).toSpliced(index - 1, 0, posts[index] ?? '') });
  };
  return (
    <div className={styles.fields}>
      <p>{t('keepSite.menu.lead')}</p>
      {pages.length === 0 ? (
        <p>{t('keepSite.menu.none')}</p>
      ) : (
        <ol className={styles.rows} aria-label={t('keepSite.tab.menu')}>
          {pages.map(({ post, title }, index) => (
            <li key={post} className={styles.row}>
              <span>{title}</span>
              {index > 0 && (
                <IconButton
                  label={t('keepSite.menu.up', { title })}
                  icon={<ArrowUp size={16} aria-hidden="true" />}
                  onClick={() => raise(index)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
