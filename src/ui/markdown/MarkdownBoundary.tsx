import type { ReactNode } from 'react'
import { Component } from 'react'

export interface MarkdownBoundaryProps {
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** Shows the plain text when drawing it breaks, or when the code for it cannot be had. */
export class MarkdownBoundary extends Component<MarkdownBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
