import type { Json } from '../../../src/demo-chain/server/json.ts'
import { isJsonObject, jsonAt } from '../../../src/demo-chain/server/json.ts'

/** Events by what they are made of: type, keys of the attributes in order, and whether each is indexed. */
export interface EventForms {
  /** Takes in every event anywhere in a recorded answer or frame. */
  add(value: Json): void
  /** Events of a form that no recorded event has. */
  compare(value: Json): string[]
}

/** Events that happened in no recording, from their source. */
const FROM_SOURCE = [
  // SDK 0.53 x/gov/abci.go EndBlocker, for a proposal whose deposit came to nothing.
  'inactive_proposal [proposal_id, proposal_result, mode]',
]

export function createEventForms(): EventForms {
  const known = new Set(FROM_SOURCE)
  return {
    add(value) {
      for (const form of listForms(value)) known.add(form)
    },
    compare: (value) => [
      ...new Set(
        listForms(value)
          .filter((form) => !known.has(form))
          .map((form) => `event never recorded: ${form}`),
      ),
    ],
  }
}

function listForms(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(listForms)
  if (!isJsonObject(value)) return []
  const { type, attributes } = value
  if (typeof type === 'string' && Array.isArray(attributes)) return [formOf(type, attributes)]
  return Object.values(value).flatMap(listForms)
}

function formOf(type: string, attributes: readonly Json[]): string {
  const keys = attributes.map((attribute) => {
    const mark = jsonAt(attribute, 'index') === true ? '' : ' (not indexed)'
    return `${String(jsonAt(attribute, 'key'))}${mark}`
  })
  return `${type} [${keys.join(', ')}]`
}
