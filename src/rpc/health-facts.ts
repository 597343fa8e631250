import type { CallOutcome } from './attempt.ts'
import type { Json } from './transport.ts'

/** What an endpoint said about itself in passing. Every part is absent until it was said. */
export interface HealthFacts {
  readonly chainId?: string
  readonly latestHeight?: bigint
  /** Time of the block at `latestHeight`, milliseconds since the epoch. */
  readonly latestBlockTimeMs?: number
  /** Lowest block the node has; its state may reach less far back. */
  readonly earliestHeight?: bigint
  readonly isCatchingUp?: boolean
  readonly hasTxIndex?: boolean
}

/** Reads what one answer or refusal tells about the node, besides what was asked. */
export function readHealthFacts(outcome: CallOutcome): HealthFacts {
  if (outcome.kind === 'failure') return {}
  if (outcome.kind === 'refusal') {
    const { refusal } = outcome.error
    if (refusal.kind === 'tx-index-disabled') return { hasTxIndex: false }
    if (refusal.kind === 'height-unavailable') return { earliestHeight: refusal.lowest }
    if (refusal.kind === 'height-in-future') return { latestHeight: refusal.highest }
    return {}
  }
  const { result } = outcome
  switch (outcome.request.method) {
    case 'status':
      return readStatusFacts(result)
    case 'akash':
      return compact({ chainId: label(at(result, 'chain_id')) })
    default:
      return {}
  }
}

/** What CometBFT's `status` says. Fields that are absent or of another shape are left out. */
export function readStatusFacts(result: Json): HealthFacts {
  const txIndex = at(result, 'node_info', 'other', 'tx_index')
  const catchingUp = at(result, 'sync_info', 'catching_up')
  return compact({
    chainId: label(at(result, 'node_info', 'network')),
    latestHeight: height(at(result, 'sync_info', 'latest_block_height')),
    latestBlockTimeMs: time(at(result, 'sync_info', 'latest_block_time')),
    earliestHeight: height(at(result, 'sync_info', 'earliest_block_height')),
    isCatchingUp: typeof catchingUp === 'boolean' ? catchingUp : undefined,
    hasTxIndex: txIndex === 'on' ? true : txIndex === 'off' ? false : undefined,
  })
}

function at(value: Json, ...path: readonly string[]): Json | undefined {
  let here: Json | undefined = value
  for (const key of path) {
    if (here === null || typeof here !== 'object' || Array.isArray(here)) return undefined
    here = here[key]
  }
  return here
}

/** Names are a stranger's text: long ones are not names. */
function label(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 100 ? value : undefined
}

function height(value: Json | undefined): bigint | undefined {
  return typeof value === 'string' && /^\d{1,19}$/.test(value) ? BigInt(value) : undefined
}

/** Nanoseconds are cut, because not every engine parses nine digits. */
function time(value: Json | undefined): number | undefined {
  if (typeof value !== 'string') return undefined
  const ms = Date.parse(value.replace(/(\.\d{3})\d+/, '$1'))
  return Number.isNaN(ms) ? undefined : ms
}

type Loose<T> = { [K in keyof T]: T[K] | undefined }

function compact(facts: Loose<HealthFacts>): HealthFacts {
  const { chainId, latestHeight, latestBlockTimeMs, earliestHeight, isCatchingUp, hasTxIndex } =
    facts
  return {
    ...(chainId === undefined ? {} : { chainId }),
    ...(latestHeight === undefined ? {} : { latestHeight }),
    ...(latestBlockTimeMs === undefined ? {} : { latestBlockTimeMs }),
    ...(earliestHeight === undefined ? {} : { earliestHeight }),
    ...(isCatchingUp === undefined ? {} : { isCatchingUp }),
    ...(hasTxIndex === undefined ? {} : { hasTxIndex }),
  }
}
