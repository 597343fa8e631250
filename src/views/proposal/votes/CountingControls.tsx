import type { ReactNode } from 'react'
import { formatCount, formatInteger } from '../../../domain/format-integer.ts'
import { describeQueryFailure } from '../../../queries/failures.ts'
import type { VoteView } from '../../../queries/votes.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { FailureMessage } from '../../../ui/state/FailureMessage.tsx'
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx'
import type { ExactCounting } from './use-exact-vote.ts'

export interface CountingControlsProps {
  /** The newest picture. */
  readonly view: VoteView
  readonly counting: ExactCounting
}

/** Starts, shows and stops the exact count, and says when votes have come since. */
export function CountingControls({ view, counting }: CountingControlsProps) {
  const { state, counted, isBehind, start, stop } = counting
  switch (state.kind) {
    case 'idle':
      return (
        <Line>
          <Button onClick={start} isDisabled={view.votes.length === 0}>
            Count exactly
          </Button>
          <span className="text-ink-2">
            {view.votes.length === 0
              ? 'Nobody has voted yet.'
              : `Reads the delegations of ${formatCount(view.votes.length, 'voter')}, one question each, and recounts.`}
          </span>
        </Line>
      )
    case 'counting':
      // A count that follows another stays in the background.
      return counted === undefined ? (
        <Line>
          <ProgressBar label="Delegations read" {...state.progress} unit="voters" />
          <Button look="quiet" onClick={stop}>
            Stop
          </Button>
        </Line>
      ) : null
    case 'failed':
      return (
        <FailureMessage
          failure={describeQueryFailure(state.error)}
          title="The delegations could not be read, so there is no exact count"
          onRetry={start}
        />
      )
    case 'counted':
      return isBehind && counted !== undefined ? (
        <Line>
          <span className="text-warn">
            Votes or stake have changed since height {formatInteger(counted.view.source.height)},
            which is counted and listed here.
          </span>
          <Button onClick={start}>Count again</Button>
          <Button look="quiet" onClick={stop}>
            Show the newest without
          </Button>
        </Line>
      ) : null
  }
}

function Line({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-3 gap-y-1">{children}</div>
}
