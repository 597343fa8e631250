import type { Figure } from '../../../src/domain/figure.ts'
import { formatInteger } from '../../../src/domain/format-integer.ts'
import {
  accountPastVotesQuery,
  accountStakesQuery,
  accountVotesQuery,
} from '../../../src/queries/account.ts'
import { readBlock } from '../../../src/queries/block.ts'
import { searchStandingQuery } from '../../../src/queries/search-standing.ts'
import { transactionHeightQuery } from '../../../src/queries/search-transaction.ts'
import { createFindings, type Findings } from './findings.ts'
import { noteHeight } from './picture.ts'
import { shownVotes, stateOf, trueVotes } from './truth.ts'
import type { Visit } from './visit.ts'

/** `/blocks/:height`, of a block from before a pruned node begins. */
export async function readBlockColumn({ chain, world }: Visit): Promise<Findings> {
  const found = createFindings()
  const { ledger, oldHeight: height } = world
  try {
    const report = await readBlock(chain, height)
    if (report.kind === 'not-reached')
      found.note('all', `not reached, the newest is ${report.latestHeight}`)
    else if (report.kind === 'dropped') {
      found.note('all', `dropped: blocks are kept from ${formatInteger(report.earliestHeight)} on`)
    } else {
      const block = ledger.blockAt(height)
      found.value('time', report.header.time.getTime(), block.time.getTime())
      found.value('proposer', report.header.proposer, hexOf(block.proposer))
      const { meta, commit, members } = report
      found.figure(
        'meta',
        known(meta, (value) => value.transactionCount),
        block.txs.length,
      )
      const set = ledger.validatorSetAt(height).map(({ address }) => hexOf(address))
      found.figure(
        'members',
        known(members, (value) => value.map(({ address }) => address)),
        set,
      )
      found.figure(
        'commit',
        known(commit, (value) => value.flags.length),
        set.length,
      )
    }
  } catch (error) {
    found.failure('all', error)
  }
  return found.findings()
}

/** `/accounts/:address` of a voter, on the ground a search stands on. */
export async function readAccountColumn({ chain, client, world }: Visit): Promise<Findings> {
  const found = createFindings()
  const { voter, openVote } = world
  try {
    const { source } = await client.fetchQuery(searchStandingQuery(chain))
    noteHeight(found, { chain, client, world }, source)
    const state = stateOf(world, source.height)
    const [stakes, votes, past] = await Promise.allSettled([
      client.fetchQuery(accountStakesQuery(chain, voter, source)),
      client.fetchQuery(accountVotesQuery(chain, voter, source, [openVote])),
      client.fetchInfiniteQuery(accountPastVotesQuery(chain, voter)),
    ])
    if (stakes.status === 'rejected') found.failure('stakes', stakes.reason)
    else {
      found.value(
        'stakes',
        stakes.value.value.map(({ operatorAddress }) => operatorAddress),
        state.delegationsOf(voter).map(({ validatorAddress }) => validatorAddress),
      )
    }
    if (votes.status === 'rejected') found.failure('vote', votes.reason)
    else {
      const truth = trueVotes(state, openVote).filter((line) => line.startsWith(voter))
      const figure = votes.value.get(openVote.toString())
      found.figure('vote', figure && known(figure, (vote) => shownVotes(vote ? [vote] : [])), truth)
    }
    if (past.status === 'rejected') found.failure('past votes', past.reason)
    else if (past.value.pages.every(({ casts }) => casts.length === 0)) {
      found.note('past votes', 'none')
    }
  } catch (error) {
    found.failure('all', error)
  }
  return found.findings()
}

/** What the search looks in: heights, validators, transactions. */
export async function readSearchColumn({ chain, client, world }: Visit): Promise<Findings> {
  const found = createFindings()
  const [standing, height] = await Promise.allSettled([
    client.fetchQuery(searchStandingQuery(chain)),
    client.fetchQuery(transactionHeightQuery(chain, world.transaction.hash)),
  ])
  if (standing.status === 'rejected') found.failure('all', standing.reason)
  else {
    const { source, validators } = standing.value
    noteHeight(found, { chain, client, world }, source)
    const bonded = stateOf(world, source.height)
      .validators()
      .filter(({ status }) => status === 3)
    found.figure(
      'validators',
      known(validators, (value) => value.map(({ operatorAddress }) => operatorAddress).toSorted()),
      bonded.map(({ operatorAddress }) => operatorAddress).toSorted(),
    )
  }
  if (height.status === 'rejected') found.failure('transaction', height.reason)
  else found.value('transaction', height.value, world.transaction.height)
  return found.findings()
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase()
}

/** A figure with another view of its value. */
function known<A, B>(figure: Figure<A>, read: (value: A) => B): Figure<B> {
  return figure.kind === 'known' ? { ...figure, value: read(figure.value) } : figure
}
