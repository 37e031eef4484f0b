import type { NodeKey } from 'lexical';
import { createContext } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import type { PictureFrameProps } from '../picture/index.ts';

/** What a block that is no text asks of the editor around it. */
export interface BlockEditing {
  /** Opens the dialog with the block's words. */
  readonly edit: (key: NodeKey) => void;
  /** What is known of an attached file. */
  readonly aboutFile: (hash: string) => Promise<Output<'media.about'>>;
  /** Cuts a part out of a picture (thousandths of its sides); the hash of the new one. */
  readonly crop: PictureFrameProps['crop'];
  /** Puts a copy of an attached file where the person finds it. */
  readonly saveFile: (hash: string) => void;
}

const NOBODY: BlockEditing = {
  edit: () => undefined,
  aboutFile: () => Promise.resolve(null),
  crop: (hash) => Promise.resolve(hash),
  saveFile: () => undefined,
};

export const BlockEditingContext = createContext<BlockEditing>(NOBODY);
