import type { ReactNode } from 'react'
import type { Failure, FailureKind } from '../../domain/failure.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { Button } from '../controls/Button.tsx'
import type { StateTone } from './StateMessage.tsx'
import { StateMessage } from './StateMessage.tsx'

const STATES: Readonly<Record<FailureKind, { title: string; tone: StateTone }>> = {
  'not-found': { title: 'The chain has no such thing', tone: 'quiet' },
  pruned: { title: 'Pruned on this node', tone: 'warn' },
  'not-yet': { title: 'Not there yet', tone: 'quiet' },
  'no-index': { title: 'This node keeps no index', tone: 'warn' },
  'not-supported': { title: 'Not supported by this chain', tone: 'quiet' },
  'not-recorded': { title: 'Not in this recording', tone: 'quiet' },
  'not-kept': { title: 'Not kept by this browser', tone: 'quiet' },
  undecodable: { title: 'Could not be decoded', tone: 'bad' },
  refused: { title: 'Refused', tone: 'warn' },
  offline: { title: 'No network', tone: 'bad' },
  unreachable: { title: 'Node unreachable', tone: 'bad' },
  'rate-limited': { title: 'Too many requests', tone: 'warn' },
  'timed-out': { title: 'The node took too long', tone: 'bad' },
  'not-a-node': { title: 'Not a node', tone: 'bad' },
  'wrong-chain': { title: 'A node of another chain', tone: 'bad' },
  'mixed-content': { title: 'Blocked by the browser', tone: 'bad' },
  'not-consented': { title: 'Waiting for your consent', tone: 'quiet' },
  unexpected: { title: 'Something unexpected', tone: 'bad' },
}

/** The name of a failure in a few words. */
export function formatFailureTitle(kind: FailureKind): string {
  return STATES[kind].title
}

export interface FailureMessageProps {
  readonly failure: Failure
  /** What could not be had; the name of the failure where nothing better is known. */
  readonly title?: string
  readonly onRetry?: (() => void) | undefined
  /** Further ways out: another node, another height. */
  readonly actions?: ReactNode
}

/** A failure with its sentence and its way out. */
export function FailureMessage({ failure, title, onRetry, actions }: FailureMessageProps) {
  const state = STATES[failure.kind]
  return (
    <StateMessage
      tone={state.tone}
      title={title ?? state.title}
      sentence={sanitizeChainText(failure.sentence)}
      detail={failure.detail}
      actions={
        onRetry === undefined && actions === undefined ? undefined : (
          <>
            {onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
            {actions}
          </>
        )
      }
    />
  )
}
