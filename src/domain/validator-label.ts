import { isBlankText, sanitizeChainText } from './format-chain-text.ts'
import { shortenAddress } from './format-shortened.ts'
import type { Validator } from './validator.ts'

/** How a validator is named where its address does not stand beside it. */
export interface ValidatorLabel {
  /** Unlike every other label of the list. */
  readonly text: string
  /** Why the address is part of the label; undefined when the moniker is enough. */
  readonly reason: 'blank' | 'hidden-characters' | 'right-to-left' | 'same-name' | undefined
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u

/**
 * A label for each validator, by operator address. Monikers are free text, so those that are blank, hide characters, run
 * from right to left or read like another's get the address too: shortened, or whole where even that is equal.
 */
export function labelValidators(
  validators: readonly Pick<Validator, 'operatorAddress' | 'moniker'>[],
): ReadonlyMap<string, ValidatorLabel> {
  // With the addresses, so that no moniker passes for the address of another.
  const names = countKeys(validators.flatMap((each) => [each.moniker, each.operatorAddress]))
  const labels = validators.map(({ operatorAddress, moniker }) => ({
    operatorAddress,
    ...labelOne(operatorAddress, moniker, (names.get(readingKey(moniker)) ?? 0) > 1),
  }))
  const texts = countKeys(labels.map(({ text }) => text))
  return new Map(
    labels.map(({ operatorAddress, text, reason }) =>
      (texts.get(readingKey(text)) ?? 0) > 1
        ? [operatorAddress, { text: operatorAddress, reason: reason ?? 'same-name' }]
        : [operatorAddress, { text, reason }],
    ),
  )
}

function labelOne(operatorAddress: string, moniker: string, isShared: boolean): ValidatorLabel {
  const address = shortenAddress(operatorAddress)
  if (isBlankText(moniker)) return { text: address, reason: 'blank' }
  const visible = sanitizeChainText(moniker).trim()
  if (RIGHT_TO_LEFT.test(visible)) {
    // Isolated, so that the letters do not pull the address to their other side.
    return { text: `\u2068${visible}\u2069 (${address})`, reason: 'right-to-left' }
  }
  if (isShared) return { text: `${visible} (${address})`, reason: 'same-name' }
  if (readingKey(visible) !== readingKey(moniker)) {
    return { text: `${visible} (${address})`, reason: 'hidden-characters' }
  }
  return { text: visible, reason: undefined }
}

/** Equal for texts a reader takes for the same, as far as Unicode's compatibility forms tell. */
function readingKey(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim().toLowerCase()
}

function countKeys(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const key = readingKey(text)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
