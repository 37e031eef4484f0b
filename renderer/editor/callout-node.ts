import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getState,
  $setState,
  createState,
  type DOMExportOutput,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { CalloutBlock } from '../../shared/content/index.ts';
import { $handOverId } from './block-id.ts';
import { CALLOUT_TYPE } from './convert.ts';

export type Tone = CalloutBlock['tone'];

const toneState = createState('tone', { parse: (value): Tone => (value === 'important' ? 'important' : 'note') });

/** A box that stands out: one paragraph of words. */
export class CalloutNode extends ElementNode {
  override $config() {
    return this.config(CALLOUT_TYPE, { extends: ElementNode, stateConfigs: [toneState] });
  }

  getTone(): Tone {
    return $getState(this, toneState);
  }

  setTone(tone: Tone): this {
    return $setState(this, toneState, tone);
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = document.createElement('div');
    element.className = config.theme[`callout-${this.getTone()}`] ?? '';
    element.setAttribute('role', 'note');
    return element;
  }

  override updateDOM(previous: this): boolean {
    return $getState(previous, toneState, 'direct') !== $getState(this, toneState, 'direct');
  }

  override exportDOM(): DOMExportOutput {
    return { element: document.createElement('blockquote') };
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ElementNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  /** Backspace at the start takes the box away and leaves the words. */
  override collapseAtStart(): true {
    const paragraph = $createParagraphNode().append(...this.getChildren());
    $handOverId(this, paragraph);
    this.replace(paragraph);
    return true;
  }
}

export function $createCalloutNode(tone: Tone): CalloutNode {
  return $applyNodeReplacement(new CalloutNode()).setTone(tone);
}

export function $isCalloutNode(node: LexicalNode | null | undefined): node is CalloutNode {
  return node instanceof CalloutNode;
}
