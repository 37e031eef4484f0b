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
import { isSafeAddress } from '../../shared/content/index.ts';
import { VIDEO_TYPE, type VideoValue } from './convert.ts';
import { readVideo } from './picture-value.ts';
import { VideoView } from './video-view.tsx';

const videoState = createState('video', { parse: readVideo });

/** A video elsewhere, by its address: nothing of it is loaded here. */
export class VideoNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config(VIDEO_TYPE, { extends: DecoratorNode, stateConfigs: [videoState] });
  }

  getValue(): VideoValue {
    return $getState(this, videoState);
  }

  setValue(value: VideoValue): this {
    return $setState(this, videoState, value);
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
    const { url, title } = this.getValue();
    const element = document.createElement('p');
    const link = element.appendChild(document.createElement(isSafeAddress(url) ? 'a' : 'span'));
    if (link instanceof HTMLAnchorElement) link.href = url;
    link.textContent = title === '' ? url : title;
    return { element };
  }

  override decorate(): ReactNode {
    return <VideoView nodeKey={this.getKey()} value={this.getValue()} />;
  }
}

export function $createVideoNode(value: VideoValue): VideoNode {
  return $applyNodeReplacement(new VideoNode()).setValue(value);
}

export function $isVideoNode(node: LexicalNode | null | undefined): node is VideoNode {
  return node instanceof VideoNode;
}
