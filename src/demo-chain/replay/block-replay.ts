import type { RpcCall } from '../server/backend.ts'
import type { Json } from '../server/json.ts'
import { jsonAt } from '../server/json.ts'
import type { PageArguments } from '../server/page-arguments.ts'
import { checkPage } from '../server/page-arguments.ts'
import { checkBlockRange, checkHeight, refused } from '../server/refusals.ts'
import type { EndpointFacts } from './endpoint-facts.ts'
import { ARCHIVE } from './endpoint-facts.ts'
import type { RecordedCall } from './recorded-call.ts'
import type { ReplayAnswer } from './replay-answer.ts'
import { replied } from './replay-answer.ts'

/** Where an answer carries whole headers of committed blocks. */
const HEADER_PATHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['header', ['header']],
  ['block', ['block', 'header']],
  ['commit', ['signed_header', 'header']],
])

/** Where an answer on one block carries its height. */
const HEIGHT_PATHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['header', ['header', 'height']],
  ['block', ['block', 'header', 'height']],
  ['commit', ['signed_header', 'header', 'height']],
  ['block_results', ['height']],
  ['consensus_params', ['block_height']],
])

/** Methods that read one block, or what belongs to one. */
const HEIGHT_METHODS = [
  'header',
  'block',
  'commit',
  'block_results',
  'consensus_params',
  'validators',
]

/** Blocks as `archive` told them, found by height. */
export class BlockReplay {
  private readonly headers = new Map<string, Json>()
  private readonly metas = new Map<string, Json>()
  private readonly answers = new Map<string, Json>()
  private readonly validatorSets = new Map<string, RecordedValidators>()

  constructor(calls: readonly RecordedCall[]) {
    for (const recorded of calls) {
      if (recorded.endpoint === ARCHIVE && recorded.result !== undefined) {
        this.add(recorded.call.method, recorded.result)
      }
    }
  }

  private add(method: string, result: Json): void {
    const headerPath = HEADER_PATHS.get(method)
    const header = headerPath && jsonAt(result, ...headerPath)
    if (header !== undefined) this.keepHeader(header)
    const heightPath = HEIGHT_PATHS.get(method)
    const height = heightPath === undefined ? '' : textAt(result, ...heightPath)
    if (height !== '') keepFirst(this.answers, `${method} ${height}`, result)
    if (method === 'validators') this.keepValidators(result)
    if (method !== 'blockchain') return
    const metas = jsonAt(result, 'block_metas')
    for (const meta of Array.isArray(metas) ? metas : []) {
      const metaHeader = jsonAt(meta, 'header')
      keepFirst(this.metas, textAt(metaHeader, 'height'), meta)
      if (metaHeader !== undefined) this.keepHeader(metaHeader)
    }
  }

  private keepHeader(header: Json): void {
    keepFirst(this.headers, textAt(header, 'height'), header)
  }

  private keepValidators(result: Json): void {
    const height = textAt(result, 'block_height')
    const validators = jsonAt(result, 'validators')
    const total = Number(textAt(result, 'total'))
    if (!Array.isArray(validators)) return
    const isWhole = validators.length === total
    const known = this.validatorSets.get(height)
    if (known?.validators !== undefined) return
    this.validatorSets.set(height, { total, validators: isWhole ? validators : undefined })
  }

  /** undefined: another method, or not recorded. */
  answer(call: RpcCall, endpoint: EndpointFacts): ReplayAnswer | undefined {
    if (call.method === 'blockchain') return this.answerBlockchain(call, endpoint)
    if (!HEIGHT_METHODS.includes(call.method)) return undefined
    const height = checkHeight(call.method, call.args, endpoint)
    if (typeof height !== 'bigint') return refused(height.refusal)
    if (call.method === 'validators') return this.answerValidators(call, height)
    const recorded = this.answers.get(`${call.method} ${height}`)
    if (recorded !== undefined) return replied(recorded)
    const header = call.method === 'header' ? this.headers.get(String(height)) : undefined
    return header === undefined ? undefined : replied({ header })
  }

  private answerValidators(call: RpcCall, height: bigint): ReplayAnswer | undefined {
    const set = this.validatorSets.get(String(height))
    if (set === undefined) return undefined
    const page = checkPage(call.args, set.total)
    if ('refusal' in page) return refused(page.refusal)
    if (set.validators === undefined) return undefined
    const validators = pageOf(set.validators, page)
    return replied({
      block_height: String(height),
      validators,
      count: String(validators.length),
      total: String(set.total),
    })
  }

  private answerBlockchain(call: RpcCall, endpoint: EndpointFacts): ReplayAnswer | undefined {
    const range = checkBlockRange(call.args, endpoint)
    if ('refusal' in range) return refused(range.refusal)
    const metas: Json[] = []
    for (let height = range.max; height >= range.min; height--) {
      const meta = this.metas.get(String(height))
      if (meta === undefined) return undefined
      metas.push(meta)
    }
    return replied({ last_height: String(endpoint.latestBlock), block_metas: metas })
  }
}

interface RecordedValidators {
  readonly total: number
  /** undefined when only a part was recorded. */
  readonly validators: readonly Json[] | undefined
}

function pageOf(items: readonly Json[], { page, perPage }: PageArguments): Json[] {
  return items.slice((page - 1) * perPage, page * perPage)
}

function textAt(value: Json | undefined, ...path: readonly string[]): string {
  const text = jsonAt(value, ...path)
  return typeof text === 'string' ? text : ''
}

function keepFirst(map: Map<string, Json>, key: string, value: Json): void {
  if (!map.has(key)) map.set(key, value)
}
