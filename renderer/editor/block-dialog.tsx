import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type NodeKey } from 'lexical';
import { useState } from 'react';
import { FigureDialog } from './figure-dialog.tsx';
import { FileDialog } from './file-dialog.tsx';
import { $isFileNode } from './file-node.tsx';
import { GalleryDialog } from './gallery-dialog.tsx';
import { $isGalleryNode } from './gallery-node.tsx';
import { VideoDialog } from './video-dialog.tsx';
import { $isVideoNode } from './video-node.tsx';

interface BlockDialogProps {
  readonly nodeKey: NodeKey;
  readonly onAddToGallery: (key: NodeKey) => void;
  readonly onClose: () => void;
}

/** The dialog with the words of a block that is no text, whichever it is. */
export function BlockDialog({ nodeKey, onAddToGallery, onClose }: BlockDialogProps) {
  const [editor] = useLexicalComposerContext();
  const [kind] = useState(() =>
    editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      if ($isGalleryNode(node)) return 'gallery';
      if ($isVideoNode(node)) return 'video';
      return $isFileNode(node) ? 'file' : 'figure';
    }),
  );
  if (kind === 'gallery')
    return <GalleryDialog nodeKey={nodeKey} onAdd={() => onAddToGallery(nodeKey)} onClose={onClose} />;
  if (kind === 'video') return <VideoDialog nodeKey={nodeKey} onClose={onClose} />;
  if (kind === 'file') return <FileDialog nodeKey={nodeKey} onClose={onClose} />;
  return <FigureDialog nodeKey={nodeKey} onClose={onClose} />;
}
