import { isBlankText } from '../../../domain/format-chain-text.ts'
import type { CastVote } from '../../../domain/vote-history.ts'
import { formatVote } from '../../../ui/proposal/VoteText.tsx'
import { HeightText } from '../../../ui/text/HeightText.tsx'
import { HostileText } from '../../../ui/text/HostileText.tsx'
import type { VoterCasts } from './cast-history.ts'

export interface VoterNotesProps {
  readonly casts: VoterCasts
  /** What the voter wrote along; text by strangers. */
  readonly metadata: string
}

/** Under a voter's name: votes this one replaced, who cast it, and what was written along. Nothing where there is nothing. */
export function VoterNotes({ casts, metadata }: VoterNotesProps) {
  const { current, replaced, erased } = casts
  return (
    <>
      {replaced.length > 0 && (
        <small className="block text-xs text-warn">
          changed; before: <CastList casts={replaced} />
        </small>
      )}
      {erased.length > 0 && (
        <small className="block text-xs text-ink-3">
          in the erased round: <CastList casts={erased} />
        </small>
      )}
      {current?.isByAuthz === true && (
        <small
          className="block text-xs text-ink-3"
          title="Another account sent it with the voter's grant (x/authz)."
        >
          cast by authz, through another account
        </small>
      )}
      {!isBlankText(metadata) && (
        <small className="block text-xs text-ink-2">
          wrote: <HostileText text={metadata} limit={120} />
        </small>
      )}
    </>
  )
}

const MOST_SHOWN = 3

function CastList({ casts }: { readonly casts: readonly CastVote[] }) {
  const shown = casts.slice(0, MOST_SHOWN)
  return (
    <>
      {shown.map(({ options, height, txHash }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a transaction may vote twice
        <span key={index} title={txHash === '' ? undefined : `transaction ${txHash}`}>
          {index > 0 && ', '}
          {formatVote(options)} at <HeightText height={height} />
        </span>
      ))}
      {casts.length > MOST_SHOWN && ` and ${casts.length - MOST_SHOWN} more`}
    </>
  )
}
