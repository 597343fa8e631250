/** JSON as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export type JsonObject = { [key: string]: Json }

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a path of object keys and array indices; undefined where the path leaves the value. */
export function jsonAt(
  value: Json | undefined,
  ...path: readonly (string | number)[]
): Json | undefined {
  let current = value
  for (const step of path) {
    if (typeof step === 'number') current = Array.isArray(current) ? current[step] : undefined
    else current = isJsonObject(current) && Object.hasOwn(current, step) ? current[step] : undefined
  }
  return current
}

const ESCAPED_BY_GO = /[<>&\u2028\u2029]/g

/**
 * JSON text as a node sends it: Go's `encoding/json` writes `<`, `>`, `&` and the two line separators as `\uXXXX`.
 * Seen in steady/240 (`height \u003c 0`).
 */
export function encodeJson(value: Json): string {
  return JSON.stringify(value).replace(
    ESCAPED_BY_GO,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
