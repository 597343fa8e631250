import { useState } from 'react'
import type { BlockCommit, ConsensusMember, Signing } from '../../domain/block.ts'
import type { Figure } from '../../domain/figure.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatShare } from '../../domain/format-share.ts'
import type { NamedValidator } from '../../queries/account-validators.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { MemberName } from './MemberName.tsx'

export interface BlockSignaturesProps {
  readonly commit: Figure<BlockCommit>
  readonly members: Figure<readonly ConsensusMember[]>
  /** undefined where one of the two is missing, or they do not match. */
  readonly signing: Signing | undefined
  readonly names: ReadonlyMap<string, NamedValidator>
  readonly now: Date
  readonly onRetry: () => void
}

/** Who signed a block and, by name, who did not. */
export function BlockSignatures({
  commit,
  members,
  signing,
  names,
  now,
  onRetry,
}: BlockSignaturesProps) {
  if (commit.kind !== 'known') {
    return commit.kind === 'failed' ? (
      <FailureMessage
        failure={commit.failure}
        title="The signatures could not be read"
        onRetry={onRetry}
      />
    ) : null
  }
  const { flags, isCanonical } = commit.value
  if (signing === undefined) {
    const signed = flags.filter((flag) => flag === 'signed').length
    return (
      <>
        <p className="mb-3 max-w-measure text-s">
          {formatInteger(signed)} of {formatCount(flags.length, 'validator')} signed it. Which ones,
          and with how much power, is not known without the validator set of this height.
        </p>
        {members.kind === 'failed' && (
          <FailureMessage
            failure={members.failure}
            title="The validator set could not be read"
            onRetry={onRetry}
          />
        )}
        <SourceNote source={commit.source} now={now} />
      </>
    )
  }
  return (
    <>
      {!isCanonical && (
        <p className="mb-3 max-w-measure text-s text-warn">
          These are the signatures this node has seen so far; the next block settles which ones
          count.
        </p>
      )}
      <MemberList
        title="Absent"
        what="did not sign in time"
        list={signing.absent}
        {...{ signing, names }}
      />
      {signing.nil.length > 0 && (
        <MemberList
          title="For no block"
          what="signed, but for no block"
          list={signing.nil}
          {...{ signing, names }}
        />
      )}
      <SourceNote
        source={commit.source}
        now={now}
        definition="A signature counts when it is a precommit for this block. Power is the consensus power of the validator set of this height; names are those of the validators bonded now."
      >
        {formatInteger(signing.signedCount)} of {formatInteger(signing.totalCount)} signed.
      </SourceNote>
    </>
  )
}

const FIRST = 20

function MemberList({
  title,
  what,
  list,
  signing,
  names,
}: {
  readonly title: string
  readonly what: string
  readonly list: readonly ConsensusMember[]
  readonly signing: Signing
  readonly names: ReadonlyMap<string, NamedValidator>
}) {
  const [isWhole, setIsWhole] = useState(false)
  if (list.length === 0) return <p className="text-s">All of them signed.</p>
  const power = list.reduce((sum, member) => sum + member.power, 0n)
  const shown = isWhole ? list : list.slice(0, FIRST)
  return (
    <>
      <h3 className="mt-4 mb-1 text-s">
        {title}: {formatCount(list.length, 'validator')} with{' '}
        {formatShare(power, signing.totalPower, { digits: 2 }) ?? 'no'} of the power {what}
      </h3>
      <ul className="text-s sm:columns-2 sm:gap-x-10 lg:columns-3">
        {shown.map((member) => (
          <li
            key={member.address}
            className="flex break-inside-avoid justify-between gap-x-4 border-t border-rule py-1"
          >
            <span className="min-w-0">
              <MemberName address={member.address} names={names} />
            </span>
            <data
              value={member.power.toString()}
              title={`${formatInteger(member.power)} of ${formatInteger(signing.totalPower)}`}
              className="whitespace-nowrap text-ink-2"
            >
              {formatShare(member.power, signing.totalPower, { digits: 2 }) ?? ''}
            </data>
          </li>
        ))}
      </ul>
      {shown.length < list.length && (
        <div className="mt-3">
          <Button onClick={() => setIsWhole(true)}>Show all {formatInteger(list.length)}</Button>
        </div>
      )}
    </>
  )
}
