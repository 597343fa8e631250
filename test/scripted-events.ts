import type { Scene } from '../src/demo-chain/replay/scene.ts'
import { encodeJson, type Json, jsonAt } from '../src/demo-chain/server/json.ts'
import type { ScriptedVote } from './scripted-gov.ts'

export const BLOCKS = "tm.event='NewBlockHeader'"
const ALL_VOTES = "tm.event='Tx' AND proposal_vote.proposal_id EXISTS"

/** Whether a subscription wants votes on a proposal; undefined for a subscription the script does not know. */
export function wantsVote(query: string, proposalId: bigint): boolean | undefined {
  if (query === BLOCKS) return false
  if (query === ALL_VOTES) return true
  const id = /^tm\.event='Tx' AND proposal_vote\.proposal_id='(\d+)'$/.exec(query)?.[1]
  return id === undefined ? undefined : BigInt(id) === proposalId
}

/** Events in the form a node was recorded to send them, for other blocks and votes. */
export interface EventForms {
  /** The `result` of a frame, as JSON text. `query` is the subscription it goes to. */
  readonly block: (query: string, header: Json) => string
  readonly vote: (query: string, vote: ScriptedVote, height: bigint) => string
}

/** @throws {Error} when the scene has no recorded vote event */
export function createEventForms(scene: Scene): EventForms {
  const recorded = scene.sockets.find(({ query }) => query === ALL_VOTES)?.frames[1]
  const form = jsonAt(recorded, 'result', 'data')
  const recordedAttributes = voteAttributes(form)
  if (form === undefined || recordedAttributes === undefined)
    throw new Error('no vote event was recorded')

  return {
    block: (query, header) =>
      encodeJson({
        query,
        data: { type: 'tendermint/event/NewBlockHeader', value: { header } },
        events: { 'tm.event': ['NewBlockHeader'] },
      }),
    vote(query, vote, height) {
      const attributes = {
        voter: vote.voter,
        option: JSON.stringify(vote.options.map(([option, weight]) => ({ option, weight }))),
        proposal_id: vote.proposalId.toString(),
        msg_index: '0',
      }
      const data = structuredClone(form)
      const own = voteAttributes(data)
      own?.splice(
        0,
        own.length,
        ...Object.entries(attributes).map(([key, value]) => ({ key, value, index: true })),
      )
      const result = jsonAt(data, 'value', 'TxResult')
      if (typeof result === 'object' && result !== null && !Array.isArray(result)) {
        result.height = height.toString()
      }
      const flat = Object.entries(attributes).map(([key, value]) => [
        `proposal_vote.${key}`,
        [value],
      ])
      const events = { 'tm.event': ['Tx'], 'tx.height': [`${height}`], ...Object.fromEntries(flat) }
      return encodeJson({ query, data, events })
    },
  }
}

function voteAttributes(data: Json | undefined): Json[] | undefined {
  const events = jsonAt(data, 'value', 'TxResult', 'result', 'events')
  if (!Array.isArray(events)) return undefined
  const emitted = events.find((event) => jsonAt(event, 'type') === 'proposal_vote')
  const attributes = jsonAt(emitted, 'attributes')
  return Array.isArray(attributes) ? attributes : undefined
}
