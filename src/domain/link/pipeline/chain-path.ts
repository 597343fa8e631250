import type { Day } from '../../registry/aep.ts'
import type { Delivery, LinkGround, LinkTarget } from '../link.ts'

/** The way of what delivers an AEP: its vote and its day on the chain. */
export interface ChainPath {
  /** `none`: it came or comes without a vote. */
  readonly vote: 'none' | 'open' | 'passed'
  /** undefined: not over, or not on record. */
  readonly votedOn: Day | undefined
  readonly chain: 'none' | 'awaited' | 'reached'
  readonly reachedOn: Day | undefined
}

const NO_PATH: ChainPath = {
  vote: 'none',
  votedOn: undefined,
  chain: 'none',
  reachedOn: undefined,
}

/** For an AEP that was taken out again, the way by which it had come. */
export function findChainPath(delivery: Delivery, ground: LinkGround): ChainPath {
  switch (delivery.kind) {
    case 'in-vote':
      return { ...NO_PATH, vote: 'open' }
    case 'scheduled':
      return { ...pathTo(delivery.by.target, ground), chain: 'awaited', reachedOn: undefined }
    case 'delivered':
      return pathTo(delivery.first.target, ground)
    case 'delivered-at-genesis':
      return pathTo(delivery.by.target, ground)
    case 'delivered-by-messages': {
      const [first] = delivery.by
      return first === undefined ? NO_PATH : pathTo(first.target, ground)
    }
    case 'removed':
      return delivery.delivered === undefined ? NO_PATH : pathTo(delivery.delivered.target, ground)
    default:
      return NO_PATH
  }
}

function pathTo(target: LinkTarget, { proposals }: LinkGround): ChainPath {
  switch (target.kind) {
    case 'launch':
      return { ...NO_PATH, chain: 'reached', reachedOn: target.date }
    case 'upgrade': {
      const proposal = proposals.find(({ id }) => id === target.proposalId)
      return {
        vote: 'passed',
        votedOn: proposal?.votingEndedOn,
        chain: 'reached',
        reachedOn: target.appliedOn,
      }
    }
    case 'proposal':
      // Its messages ran in the block that ended the vote.
      return {
        vote: 'passed',
        votedOn: target.votingEndedOn,
        chain: 'reached',
        reachedOn: target.votingEndedOn,
      }
  }
}
