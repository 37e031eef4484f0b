import { $applyNodeReplacement, createState, DecoratorNode, type DOMExportOutput, type LexicalNode } from 'lexical';
import type { ReactNode } from 'react';
import { mediaPath } from '../../shared/content/index.ts';
import { FIGURE_TYPE, type FigureValue } from './convert.ts';
import { FigureView } from './figure-view.tsx';
import { readFigure } from './picture-value.ts';
import { ValueNode } from './value-node.ts';

const figureState = createState('figure', { parse: readFigure });

/** A picture with its words: one block of its own. */
export class FigureNode extends ValueNode<'figure', FigureValue> {
  override $config() {
    return this.config(FIGURE_TYPE, { extends: DecoratorNode, stateConfigs: [figureState] });
  }

  protected override get of() {
    return figureState;
  }

  override exportDOM(): DOMExportOutput {
    const { media, alt, caption, credit } = this.getValue();
    const element = document.createElement('figure');
    const image = element.appendChild(document.createElement('img'));
    image.src = mediaPath(media);
    image.alt = alt;
    const words = [caption, credit].filter(Boolean).join(' ');
    if (words !== '') element.appendChild(document.createElement('figcaption')).textContent = words;
    return { element };
  }

  override decorate(): ReactNode {
    return <FigureView nodeKey={this.getKey()} value={this.getValue()} />;
  }
}

export function $createFigureNode(value: FigureValue): FigureNode {
  return $applyNodeReplacement(new FigureNode()).setValue(value);
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}
