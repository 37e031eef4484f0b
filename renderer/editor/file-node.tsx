import { $applyNodeReplacement, createState, DecoratorNode, type DOMExportOutput, type LexicalNode } from 'lexical';
import type { ReactNode } from 'react';

import { FILE_TYPE, type FileValue } from './convert.ts';
import { FileView } from './file-view.tsx';
import { readFileValue } from './picture-value.ts';
import { ValueNode } from './value-node.ts';

const fileState = createState('file', { parse: readFileValue });

/** A file to download: one block of its own. */
export class FileNode extends ValueNode<'file', FileValue> {
  override $config() {
    return this.config(FILE_TYPE, { extends: DecoratorNode, stateConfigs: [fileState] });
  }

  protected override get of() {
    return fileState;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('p');
    element.textContent = this.getValue().title ?? '';
    return { element };
  }

  override decorate(): ReactNode {
    return <FileView nodeKey={this.getKey()} value={this.getValue()} />;
  }
}

export function $createFileNode(value: FileValue): FileNode {
  return $applyNodeReplacement(new FileNode()).setValue(value);
}

export function $isFileNode(node: LexicalNode | null | undefined): node is FileNode {
  return node instanceof FileNode;
}
