import type { ColumnFindings, ColumnName } from './columns.ts'

export interface MatrixRow {
  /** As on the command line of `demo-node`; `halt` stands still since fifty blocks. */
  readonly fault: string
  /** Two healthy endpoints stand behind the one with the fault. A screen that is not named completes. */
  readonly first: ColumnFindings
  /** Every endpoint has the fault. */
  readonly every: ColumnFindings
  /** Why what is not as on a healthy chain is the right answer. */
  readonly note?: string
  /** Its cells are a matter of moments: each finding is one of these. */
  readonly sometimes?: readonly string[]
}

const READING: readonly ColumnName[] = [
  'overview',
  'list',
  'open',
  'closed',
  'old',
  'block',
  'account',
  'search',
  'market',
  'leases',
  'lease',
]

function onEach(columns: readonly ColumnName[], findings: Readonly<Record<string, string>>) {
  return Object.fromEntries(columns.map((column) => [column, findings]))
}

/** The endpoint is of no use: passed over; or, where all are so, named on every screen in one sentence. */
function useless(
  fault: string,
  kind: string,
  sentence: string,
  onNodes = `It ${sentence}`,
): MatrixRow {
  const all = `${kind}: None of the 2 endpoints could answer. The first: NODE ${sentence}`
  const state = `${kind}: ${onNodes}`
  return {
    fault,
    first: { nodes: { first: state } },
    every: {
      ...onEach(READING, { all }),
      search: { all, transaction: all },
      nodes: { first: state, second: state },
    },
  }
}

/** Every screen completes; what it costs stands beside the nodes. */
function bearable(
  fault: string,
  note: string,
  cost: Readonly<Record<string, string>> = {},
): MatrixRow {
  const named = (place: string) =>
    Object.fromEntries(Object.entries(cost).map(([part, text]) => [`${place}${part}`, text]))
  return {
    fault,
    first: { nodes: named('first') },
    every: { nodes: { ...named('first'), ...named('second') } },
    note,
  }
}

const allFailed = (kind: string, sentence: string) =>
  `${kind}: None of the 2 endpoints could answer. The first: NODE ${sentence}`
const LIMITED = allFailed('rate-limited', 'limits requests; wait a little or use another endpoint.')
const GONE = allFailed(
  'unreachable',
  'cannot be reached; check the address or use another endpoint.',
)
const PART = 'a part was read, and is marked as not whole'
const UNKNOWN = 'unknown, not zero'
const NO_TIME = 'unknown, not invented'
const RECOUNT = "different from the node's own"
const FLAPPED = 'unreachable: It cannot be reached; check the address or use another endpoint.'
const UNCONFIRMED = 'by nobody: NODE cannot be reached; check the address or use another endpoint.'
const ALONE = 'by nobody: No other endpoint of this chain answers now.'
const WRONG = 'not what the ledger says'
const NO_SOCKET =
  'No WebSocket: it is asked for new blocks every few seconds, instead of telling them as they come.'
const NO_INDEX = 'no-index: NODE keeps no transaction index; use an endpoint that does.'
const NO_INDEX_COST =
  'No transaction index: the votes of ended proposals, which the chain deletes, cannot be found with it.'
const PRUNED_COST =
  'Its blocks begin at EARLIEST and its state may begin later: figures of older heights need another node.'
const UNKNOWN_TX =
  'not-found: NODE does not know this transaction; an endpoint whose index reaches further may.'
const REPEATS =
  'undecodable: NODE repeats what it listed or runs backwards, so the list cannot be read to its end; try another endpoint.'
const AHEAD =
  "ahead-of-clock: Its newest block is AGE ahead of this device's clock; set the clock right, or remaining times are wrong."

const OLDEST = `old: Its newest block is AGE old and no endpoint here is ahead: the chain stands still, or none of them sees further.`
const undecodable = (path: string, before = '') =>
  `undecodable: ${before}The answer to ${path} could not be decoded. The node may run a newer version than this app knows; try another endpoint or a newer build.`
const notKnown = (path: string) =>
  `not-supported: NODE does not know ${path}: its chain lacks the module, or runs another version of it; try another endpoint.`
const otherHeight = (asked: string) =>
  `not-a-node: NODE was asked of height ${asked} and answered of ${asked}-10: its figures would be of another moment than the rest; use another endpoint.`

const MARKET = ['market', 'leases', 'lease'] as const
const READ_AT_PIN = ['overview', 'list', 'open', 'closed', 'account', 'search', ...MARKET] as const

