import { ArrowUp } from 'lucide-react';
import { categoryName } from '../../shared/rules/index.ts';
import { categoriesShown, MOST_BLOCKS, type SiteCategory } from '../../shared/site/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { useLanguage, useT } from '../connection/index.ts';
import { IconButton, TextField } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import type { PartProps } from './part.ts';
import styles from './site.module.css';

/** The categories that the law names: the unit's own names and order, what the menu leaves out, blocks of the home page. */
export function CategoriesPart({ settings, onChange }: PartProps) {
  const t = useT();
  const language = useLanguage();
  const { app } = useSession();
  const today = dayInVietnam(new Date().toISOString());
  const shown = categoriesShown(app.unit?.level ?? 'school', today, settings.categories);
  const all = shown.map(({ rule: _rule, ...category }): SiteCategory => category);
  const blocks = all.filter(({ isOnHome }) => isOnHome).length;
  const put = (categories: readonly SiteCategory[]): void => onChange({ categories: [...categories] });
  return (
    <div className={styles.fields}>
      <p>{t('keepSite.categories.lead', { most: MOST_BLOCKS })}</p>
      {shown.map(({ code, name, nameEn, isHidden, isOnHome, rule }, index) => {
        const change = (part: Partial<SiteCategory>): void =>
          put(all.map((category) => (category.code === code ? { ...category, ...part } : category)));
        const isFull = !isOnHome && blocks >= MOST_BLOCKS;
        return (
          <fieldset key={code} className={styles.card}>
            <legend>{`${index + 1}. ${categoryName(code, language)}`}</legend>
            <div className={styles.pair}>
              <TextField
                label={t('keepSite.categories.name')}
                value={name}
                onChange={(words) => change({ name: words })}
                maxLength={80}
              />
              <TextField
                label={t('keepSite.categories.nameEn')}
                value={nameEn}
                onChange={(words) => change({ nameEn: words })}
                maxLength={80}
              />
            </div>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={isOnHome}
                disabled={isFull}
                onChange={() => change({ isOnHome: !isOnHome })}
              />
              <span>
                {t(isFull ? 'keepSite.categories.full' : 'keepSite.categories.onHome', { most: MOST_BLOCKS })}
              </span>
            </label>
            {rule.obligation === 'may' && (
              <label className={styles.check}>
                <input type="checkbox" checked={isHidden} onChange={() => change({ isHidden: !isHidden })} />
                <span>{t('keepSite.categories.hidden')}</span>
              </label>
            )}
            {index > 0 && (
              <div className={styles.actions}>
                <IconButton
                  label={t('keepSite.up', { number: index + 1 })}
                  icon={<ArrowUp size={16} aria-hidden="true" />}
                  onClick={() => {
                    const own = all[index];
                    if (own !== undefined) put(all.toSpliced(index, 1).toSpliced(index - 1, 0, own));
                  }}
                />
              </div>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}
