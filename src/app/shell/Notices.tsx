import { Link } from '@tanstack/react-router'
import { type ReactNode, Suspense, useSyncExternalStore } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import { formatUtc } from '../../domain/time.ts'
import type { Environment } from '../environment.ts'
import type { Session } from '../session.ts'
import { nodeStateOf, noticeOfNode } from './node-standing.ts'
import { HaltLink } from './seldom-seen.ts'

/**
 * What the reader must know of the page as a whole: a broken configuration, a clock that stands, a height of old, a node
 * that is not up to date.
 */
export function Notices({
  environment,
  session,
}: {
  readonly environment: Environment
  readonly session: Session
}) {
  const { configProblem, fixedNow } = environment
  const height = session.kind === 'connected' ? session.chain.explicitHeight : undefined
  return (
    <>
      {configProblem !== undefined && <Notice>{configProblem}</Notice>}
      {fixedNow !== undefined && (
        <Notice>The clock of this page stands still at {formatUtc(fixedNow)}.</Notice>
      )}
      {height !== undefined && (
        <Notice>
          As of height {formatInteger(height)}, which this link asks for.{' '}
          <Link to="." search={(search) => ({ ...search, height: undefined })}>
            Show the newest
          </Link>
        </Notice>
      )}
      {/* At a height asked for, the figures are the same however the node stands. */}
      {session.kind === 'connected' && height === undefined && <NodeNotice session={session} />}
    </>
  )
}

function NodeNotice({ session }: { readonly session: Extract<Session, { kind: 'connected' }> }) {
  const { facts, connection } = session
  const { subscribe, snapshots } = connection.health
  const read = useSyncExternalStore(facts.subscribe, facts.current)
  const heard = useSyncExternalStore(subscribe, snapshots)
  const sentence = noticeOfNode(read, heard)
  if (sentence === undefined) return null
  return (
    <Notice>
      {sentence}{' '}
      {nodeStateOf(read, heard)?.kind === 'halted' && (
        <Suspense>
          <HaltLink session={session} />
        </Suspense>
      )}
    </Notice>
  )
}

function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <p role="note" className="bg-note py-1.5 text-s text-note-ink">
      <span className="mx-auto block max-w-[1264px] px-4 sm:px-8">{children}</span>
    </p>
  )
}
