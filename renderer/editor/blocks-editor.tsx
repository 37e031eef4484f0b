import { useRef, useState } from 'react';
import type { Block, Language } from '../../shared/content/index.ts';
import { useClient } from '../connection/index.ts';
import { BodyEditor, type BodyHandle } from './body-editor.tsx';
import { createMirror } from './mirror.ts';
import { NO_TOOLS } from './writing-tools.ts';

interface BlocksEditorProps {
  /** What is written so far; read once. */
  readonly blocks: readonly Block[];
  readonly language: Language;
  /** All blocks as they are now, after each change. */
  readonly onWrite: (blocks: readonly Block[]) => void;
}

/** The editor of posts over some blocks alone, without a journal: whoever uses it keeps what is written. */
export function BlocksEditor({ blocks, language, onWrite }: BlocksEditorProps) {
  const client = useClient();
  const [start] = useState(blocks);
  const [mirror] = useState(() => createMirror({ title: '', summary: '', blocks }));
  const body = useRef<BodyHandle>(null);
  const [title, summary] = [useRef<HTMLTextAreaElement>(null), useRef<HTMLTextAreaElement>(null)];
  const [fields] = useState({ title, summary });
  return (
    <BodyEditor
      ref={body}
      blocks={start}
      language={language}
      client={client}
      mirror={mirror}
      onChange={(change) => {
        mirror.updateBody(change);
        onWrite(mirror.now().blocks);
      }}
      head={null}
      fields={fields}
      tools={NO_TOOLS}
      foot={null}
    />
  );
}
