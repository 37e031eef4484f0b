import { $getState, $setState, DecoratorNode, type StateConfig } from 'lexical';
import type { ReactNode } from 'react';

/** A block that is no text: all it says is one value, kept in the state `of` it and drawn by React. */
export abstract class ValueNode<Key extends string, Value> extends DecoratorNode<ReactNode> {
  protected abstract get of(): StateConfig<Key, Value>;

  getValue(): Value {
    return $getState(this, this.of);
  }

  setValue(value: Value): this {
    return $setState(this, this.of, value);
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
}
