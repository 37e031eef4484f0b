import { $applyNodeReplacement, createState, DecoratorNode, type DOMExportOutput, type LexicalNode } from 'lexical';
import type { ReactNode } from 'react';
import { isSafeAddress } from '../../shared/content/index.ts';
import { VIDEO_TYPE, type VideoValue } from './convert.ts';
import { readVideo } from './picture-value.ts';
import { ValueNode } from './value-node.ts';
import { VideoView } from './video-view.tsx';

const videoState = createState('video', { parse: readVideo });

/** A video elsewhere, by its address: nothing of it is loaded here. */
export class VideoNode extends ValueNode<'video', VideoValue> {
  override $config() {
    return this.config(VIDEO_TYPE, { extends: DecoratorNode, stateConfigs: [videoState] });
  }

  protected override get of() {
    return videoState;
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
