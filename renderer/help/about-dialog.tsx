import { useT } from '../connection/index.ts';
import { Button, Dialog, Spinner } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './help.module.css';
import { type Licence, useLicences } from './use-licences.ts';

/** What the program is, its version, which portal this computer works with, and whose software is in it. */
export function AboutDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useT();
  const { app } = useSession();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      size="large"
      title={t('window.about.title')}
      footer={<Button onClick={onClose}>{t('window.close')}</Button>}
    >
      <p className={styles.reading}>{t('help.about.what')}</p>
      <dl className={styles.facts}>
        <dt>{t('help.about.version')}</dt>
        <dd>{app.version}</dd>
        {app.unit !== null && (
          <>
            <dt>{t('window.about.unit')}</dt>
            <dd>{app.unit.name}</dd>
            <dt>{t('window.about.portal')}</dt>
            <dd>{app.portalAddress}</dd>
          </>
        )}
      </dl>
      <p className={styles.reading}>{t('help.about.free')}</p>
      <section className={styles.licences} aria-labelledby="licences">
        <h3 id="licences">{t('help.about.licences')}</h3>
        <Licences />
      </section>
    </Dialog>
  );
}

function Licences() {
  const t = useT();
  const licences = useLicences();
  if (licences === 'loading') return <Spinner label={t('window.loading')} />;
  if (licences === 'missing') return <p className={styles.quiet}>{t('help.about.licencesMissing')}</p>;
  return (
    <>
      <p className={styles.quiet}>{t('help.about.licencesText', { count: licences.length })}</p>
      <ul>
        {licences.map((licence) => (
          <li key={`${licence.name} ${licence.version}`}>
            <Package {...licence} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Package({ name, version, licence, text }: Licence) {
  const t = useT();
  return (
    <details className={styles.package}>
      <summary>
        {name} {version} <span className={styles.quiet}>{licence}</span>
      </summary>
      <p className={styles.licence} lang="en">
        {text === '' ? t('help.about.noText', { licence }) : text}
      </p>
    </details>
  );
}
