import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import { formatUtc } from '../../domain/time.ts'
import type { Environment } from '../environment.ts'
import type { Session } from '../session.ts'

/** What the reader must know of the page as a whole: a broken configuration, a clock that stands, a height of old. */
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
      {configProblem !== undefined && (
        <Notice>{configProblem} The default network is shown instead.</Notice>
      )}
      {fixedNow !== undefined && (
        <Notice>A recording: time stands still at {formatUtc(fixedNow)}.</Notice>
      )}
      {height !== undefined && (
        <Notice>
          As of height {formatInteger(height)}, which this link asks for.{' '}
          <Link to="." search={(search) => ({ ...search, height: undefined })}>
            Show the newest
          </Link>
        </Notice>
      )}
    </>
  )
}

function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <p role="note" className="bg-note py-1.5 text-s text-note-ink">
      <span className="mx-auto block max-w-[1264px] px-4 sm:px-8">{children}</span>
    </p>
  )
}
