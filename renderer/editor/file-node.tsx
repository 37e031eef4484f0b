import {
  $applyNodeReplacement,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import type { ReactNode } from 'react';

import { FILE_TYPE, type FileValue } from './convert.ts';
import { FileView } from './file-view.tsx';
import { readFileValue } from './picture-value.ts';

const fileState = createState('file', { parse: readFileValue });

/** A file to download: one block of its own. */
export class FileNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config(FILE_TYPE, { extends: DecoratorNode, stateConfigs: [fileState] });
  }

  getValue(): FileValue {
    return $getState(this, fileState);
  }

  setValue(value: FileValue): this {
    return $setState(this, fileState, value);
  }

  override isInline(): false {
    return false;
  }

  override createDOM(): HTMLElement {
    return document.createElement('div');
  }

  override updateDOM(): false {
    return false;
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
