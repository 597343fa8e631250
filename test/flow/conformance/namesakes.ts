import { LeaseID } from '../../../src/chain/proto/generated/akash/market/v1/lease.ts'
import {
  QueryLeasesRequest,
  QueryLeasesResponse,
} from '../../../src/chain/proto/generated/akash/market/v1beta5/query.ts'
import { addressKey } from '../../../src/demo-chain/application/bech32-bytes.ts'
import { readFields } from '../../../src/demo-chain/application/wire-fields.ts'
import type { ChainLedger, LedgerTx } from '../../../src/demo-chain/chain/ledger.ts'
import type { AppliedUpgrade } from '../../../src/demo-chain/chain/script.ts'
import { createMarket } from '../../../src/demo-chain/market/create-market.ts'
import { encodeBase64 } from '../../../src/demo-chain/server/bytes.ts'
import type { SceneName } from './recorded-exchange.ts'

/** What of the demo chain stands for what a recording names. */
export interface Namesakes {
  height(recorded: bigint): bigint
  proposal(recorded: bigint): bigint
  account(recorded: string): string
  operator(recorded: string): string
  /** `LeaseID` of a running lease. */
  leaseId(recorded: Uint8Array): Uint8Array
  plan(recorded: string): string
  /** An applied upgrade, for a key of the store; a name nobody applied keeps its name. */
  appliedPlan(recorded: string): AppliedUpgrade
  /** base64 */
  txHash(recorded: string): string
  /** Length, then the bytes of an account that voted. */
  voterKey(recorded: Uint8Array): Uint8Array
  /** Length, then the bytes of a bonded validator. */
  operatorKey(recorded: Uint8Array): Uint8Array
}

/** What happened on the demo chain up to a height, as far as the recordings have its like. */
export interface Roles {
  /** The state that stands for the one the scene `steady` was read at. */
  readonly pin: bigint
  /** A text in its vote, with more votes than any other. */
  readonly main: bigint
  readonly converted: bigint
  readonly convertedAt: bigint
  readonly passed: bigint
  readonly passedAt: bigint
  readonly failed: bigint
  readonly inDeposit: bigint
  readonly cancelled: bigint
  readonly otherOpen: readonly bigint[]
  /** Of the past, ascending. */
  readonly ended: readonly bigint[]
  /** A block with votes on `main`, and one of its transactions. */
  readonly votesAt: bigint
  readonly vote: LedgerTx
  /** In a block though it did not go well. */
  readonly failedTx: LedgerTx
  readonly voters: readonly string[]
  readonly abstainer: string
  readonly operators: readonly string[]
}

/** A role nobody on the demo chain plays at this moment. */
class MissingRoleError extends Error {
  override readonly name = 'MissingRoleError'
}

const DEPOSIT_PERIOD = 1
const VOTING_PERIOD = 2
const PASSED = 3
const FAILED = 5
const BONDED = 3