/** Stands so many blocks back. */
function behind(fault: string, blocks: number): MatrixRow {
  const height = `${blocks} blocks behind`
  return {
    fault,
    first: {
      ...onEach(READ_AT_PIN, { height }),
      nodes: {
        first: `lagging: ${height} the others; what it shows is older than need be.`,
      },
    },
    every: {
      ...onEach(READ_AT_PIN, { height }),
      ...onEach(['overview', 'list'], { height, 'next height': height }),
      search: { height, transaction: UNKNOWN_TX },
      nodes: { first: OLDEST, second: OLDEST },
    },
    note: 'The figures are those of the height they are shown with; once another endpoint is heard, the next reading is of the newest.',
  }
}

/** What it says is passed over, but for what can be of no other chain: a hash names one transaction. */
function otherChain(sentence: string): MatrixRow {
  const row = useless(
    'wrong-chain',
    'wrong-chain',
    sentence,
    'A node of skydemo-elsewhere, not of CHAIN; none of its figures are used.',
  )
  const { list = {} } = row.every
  return {
    ...row,
    every: { ...row.every, search: list },
    note: 'A hash names one transaction, of one chain.',
  }
}

/** Its clock is wrong, and with it every time it tells. */
function skewed(fault: string, state: string): MatrixRow {
  const times = onEach([...READ_AT_PIN, 'old', 'block'], { time: WRONG })
  return {
    fault,
    first: { ...times, nodes: { first: state } },
    every: { ...times, nodes: { first: state, second: state } },
    note: 'A time is what a node tells; the nodes say whose clock is off.',
  }
}

/** The second request is the last that is answered. */
function brokenOff(failure: string): ColumnFindings {
  return {
    overview: { rest: failure, rows: PART, standing: UNKNOWN },
    list: { rest: failure, rows: PART, tallies: failure },
    open: { recount: failure },
    ...onEach(['closed', 'account'], { 'past votes': failure }),
    market: { parts: failure },
    leases: { leases: PART },
    lease: { parts: failure, holds: UNKNOWN },
  }
}

const UNDECODABLE_PROPOSAL = {
  tally: undecodable('/cosmos.gov.v1.Query/TallyResult'),
  bonded: undecodable('/cosmos.staking.v1beta1.Query/Pool'),
  denom: undecodable('/cosmos.staking.v1beta1.Query/Params'),
  deposits: undecodable('/cosmos.gov.v1.Query/Deposits'),
  params: undecodable('/cosmos.gov.v1.Query/Params'),
}
const UNDECODABLE_LIST = {
  bonded: undecodable('/cosmos.staking.v1beta1.Query/Pool'),
  params: undecodable('/cosmos.gov.v1.Query/Params'),
}

const UNDECODABLE_MARKET = {
  parts: undecodable('/akash.bme.v1.Query/Status'),
  'parts 2': undecodable('/akash.deployment.v1beta4.Query/Deployments'),
  'parts 3': undecodable('/akash.market.v1beta5.Query/Bids'),
  'parts 4': undecodable('/akash.market.v1beta5.Query/Orders'),
  'parts 5': undecodable('/akash.oracle.v2.Query/AggregatedPrice'),
  'parts 6': undecodable('/akash.provider.v1beta4.Query/Providers'),
  'parts 7': undecodable('/cosmos.bank.v1beta1.Query/SupplyOf'),
}

