import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { consensusHexOf } from '../../domain/account.ts'
import { computeSigning } from '../../domain/block.ts'
import { formatByteSize } from '../../domain/format-bytes.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatShare } from '../../domain/format-share.ts'
import type { NamedValidator } from '../../queries/account-validators.ts'
import type { BlockReport } from '../../queries/block.ts'
import { useChain } from '../../queries/chain.ts'
import { searchStandingQuery } from '../../queries/search-standing.ts'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { Kicker, Lede, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import { CopyButton } from '../../ui/text/CopyButton.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { BlockSignatures } from './BlockSignatures.tsx'
import { BLOCK_ROWS } from './BlockSkeleton.tsx'
import { MemberName } from './MemberName.tsx'

export interface FoundBlockProps {
  readonly report: Extract<BlockReport, { kind: 'found' }>
  readonly now: Date
  readonly onRetry: () => void
}

/** A block: the sentence, its header, and who signed it. */
export function FoundBlock({ report, now, onRetry }: FoundBlockProps) {
  const { header, source, meta, commit, members, latestHeight } = report
  const names = useMemberNames()
  const signing = useMemo(
    () =>
      commit.kind === 'known' && members.kind === 'known'
        ? computeSigning(commit.value.flags, members.value)
        : undefined,
    [commit, members],
  )
  const hash =
    commit.kind === 'known'
      ? commit.value.hash
      : meta.kind === 'known'
        ? meta.value.hash
        : undefined
  const values: Readonly<Record<(typeof BLOCK_ROWS)[number][0], ReactNode>> = {
    time: <TimeText date={header.time} now={now} form="full" />,
    proposer: <MemberName address={header.proposer} names={names} />,
    transactions: (
      <FigureText figure={meta} label="the number of transactions">
        {({ transactionCount, sizeBytes }) =>
          `${formatInteger(transactionCount)}, in a block of ${formatByteSize(sizeBytes)}`
        }
      </FigureText>
    ),
    round: (
      <FigureText figure={commit} label="the round">
        {({ round }) =>
          round === 0
            ? '0, agreed on at once'
            : `${round}, after ${formatCount(round, 'failed one')}`
        }
      </FigureText>
    ),
    hash:
      hash === undefined ? (
        <FigureText figure={commit} label="the hash">
          {() => null}
        </FigureText>
      ) : (
        <HashText hash={hash} what="hash" />
      ),
    previous:
      header.previousHash === undefined ? (
        <span className="text-ink-3">none: it is the first</span>
      ) : (
        <HashText hash={header.previousHash} what="hash of the block before" />
      ),
    app: <HashText hash={header.appHash} what="app hash" />,
    validators: <HashText hash={header.validatorsHash} what="hash of the validator set" />,
  }
  return (
    <article>
      <Kicker>Block</Kicker>
      <PageTitle>Block {formatInteger(header.height)}</PageTitle>
      <Lede>
        Made <TimeText date={header.time} now={now} form="line" />
        {meta.kind === 'known' && (
          <>
            {' '}
            with{' '}
            {meta.value.transactionCount === 0
              ? 'no transaction'
              : formatCount(meta.value.transactionCount, 'transaction')}
          </>
        )}
        .{' '}
        {signing !== undefined && (
          <>
            {formatInteger(signing.signedCount)} of {formatCount(signing.totalCount, 'validator')}{' '}
            signed it, with{' '}
            {formatShare(signing.signedPower, signing.totalPower, { digits: 2 }) ?? 'no'} of the
            voting power.
          </>
        )}
      </Lede>
      <Neighbours height={header.height} latestHeight={latestHeight} />
      <DefinitionList
        rows={BLOCK_ROWS.map(([key, label]) => ({ key, label, value: values[key] }))}
      />
      <SourceNote source={source} now={now} />
      <Section title="Who signed it">
        <BlockSignatures {...{ commit, members, signing, names, now, onRetry }} />
      </Section>
    </article>
  )
}

/** Bonded validators of today by their consensus address in hex; empty until read. */
function useMemberNames(): ReadonlyMap<string, NamedValidator> {
  const { data } = useQuery(searchStandingQuery(useChain()))
  return useMemo(() => {
    const names = new Map<string, NamedValidator>()
    if (data?.validators.kind !== 'known') return names
    for (const validator of data.validators.value) {
      const hex = consensusHexOf(validator.consensusAddress ?? '')
      if (hex !== undefined) names.set(hex, validator)
    }
    return names
  }, [data])
}

function HashText({ hash, what }: { readonly hash: string; readonly what: string }) {
  return (
    <>
      <span className="font-mono text-[0.92em] break-all">{hash}</span>
      <CopyButton text={hash} what={what} />
    </>
  )
}

function Neighbours({
  height,
  latestHeight,
}: {
  readonly height: bigint
  readonly latestHeight: bigint | undefined
}) {
  return (
    <nav
      aria-label="Neighbouring blocks"
      className="mb-4 flex min-h-8 flex-wrap items-center gap-x-6 text-s"
    >
      {height > 1n && (
        <Link
          to="/blocks/$height"
          params={{ height: (height - 1n).toString() }}
          search={{}}
          rel="prev"
          className="inline-block py-1"
        >
          ← Block {formatInteger(height - 1n)}
        </Link>
      )}
      {latestHeight !== undefined && height >= latestHeight ? (
        <span className="text-ink-3">This is the newest block.</span>
      ) : (
        <Link
          to="/blocks/$height"
          params={{ height: (height + 1n).toString() }}
          search={{}}
          rel="next"
          className="inline-block py-1"
        >
          Block {formatInteger(height + 1n)} →
        </Link>
      )}
    </nav>
  )
}
