import { Link } from '@tanstack/react-router'
import { describeNodeState } from '../../domain/node-state.ts'
import { useChain } from '../../queries/chain.ts'
import { useNodeHealth, useReading } from '../../queries/nodes.ts'
import { countPassively, formatPassiveCount } from '../../queries/passive-nodes.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** How the nodes do, by what reading this page told; nothing more is asked for it. */
export function NodesSection() {
  const { nodes } = useChain()
  const snapshots = useNodeHealth()
  const reading = useReading()
  const standing = nodes.standing()
  const count = countPassively(
    nodes.peers.map(({ name }) => name),
    snapshots,
  )
  if (count.total === 0) return null
  return (
    <Section
      title="Nodes"
      aside={
        <Link to="/nodes" search={{}}>
          Each of them
        </Link>
      }
    >
      <p className="border-t border-rule pt-2 text-s">
        {formatPassiveCount(count)}.{' '}
        {reading !== undefined && (
          <>
            Read from <HostileText text={reading.endpoint} limit={80} isCutSilently />
            {standing === undefined ? '.' : `: ${describeNodeState(standing)}`}
          </>
        )}
      </p>
    </Section>
  )
}