/** What every screen says of every fault. NODE, CHAIN, PIN, OLD, EARLIEST and AGE stand for what differs from run to run. */
export const FAILURE_MATRIX: readonly MatrixRow[] = [
  useless(
    'unreachable',
    'unreachable',
    'cannot be reached; check the address or use another endpoint.',
  ),
  useless('dns', 'unreachable', 'cannot be reached; check the address or use another endpoint.'),
  bearable('no-cors', 'Only browsers ask for leave; see test/browser/failure-matrix.test.ts.'),
  useless('unauthorized', 'refused', 'asks for a login (HTTP 401); use a public endpoint.'),
  useless('forbidden', 'refused', 'forbids this request (HTTP 403); use another endpoint.'),
  useless(
    'not-found',
    'not-a-node',
    'has no RPC service at this path (HTTP 404); check the address.',
  ),
  useless('rate-limit', 'rate-limited', 'limits requests; wait a little or use another endpoint.'),
  useless('rate-limit:7', 'rate-limited', 'limits requests; wait 7 s or use another endpoint.'),
  useless('server-error', 'unreachable', 'failed (HTTP 500); try again or use another endpoint.'),
  useless('bad-gateway', 'unreachable', 'failed (HTTP 502); try again or use another endpoint.'),
  useless(
    'redirect',
    'not-a-node',
    'redirects, which is not followed; enter the address it leads to.',
  ),
  useless('hang', 'timed-out', 'did not answer within 0.7 s; try again or use another endpoint.'),
  useless(
    'trickle',
    'timed-out',
    'did not answer within 0.7 s; try again or use another endpoint.',
  ),
  bearable('late:120', 'Slow is not broken.'),
  useless(
    'cut',
    'unreachable',
    'broke off in the middle of its answer; try again or use another endpoint.',
  ),
  useless('junk', 'not-a-node', 'sent something that is not JSON; check the address.'),
  useless(
    'not-json-rpc',
    'not-a-node',
    "sent JSON that is not a node's answer; check the address.",
  ),
  useless('html', 'not-a-node', 'answered with a web page, not as a node; check the address.'),
  useless('empty', 'not-a-node', 'sent an empty answer; try again or use another endpoint.'),
  useless(
    'wrong-id',
    'not-a-node',
    'answered another question than the one asked; use another endpoint.',
  ),
  otherChain(
    "is a node of skydemo-elsewhere, not of CHAIN; use an endpoint of CHAIN, or open skydemo-elsewhere on purpose by entering this endpoint's address.",
  ),
  behind('lag:100', 100),
  behind('halt', 50),
  {
    fault: 'ahead:100',
    first: {
      ...onEach(['overview', 'list', 'open', 'closed'], {
        height: '100 blocks ahead',
        confirmed: 'by nobody: NODE does not tell it at this height.',
      }),
      ...onEach(['account', 'search', ...MARKET], { height: '100 blocks ahead' }),
      nodes: { first: AHEAD },
    },
    every: {
      ...onEach(READ_AT_PIN, { height: '100 blocks ahead' }),
      ...onEach(['overview', 'list'], {
        height: '100 blocks ahead',
        'next height': '100 blocks ahead',
      }),
      nodes: { first: AHEAD, second: AHEAD },
    },
    note: 'Nobody confirms it; its blocks are of the future, so the next reading is from the others. All ahead alike: the clock of the device is as likely wrong.',
  },
  {
    fault: 'pruned:100',
    first: { nodes: { 'first history': PRUNED_COST } },
    every: {
      old: {
        all: 'pruned: NODE no longer keeps the state of height OLD; choose a later height or an archive node.',
      },
      block: { all: 'dropped: blocks are kept from EARLIEST on' },
      nodes: { 'first history': PRUNED_COST, 'second history': PRUNED_COST },
    },
  },
  {
    fault: 'no-index',
    first: { nodes: { 'first index': NO_INDEX_COST } },
    every: {
      ...onEach(['closed', 'account'], { 'past votes': NO_INDEX }),
      search: { transaction: NO_INDEX },
      nodes: { 'first index': NO_INDEX_COST, 'second index': NO_INDEX_COST },
    },
  },
  bearable('no-websocket', 'New blocks are asked for.', { ' events': NO_SOCKET }),
  {
    fault: 'socket-drop:1',
    first: {},
    every: {},
    sometimes: [NO_SOCKET],
    note: 'It may be found to work before it drops; then it is tried again, and new blocks are asked for.',
  },
  bearable('socket-cancel', 'It is told by the page that follows the chain.'),
  skewed('clock-skew:600000', AHEAD),
  skewed('clock-skew:-600000', OLDEST),
  {
    fault: 'lying-tally',
    first: {
      ...onEach(['overview', 'list'], {
        tallies: WRONG,
        alarm: 'nodes disagree: tally',
      }),
      open: { tally: WRONG, alarm: 'nodes disagree: tally', recount: RECOUNT },
      closed: { alarm: 'nodes disagree: tally' },
      old: { tally: WRONG, alarm: 'nodes disagree: tally' },
    },
    every: {
      ...onEach(['overview', 'list'], { tallies: WRONG }),
      open: { tally: WRONG, recount: RECOUNT },
      closed: {
        tally:
          'undecodable: NODE tells two different results of this vote, in the proposal and as its tally; try another endpoint.',
      },
      old: { tally: WRONG },
    },
    note: 'Another endpoint gives the alarm. Alone, it cannot be noticed in a list; the recount differs, and a result is told twice.',
  },
  {
    fault: 'lying-votes',
    first: { open: { votes: WRONG, recount: RECOUNT }, account: { vote: WRONG } },
    every: { open: { votes: WRONG, recount: RECOUNT }, account: { vote: WRONG } },
    note: 'The recount differs. One vote alone cannot be noticed.',
  },
  {
    fault: 'missing-row',
    first: { overview: { decided: WRONG }, list: { rows: WRONG } },
    every: {
      overview: { decided: WRONG },
      list: { rows: WRONG },
      open: {
        votes:
          'undecodable: NODE gives another number of items than it counts, so the list cannot be trusted to be whole; try another endpoint.',
      },
    },
    note: 'Votes are counted by the node. A proposal left out cannot be noticed: it looks like one the chain has deleted, and stands as a gap.',
  },
  {
    fault: 'duplicate-rows',
    first: {},
    every: {
      open: { deposits: REPEATS, votes: REPEATS },
      old: { deposits: REPEATS },
      account: { stakes: REPEATS },
      search: { validators: REPEATS },
    },
    note: 'Proposals are read one by one instead.',
  },
  bearable('repeating-page', 'Proposals are read one by one instead.'),
  bearable('next-key-refused', 'Proposals are read one by one instead.'),
  {
    fault: 'die-mid-page',
    first: {},
    every: {
      ...onEach(['overview', 'list'], { rest: GONE, rows: PART }),
      closed: { 'past votes': GONE },
    },
  },
  {
    fault: 'die-after:2',
    first: {},
    every: brokenOff(GONE),
    note: 'What was read stays, and what was not says why.',
  },
  {
    fault: 'rate-limit-after:2',
    first: {},
    every: brokenOff(LIMITED),
    note: 'What was read stays, and what was not says why.',
  },
  {
    fault: 'wrong-height',
    first: {},
    every: {
      ...onEach(['overview', 'list', 'open', 'closed'], { all: otherHeight('PIN') }),
      ...onEach(['old', 'block'], { all: otherHeight('OLD') }),
      account: { time: NO_TIME, stakes: otherHeight('PIN'), vote: otherHeight('PIN') },
      search: { time: NO_TIME, validators: otherHeight('PIN') },
      ...onEach(['market', 'leases'], { time: NO_TIME, parts: otherHeight('PIN') }),
      lease: { all: otherHeight('PIN') },
    },
  },
  {
    fault: 'disagree',
    first: {
      overview: { 'in vote': WRONG, alarm: 'nodes disagree: block' },
      list: { rows: WRONG, alarm: 'nodes disagree: block' },
      open: { proposal: WRONG, alarm: 'nodes disagree: proposal, block' },
      ...onEach(['closed', 'old'], { alarm: 'nodes disagree: block' }),
      nodes: {
        'first alarm': 'tells another block',
        'second alarm': 'tells another block',
        'third alarm': 'tells another block',
      },
    },
    every: {
      overview: { 'in vote': WRONG },
      list: { rows: WRONG },
      open: { proposal: WRONG },
    },
    note: 'Another endpoint gives the alarm. Nodes that all tell the same cannot be found out.',
  },
  {
    fault: 'no-gov',
    first: {},
    every: {
      ...onEach(['overview', 'list'], { all: notKnown('/cosmos.gov.v1.Query/Proposals') }),
      ...onEach(['open', 'closed', 'old'], { all: notKnown('/cosmos.gov.v1.Query/Proposal') }),
      account: { vote: notKnown('/cosmos.gov.v1.Query/Vote') },
    },
  },
  {
    fault: 'undecodable',
    first: {},
    every: {
      overview: { ...UNDECODABLE_LIST, standing: UNKNOWN },
      list: { ...UNDECODABLE_LIST, tallies: undecodable('/cosmos.gov.v1.Query/TallyResult') },
      open: {
        ...UNDECODABLE_PROPOSAL,
        votes: undecodable('/cosmos.gov.v1.Query/Params', 'The gov parameters could not be read. '),
      },
      ...onEach(['closed', 'old'], UNDECODABLE_PROPOSAL),
      account: {
        stakes: undecodable('/cosmos.staking.v1beta1.Query/DelegatorDelegations'),
        vote: undecodable('/cosmos.gov.v1.Query/Vote'),
      },
      search: { validators: undecodable('/cosmos.staking.v1beta1.Query/Validators') },
      market: UNDECODABLE_MARKET,
      leases: { parts: undecodable('/akash.market.v1beta5.Query/Leases') },
      lease: { all: undecodable('/akash.market.v1beta5.Query/Leases') },
    },
    note: 'Proposals are read from the store, where nothing is decoded on the way.',
  },
  {
    fault: 'flap:150',
    first: {},
    every: {},
    sometimes: [GONE, FLAPPED, NO_SOCKET, PART, UNKNOWN, NO_TIME, UNCONFIRMED, ALONE],
    note: 'It may be up at each moment that matters.',
  },
]
