import { type ReactNode, useEffect, useRef, useState } from 'react'
import { formatFactKey } from '../../domain/second-opinion.ts'
import { useChain } from '../../queries/chain.ts'
import { useDisagreements } from '../../queries/second-opinion.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { PageTitle, Section } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { DisagreementNote } from '../../ui/state/DisagreementNote.tsx'
import { useNow } from '../../ui/use-now.ts'
import { moveName } from './move-name.ts'
import { NodesLede } from './NodesLede.tsx'
import { NodesSource } from './NodesSource.tsx'
import { NodesTable } from './NodesTable.tsx'
import { useNodeRows } from './use-node-rows.ts'

/** A change of the list that was just made: what to say of it, and where the focus belongs. */
export interface ChoiceChange {
  readonly announcement: string
  /** Accessible name of the button to focus; the heading of the table where it is gone. */
  readonly focus: string | undefined
}

export interface NodesViewProps {
  /** What the other screens show instead of these nodes, where that is so: "the demo chain". */
  readonly standIn: string | undefined
  /** Which list this is, and the way back from one's own. */
  readonly listNote: ReactNode
  /** The change that led to this list, if any; given once. */
  readonly takeChange: () => ChoiceChange | undefined
  /** Reads the endpoints in this order from now on; what is not in it is removed. */
  readonly onOrder: (names: readonly string[], change: ChoiceChange) => void
  /** Ways to other endpoints and networks. */
  readonly children: ReactNode
}

/** `/nodes`: what each endpoint can do, how it does, and which are asked in which order. */
export function NodesView({ standIn, listNote, takeChange, onOrder, children }: NodesViewProps) {
  const chain = useChain()
  const now = useNow(chain.now, 1_000)
  const { rows, fork, comparedHeight, test } = useNodeRows(now)
  const disagreements = useDisagreements()
  const [spoken, setSpoken] = useState('')
  const partRef = useRef<HTMLDivElement>(null)
  useDocumentTitle('Nodes')
  useEffect(() => {
    const change = takeChange()
    if (change === undefined) return
    setSpoken(change.announcement)
    const buttons = partRef.current?.querySelectorAll<HTMLButtonElement>('button') ?? []
    const target = [...buttons].find(
      (button) => button.getAttribute('aria-label') === change.focus && !button.disabled,
    )
    const focusOn = target ?? partRef.current
    focusOn?.focus()
  }, [takeChange])
  const names = rows.map(({ name }) => name)
  const move = (name: string, by: -1 | 1) => {
    const next = moveName(names, name, by)
    const place = next.indexOf(name) + 1
    const isAtEnd = by === -1 ? place === 1 : place === next.length
    const direction = (by === -1) === isAtEnd ? 'down' : 'up'
    onOrder(next, {
      announcement: `${name} is now ${place} of ${next.length}.`,
      focus: `Move ${name} ${direction}`,
    })
  }
  const remove = (name: string) =>
    onOrder(
      names.filter((other) => other !== name),
      { announcement: `${name} was removed.`, focus: undefined },
    )
  const ask = (wanted: readonly string[]) => void test(wanted).then(setSpoken)
  return (
    <>
      <PageTitle>Nodes</PageTitle>
      <NodesLede rows={rows} standIn={standIn} />
      {fork !== undefined && <DisagreementNote opinion={fork} />}
      {disagreements.map((opinion) => (
        <DisagreementNote key={formatFactKey(opinion.fact)} opinion={opinion} />
      ))}
      <div ref={partRef} tabIndex={-1} className="outline-none">
        <Section
          title="Endpoints, in the order they are asked"
          aside={<Button onClick={() => ask(names)}>Test all now</Button>}
        >
          <p className="mb-2 max-w-measure text-s text-ink-2">{listNote}</p>
          <NodesTable
            rows={rows}
            now={now}
            healthNow={new Date(chain.nodes.health.now())}
            onTest={(name) => ask([name])}
            onMove={move}
            onRemove={rows.length > 1 ? remove : undefined}
          />
          <p role="status" className="mt-2 min-h-6 text-s text-ink-2">
            {spoken}
          </p>
        </Section>
      </div>
      {children}
      <NodesSource rows={rows} comparedHeight={comparedHeight} following={chain.following} />
    </>
  )
}
