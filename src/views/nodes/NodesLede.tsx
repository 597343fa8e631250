import { useChain } from '../../queries/chain.ts'
import type { NodeRow } from '../../queries/node-rows.ts'
import { useReading } from '../../queries/nodes.ts'
import { explainReading } from '../../queries/passive-nodes.ts'
import { Lede } from '../../ui/page/Heading.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** The sentence first: how many answer, and whose word the figures are. */
export function NodesLede({
  rows,
  standIn,
}: {
  readonly rows: readonly NodeRow[]
  readonly standIn: string | undefined
}) {
  const { nodes } = useChain()
  const reading = useReading()
  const asking = rows.filter(({ state }) => state === 'asking').length
  const answering = rows.filter(({ isCurrent, state }) => isCurrent && state !== 'wrong-chain')
  const source = reading?.endpoint ?? nodes.next()
  const names = rows.map(({ name }) => name)
  return (
    <div className="min-h-[calc(2lh+2.25rem)] text-l max-sm:min-h-[calc(4lh+2.25rem)]">
      <Lede>
        <b>{countText(answering.length, rows.length, asking)}</b>{' '}
        {standIn !== undefined
          ? `The other screens show ${standIn} meanwhile.`
          : answering.length > 0 &&
            source !== undefined && (
              <>
                {reading === undefined ? 'Figures will be read' : 'Figures come'} from{' '}
                <HostileText text={source} limit={80} isCutSilently />,{' '}
                {explainReading(source, names, nodes.health.snapshot)}.
              </>
            )}
      </Lede>
    </div>
  )
}

function countText(answering: number, all: number, asking: number): string {
  const soFar = asking > 0 ? ' so far' : ''
  if (all === 1) {
    if (asking > 0) return 'The only endpoint is being asked.'
    return answering === 1 ? 'The only endpoint answers.' : 'The only endpoint does not answer.'
  }
  if (answering === 0) {
    return asking > 0
      ? `Asking ${all} endpoints; none has answered yet.`
      : `None of the ${all} endpoints answers.`
  }
  return `${answering} of ${all} endpoints ${answering === 1 ? 'answers' : 'answer'}${soFar}.`
}
