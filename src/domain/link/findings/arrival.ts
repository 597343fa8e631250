import { formatInteger } from '../../format-integer.ts'
import type { Day } from '../../registry/aep.ts'
import { shortChainText } from '../../upgrades/short-chain-text.ts'
import type { FindingLine } from '../finding.ts'
import type { AepLink } from '../link.ts'

/** What brought an AEP to the chain: an upgrade that was applied, a launch, or a passed proposal's messages. */
export interface Arrival {
  readonly way: 'upgrade' | 'launch' | 'messages'
  /** undefined: the day is not on record. */
  readonly day: Day | undefined
  /** `v1.0.0 delivered AEP-75 at height 23,939,793 on 2025-10-28`, to stand within a sentence. */
  readonly tell: (what: string) => string
  /** Where a reader finds it. */
  readonly line: FindingLine
  /** Place among arrivals of the same way. */
  readonly order: bigint
}

/** undefined: the link does not deliver, or not yet. */
export function arrivalOfLink({ relation, target }: AepLink): Arrival | undefined {
  if (relation !== 'delivers') return undefined
  switch (target.kind) {
    case 'upgrade': {
      if (target.state !== 'applied') return undefined
      const name = shortChainText(target.name, 40)
      const place = `at height ${formatInteger(target.height)}${onDay(target.appliedOn)}`
      return {
        way: 'upgrade',
        day: target.appliedOn,
        tell: (what) => `${name} delivered ${what} ${place}`,
        line: {
          statement: `${name} was applied ${place}.`,
          where: { kind: 'upgrade', name: target.name, height: target.height },
        },
        order: target.height,
      }
    }
    case 'launch': {
      const name = shortChainText(target.displayName, 40)
      return {
        way: 'launch',
        day: target.date,
        tell: (what) => `the launch of ${name} delivered ${what} on ${target.date}`,
        line: {
          statement: `${name} was launched on ${target.date}.`,
          where: { kind: 'launch', displayName: target.displayName },
        },
        order: BigInt(Date.parse(target.date)),
      }
    }
    case 'proposal': {
      if (target.standing !== 'passed') return undefined
      const when = onDay(target.votingEndedOn)
      return {
        way: 'messages',
        day: target.votingEndedOn,
        tell: (what) => `the messages of proposal ${target.proposalId} delivered ${what}${when}`,
        line: {
          statement: `Proposal ${target.proposalId} passed${when}, and its messages delivered it.`,
          where: { kind: 'proposal', id: target.proposalId },
        },
        order: target.proposalId,
      }
    }
  }
}

function onDay(day: Day | undefined): string {
  return day === undefined ? '' : ` on ${day}`
}