/** @throws {MissingRoleError} */
export function findRoles(ledger: ChainLedger): Roles {
  const pin = ledger.tip() - 2n
  const state = ledger.stateAt(pin)
  const proposals = state.proposals()
  const open = proposals.filter(({ status }) => status === VOTING_PERIOD)
  const texts = open
    .filter(({ messages }) => messages.length === 0)
    .toSorted((a, b) => state.votes(b.id).length - state.votes(a.id).length)
  const main = need(texts[0]?.id, 'main text')
  const counted = findCounts(ledger, pin)
  const converted = need(
    open.find(({ id }) => id !== main && counted.has(id))?.id,
    'converted proposal',
  )
  const passed = need(
    proposals.findLast(({ id, status }) => {
      const height = counted.get(id)
      return status === PASSED && height !== undefined && ledger.blockAt(height).txs.length === 0
    })?.id,
    'proposal that passed',
  )
  const voters = state.votes(main).map(({ voter }) => voter)
  const elsewhere = open.flatMap(({ id }) => state.votes(id).map(({ voter }) => voter))
  const votesAt = need(
    findHeight(
      ledger,
      pin,
      (tx) => attributeOf(tx, 'proposal_vote', 'proposal_id') === String(main),
    ),
    'vote in a block',
  )
  const cancelAt = need(
    findHeight(ledger, pin, (tx) => attributeOf(tx, 'cancel_proposal', 'proposal_id') !== ''),
    'cancelled proposal',
  )
  const failedAt = need(
    findHeight(ledger, pin, ({ code }) => code !== 0),
    'failed transaction',
  )
  const cancelled = ledger
    .blockAt(cancelAt)
    .txs.map((tx) => attributeOf(tx, 'cancel_proposal', 'proposal_id'))
    .find((id) => id !== '')
  return {
    pin,
    main,
    converted,
    convertedAt: need(counted.get(converted), 'conversion'),
    passed,
    passedAt: need(counted.get(passed), 'passing'),
    failed: need(proposals.find(({ status }) => status === FAILED)?.id, 'failed proposal'),
    inDeposit: need(
      proposals.find(({ status }) => status === DEPOSIT_PERIOD)?.id,
      'proposal in deposit',
    ),
    cancelled: BigInt(need(cancelled, 'cancelled proposal')),
    otherOpen: open.map(({ id }) => id).filter((id) => id !== main && id !== converted),
    ended: proposals.filter(({ status }) => status >= PASSED).map(({ id }) => id),
    votesAt,
    vote: need(ledger.blockAt(votesAt).txs[0], 'vote'),
    failedTx: need(
      ledger.blockAt(failedAt).txs.find(({ code }) => code !== 0),
      'failed transaction',
    ),
    voters,
    abstainer: need(
      elsewhere.find((voter) => !voters.includes(voter)),
      'account that did not vote',
    ),
    operators: state
      .validators()
      .filter(({ status }) => status === BONDED)
      .map(({ operatorAddress }) => operatorAddress),
  }
}

/** Where votes were counted, by proposal: the first time. */
function findCounts(ledger: ChainLedger, pin: bigint): ReadonlyMap<bigint, bigint> {
  const counts = new Map<bigint, bigint>()
  for (const height of ledger.eventfulHeights()) {
    if (height > pin) break
    for (const { type, attributes } of ledger.blockAt(height).govEvents) {
      if (type !== 'active_proposal') continue
      const id = BigInt(attributes.find(({ key }) => key === 'proposal_id')?.value ?? '0')
      if (!counts.has(id)) counts.set(id, height)
    }
  }
  return counts
}

/** The newest height with such a transaction. Of one that failed only the fee shows in events. */
function findHeight(
  ledger: ChainLedger,
  pin: bigint,
  isIt: (tx: LedgerTx) => boolean,
): bigint | undefined {
  return ledger
    .eventfulHeights()
    .findLast((height) => height <= pin && ledger.blockAt(height).txs.some(isIt))
}

/** Empty where there is none. */
function attributeOf({ events }: LedgerTx, type: string, key: string): string {
  const found = events.find((event) => event.type === type)
  return found?.attributes.find((attribute) => attribute.key === key)?.value ?? ''
}

function need<T>(value: T | undefined, role: string): T {
  if (value === undefined) throw new MissingRoleError(`the demo chain has no ${role} now`)
  return value
}

const STEADY_PIN = 27_400_494n
const FIRST_HEIGHT = 27_400_000n
const HALT_HEIGHT = 27_400_605n
const NEVER_SUBMITTED = [302n, 304n, 99_999n]
/** Asked for in `steady/095-gov-vote-missing`. */
const ABSTAINER = 'akash1q7wnym3tr3nsm48mk7fvk5nccvchat9ujyxtg0'
/** Asked for in `steady/291-tx-failed-vote`. */
const FAILED_TX = 'Ms6LKTVXOHxZ68mfkOLebwf/weu5rUkRoSZ+liQ2uCk='

