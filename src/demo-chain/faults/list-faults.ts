import { formatQueryAnswer, invalidArgument } from '../application/query-answer.ts'
import { lastInteger, lastText, readFields } from '../application/wire-fields.ts'
import type { RpcCall } from '../server/backend.ts'
import { errorAnswer, integerArgument, resultAnswer } from '../server/backend.ts'
import { internalError } from '../server/rpc-error.ts'
import type { Ask } from './ask.ts'
import {
  fromTheStart,
  isLaterPage,
  isList,
  mapRows,
  PROPOSALS,
  queryPath,
  requestFields,
  VOTES,
} from './query-result.ts'

/** The row in the middle of the first page of three or more is left out, there and wherever it is met again. */
export function withMissingRow(ask: Ask): Ask {
  const missing = new Map<string, string>()
  return async (call) => {
    const answer = await ask(call)
    const list = nameList(call)
    if (list === undefined) return answer
    const nameRow = queryPath(call) === VOTES ? readVoter : readId
    return mapRows(answer, (rows) => {
      const middle = rows[Math.floor(rows.length / 2)]
      if (!missing.has(list) && rows.length > 2 && middle !== undefined) {
        missing.set(list, nameRow(middle))
      }
      return rows.filter((row) => nameRow(row) !== missing.get(list))
    })
  }
}

/** Proposals are one list, however filtered; votes are one for each proposal. */
function nameList(call: RpcCall): string | undefined {
  const path = queryPath(call)
  if (path === PROPOSALS) return path
  return path === VOTES ? `${path} ${lastInteger(requestFields(call), 1)}` : undefined
}

function readId(proposal: Uint8Array): string {
  return lastInteger(readFields(proposal), 1).toString()
}

function readVoter(vote: Uint8Array): string {
  return lastText(readFields(vote), 2)
}

export function withDuplicateRows(ask: Ask): Ask {
  return async (call) => {
    const answer = await ask(call)
    return isList(call) ? mapRows(answer, (rows) => [...rows.slice(0, 1), ...rows]) : answer
  }
}

/** A list whose key leads back to its beginning. */
export function withRepeatingPage(ask: Ask): Ask {
  return (call) => ask(isList(call) && isLaterPage(call) ? fromTheStart(call) : call)
}

export function withRefusedKey(ask: Ask): Ask {
  return async (call) => {
    if (!isList(call) || !isLaterPage(call)) return ask(call)
    const height = integerArgument(call.args, 'height') ?? 0n
    return resultAnswer(formatQueryAnswer(invalidArgument('pagination: invalid key', height)))
  }
}

/** `die` is called when a list is gone on with; what is answered then reaches nobody. */
export function withDeathMidPage(ask: Ask, die: () => void): Ask {
  return async (call) => {
    if (!isLaterPage(call)) return ask(call)
    die()
    return errorAnswer(internalError('the node is going down'))
  }
}
