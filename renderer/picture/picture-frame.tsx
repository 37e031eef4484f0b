import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Focus, mediaPath } from '../../shared/content/index.ts';
import type { MessageKey } from '../../shared/i18n/index.ts';
import { useErrorText, useT } from '../connection/index.ts';
import { Button, Dialog, Notice } from '../design/index.ts';
import { areaOf, type Edge, focusWithin, isWhole, WHOLE, withEdge } from './frame.ts';
import styles from './picture-frame.module.css';

/** A picture, perhaps a part of the one before, and its point that stays in sight. */
export interface Framed {
  readonly media: string;
  readonly focus?: Focus;
}

export interface PictureFrameProps {
  readonly value: Framed;
  /** Cuts a part out (thousandths) and returns the hash of the new picture. */
  readonly crop: (hash: string, area: ReturnType<typeof areaOf>) => Promise<string>;
  readonly onDone: (framed: Framed) => void;
  readonly onClose: () => void;
}

const EDGES: readonly (readonly [Edge, MessageKey])[] = [
  ['left', 'picture.frame.left'],
  ['right', 'picture.frame.right'],
  ['top', 'picture.frame.top'],
  ['bottom', 'picture.frame.bottom'],
];
const CORNERS = [
  ['left', 'top'],
  ['right', 'top'],
  ['left', 'bottom'],
  ['right', 'bottom'],
] as const;
const MIDDLE: Focus = { x: 50, y: 50 };

/**
 * Cuts a picture to a part of it, and names the point that stays in sight on cards, which show a part only. With the
 * mouse: corners and a click; by keyboard the same with sliders.
 */
export function PictureFrame({ value, crop, onDone, onClose }: PictureFrameProps) {
  const t = useT();
  const [frame, setFrame] = useState(WHOLE);
  const [focus, setFocus] = useState(value.focus ?? null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const sentence = useErrorText(problem);
  const stage = useRef<HTMLDivElement>(null);
  const point = focus ?? MIDDLE;
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const at = (event: PointerEvent): Focus => {
    const { left, top, width, height } = stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const share = (distance: number, of: number): number =>
      Math.max(0, Math.min(100, Math.round((distance * 100) / Math.max(1, of))));
    return { x: share(event.clientX - left, width), y: share(event.clientY - top, height) };
  };
  const done = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const media = isWhole(frame) ? value.media : await crop(value.media, areaOf(frame));
      // Closed meanwhile: nothing was cut.
      if (isGone.current) return;
      onDone({ media, ...(focus === null ? {} : { focus: focusWithin(focus, frame) }) });
    } catch (reason) {
      setProblem(reason);
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('picture.frame.title')}
      size="panes"
      footer={
        <>
          <Button
            variant="quiet"
            onClick={() => {
              setFrame(WHOLE);
              setFocus(null);
            }}
          >
            {t('picture.frame.reset')}
          </Button>
          <Button onClick={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" isBusy={isBusy} onClick={() => void done()}>
            {t('picture.frame.done')}
          </Button>
        </>
      }
    >
      <div className={styles.panes} data-help="anh">
        <div className={styles.left}>
          <div
            ref={stage}
            className={styles.stage}
            onPointerDown={(event) => event.target === event.currentTarget && setFocus(at(event))}
          >
            <img className={styles.picture} src={mediaPath(value.media)} alt="" draggable={false} />
            <div
              className={styles.kept}
              style={{
                left: `${frame.left}%`,
                top: `${frame.top}%`,
                right: `${100 - frame.right}%`,
                bottom: `${100 - frame.bottom}%`,
              }}
            >
              {CORNERS.map(([side, end]) => (
                <span
                  key={`${side} ${end}`}
                  className={styles.corner}
                  style={{
                    [side]: -9,
                    [end]: -9,
                    cursor: (side === 'left') === (end === 'top') ? 'nwse-resize' : 'nesw-resize',
                  }}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    event.stopPropagation();
                    event.currentTarget.setPointerCapture(event.pointerId);
                  }}
                  onPointerMove={(event) => {
                    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
                    const { x, y } = at(event);
                    setFrame((now) => withEdge(withEdge(now, side, x), end, y));
                  }}
                />
              ))}
            </div>
            <span
              className={styles.point}
              style={{ left: `${point.x}%`, top: `${point.y}%` }}
              data-set={focus !== null}
            />
          </div>
        </div>
        <div className={styles.right}>
          {sentence !== null && (
            <Notice tone="bad" role="alert">
              {sentence}
            </Notice>
          )}
          <fieldset className={styles.group}>
            <legend>{t('picture.frame.crop')}</legend>
            {EDGES.map(([edge, message]) => (
              <Slider
                key={edge}
                label={t(message)}
                value={edge === 'right' || edge === 'bottom' ? 100 - frame[edge] : frame[edge]}
                onChange={(to) =>
                  setFrame((now) => withEdge(now, edge, edge === 'right' || edge === 'bottom' ? 100 - to : to))
                }
              />
            ))}
          </fieldset>
          <fieldset className={styles.group}>
            <legend>{t('picture.focus')}</legend>
            <p className={styles.hint}>{t('picture.focus.hint')}</p>
            <Slider label={t('picture.focus.x')} value={point.x} onChange={(x) => setFocus({ ...point, x })} />
            <Slider label={t('picture.focus.y')} value={point.y} onChange={(y) => setFocus({ ...point, y })} />
          </fieldset>
        </div>
      </div>
    </Dialog>
  );
}

function Slider({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <label className={styles.slider}>
      <span>{label}</span>
      <span aria-hidden="true">{value} %</span>
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={value}
        aria-valuetext={`${value} %`}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