/** @param stop the upgrade that stops the demo chain, as v2.2.0 stopped the recorded one */
export function createNamesakes(
  ledger: ChainLedger,
  roles: Roles,
  stop: AppliedUpgrade,
  scene: SceneName,
): Namesakes {
  const isSteady = scene === 'steady' || scene === 'market'
  const shift = isSteady ? roles.pin - STEADY_PIN : stop.height - HALT_HEIGHT
  const heights = new Map([
    [FIRST_HEIGHT, ledger.initialHeight],
    [27_400_200n, roles.votesAt],
    [27_400_257n, roles.passedAt - 1n],
    [27_400_258n, roles.passedAt],
    [27_400_480n, roles.convertedAt - 1n],
    [27_400_481n, roles.convertedAt],
  ])
  const ids = new Map([
    [342n, roles.passed],
    [343n, roles.failed],
    [350n, roles.inDeposit],
    [351n, roles.cancelled],
    [352n, roles.converted],
    [353n, roles.main],
    [354n, roles.converted],
    ...[344n, 345n, 346n, 347n, 348n, 355n].map((id, at): [bigint, bigint] => [
      id,
      roles.otherOpen[at % roles.otherOpen.length] ?? roles.main,
    ]),
    ...NEVER_SUBMITTED.map((id): [bigint, bigint] => [id, id]),
  ])
  const accounts = new Map([[ABSTAINER, roles.abstainer]])

  function pick<T>(values: readonly T[], recorded: string | bigint, otherwise: T): T {
    const at = [...String(recorded)].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0)
    return values[at % values.length] ?? otherwise
  }

  const appliedHeight = (name: string): bigint =>
    ledger
      .stateAt(roles.pin)
      .appliedUpgrades()
      .find((upgrade) => upgrade.name === name)?.height ?? 0n

  return {
    height(recorded) {
      if (recorded <= 1n) return recorded
      if (recorded < FIRST_HEIGHT) return ledger.initialHeight - (FIRST_HEIGHT - recorded)
      return (
        (isSteady || recorded === FIRST_HEIGHT ? heights.get(recorded) : undefined) ??
        recorded + shift
      )
    },
    proposal: (recorded) => ids.get(recorded) ?? pick(roles.ended, recorded, roles.passed),
    account: (recorded) => accounts.get(recorded) ?? pick(roles.voters, recorded, roles.abstainer),
    operator: (recorded) => pick(roles.operators, recorded, ''),
    leaseId: (recorded) => pick(findLeases(ledger, roles.pin), recorded.join(), none()),
    plan: (recorded) => (recorded === 'v2.2.0' ? stop.name : recorded),
    appliedPlan: (recorded) => ({ name: recorded, height: appliedHeight('v2.1.0') }),
    txHash(recorded) {
      if (/^(AQEB)+/.test(recorded)) return recorded
      return encodeBase64((recorded === FAILED_TX ? roles.failedTx : roles.vote).hash)
    },
    voterKey: () => addressKey(roles.voters[Math.floor(roles.voters.length / 2)] ?? '') ?? none(),
    operatorKey: () =>
      addressKey(roles.operators[Math.floor(roles.operators.length / 2)] ?? '') ?? none(),
  }
}

/** Ids of leases that run at a height, at most so many. */
const LEASES_TO_PICK_FROM = 20

function findLeases(ledger: ChainLedger, height: bigint): readonly Uint8Array[] {
  const request = QueryLeasesRequest.encode({
    filters: { owner: '', dseq: 0n, gseq: 0, oseq: 0, provider: '', state: 'active', bseq: 0 },
    pagination: {
      key: none(),
      offset: 0n,
      limit: BigInt(LEASES_TO_PICK_FROM),
      countTotal: false,
      reverse: false,
    },
  })
  const query = {
    path: '/akash.market.v1beta5.Query/Leases',
    request: readFields(request.finish()),
    state: ledger.stateAt(height),
    height,
  }
  const answer = createMarket(ledger).get(query.path)?.(query)
  const { leases } = QueryLeasesResponse.decode(answer?.value ?? none())
  return leases.flatMap(({ lease }) => (lease?.id ? [LeaseID.encode(lease.id).finish()] : []))
}

function none(): Uint8Array {
  return new Uint8Array()
}
