import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatUtc } from '../../domain/time.ts'
import { Button } from '../../ui/controls/Button.tsx'
import type { Unreachable } from '../fallback/fallback.ts'
import type { ConnectedSession } from '../session.ts'
import { describeUnreachable } from './describe-unreachable.ts'

/** Why the endpoints of the URL are not shown, and the way back to them. */
export function UnreachableNote({ asked }: { readonly asked: ConnectedSession }) {
  const { fallback, networkName } = asked
  const state = useSyncExternalStore(fallback.subscribe, fallback.state)
  if (state.kind === 'none') return null
  const { unreachable } = state
  const { answeredBy, retry } = unreachable
  const name = networkName ?? 'what it says'
  return (
    <>
      <span className="mt-1 block">
        {sanitizeChainText(describeUnreachable(unreachable, networkName))}
      </span>
      <span className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5">
        {answeredBy === undefined ? (
          <Button isDisabled={retry.kind === 'asking'} onClick={fallback.tryAgain}>
            Try again
          </Button>
        ) : (
          <Button onClick={fallback.goBack}>Show {name}</Button>
        )}
        <Link to="/nodes" search={{}}>
          What each endpoint says
        </Link>
        <span role="status">
          {answeredBy === undefined
            ? describeRetry(unreachable)
            : `${sanitizeChainText(answeredBy)} answers now.`}
        </span>
      </span>
    </>
  )
}

function describeRetry({ retry, count }: Unreachable): string {
  switch (retry.kind) {
    case 'none':
      return ''
    case 'asking':
      return retry.failedCount === 0
        ? `Asking ${count === 1 ? 'it' : `all ${count}`} again…`
        : `Asking again… ${retry.failedCount} of ${count} have failed so far.`
    case 'failed':
      return `Asked again until ${formatUtc(retry.at, 'time')}: none could be read.`
  }
}
