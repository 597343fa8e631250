import { formatInteger } from '../../domain/format-integer.ts'
import { formatDuration } from '../../domain/time.ts'
import {
  describeHaltNode,
  type HaltNodeState,
  nameHaltNode,
} from '../../domain/upgrades/halt/halt-node.ts'
import type { HaltRoom, RoomNode } from '../../domain/upgrades/halt/halt-room.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** The endpoints this page can see, each by what it last told. */
export function HaltNodes({ room, now }: { readonly room: HaltRoom; readonly now: Date }) {
  return (
    <Section title="Nodes this page can see">
      <ul>
        {room.nodes.map((node) => (
          <NodeLine key={node.endpoint} node={node} now={now} />
        ))}
      </ul>
      {room.nodes.length === 0 && (
        <p className="text-s text-ink-2">No endpoint is chosen; choose one under Nodes.</p>
      )}
    </Section>
  )
}

const TONES: Readonly<Record<HaltNodeState['kind'], string>> = {
  before: 'text-ink-2',
  old: 'text-warn',
  upgraded: 'text-good',
  past: 'text-good',
  stale: 'text-bad',
  dead: 'text-bad',
}

function NodeLine({
  node: { endpoint, standing, state },
  now,
}: {
  readonly node: RoomNode
  readonly now: Date
}) {
  return (
    <li className="grid gap-x-6 gap-y-0.5 border-t border-rule py-2 ">
      <span className="text-m font-semibold">
        <HostileText text={endpoint} limit={80} isCutSilently />
      </span>
      <span className="text-m">
        {state === undefined ? (
          <span className="text-ink-3">asking…</span>
        ) : (
          <>
            <b className={TONES[state.kind]}>{nameHaltNode(state)}</b>{' '}
            <span className="text-s text-ink-2">
              <HostileText text={describeHaltNode(state)} limit={160} isCutSilently />
            </span>
          </>
        )}
      </span>
      <span className="text-s text-ink-2 tabular-nums">
        {standing !== undefined && (
          <>
            {formatInteger(standing.latestHeight)}
            {/* Where this device's clock is behind, no age can be told. */}
            {now >= standing.latestBlockTime && (
              <> · {formatDuration(now.getTime() - standing.latestBlockTime.getTime())} old</>
            )}
            {standing.version !== undefined && (
              <>
                {' '}
                · <HostileText text={standing.version} limit={30} isCutSilently />
              </>
            )}
          </>
        )}
      </span>
    </li>
  )
}
