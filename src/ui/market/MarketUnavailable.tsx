import type { Failure } from '../../domain/failure.ts'
import { FailureMessage } from '../state/FailureMessage.tsx'
import { StateMessage } from '../state/StateMessage.tsx'

/** Why there is no market to show: the chain has none, or it could not be read. */
export function MarketUnavailable({
  failure,
  title = 'The market could not be read',
  onRetry,
}: {
  readonly failure: Failure
  /** What could not be had. */
  readonly title?: string
  readonly onRetry: () => void
}) {
  return (
    <div className="mt-6">
      {failure.kind === 'not-supported' ? (
        <StateMessage
          title="This chain has no market"
          sentence="It answers none of the questions on leases, so it has no market module, or one that this page does not know."
          advice="Choose Akash Network, or the demo chain, to see a market."
          detail={failure.detail}
        />
      ) : (
        <FailureMessage failure={failure} title={title} onRetry={onRetry} />
      )}
    </div>
  )
}
