/** Where a shortcut works; a heading of the sheet. */
export const SHORTCUT_PLACES = ['window', 'list', 'reading', 'writing', 'listItem', 'table'] as const;
export type ShortcutPlace = (typeof SHORTCUT_PLACES)[number];

interface Shortcut {
  /** Written like `Ctrl+K`, `Shift+F6` or `F6`; the key's name is `KeyboardEvent.key`'s. */
  readonly keys: string;
  readonly place: ShortcutPlace;
}

/**
 * Every shortcut of the program, once: whoever listens for keys, the buttons' tooltips, the shortcut sheet and (checked by
 * a test) page 9 of the guide all read this. Each has a sentence under `shortcut.NAME`.
 *
 * No plain letter is bound: UniKey's Telex writes with them, and sends Backspace and types again.
 */
export const SHORTCUTS = {
  guide: { keys: 'F1', place: 'window' },
  sheet: { keys: 'Shift+F1', place: 'window' },
  tasks: { keys: 'F2', place: 'window' },
  create: { keys: 'Ctrl+N', place: 'window' },
  search: { keys: 'Ctrl+K', place: 'window' },
  primary: { keys: 'Ctrl+Enter', place: 'window' },
  exportBundle: { keys: 'Ctrl+Shift+E', place: 'window' },
  importBundle: { keys: 'Ctrl+O', place: 'window' },
  regions: { keys: 'F6', place: 'window' },
  regionsBack: { keys: 'Shift+F6', place: 'window' },

  listDown: { keys: 'ArrowDown', place: 'list' },
  listUp: { keys: 'ArrowUp', place: 'list' },
  listOpen: { keys: 'Enter', place: 'list' },

  textCursor: { keys: 'F7', place: 'reading' },
  remark: { keys: 'Ctrl+Alt+M', place: 'reading' },

  find: { keys: 'Ctrl+F', place: 'writing' },
  replace: { keys: 'Ctrl+H', place: 'writing' },
  findNext: { keys: 'F3', place: 'writing' },
  findPrevious: { keys: 'Shift+F3', place: 'writing' },
  outline: { keys: 'F8', place: 'writing' },
  focus: { keys: 'F9', place: 'writing' },
  undo: { keys: 'Ctrl+Z', place: 'writing' },
  redo: { keys: 'Ctrl+Y', place: 'writing' },
  bold: { keys: 'Ctrl+B', place: 'writing' },
  italic: { keys: 'Ctrl+I', place: 'writing' },
  underline: { keys: 'Ctrl+U', place: 'writing' },
  strikethrough: { keys: 'Ctrl+Shift+X', place: 'writing' },
  subscript: { keys: 'Ctrl+,', place: 'writing' },
  superscript: { keys: 'Ctrl+.', place: 'writing' },
  h2: { keys: 'Ctrl+Shift+2', place: 'writing' },
  h3: { keys: 'Ctrl+Shift+3', place: 'writing' },
  h4: { keys: 'Ctrl+Shift+4', place: 'writing' },
  bullet: { keys: 'Ctrl+Shift+8', place: 'writing' },
  number: { keys: 'Ctrl+Shift+7', place: 'writing' },
  quote: { keys: 'Ctrl+Shift+9', place: 'writing' },
  link: { keys: 'Ctrl+Shift+K', place: 'writing' },
  moveUp: { keys: 'Alt+ArrowUp', place: 'writing' },
  moveDown: { keys: 'Alt+ArrowDown', place: 'writing' },
  toolbar: { keys: 'Alt+F10', place: 'writing' },

  indent: { keys: 'Tab', place: 'listItem' },
  outdent: { keys: 'Shift+Tab', place: 'listItem' },

  nextCell: { keys: 'Tab', place: 'table' },
  previousCell: { keys: 'Shift+Tab', place: 'table' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof SHORTCUTS;

/** All names, in the order of the table. */
export const SHORTCUT_NAMES = Object.keys(SHORTCUTS) as ShortcutName[];

/** The keys as `aria-keyshortcuts` has them. */
export function ariaKeys(name: ShortcutName): string {
  return SHORTCUTS[name].keys.replace('Ctrl', 'Control');
}

/** The parts of a key event that a shortcut looks at. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Keys whose letter depends on Shift or on a Vietnamese layout are told by their place. */
const CODES: Readonly<Record<string, string>> = { ',': 'Comma', '.': 'Period' };

/** The parts of each shortcut, taken apart once: every key that is typed is held against dozens of them. */
const PARTS = new Map(
  SHORTCUT_NAMES.map((name) => {
    const parts: readonly string[] = SHORTCUTS[name].keys.split('+');
    const [isCtrl, isShift, isAlt] = [parts.includes('Ctrl'), parts.includes('Shift'), parts.includes('Alt')];
    return [name, { isCtrl, isShift, isAlt, key: parts.at(-1) ?? '' }];
  }),
);

/** Whether a key event is the shortcut. On a Mac, Command counts as Ctrl. */
export function isShortcut(name: ShortcutName, event: KeyPress): boolean {
  const parts = PARTS.get(name);
  return (
    parts !== undefined &&
    (event.ctrlKey || event.metaKey) === parts.isCtrl &&
    event.shiftKey === parts.isShift &&
    event.altKey === parts.isAlt &&
    isKey(parts.key, event)
  );
}

function isKey(key: string, event: KeyPress): boolean {
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  const code = CODES[key];
  if (code !== undefined) return event.code === code;
  // With Alt, a Mac's keyboard has another sign there.
  if (/^[A-Z]$/.test(key) && (event.shiftKey || event.altKey)) return event.code === `Key${key}`;
  return event.key.toLowerCase() === key.toLowerCase();
}
