import type { ReactNode } from 'react'
import type { Failure } from '../../domain/failure.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { Plan } from '../../domain/message.ts'
import type { Source } from '../../domain/source.ts'
import type { UpgradeEta } from '../../domain/upgrades/eta/upgrade-eta.ts'
import type { CosmovisorGuide } from '../../domain/upgrades/plan-check/cosmovisor-steps.ts'
import type { PlanCheck, PlanFileState } from '../../domain/upgrades/plan-check/plan-check.ts'
import { SourceNote } from '../page/SourceNote.tsx'
import { FailureMessage } from '../state/FailureMessage.tsx'
import { Skeleton } from '../state/Skeleton.tsx'
import { CalendarButton } from './CalendarButton.tsx'
import { CosmovisorSteps } from './CosmovisorSteps.tsx'
import { EtaMethodNote } from './EtaMethodNote.tsx'
import { EtaText } from './EtaText.tsx'
import { PlanChecks, summarizeChecks } from './PlanChecks.tsx'
import { PlanFileNote } from './PlanFileNote.tsx'

export interface PlanPanelProps {
  readonly report: {
    readonly plan: Plan
    /** undefined: not read yet, or `failure` says why not. */
    readonly eta: { readonly eta: UpgradeEta; readonly source: Source } | undefined
    readonly failure: Failure | undefined
    readonly checks: readonly PlanCheck[]
    readonly file: PlanFileState
    readonly fileUrl: string | undefined
    readonly fetchFile: () => void
    readonly guide: CosmovisorGuide
    readonly retry: () => void
  }
  readonly now: Date
  /** `compact` folds the checks and the steps away. @default 'full' */
  readonly form?: 'full' | 'compact'
}

/** A plan that is ahead: when, whether it is sound, and what to do before it. */
export function PlanPanel({ report, now, form = 'full' }: PlanPanelProps) {
  const { plan, eta, failure, checks, file, fileUrl, fetchFile, guide, retry } = report
  const isFull = form === 'full'
  return (
    <div className="flex flex-col gap-4">
      {failure !== undefined && (
        <FailureMessage
          failure={failure}
          title={
            eta === undefined
              ? 'When the height comes could not be estimated'
              : 'No newer estimate could be made'
          }
          onRetry={retry}
        />
      )}
      {eta !== undefined ? (
        <EtaPart eta={eta} plan={plan} now={now} form={form} />
      ) : (
        failure === undefined && (
          // As tall as what comes, so that nothing below moves.
          <div className={isFull ? 'min-h-36 max-sm:min-h-48' : 'min-h-36'}>
            <Skeleton lines={4} label="when the height comes" />
          </div>
        )
      )}
      {fileUrl !== undefined && <PlanFileNote url={fileUrl} file={file} onFetch={fetchFile} />}
      <Fold title={`Plan checks: ${summarizeChecks(checks)}`} isOpen={isFull}>
        <PlanChecks checks={checks} />
      </Fold>
      <Fold title="Steps with cosmovisor" isOpen={false}>
        <CosmovisorSteps guide={guide} />
      </Fold>
    </div>
  )
}

function EtaPart({
  eta: { eta, source },
  plan,
  now,
  form,
}: {
  readonly eta: { readonly eta: UpgradeEta; readonly source: Source }
  readonly plan: Plan
  readonly now: Date
  readonly form: 'full' | 'compact'
}) {
  return (
    <div>
      <EtaText eta={eta} now={now} form={form === 'full' ? 'large' : 'line'} />
      {eta.kind !== 'reached' && (
        <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 text-s">
          {eta.kind === 'range' && (
            <span className="tabular text-ink-2">{formatCount(eta.blocksLeft, 'block')} left</span>
          )}
          <EtaMethodNote eta={eta} />
          {eta.kind === 'range' && (
            <CalendarButton chainId={source.chainId} plan={plan} eta={eta} now={now} />
          )}
        </div>
      )}
      <SourceNote
        source={source}
        now={now}
        definition="An estimate by this page from headers of the chain. It is made anew as blocks come."
      />
    </div>
  )
}

function Fold({
  title,
  isOpen,
  children,
}: {
  readonly title: string
  readonly isOpen: boolean
  readonly children: ReactNode
}) {
  return (
    <details open={isOpen}>
      <summary className="mb-2 min-h-6 font-medium">{title}</summary>
      {children}
    </details>
  )
}
