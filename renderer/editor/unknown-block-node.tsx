import { createState, DecoratorNode, type DOMExportOutput, type LexicalNode } from 'lexical';
import type { ReactNode } from 'react';
import { type Block, blockSchema } from '../../shared/content/index.ts';
import { UNKNOWN_TYPE } from './convert.ts';
import { UnknownBlockView } from './unknown-block-view.tsx';
import { ValueNode } from './value-node.ts';

/** The block as it came. One that is no block at all (from a clipboard) stays a placeholder without a value. */
const blockState = createState('block', {
  parse: (value): Block => {
    const parsed = blockSchema.safeParse(value);
    return parsed.success ? parsed.data : { id: 'none', type: 'none' };
  },
});

/** A block of a newer version: a placeholder that can be moved and deleted, and whose value is kept as it is. */
export class UnknownBlockNode extends ValueNode<'block', Block> {
  override $config() {
    return this.config(UNKNOWN_TYPE, { extends: DecoratorNode, stateConfigs: [blockState] });
  }

  protected override get of() {
    return blockState;
  }

  override exportDOM(): DOMExportOutput {
    return { element: document.createElement('p') };
  }

  override decorate(): ReactNode {
    return <UnknownBlockView nodeKey={this.getKey()} block={this.getValue()} />;
  }
}

export function $isUnknownBlockNode(node: LexicalNode | null | undefined): node is UnknownBlockNode {
  return node instanceof UnknownBlockNode;
}
