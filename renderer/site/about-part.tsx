import type { CSSProperties } from 'react';
import { DEFAULT_COLOUR, darkVariant, isReadableColour, type SiteAbout } from '../../shared/site/index.ts';
import { useT } from '../connection/index.ts';
import { Button, TextField } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import { CrestField } from './crest-field.tsx';
import { isAddressOrNothing, type PartProps } from './part.ts';
import styles from './site.module.css';

const FIELDS = [
  { name: 'slogan', most: 120 },
  { name: 'nameEn', most: 300 },
  { name: 'governing', most: 300 },
  { name: 'responsible', most: 200 },
  { name: 'address', most: 300 },
  { name: 'phone', most: 60 },
  { name: 'email', most: 200 },
  { name: 'licence', most: 300 },
] as const satisfies readonly { name: keyof SiteAbout; most: number }[];

/** Words of the head and the foot, and the colour, each with what readers will see. */
export function AboutPart({ settings, onChange, isTried, crest, onCrest }: PartProps) {
  const t = useT();
  const { about, colour } = settings;
  const wrongEmail = isTried && !isAddressOrNothing(about.email) ? t('keepSite.wrongEmail') : undefined;
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        {FIELDS.map(({ name, most }) => (
          <TextField
            key={name}
            label={t(`keepSite.about.${name}`)}
            value={about[name]}
            onChange={(words) => onChange({ about: { ...about, [name]: words } })}
            maxLength={most}
            error={name === 'email' ? wrongEmail : undefined}
          />
        ))}
        <TextField
          label={t('keepSite.colour')}
          type="color"
          value={colour}
          onChange={(next) => onChange({ colour: next.toLowerCase() })}
          hint={t('keepSite.colourHint')}
          error={isReadableColour(colour) ? undefined : t('error.colour_unreadable')}
        />
      </div>
      {colour !== DEFAULT_COLOUR && (
        <Button variant="quiet" onClick={() => onChange({ colour: DEFAULT_COLOUR })}>
          {t('keepSite.colourBack')}
        </Button>
      )}
      <CrestField crest={crest} onCrest={onCrest} />
      <Preview about={about} colour={colour} crest={crest} />
    </div>
  );
}

/** The head and the foot as readers get them, by day and by night. */
function Preview({
  about,
  colour,
  crest,
}: {
  readonly about: SiteAbout;
  readonly colour: string;
  readonly crest: string | null;
}) {
  const t = useT();
  const { app } = useSession();
  // A colour that none can read never gets to readers.
  const day = isReadableColour(colour) ? colour : DEFAULT_COLOUR;
  const shades = [
    { key: 'day', own: day },
    { key: 'night', own: darkVariant(day) },
  ] as const;
  return (
    <section aria-labelledby="site-preview" className={styles.fields}>
      <h3 id="site-preview">{t('keepSite.preview')}</h3>
      <div className={styles.pair}>
        {shades.map(({ key, own }) => (
          <div key={key} className={`${styles.sample} ${styles[key]}`} style={{ '--own': own } as CSSProperties}>
            {crest !== null && <img className={styles.crest} src={crest} alt="" />}
            <p className={styles.strong}>{app.unit?.name}</p>
            {about.slogan !== '' && <p>{about.slogan}</p>}
            <p className={styles.own}>{t('keepSite.previewLink')}</p>
            {about.governing !== '' && <p>{about.governing}</p>}
            {about.address !== '' && <p>{about.address}</p>}
            {about.responsible !== '' && <p>{about.responsible}</p>}
          </div>
        ))}
      </div>
    </section>
  );
}
