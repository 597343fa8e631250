import { memo, type ReactNode } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import { formatShare } from '../../domain/format-share.ts'
import { describeUnseen } from '../../domain/upgrades/halt/describe-halt.ts'
import { formatMissing, nameHaltValidator } from '../../domain/upgrades/halt/format-missing.ts'
import type { HaltRoom } from '../../domain/upgrades/halt/halt-room.ts'
import {
  describeMismatch,
  type HaltValidator,
  type PowerBack,
  powerToTwoThirds,
  type RoundPower,
} from '../../domain/upgrades/halt/power-back.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { AddressText } from '../../ui/text/AddressText.tsx'
import { CopyButton } from '../../ui/text/CopyButton.tsx'

/** Who is back, who is missing, and the votes of each round; `children` stand beside those who are missing. */
export function HaltPower({
  room: { power, phase },
  children,
}: {
  readonly room: HaltRoom
  readonly children: ReactNode
}) {
  if (power.kind === 'unseen') {
    return (
      <>
        {/* The sentence above has said it while the chain is halted. */}
        {phase?.kind === 'countdown' && (
          <p className="mt-6 max-w-measure text-ink-2">{describeUnseen(power.why)}</p>
        )}
        {children}
      </>
    )
  }
  return (
    <>
      <PowerBar label="Prevoted, so back" power={power.back} total={power.total} />
      <PowerBar
        label="Precommitted, the second step"
        power={power.precommit}
        total={power.total}
        isSmall
      />
      {power.kind === 'unnamed' && (
        <p className="mt-4 max-w-measure text-warn">{describeMismatch(power.why)}</p>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {power.kind === 'seen' && (
          <Missing
            missing={power.missing}
            total={power.total}
            hasResumed={phase?.kind === 'resumed'}
          />
        )}
        <div>
          {children}
          <Rounds rounds={power.rounds} total={power.total} />
        </div>
      </div>
    </>
  )
}

function PowerBar({
  label,
  power,
  total,
  isSmall = false,
}: {
  readonly label: string
  readonly power: bigint
  readonly total: bigint
  readonly isSmall?: boolean
}) {
  const missing = powerToTwoThirds(power, total)
  const share = formatShare(power, total) ?? ''
  const width = total === 0n ? 0 : Number((power * 10_000n) / total) / 100
  const tone = missing === 0n ? 'var(--good)' : 'var(--warn)'
  const rest =
    missing === 0n ? 'more than two thirds' : `${formatInteger(missing)} missing to two thirds`
  return (
    <figure className={isSmall ? 'mt-4' : 'mt-8'}>
      <figcaption className="mb-1.5 flex flex-wrap justify-between gap-x-4 text-s">
        <span className="font-semibold">
          {label}: {share}
        </span>
        <span className="text-ink-2 tabular-nums">
          {formatInteger(power)} of {formatInteger(total)}; {rest}
        </span>
      </figcaption>
      <svg
        role="img"
        aria-label={`${label}: ${share} of the power, ${rest}. The mark is at two thirds.`}
        viewBox={`0 0 100 ${isSmall ? 3 : 8}`}
        preserveAspectRatio="none"
        className={isSmall ? 'h-5 w-full' : 'h-14 w-full'}
      >
        <rect width="100" height="8" fill="var(--unvoted)" />
        <rect width={width} height="8" fill={tone} />
        <rect x={66.57} width="0.2" height="8" fill="var(--ink)" />
      </svg>
      <p aria-hidden="true" className="relative h-4 text-xs text-ink-2">
        <span className="absolute start-2/3 -translate-x-1/2 whitespace-nowrap">two thirds</span>
      </p>
    </figure>
  )
}

function Missing({
  missing,
  total,
  hasResumed,
}: {
  readonly missing: readonly HaltValidator[]
  readonly total: bigint
  readonly hasResumed: boolean
}) {
  const power = missing.reduce((sum, validator) => sum + validator.power, 0n)
  return (
    <Section
      title={`${hasResumed ? 'Not seen before it resumed' : 'Missing'}: ${missing.length} ${missing.length === 1 ? 'validator' : 'validators'}, ${formatShare(power, total) ?? ''}`}
      aside={
        missing.length > 0 && (
          <CopyButton text={formatMissing(missing, total)} what="list" isLabelled />
        )
      }
    >
      <table className="w-full text-m">
        <thead className="text-start text-xs text-ink-2">
          <tr>
            <th scope="col" className="py-1 text-start font-medium">
              Validator
            </th>
            <th scope="col" className="py-1 text-end font-medium">
              Power
            </th>
            <th scope="col" className="py-1 ps-4 text-end font-medium">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {missing.map((validator) => (
            <MissingRow key={validator.address} validator={validator} total={total} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Readings come every second, and most rows stay as they are. */
const MissingRow = memo(function MissingRow({
  validator,
  total,
}: {
  readonly validator: HaltValidator
  readonly total: bigint
}) {
  const { operatorAddress, power } = validator
  return (
    <tr className="border-t border-rule">
      <td className="py-1.5 pe-3">
        <bdi className="chain-text font-semibold">{nameHaltValidator(validator)}</bdi>
        {operatorAddress !== undefined && (
          <span className="ms-2 text-xs text-ink-3 max-sm:hidden">
            <AddressText address={operatorAddress} />
          </span>
        )}
      </td>
      <td className="py-1.5 text-end whitespace-nowrap tabular-nums">{formatInteger(power)}</td>
      <td className="py-1.5 ps-4 text-end whitespace-nowrap tabular-nums">
        {formatShare(power, total, { digits: 2 })}
      </td>
    </tr>
  )
})

/** Rounds shown; in a long halt the newest matter. */
const SHOWN_ROUNDS = 12

function Rounds({
  rounds,
  total,
}: {
  readonly rounds: readonly RoundPower[]
  readonly total: PowerBack['total']
}) {
  const begun = rounds.filter(
    ({ prevotePower, precommitPower }) => prevotePower > 0n || precommitPower > 0n,
  )
  return (
    <Section title="Votes of each round">
      {begun.length === 0 ? (
        <p className="text-s text-ink-2">Nobody has voted yet.</p>
      ) : (
        <table className="w-full text-s">
          <thead className="text-xs text-ink-2">
            <tr>
              <th scope="col" className="py-1 text-start font-medium">
                Round
              </th>
              <th scope="col" className="py-1 text-end font-medium">
                Prevotes
              </th>
              <th scope="col" className="py-1 text-end font-medium">
                Precommits
              </th>
            </tr>
          </thead>
          <tbody>
            {begun.slice(-SHOWN_ROUNDS).map(({ round, prevotePower, precommitPower }) => (
              <tr key={round} className="border-t border-rule">
                <th scope="row" className="py-1.5 text-start font-normal">
                  {round}
                </th>
                <td className="py-1.5 text-end tabular-nums">{formatShare(prevotePower, total)}</td>
                <td className="py-1.5 text-end tabular-nums">
                  {formatShare(precommitPower, total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
