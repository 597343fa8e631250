import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import { formatShare } from '../../domain/format-share.ts'
import { formatDuration, formatUtc } from '../../domain/time.ts'
import {
  describeHalt,
  findClockLag,
  formatElapsed,
} from '../../domain/upgrades/halt/describe-halt.ts'
import type { HaltRoom } from '../../domain/upgrades/halt/halt-room.ts'
import { formatStep } from '../../domain/upgrades/halt/round-state.ts'
import { useChain } from '../../queries/chain.ts'
import type { HaltPlan } from '../../queries/halt-plan.ts'
import { useHaltRoom } from '../../queries/halt-room-watch.ts'
import { useUpgradeEta } from '../../queries/upgrade-eta.ts'
import { Callout } from '../../ui/page/Callout.tsx'
import { DisagreementNote } from '../../ui/state/DisagreementNote.tsx'
import { EtaText } from '../../ui/upgrade/EtaText.tsx'
import { useNow } from '../../ui/use-now.ts'
import { FullScreenButton } from './FullScreenButton.tsx'
import { HaltNodes } from './HaltNodes.tsx'
import { HaltPower } from './HaltPower.tsx'
import { NotifyControl } from './NotifyControl.tsx'
import { useIsVisible } from './use-is-visible.ts'
import './halt-room.css'

export interface HaltScreenProps {
  readonly plan: HaltPlan
  readonly chainId: string
  /** The plan's name, made safe to show and short. */
  readonly label: string
  /** Set while the plan is only asked for. */
  readonly voteEndsAt?: Date | undefined
}

/** The room itself: the sentence first, then the numbers that are read from across a room. Dark in every theme. */
export function HaltScreen({ plan, chainId, label, voteEndsAt }: HaltScreenProps) {
  const chain = useChain()
  const room = useHaltRoom(plan, chainId, useIsVisible())
  const eta = useUpgradeEta(chain, plan.height).report?.eta
  const now = useNow(chain.now, 1_000)
  const roomRef = useRef<HTMLDivElement>(null)
  const sentence = describeHalt(room, label)
  const clockLagMs = findClockLag(room.toldAt, now)
  return (
    <div
      ref={roomRef}
      className="halt-room -mx-4 min-h-[80vh] overflow-auto bg-paper px-4 py-5 text-ink sm:-mx-8 sm:px-8 lg:rounded-m"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-s text-ink-2">
        <p>
          <Link to="/upgrades/$name" params={{ name: plan.name }} search={{}}>
            {label}
          </Link>{' '}
          · height {formatInteger(plan.height)}
          {chain.isDemo === true && <b className="ms-2 text-note-ink">Demo chain: invented data</b>}
        </p>
        <div className="flex flex-wrap gap-2">
          <NotifyControl
            room={room}
            label={label}
            earliestAt={eta?.kind === 'range' ? eta.p10 : undefined}
            voteEndsAt={voteEndsAt}
          />
          <FullScreenButton target={roomRef} />
        </div>
      </div>
      <h1
        aria-live="polite"
        className="mt-4 max-w-[48ch] text-xl tracking-tight text-balance sm:text-2xl"
      >
        {sentence}
      </h1>
      {voteEndsAt !== undefined && voteEndsAt > now && (
        <p className="mt-2 text-l text-warn">
          Still in vote, until {formatUtc(voteEndsAt)}: the height counts only if the vote passes.
        </p>
      )}
      <BigNumbers room={room} now={now} />
      {eta !== undefined && (room.phase?.kind === 'countdown' || room.phase?.kind === 'far') && (
        <div className="mt-4 text-l">
          <EtaText eta={eta} now={now} />
        </div>
      )}
      {room.fork !== undefined && (
        <DisagreementNote
          opinion={room.fork}
          link={
            <Link to="/nodes" search={{}}>
              see what each node says
            </Link>
          }
        />
      )}
      {clockLagMs > 0 && (
        <Callout tone="warn" title="This device’s clock is slow">
          Validators told of times {formatDuration(clockLagMs)} ahead of it: set it right, or the
          time since the halt is too short.
        </Callout>
      )}
      <HaltPower room={room}>
        <HaltNodes room={room} now={now} />
      </HaltPower>
      <Footer room={room} />
    </div>
  )
}

function BigNumbers({ room, now }: { readonly room: HaltRoom; readonly now: Date }) {
  const { phase, power } = room
  if (phase === undefined) return null
  const share = power.kind === 'unseen' ? undefined : formatShare(power.back, power.total)
  return (
    <div className="mt-6 flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
      {(phase.kind === 'countdown' || phase.kind === 'far') && (
        <Big label={phase.blocksLeft === 1n ? 'block left' : 'blocks left'}>
          {formatInteger(phase.blocksLeft)}
        </Big>
      )}
      {phase.kind === 'halted' && (
        <Big label={phase.isExact ? 'halted for' : 'halted for about'}>
          {phase.since === undefined
            ? 'not known'
            : formatElapsed(now.getTime() - phase.since.getTime())}
        </Big>
      )}
      {phase.kind === 'resumed' && (
        <Big label="was halted for">
          {phase.haltedMs === undefined ? 'not yet known' : formatElapsed(phase.haltedMs)}
        </Big>
      )}
      {phase.kind === 'halted' && (
        <Big label="back on the new version" isEnd>
          {share ?? 'cannot be seen'}
        </Big>
      )}
      {phase.kind === 'resumed' && (
        <Big label="newest block" isEnd>
          {formatInteger(room.newest?.height ?? phase.height)}
        </Big>
      )}
    </div>
  )
}

function Big({
  label,
  isEnd = false,
  children,
}: {
  readonly label: string
  readonly isEnd?: boolean
  readonly children: string
}) {
  return (
    <div className={isEnd ? 'sm:text-end' : undefined}>
      <p className="text-m text-ink-2">{label}</p>
      <p className="text-[clamp(2.4rem,9vw,7rem)] leading-none font-bold tracking-tight tabular-nums">
        {children}
      </p>
    </div>
  )
}

function Footer({
  room: { phase, consensus, committed, planHeight },
}: {
  readonly room: HaltRoom
}) {
  const resumed = phase?.kind === 'resumed' ? phase : undefined
  return (
    <div className="mt-6 max-w-measure border-t border-dotted border-rule-strong pt-2 text-xs text-ink-3">
      {resumed?.rounds !== undefined && (
        <p>
          The first block took {resumed.rounds} {resumed.rounds === 1 ? 'round' : 'rounds'}.
        </p>
      )}
      {(resumed?.isOver === true || phase?.kind === 'far') && (
        <p>More than a hundred blocks from the height: nodes are asked only now and then.</p>
      )}
      {consensus !== undefined && (
        <p>
          Consensus works on height {formatInteger(consensus.height)}, round {consensus.round}, step{' '}
          {formatStep(consensus.step)}.
        </p>
      )}
      {committed !== undefined && (
        <p>
          The {formatShare(committed.power, committed.total)} of precommits that old nodes show are
          of block {formatInteger(planHeight)}, which was committed before the halt: they say
          nothing of who is back.
        </p>
      )}
      <p>
        Who is back: everyone who has prevoted at height {formatInteger(planHeight + 1n)}, for a
        block or for none, in any round that was seen (consensus_state of nodes on the new version).
        Names are those of the state at height {formatInteger(planHeight - 1n)}. The downtime is the
        time between the headers of {formatInteger(planHeight + 1n)} and{' '}
        {formatInteger(planHeight + 2n)}.
      </p>
    </div>
  )
}
