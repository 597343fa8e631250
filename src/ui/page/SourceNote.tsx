import type { ReactNode } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import type { Opinion } from '../../domain/second-opinion.ts'
import type { Source } from '../../domain/source.ts'
import {
  formatLocal,
  formatRelative,
  formatUtc,
  isRecorded,
  isSameUtcDay,
} from '../../domain/time.ts'
import { Popover } from '../overlay/Popover.tsx'
import { CopyButton } from '../text/CopyButton.tsx'

export interface SourceNoteProps {
  readonly source: Source
  readonly now: Date
  /** How the figure is defined or computed. */
  readonly definition?: ReactNode
  /** What other nodes say of it, where they were asked. */
  readonly opinion?: Opinion | undefined
  /** Stands before the origin, e.g. a check that was made. */
  readonly children?: ReactNode
  /** `line` ends a picture; `inline` is the word "source" within a text or table. @default 'line' */
  readonly form?: 'line' | 'inline'
}

/** Where figures come from: height, block time, node and query, one click away. */
export function SourceNote(props: SourceNoteProps) {
  const { source, now, opinion, children, form = 'line' } = props
  const details = <SourceDetails {...props} />
  if (form === 'inline') {
    return (
      <Popover
        trigger="source"
        label={`Source: height ${formatInteger(source.height)}`}
        className="text-xs text-ink-3 underline decoration-dotted underline-offset-3 hover:text-ink"
      >
        {details}
      </Popover>
    )
  }
  return (
    <div className="mt-3 flex flex-wrap gap-x-4 border-t border-dotted border-rule-strong pt-1 text-xs text-ink-3">
      {children !== undefined && <span className="py-0.5 empty:hidden">{children}</span>}
      <Popover
        trigger={formatOrigin(source, now)}
        label="Where these figures come from"
        className="underline decoration-dotted underline-offset-3 hover:text-ink"
      >
        {details}
      </Popover>
      {opinion?.kind === 'agreed' && (
        <span className="py-0.5">confirmed by {opinion.endpoints.map(hostOf).join(', ')}</span>
      )}
    </div>
  )
}

/** `height 27,400,494 · 03:05:21 UTC · rpc.example:443` */
export function formatOrigin(source: Source, now: Date): string {
  const parts = [`height ${formatInteger(source.height)}`]
  if (isRecorded(source.time)) {
    parts.push(formatUtc(source.time, isSameUtcDay(source.time, now) ? 'time' : 'minute'))
  }
  parts.push(hostOf(source.endpoint))
  return parts.join(' · ')
}

function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : sanitizeChainText(endpoint)
}

function SourceDetails({
  source,
  now,
  definition,
  opinion,
}: Pick<SourceNoteProps, 'source' | 'now' | 'definition' | 'opinion'>) {
  const time = isRecorded(source.time)
    ? `${formatUtc(source.time)}, ${formatRelative(source.time, now)}; ${formatLocal(source.time)} on this device`
    : 'no node would tell'
  return (
    <>
      <Row label="Chain">{sanitizeChainText(source.chainId)}</Row>
      <Row label="Height">
        {formatInteger(source.height)}
        <CopyButton text={source.height.toString()} what="height" />
      </Row>
      <Row label="Block time">{time}</Row>
      <Row label="Node">{sanitizeChainText(source.endpoint)}</Row>
      <Row label="Query">
        <span className="font-mono text-[0.92em]">{sanitizeChainText(source.query)}</span>
        <CopyButton text={source.query} what="query" />
      </Row>
      {opinion !== undefined && <Row label="Second opinion">{formatOpinion(opinion)}</Row>}
      {definition !== undefined && <Row label="Definition">{definition}</Row>}
    </>
  )
}

/** What other nodes say, in a sentence. */
export function formatOpinion(opinion: Opinion): string {
  const height = formatInteger(opinion.height)
  switch (opinion.kind) {
    case 'agreed':
      return `Confirmed to the byte by ${opinion.endpoints.map(sanitizeNodeName).join(', ')} at height ${height}.`
    case 'differs':
      return `Nodes disagree on it at height ${height}; do not rely on it.`
    case 'alone':
      return `Not confirmed at height ${height}. ${sanitizeChainText(opinion.sentence)}`
  }
}

function sanitizeNodeName(name: string): string {
  return sanitizeChainText(name)
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className="mb-1.5 block last:mb-0">
      <span className="block text-xs text-ink-3">{label}</span>
      <span className="chain-text block">{children}</span>
    </span>
  )
}
