import { type ReactNode, useState } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import { foldMentions } from '../../domain/link/fold-mentions.ts'
import type { AepLink } from '../../domain/link/link.ts'
import { linksOfProposal } from '../../domain/link/links-of-proposal.ts'
import type { Relation } from '../../domain/registry/registry.ts'
import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import type { LinkedRegistry } from '../../queries/linked-registry.ts'
import { standingOfLinks } from '../../queries/links-standing.ts'
import { useIdle } from '../../queries/use-idle.ts'
import { LinkedAep } from '../../ui/aep/LinkedAep.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

export interface ProposalAepsProps {
  readonly id: bigint
  /** Of the chain the proposal was read from. */
  readonly chainId: string
}

/** The AEPs a proposal implements, funds or names. It reads much, so it begins when the page has nothing else to do. */
export function ProposalAeps(props: ProposalAepsProps) {
  const isIdle = useIdle()
  return isIdle ? <ReadAeps {...props} /> : <AepsSkeleton />
}

function AepsSkeleton() {
  return <Skeleton lines={2} label="the AEPs it names" />
}

function ReadAeps({ id, chainId }: ProposalAepsProps) {
  const reading = useAepLinks()
  const standing = standingOfLinks(reading)
  if (reading.kind === 'failed') {
    return (
      <FailureMessage
        failure={describeQueryFailure(reading.error)}
        title="Which AEPs it names could not be worked out"
        onRetry={reading.retry}
      />
    )
  }
  if (standing.kind === 'reading' || reading.kind === 'loading') return <AepsSkeleton />
  const linked = standing.kind === 'read' ? standing.linked : undefined
  const isSeen =
    linked?.table.chainId === chainId && linked.ground.proposals.some((one) => one.id === id)
  if (linked !== undefined && isSeen) {
    return <FoundAeps id={id} linked={linked} titles={titlesOf(reading.registry)} />
  }
  return standing.kind === 'read' && standing.extent === 'reading' ? (
    <AepsSkeleton />
  ) : (
    <p className="text-ink-2">
      Not known: links are made from all proposals of the chain, and this one could not be read
      among them.
    </p>
  )
}

function titlesOf({
  aeps,
  laterAeps,
}: Extract<AepLinksReading, { kind: 'ready' }>['registry']): ReadonlyMap<number, string> {
  return new Map([...laterAeps, ...aeps].map(({ number, title }) => [number, title]))
}

/** In this order; the words stand before the AEPs. */
const WORDS: readonly (readonly [Relation, string])[] = [
  ['delivers', 'Implements'],
  ['removes', 'Removes'],
  ['funds', 'Funds'],
  ['amends', 'Amends'],
  ['mentions', 'Mentions'],
]

function FoundAeps({
  id,
  linked: { table, deliveries },
  titles,
}: {
  readonly id: bigint
  readonly linked: LinkedRegistry
  readonly titles: ReadonlyMap<number, string>
}) {
  const links = foldMentions(linksOfProposal(table, id))
  if (links.length === 0) {
    return (
      <p className="text-ink-2">
        No AEP found: its text and messages name none, and no record{' '}
        {table.scope.kind !== 'own-chain' && 'that holds on this chain '}ties one to it.
      </p>
    )
  }
  return WORDS.map(([relation, word]) => {
    const own = links.filter((link) => link.relation === relation)
    if (own.length === 0) return null
    return (
      <div key={relation} className="mb-3 last:mb-0">
        <h3 className="mb-1 text-s font-medium">{word}</h3>
        <LinkList links={own.toSorted(byTitle)}>
          {(link) => (
            <LinkedAep
              link={link}
              title={titles.get(link.aep)}
              delivery={deliveries.get(link.aep)}
              owners={table.aepOwners.get(link.aep)}
              to={`proposal ${id}`}
            />
          )}
        </LinkList>
      </div>
    )
  })
}

/** What the title names comes before what stands somewhere in the text. */
function byTitle(a: AepLink, b: AepLink): number {
  return Number(isInTitle(b)) - Number(isInTitle(a))
}

function isInTitle({ evidence }: AepLink): boolean {
  return evidence.some(({ source }) => source.endsWith(', title'))
}

/** A text can name every AEP there is. */
const MOST_SHOWN = 5

function LinkList({
  links,
  children,
}: {
  readonly links: readonly AepLink[]
  readonly children: (link: AepLink) => ReactNode
}) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole || links.length <= MOST_SHOWN + 1 ? links : links.slice(0, MOST_SHOWN)
  return (
    <>
      <ul>
        {shown.map((link) => (
          <li key={keyOf(link)} className="border-t border-rule py-1.5">
            {children(link)}
          </li>
        ))}
      </ul>
      {shown.length < links.length && (
        <button
          type="button"
          onClick={() => setIsWhole(true)}
          className="min-h-6 text-xs text-ink-2 underline underline-offset-3 hover:text-ink"
        >
          {formatInteger(links.length - shown.length)} more
        </button>
      )}
    </>
  )
}

function keyOf({ aep, target }: AepLink): string {
  return target.kind === 'upgrade' ? `${aep} ${target.name}` : `${aep}`
}
