import type { AbsentAep, Aep, LaterAep } from '../../domain/registry/aep.ts'
import type { Registry } from '../../domain/registry/registry.ts'

/** What the number in an address leads to. */
export type FoundAep =
  | { readonly kind: 'document'; readonly number: number; readonly aep: Aep }
  /** Seen elsewhere after the snapshot of the documents. */
  | { readonly kind: 'later'; readonly number: number; readonly later: LaterAep }
  /** Only proposals of the chain name it. */
  | { readonly kind: 'chain'; readonly number: number }
  | { readonly kind: 'absent'; readonly number: number; readonly absent: AbsentAep }
  /** It could be one, and nobody here knows it. */
  | { readonly kind: 'unknown'; readonly number: number; readonly highest: number }
  /** Too high, or zero: no AEP has such a number. */
  | { readonly kind: 'impossible'; readonly number: number; readonly highest: number }
  | { readonly kind: 'not-a-number' }

const WRITTEN = /^(?:aep[-_ ]?)?(\d{1,15})$/i

/** Numbers above the highest known one that a new AEP could have. */
const ROOM = 200

/**
 * @param text as an address has it: `76`, `AEP-76`
 * @param linked the numbers that the chain's texts name, and those of the registry; undefined while they are being read
 */
export function findAep(
  text: string,
  registry: Pick<Registry, 'aeps' | 'laterAeps' | 'absentAeps'>,
  linked: { has(number: number): boolean } | undefined,
): FoundAep {
  const digits = WRITTEN.exec(text.trim())?.[1]
  if (digits === undefined) return { kind: 'not-a-number' }
  const number = Number(digits)
  const aep = registry.aeps.find((one) => one.number === number)
  if (aep !== undefined) return { kind: 'document', number, aep }
  const later = registry.laterAeps.find((one) => one.number === number)
  if (later !== undefined) return { kind: 'later', number, later }
  const absent = registry.absentAeps.find((one) => one.number === number)
  if (absent !== undefined) return { kind: 'absent', number, absent }
  if (linked?.has(number)) return { kind: 'chain', number }
  const known = [...registry.aeps, ...registry.laterAeps, ...registry.absentAeps]
  const highest = Math.max(0, ...known.map((one) => one.number))
  const isPossible = number > 0 && number <= highest + ROOM
  return { kind: isPossible ? 'unknown' : 'impossible', number, highest }
}
