/** A screen that fails says so in our words and leaves the rest of the window alone. What was typed is already saved. */
import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/states.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** another value starts afresh: the address of the screen */
  readonly resetKey?: string;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
  readonly resetKey: string | undefined;
}

/** React offers this as a class only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return props.resetKey === state.resetKey ? null : { failed: false, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ErrorState isPage error={{ code: 'internal', message: 'a screen failed' }} onRetry={() => this.setState({ failed: false })} />;
  }
}
