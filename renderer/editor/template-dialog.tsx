import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { newBlockId } from '../../shared/content/index.ts';
import { type TemplatePart, templatesFor } from '../../shared/rules/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { useLanguage, useT } from '../connection/index.ts';
import { Button, Dialog } from '../design/index.ts';
import { insertTemplate } from './insert-template.ts';
import styles from './template-dialog.module.css';

interface TemplateDialogProps {
  readonly categories: readonly string[];
  readonly onClose: () => void;
}

/** “Mẫu bài”: what posts of this category usually hold, to start from. */
export function TemplateDialog({ categories, onClose }: TemplateDialogProps) {
  const t = useT();
  const language = useLanguage();
  const [editor] = useLexicalComposerContext();
  const templates = templatesFor(categories, dayInVietnam(new Date().toISOString()));
  const use = (parts: readonly TemplatePart[]): void => {
    insertTemplate(editor, parts, newBlockId);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('template.title')}
      description={t('template.text')}
      footer={<Button onClick={onClose}>{t('window.cancel')}</Button>}
    >
      <ul className={styles.templates}>
        {templates.map(({ id, name, source, parts }) => (
          <li key={id} className={styles.template}>
            <div>
              <h3>{name[language]}</h3>
              <p className={styles.outline} lang="vi">
                {parts.map(firstWords).join(' · ')}
              </p>
              <p className={styles.source}>{t('template.source', { source: source[language] })}</p>
            </div>
            <Button aria-label={t('template.useNamed', { name: name[language] })} onClick={() => use(parts)}>
              {t('template.use')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function firstWords(part: TemplatePart): string {
  if (part.type === 'table') return part.caption;
  return part.type === 'list' ? part.items.join(', ') : part.text;
}
