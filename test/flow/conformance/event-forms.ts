import type { Json } from '../../../src/demo-chain/server/json.ts'
import { isJsonObject, jsonAt } from '../../../src/demo-chain/server/json.ts'

/** Events by what they are made of: type, keys of the attributes in order, and whether each is indexed. */
export interface EventForms {
  /** Takes in every event anywhere in a recorded answer or frame. */
  add(value: Json): void
  /** Events of a form that no recorded event has. */
  compare(value: Json): string[]
}

export function createEventForms(): EventForms {
  const known = new Set<string>()
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
