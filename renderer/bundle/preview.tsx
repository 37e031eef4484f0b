import type { BundleLook } from '../../shared/contract/index.ts';
import { formatDateTime, formatNumber } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Notice } from '../design/index.ts';
import styles from './bundle.module.css';

/** Who made the file, when by their clock, and what is in it. */
export function Preview({ look }: { readonly look: BundleLook }) {
  const t = useT();
  const { posts, postCount, actions, newActions, drafts, receipts, pictures, from, to } = look;
  const hidden = postCount - posts.length;
  return (
    <>
      <p role="status">{t('bundle.from', { name: look.makerName, at: formatDateTime(look.at) })}</p>
      {look.isOwn && <Notice tone="info">{t('bundle.isOwn')}</Notice>}
      {look.takenAt !== null && (
        <Notice tone="info">{t('bundle.takenAt', { at: formatDateTime(look.takenAt) })}</Notice>
      )}
      <section className={styles.section} aria-labelledby="bundle-holds">
        <h3 id="bundle-holds">{t('bundle.holds')}</h3>
        <ul className={styles.holds}>
          <li>
            {t('bundle.holds.actions', {
              posts: formatNumber(postCount),
              actions: formatNumber(actions),
              fresh: formatNumber(newActions),
            })}
          </li>
          {from !== null && to !== null && (
            <li>{t('bundle.holds.times', { from: formatDateTime(from), to: formatDateTime(to) })}</li>
          )}
          {drafts > 0 && <li>{t('bundle.holds.drafts', { drafts: formatNumber(drafts) })}</li>}
          {receipts > 0 && <li>{t('bundle.holds.receipts', { receipts: formatNumber(receipts) })}</li>}
          {pictures > 0 && <li>{t('bundle.holds.pictures', { pictures: formatNumber(pictures) })}</li>}
        </ul>
      </section>
      {posts.length > 0 && (
        <section className={styles.section} aria-labelledby="bundle-posts">
          <h3 id="bundle-posts">{t('bundle.posts')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the arrow keys */}
          <ul className={styles.posts} tabIndex={0} aria-labelledby="bundle-posts">
            {posts.map(({ post, title, people }) => (
              <li key={post}>
                {title === '' ? t('bundle.untitled') : title}
                <span className={styles.quiet}> · {people.join(', ')}</span>
              </li>
            ))}
            {hidden > 0 && <li>{t('bundle.morePosts', { more: formatNumber(hidden) })}</li>}
          </ul>
        </section>
      )}
    </>
  );
}
