import { formatInteger } from '../../domain/format-integer.ts'
import { formatDuration } from '../../domain/time.ts'
import type { Following } from '../../queries/following.ts'
import type { NodeRow } from '../../queries/node-rows.ts'
import { ASKED_EVERY_MS } from '../../queries/peer-report.ts'

/** How this screen knows what it says. */
export function NodesSource({
  rows,
  comparedHeight,
  following,
}: {
  readonly rows: readonly NodeRow[]
  readonly comparedHeight: bigint | undefined
  readonly following: Following
}) {
  const { sentence } = following.state()
  return (
    <p className="mt-8 max-w-measure border-t border-dotted border-rule-strong pt-1 text-xs text-ink-3">
      Each endpoint is asked for itself (status, abci_info, the plan, the applied upgrades and the
      modules), at most once in {formatDuration(ASKED_EVERY_MS)} and only while this screen is
      looked at.{' '}
      {rows.length > 1 &&
        (comparedHeight === undefined
          ? 'Blocks are compared once two of one chain answer. '
          : `Compared are the headers of block ${formatInteger(comparedHeight)}: the hash of the block before and of the state. `)}
      The best endpoint is asked first: one that rests after a failure, is behind, or is slow comes
      after the others; among equals your order decides. {sentence}
    </p>
  )
}
