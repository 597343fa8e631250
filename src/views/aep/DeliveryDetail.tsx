import type { AepLink, Delivery } from '../../domain/link/link.ts'
import { ProposalNumberLink } from '../../ui/aep/ProposalNumberLink.tsx'
import { UpgradeNameLink } from '../../ui/aep/UpgradeNameLink.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'

/** What a delivery rests on, in a line under its badge; nothing where there is nothing. */
export function DeliveryDetail({
  delivery,
  isWhole,
}: {
  readonly delivery: Delivery
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
}) {
  switch (delivery.kind) {
    case 'nothing-found':
      return isWhole ? 'looked for, and not found' : 'not in what was read so far'
    case 'mentioned':
    case 'funding-passed':
    case 'delivered-by-messages':
      return <Several links={delivery.by} />
    case 'in-vote':
    case 'scheduled':
    case 'delivered-at-genesis':
    case 'rejected':
      return <Target link={delivery.by} />
    case 'delivered':
      return (
        <>
          {delivery.later.length > 0 && 'first by '}
          <Target link={delivery.first} />
        </>
      )
    case 'removed':
      return <Target link={delivery.by} />
  }
}

const MOST_SHOWN = 4

function Several({ links }: { readonly links: readonly AepLink[] }) {
  const rest = links.length - MOST_SHOWN
  return (
    <>
      {links.slice(0, MOST_SHOWN).map((link, index) => (
        <span key={keyOf(link)}>
          {index > 0 && ', '}
          <Target link={link} />
        </span>
      ))}
      {rest > 0 && ` and ${rest} more`}
    </>
  )
}

function keyOf({ target }: AepLink): string {
  switch (target.kind) {
    case 'upgrade':
      return `upgrade ${target.name} ${target.height} ${target.proposalId ?? ''}`
    case 'launch':
      return `launch ${target.displayName}`
    case 'proposal':
      return `proposal ${target.proposalId}`
  }
}

function Target({ link: { target } }: { readonly link: AepLink }) {
  if (target.kind === 'proposal') return <ProposalNumberLink id={target.proposalId} />
  if (target.kind === 'launch') return `${target.displayName}, ${target.date}`
  return (
    <>
      <UpgradeNameLink name={target.name} limit={30} /> at height{' '}
      <HeightText height={target.height} href={target.state === 'applied' ? undefined : false} />
      {target.appliedOn !== undefined && (
        <>
          , <span className="whitespace-nowrap">{target.appliedOn}</span>
        </>
      )}
    </>
  )
}
