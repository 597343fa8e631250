import type {
  AbciEvent,
  ChainLedger,
  ChainState,
  ConsensusValidator,
  LedgerBlock,
  LedgerTx,
} from '../chain/ledger.ts'
import { encodeUtf8 } from '../server/bytes.ts'
import { sha256 } from '../server/sha256.ts'
import { seededBytes } from './seeded-bytes.ts'

export const FIRST_HEIGHT = 27_400_000n
export const FIRST_TIME = new Date('2026-11-21T02:00:00.500Z')
export const BLOCK_MS = 6000

/** A chain whose blocks a test sets by hand: one every 6 s, the last of six validators always absent. */
export interface FakeLedger extends ChainLedger {
  /** Milliseconds after the first block. */
  elapsedMs: number
  /** The block after this one comes so much later than its time, the next ones are dated after that. */
  halt: { readonly height: bigint; readonly durationMs: number } | undefined
  setBlock(height: bigint, part: Partial<Pick<LedgerBlock, 'txs' | 'events' | 'round'>>): void
}

/** `clock`: instead of `elapsedMs`, for tests with fake timers. */
export function createFakeLedger(blocks: number, clock?: () => Date): FakeLedger {
  const parts = new Map<bigint, Partial<LedgerBlock>>()
  const validators = fakeValidators()
  const ledger: FakeLedger = {
    elapsedMs: (blocks - 1) * BLOCK_MS,
    halt: undefined,
    chainId: 'skydemo-1',
    initialHeight: FIRST_HEIGHT,
    now: clock ?? (() => new Date(FIRST_TIME.getTime() + ledger.elapsedMs)),
    tip() {
      const elapsed = ledger.now().getTime() - FIRST_TIME.getTime()
      const even = FIRST_HEIGHT + BigInt(Math.floor(elapsed / BLOCK_MS))
      const { halt } = ledger
      if (halt === undefined || even <= halt.height) return even
      const resumed = Number(halt.height + 1n - FIRST_HEIGHT) * BLOCK_MS + halt.durationMs
      return elapsed < resumed ? halt.height : even - BigInt(halt.durationMs / BLOCK_MS)
    },
    timeOf(height) {
      const { halt } = ledger
      const isAfter = halt !== undefined && height >= halt.height + 2n
      const even = FIRST_TIME.getTime() + Number(height - FIRST_HEIGHT) * BLOCK_MS
      return new Date(even + (isAfter ? halt.durationMs : 0))
    },
    haltsAt: (height) => ledger.halt?.height === height,
    stateAt(height) {
      checkHeight(height)
      return fakeState(height)
    },
    blockAt(height) {
      checkHeight(height)
      const at = Number(height % 5n)
      const part = parts.get(height)
      return {
        height,
        time: ledger.timeOf(height),
        txs: [],
        events: [],
        govEvents: part?.events ?? [],
        round: 0,
        proposer: validators[at]?.address ?? new Uint8Array(),
        absent: new Set(['validator 5']),
        ...part,
      }
    },
    eventfulHeights: () =>
      [...parts.keys()].filter((height) => height <= ledger.tip()).sort((a, b) => Number(a - b)),
    validatorSetAt(height) {
      checkHeight(height)
      return validators
    },
    submit() {
      throw new RangeError('a fake ledger takes no actions')
    },
    setBlock: (height, part) => parts.set(height, part),
  }
  function checkHeight(height: bigint): void {
    if (height < FIRST_HEIGHT || height > ledger.tip()) throw new RangeError(`no block ${height}`)
  }
  return ledger
}

function fakeValidators(): readonly ConsensusValidator[] {
  return [36_960_000n, 29_040_000n, 19_800_000n, 11_880_000n, 9_240_000n, 5_280_000n].map(
    (power, index) => {
      const publicKey = seededBytes('fake validator', index)
      const address = sha256(publicKey).subarray(0, 20)
      return { address, publicKey, power, operatorAddress: `validator ${index}` }
    },
  )
}

/** Only what a node reads of it; the rest is the application's. */
function fakeState(height: bigint): ChainState {
  const unread = (): never => {
    throw new RangeError('a fake ledger has no state')
  }
  return {
    height,
    time: new Date(FIRST_TIME.getTime() + Number(height - FIRST_HEIGHT) * BLOCK_MS),
    appVersion: 'v2.1.0',
    proposals: unread,
    proposal: unread,
    nextProposalId: unread,
    votes: unread,
    deposits: unread,
    tally: unread,
    govParams: unread,
    constitution: unread,
    validators: unread,
    delegationsOf: unread,
    delegationsTo: unread,
    pool: unread,
    stakingParams: unread,
    signingInfos: unread,
    slashingParams: unread,
    plan: unread,
    appliedUpgrades: unread,
    moduleVersions: unread,
    supply: unread,
    communityPool: unread,
    inflation: unread,
  }
}

export function fakeEvent(type: string, attributes: Readonly<Record<string, string>>): AbciEvent {
  const list = Object.entries(attributes).map(([key, value]) => ({ key, value, index: true }))
  return { type, attributes: list }
}

/** A transaction with the events of a vote, or a failed one, which has none. */
export function fakeVote(
  index: number,
  vote: { readonly proposalId: number; readonly voter: string; readonly hasFailed?: boolean },
): LedgerTx {
  const { proposalId, voter, hasFailed = false } = vote
  const bytes = encodeUtf8(`vote ${proposalId} ${voter}`)
  const ante = [fakeEvent('tx', { fee: '1501uakt', fee_payer: voter })]
  const events = [
    ...ante,
    fakeEvent('message', { action: '/cosmos.gov.v1.MsgVote', sender: voter, msg_index: '0' }),
    fakeEvent('proposal_vote', {
      voter,
      option: '[{"option":1,"weight":"1.000000000000000000"}]',
      proposal_id: String(proposalId),
      msg_index: '0',
    }),
  ]
  return {
    hash: sha256(bytes),
    bytes,
    index,
    code: hasFailed ? 3 : 0,
    codespace: hasFailed ? 'gov' : '',
    log: hasFailed ? 'failed to execute message; message index: 0: 0: inactive proposal' : '',
    data: hasFailed ? new Uint8Array() : encodeUtf8('data'),
    events: hasFailed ? ante : events,
    messageEvents: hasFailed ? [] : events.slice(ante.length),
    gasWanted: 600_000n,
    gasUsed: 52_315n,
  }
}
