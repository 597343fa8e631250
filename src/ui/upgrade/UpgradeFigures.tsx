import type { Figure } from '../../domain/figure.ts'
import { formatDuration } from '../../domain/time.ts'
import type { VoteLead } from '../../domain/upgrades/ledger/upgrade-times.ts'
import { FigureText } from '../state/FigureText.tsx'
import { Skeleton } from '../state/Skeleton.tsx'

/** `192.9 s`, for halts differ by blocks; from ten minutes on `1 h 12 min`. */
export function formatDowntime(ms: number): string {
  return ms < 600_000 ? `${(ms / 1000).toFixed(1)} s` : formatDuration(ms)
}

export function DowntimeText({ figure }: { readonly figure: Figure<number> }) {
  return (
    <FigureText figure={figure} label="the downtime" widthClass="w-16">
      {(ms) => (
        <data value={(ms / 1000).toString()} title={`${(ms / 1000).toFixed(1)} s`}>
          {formatDowntime(ms)}
        </data>
      )}
    </FigureText>
  )
}

/** Rounds the first block of the new software took: the last one counts from 0. */
export function RoundText({ figure }: { readonly figure: Figure<number> }) {
  return (
    <FigureText figure={figure} label="the rounds" widthClass="w-10">
      {(round) => (round + 1).toString()}
    </FigureText>
  )
}

/** From the end of the vote to the height. */
export function LeadText({ lead }: { readonly lead: VoteLead | { readonly kind: 'loading' } }) {
  switch (lead.kind) {
    case 'loading':
      return <Skeleton widthClass="w-16" />
    case 'exact':
      return formatDuration(lead.ms)
    case 'days':
      return lead.days === 0 ? 'the same day' : `${lead.days} ${lead.days === 1 ? 'day' : 'days'}`
    case 'inconsistent':
      return (
        <span
          className="text-warn"
          title="The vote is on record as ending after the height: one of the two times is wrong."
        >
          inconsistent: vote ends after
        </span>
      )
    case 'not-known':
      return <span className="text-ink-3">not known</span>
  }
}
