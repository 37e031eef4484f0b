import { $applyNodeReplacement, createState, DecoratorNode, type DOMExportOutput, type LexicalNode } from 'lexical';
import type { ReactNode } from 'react';
import { mediaPath } from '../../shared/content/index.ts';
import { GALLERY_TYPE, type GalleryValue } from './convert.ts';
import { GalleryView } from './gallery-view.tsx';
import { readGallery } from './picture-value.ts';
import { ValueNode } from './value-node.ts';

const galleryState = createState('gallery', { parse: readGallery });

/** Pictures that belong together: one block of its own. */
export class GalleryNode extends ValueNode<'gallery', GalleryValue> {
  override $config() {
    return this.config(GALLERY_TYPE, { extends: DecoratorNode, stateConfigs: [galleryState] });
  }

  protected override get of() {
    return galleryState;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('div');
    for (const { media, alt } of this.getValue().items) {
      const image = element.appendChild(document.createElement('img'));
      image.src = mediaPath(media);
      image.alt = alt;
    }
    return { element };
  }

  override decorate(): ReactNode {
    return <GalleryView nodeKey={this.getKey()} value={this.getValue()} />;
  }
}

export function $createGalleryNode(value: GalleryValue): GalleryNode {
  return $applyNodeReplacement(new GalleryNode()).setValue(value);
}

export function $isGalleryNode(node: LexicalNode | null | undefined): node is GalleryNode {
  return node instanceof GalleryNode;
}
