import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { GripVertical } from 'lucide-react';
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useT } from '../connection/index.ts';
import styles from './block-drag.module.css';
import { $topLevelOf } from './block-kind.ts';

/** A block under the pointer, and where it lies in the surface (pixels from its top). */
interface Spot {
  readonly key: NodeKey;
  readonly element: HTMLElement;
  readonly top: number;
  readonly bottom: number;
}
interface Drop {
  readonly target: NodeKey;
  readonly side: 'before' | 'after';
  readonly at: number;
}

/** So near to the edge of what scrolls, in pixels, it begins to scroll; this far with each frame. */
const EDGE = 48;
const SCROLL_STEP = 12;

/**
 * A handle beside the block under the mouse, to drag it to another place; a line shows where. By keyboard the same is
 * Alt with the arrow keys, so the handle is out of the Tab order.
 */
export function BlockDrag({ surface }: { readonly surface: RefObject<HTMLDivElement | null> }) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const [spot, setSpot] = useState<Spot | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const dragged = useRef<Spot | null>(null);
  const pointerY = useRef(0);

  useEffect(() => {
    const element = surface.current;
    if (element === null) return;
    const onMove = (event: globalThis.PointerEvent): void => {
      if (event.pointerType === 'mouse' && event.buttons === 0 && dragged.current === null)
        setSpot(spotAt(editor, element, event.clientY));
    };
    const onLeave = (): void => {
      if (dragged.current === null) setSpot(null);
    };
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    // Its place is another once anything is written.
    const stop = editor.registerUpdateListener(({ dirtyElements }) => {
      if (dirtyElements.size > 0 && dragged.current === null) setSpot(null);
    });
    return () => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
      stop();
    };
  }, [editor, surface]);

  const look = (): void => {
    const element = surface.current;
    if (element === null || dragged.current === null) return;
    setDrop(dropAt(editor, element, pointerY.current, dragged.current.key));
  };
  const end = (): void => {
    dragged.current?.element.classList.remove(styles.dragged ?? '');
    dragged.current = null;
    setDrop(null);
    setSpot(null);
  };

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    if (spot === null || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = spot;
    spot.element.classList.add(styles.dragged ?? '');
    pointerY.current = event.clientY;
    const scroller = scrollerOf(event.currentTarget);
    const scroll = (): void => {
      if (dragged.current === null) return;
      const { top, bottom } = scroller.getBoundingClientRect();
      if (pointerY.current < top + EDGE) scroller.scrollTop -= SCROLL_STEP;
      else if (pointerY.current > bottom - EDGE) scroller.scrollTop += SCROLL_STEP;
      requestAnimationFrame(scroll);
    };
    requestAnimationFrame(scroll);
  };

  if (spot === null) return null;
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.handle}
        style={{ top: spot.top }}
        aria-label={t('editor.drag')}
        data-tooltip={t('editor.drag')}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => {
          pointerY.current = event.clientY;
          look();
        }}
        onPointerUp={() => {
          if (dragged.current !== null && drop !== null) moveBlock(editor, dragged.current.key, drop);
          end();
        }}
        onPointerCancel={end}
        onLostPointerCapture={end}
        onKeyDown={(event) => event.key === 'Escape' && end()}
      >
        <GripVertical size={16} aria-hidden="true" />
      </button>
      {drop !== null && <div className={styles.line} style={{ top: drop.at }} />}
    </>
  );
}

/** The block at a height of the window, looked for in the middle of the text: the pointer may be beside it. */
function spotAt(editor: LexicalEditor, surface: HTMLElement, y: number): Spot | null {
  const root = editor.getRootElement();
  if (root === null) return null;
  const { left, width } = root.getBoundingClientRect();
  const found = document
    .elementsFromPoint(left + width / 2, y)
    .find((element) => element !== root && root.contains(element));
  const key = found && editor.read(() => $topLevelOf($getNearestNodeFromDOMNode(found))?.getKey() ?? null);
  const element = key && editor.getElementByKey(key);
  if (!element) return null;
  const { top, bottom } = element.getBoundingClientRect();
  const origin = surface.getBoundingClientRect().top;
  return { key, element, top: top - origin, bottom: bottom - origin };
}

/** Where a block let go at that height would go; `null` where it is already. */
function dropAt(editor: LexicalEditor, surface: HTMLElement, y: number, dragged: NodeKey): Drop | null {
  const origin = surface.getBoundingClientRect().top;
  const spot = spotAt(editor, surface, y) ?? edgeSpot(editor, surface, y);
  if (spot === null) return null;
  const side = y - origin < (spot.top + spot.bottom) / 2 ? 'before' : 'after';
  const isSame = editor.read(() => {
    const node = $getNodeByKey(dragged);
    const target = $getNodeByKey(spot.key);
    const neighbour = side === 'before' ? target?.getPreviousSibling() : target?.getNextSibling();
    return node === null || node.is(target) || node.is(neighbour ?? null);
  });
  return isSame ? null : { target: spot.key, side, at: side === 'before' ? spot.top : spot.bottom };
}

/** Between two blocks, above the first or below the last: the nearest one. */
function edgeSpot(editor: LexicalEditor, surface: HTMLElement, y: number): Spot | null {
  const root = editor.getRootElement();
  for (const distance of [8, 16, 32]) {
    const near = spotAt(editor, surface, y + distance) ?? spotAt(editor, surface, y - distance);
    if (near !== null) return near;
  }
  const edge = root && (y < root.getBoundingClientRect().top ? root.firstElementChild : root.lastElementChild);
  if (!edge) return null;
  const { top } = edge.getBoundingClientRect();
  return spotAt(editor, surface, top + 1);
}

function moveBlock(editor: LexicalEditor, key: NodeKey, { target, side }: Drop): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      const other = $getNodeByKey(target);
      if (node === null || other === null) return;
      if (side === 'before') other.insertBefore(node, false);
      else other.insertAfter(node, false);
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  );
}

function scrollerOf(element: HTMLElement): Element {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement)
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  return document.scrollingElement ?? document.documentElement;
}
