import { formatInteger } from '../../domain/format-integer.ts'
import type { BlockReport } from '../../queries/block.ts'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { ExternalLink } from '../../ui/text/ExternalLink.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'

/** A block no node here has: not made yet, or dropped. */
export function AbsentBlock({
  report,
  isFollowed,
}: {
  readonly report: Exclude<BlockReport, { kind: 'found' }>
  /** The page hears of new blocks. */
  readonly isFollowed: boolean
}) {
  return (
    <>
      <Kicker>Block {formatInteger(report.height)}</Kicker>
      {report.kind === 'not-reached' ? (
        <>
          <PageTitle>The chain has not come to this block yet</PageTitle>
          <Lede>
            Its newest is <HeightText height={report.latestHeight} />,{' '}
            {formatInteger(report.height - report.latestHeight)} before.
            {isFollowed && ' This page fills itself when the block is there.'}
          </Lede>
        </>
      ) : (
        <>
          <PageTitle>No node here keeps this block any more</PageTitle>
          <Lede>
            The lowest height is <HeightText height={report.earliestHeight} />: what lies before was
            dropped there. An archive node may still have it; choose one as endpoint.
          </Lede>
        </>
      )}
      <p className="text-s text-ink-2">
        Told by <ExternalLink url={report.endpoint} />.
      </p>
    </>
  )
}
