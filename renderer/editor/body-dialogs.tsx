import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { NodeKey } from 'lexical';
import { BlockDialog } from './block-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { TableDialog } from './table-dialog.tsx';
import { TemplateDialog } from './template-dialog.tsx';
import { VideoDialog } from './video-dialog.tsx';
import type { WritingTools } from './writing-tools.ts';

/** What a tool asks for in a dialog: a new video's address, a link's, or what a table says of itself. */
export type Asked = 'video' | 'link' | { readonly table: NodeKey };

interface BodyDialogsProps {
  readonly asked: Asked | null;
  readonly onAnswered: () => void;
  /** The block whose words are asked for. */
  readonly block: NodeKey | null;
  readonly onBlockDone: () => void;
  readonly onAddToGallery: (gallery: NodeKey) => void;
  readonly tools: WritingTools;
}

/** The dialogs over the body. When one is closed, the writer is back in the text. */
export function BodyDialogs({ asked, onAnswered, block, onBlockDone, onAddToGallery, tools }: BodyDialogsProps) {
  const [editor] = useLexicalComposerContext();
  const backToText = (close: () => void) => (): void => {
    close();
    editor.focus();
  };
  return (
    <>
      {block !== null && (
        <BlockDialog
          key={block}
          nodeKey={block}
          onAddToGallery={(gallery) => {
            onBlockDone();
            onAddToGallery(gallery);
          }}
          onClose={backToText(onBlockDone)}
        />
      )}
      {asked === 'video' && <VideoDialog nodeKey={null} onClose={backToText(onAnswered)} />}
      {asked === 'link' && <LinkDialog onClose={onAnswered} />}
      {asked !== null && typeof asked === 'object' && (
        <TableDialog key={asked.table} nodeKey={asked.table} onClose={backToText(onAnswered)} />
      )}
      {tools.isTemplateAsked && (
        <TemplateDialog categories={tools.categories} onClose={backToText(() => tools.onTemplate(false))} />
      )}
    </>
  );
}
