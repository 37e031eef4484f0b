import type { NodeKey } from 'lexical';
import { createContext } from 'react';

/** How a picture asks for the dialog with its words. */
export const FigureEditing = createContext<(key: NodeKey) => void>(() => undefined);
