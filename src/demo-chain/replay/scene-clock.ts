import { jsonAt } from '../server/json.ts'
import type { RecordedCall } from './recorded-call.ts'
import { literalKey } from './recorded-call.ts'

/** Where methods tell the time of a block that was committed. */
const BLOCK_TIMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['status', ['sync_info', 'latest_block_time']],
  ['header', ['header', 'time']],
  ['block', ['block', 'header', 'time']],
  ['commit', ['signed_header', 'header', 'time']],
])

const AFTER_NEWEST_BLOCK_MS = 2000

/**
 * The time at which a scene stands still: its newest block's, and 2 s. Only what a replay hands out counts: where an
 * endpoint was asked the same twice, the first answer.
 */
export function sceneTime(calls: readonly RecordedCall[]): Date {
  const seen = new Set<string>()
  let newest = 0
  for (const { endpoint, call, result } of calls) {
    const key = `${endpoint} ${literalKey(call)}`
    const path = BLOCK_TIMES.get(call.method)
    if (path === undefined || seen.has(key)) continue
    seen.add(key)
    const time = jsonAt(result, ...path)
    if (typeof time === 'string') newest = Math.max(newest, Date.parse(time))
  }
  return new Date(newest + AFTER_NEWEST_BLOCK_MS)
}
