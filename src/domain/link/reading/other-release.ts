import type { Place } from './judgement.ts'
import { wordAt } from './look-around.ts'
import type { Token } from './tokens.ts'
import { PREPOSITIONS } from './vocabulary.ts'

const VERSION = /^v?(\d{1,3})\.(\d{1,3})(?:\.|$)/

/** `in v2.0.0`, `Mainnet 17 introduced`: another release than the one that speaks. */
export function isForeign(tokens: readonly Token[], at: number, { own }: Place): boolean {
  const word = wordAt(tokens, at)
  if (word === undefined || own.size === 0) return false
  if (word === 'mainnet') {
    const number = wordAt(tokens, at + 1)
    return number !== undefined && /^\d{1,3}$/.test(number) && isOther(own, `mainnet ${number}`)
  }
  const version = VERSION.exec(word)
  if (version === null) return false
  const before = wordAt(tokens, at - 1)
  const isRelease =
    before === undefined ||
    PREPOSITIONS.has(before) ||
    /^(?:announced?|presented|shipped|and|akash|node|release|upgrade|version|network|mainnet)$/.test(
      before,
    )
  return isRelease && isOther(own, `v${Number(version[1])}.${Number(version[2])}`)
}

/** `v2.2.0`, `Mainnet 19`: the very release that speaks. */
export function isOwnRelease(
  tokens: readonly Token[],
  at: number,
  own: ReadonlySet<string>,
): boolean {
  const word = wordAt(tokens, at) ?? ''
  if (word === 'mainnet') return own.has(`mainnet ${wordAt(tokens, at + 1) ?? ''}`)
  const version = VERSION.exec(word)
  return version !== null && own.has(`v${Number(version[1])}.${Number(version[2])}`)
}

/** A release whose own marker of that kind is not known is nobody's other. */
function isOther(own: ReadonlySet<string>, marker: string): boolean {
  return !own.has(marker) && [...own].some((one) => one.charAt(0) === marker.charAt(0))
}
