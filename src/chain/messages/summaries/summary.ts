import { formatAmount } from '../../../domain/amount.ts'
import { formatInteger } from '../../../domain/format-integer.ts'
import { shortenAddress, shortenMiddle } from '../../../domain/format-shortened.ts'
import type { FieldValue, Message, MessageField } from '../../../domain/message.ts'
import { formatDuration } from '../../../domain/time.ts'

/** A decoded message as its summary sees it. */
export interface Summarized {
  /** A field in prose by its path: amounts with units, addresses shortened; `(not set)` where there is none. */
  readonly field: (path: string) => string
  /** The same, but undefined where there is none. */
  readonly find: (path: string) => string | undefined
  readonly inner: readonly Message[]
}

/** One plain sentence without its full stop, e.g. `Upgrade the chain to v2.2.0 at height 27,400,605`. */
export type Summary = (message: Summarized) => string

/** By full message name, without the slash of a type URL. */
export type SummaryTable = Readonly<Record<string, Summary>>

/** Long enough for every name in use; a stranger's text cannot fill the screen. */
const NAME_LENGTH = 80

export function summarizeFields(
  fields: readonly MessageField[],
  inner: readonly Message[],
): Summarized {
  const byPath = new Map(fields.map(({ path, value }) => [path, value]))
  const find = (path: string) => {
    const value = byPath.get(path)
    const prose = value === undefined ? '' : formatProse(value)
    return prose === '' ? undefined : prose
  }
  return { find, field: (path) => find(path) ?? '(not set)', inner }
}

function formatProse(value: FieldValue): string {
  switch (value.kind) {
    case 'text':
    case 'block':
    case 'link':
    case 'decimal':
      return shortenMiddle(value.text.trim(), NAME_LENGTH, 8)
    case 'integer':
      return value.value.toString()
    case 'height':
      return formatInteger(value.height)
    case 'flag':
      return value.value ? 'yes' : 'no'
    case 'coins':
      return value.coins.map((coin) => formatAmount(coin)).join(', ')
    case 'decimal-coins':
      return value.coins.map(({ denom, amount }) => `${amount} ${denom}`).join(', ')
    case 'address':
      return shortenAddress(value.address)
    case 'time':
      return value.time.toISOString()
    case 'duration':
      return formatDuration(value.durationMs)
    case 'bytes':
    case 'absent':
      return ''
  }
}

/** What an enum value is called after its prefix: `VOTE_OPTION_NO_WITH_VETO` gives `no with veto`. */
export function withoutPrefix(name: string, prefix: string): string {
  return name.replace(prefix, '').replaceAll('_', ' ').toLowerCase()
}

/** Fields of each element of a list, as long as the first of them is set. */
export function listElements(
  { find }: Summarized,
  list: string,
  names: readonly [string, ...string[]],
): readonly (readonly string[])[] {
  const elements: string[][] = []
  for (let index = 0; find(`${list}[${index}].${names[0]}`) !== undefined; index++) {
    elements.push(names.map((name) => find(`${list}[${index}].${name}`) ?? '(not set)'))
  }
  return elements
}

/** Every message that sets all parameters of a module. */
export function setsParameters(module: string): Summary {
  return () => `Set the parameters of ${module}`
}
