import { useT } from '../connection/index.ts';
import { useCategories } from '../session/index.ts';
import styles from './board.module.css';
import type { TextPartProps } from './stage-list.tsx';
import { needsStage, switchStage } from './text-changes.ts';

/** Which category passes which stages; all of them where nothing was taken away. */
export function CategoryStages({ text, onChange }: Omit<TextPartProps, 'isTried'>) {
  const t = useT();
  const categories = useCategories();
  return (
    <section aria-labelledby="rules-categories">
      <h3 id="rules-categories">{t('rules.categories')}</h3>
      <p className={styles.quiet}>{t('rules.categories.text')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('rules.category')}</th>
            {text.stages.map((stage, index) => (
              <th key={stage.id} scope="col">
                {stage.name.trim() === '' ? t('rules.stage.number', { number: index + 1 }) : stage.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {text.stages.map((stage, index) => (
                <td key={stage.id}>
                  <input
                    type="checkbox"
                    aria-label={t('rules.category.needs', { category: name, number: index + 1 })}
                    checked={needsStage(text, code, stage.id)}
                    onChange={() => onChange(switchStage(text, code, stage.id))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
