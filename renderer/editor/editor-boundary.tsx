import { Component, type ReactNode } from 'react';

interface EditorBoundaryProps {
  readonly children: ReactNode;
  /** Shown in place of the body; `retry` mounts it anew. */
  readonly renderBroken: (retry: () => void) => ReactNode;
}

/**
 * Stands around the body: if it cannot be opened or drawn, a sentence takes its place. Nothing is journaled from a body
 * that is not there, so what was saved stays as it is.
 */
export class EditorBoundary extends Component<EditorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return this.props.renderBroken(() => this.setState({ isBroken: false }));
  }
}
