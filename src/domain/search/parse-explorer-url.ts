import { EXPLORERS, type Explorer } from './explorers.ts'

/** What a link of another explorer shows, as it is written there. */
export type LinkTarget =
  | { readonly kind: 'proposal'; readonly id: bigint }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'block'; readonly height: bigint }
  | { readonly kind: 'transaction'; readonly hash: string }

/** A pasted URL, as far as it can be understood. */
export type UrlReading =
  | { readonly kind: 'explorer'; readonly explorer: string; readonly target: LinkTarget }
  /** An explorer that is known, showing a chain that is not this one. */
  | { readonly kind: 'other-chain'; readonly explorer: string; readonly chain: string }
  /** A host nobody here knows; its path reads as if it showed this. */
  | { readonly kind: 'guess'; readonly host: string; readonly target: LinkTarget }
  /** A page of an explorer that shows nothing this app can show, or an address that may be a node's. */
  | {
      readonly kind: 'unknown'
      /** As it was typed. */
      readonly url: string
      readonly host: string
      readonly explorer: string | undefined
    }

const HOST_LIKE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?([/?#]\S*)?$/i
const PORT_LIKE = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)+|\[[0-9a-f:]+\]):\d{2,5}(\/\S*)?$/i

/** undefined: the text is no URL. Never throws. `chain` is how explorers call this one. */
export function parseExplorerUrl(text: string, chain = 'akash'): UrlReading | undefined {
  const typed = text.trim()
  const url = readUrl(typed)
  if (url === undefined) return undefined
  const host = url.hostname.toLowerCase().replace(/^www\./, '')
  // Some explorers keep their whole path behind the hash.
  const path = url.hash.startsWith('#/') ? url.hash.slice(1) : url.pathname
  const segments = path
    .split(/[?#]/, 1)
    .join('')
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
  const known = EXPLORERS.find((explorer) => explorer.host.test(host))
  if (known !== undefined) return readKnown(known, host, segments, chain, typed)
  const target = guessTarget(segments)
  return target === undefined
    ? { kind: 'unknown', url: typed, host: url.host, explorer: undefined }
    : { kind: 'guess', host: url.host, target }
}

function readUrl(text: string): URL | undefined {
  const hasScheme = /^https?:\/\/\S+$/i.test(text)
  if (!hasScheme && !HOST_LIKE.test(text) && !PORT_LIKE.test(text)) return undefined
  const address = hasScheme ? text : `https://${text}`
  return URL.canParse(address) ? new URL(address) : undefined
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function readKnown(
  { name, host: pattern, paths }: Explorer,
  host: string,
  segments: readonly string[],
  ownChain: string,
  typed: string,
): UrlReading {
  const chainOfHost = pattern.exec(host)?.groups?.chain
  for (const path of paths) {
    const found = matchPath(path.split('/').slice(1), segments)
    if (found === undefined) continue
    const chain = (chainOfHost ?? found.chain ?? ownChain).toLowerCase()
    return chain.startsWith(ownChain)
      ? { kind: 'explorer', explorer: name, target: found.target }
      : { kind: 'other-chain', explorer: name, chain }
  }
  return { kind: 'unknown', url: typed, host, explorer: name }
}

function matchPath(
  pattern: readonly string[],
  segments: readonly string[],
): { readonly chain: string | undefined; readonly target: LinkTarget } | undefined {
  let chain: string | undefined
  let target: LinkTarget | undefined
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index]
    if (segment === undefined) return undefined
    if (part === ':chain') chain = segment
    else if (part.startsWith(':')) {
      target = READERS[part]?.(segment)
      if (target === undefined) return undefined
    } else if (part !== segment.toLowerCase()) return undefined
  }
  return target === undefined ? undefined : { chain, target }
}

type Reader = (segment: string) => LinkTarget | undefined

const readProposal: Reader = (segment) => {
  // Forums write the title behind the number.
  const id = /^([1-9]\d{0,18})(?:-.*)?$/.exec(segment)?.[1]
  return id === undefined ? undefined : { kind: 'proposal', id: BigInt(id) }
}
const readHeight: Reader = (segment) =>
  /^[1-9]\d{0,18}$/.test(segment) ? { kind: 'block', height: BigInt(segment) } : undefined
const readHash: Reader = (segment) =>
  /^(0x)?[0-9a-f]{64}$/i.test(segment)
    ? { kind: 'transaction', hash: segment.replace(/^0x/i, '').toUpperCase() }
    : undefined
const readAddress: Reader = (segment) =>
  /^[a-z]{2,30}1[a-z0-9]{30,}$/i.test(segment) ? { kind: 'address', address: segment } : undefined

const READERS: Readonly<Record<string, Reader>> = {
  ':proposal': readProposal,
  ':height': readHeight,
  ':hash': readHash,
  ':address': readAddress,
}

/** Words that usually stand before a number or hash, and what that then is. */
const GUESSES: readonly (readonly [RegExp, Reader])[] = [
  [/^(proposals?|props?|gov|governance|votes?|gov(ernance)?[_-]proposals?)$/, readProposal],
  [/^(blocks?|heights?)$/, readHeight],
  [/^(txs?|transactions?)$/, readHash],
]

function guessTarget(segments: readonly string[]): LinkTarget | undefined {
  for (const [index, segment] of segments.entries()) {
    const guess = GUESSES.find(([word]) => word.test(segment.toLowerCase()))?.[1]
    // The name of the chain may stand between.
    for (const next of segments.slice(index + 1, index + 3)) {
      const target = guess?.(next)
      if (target !== undefined) return target
    }
  }
  for (const segment of segments) {
    const target = readAddress(segment) ?? readHash(segment)
    if (target !== undefined) return target
  }
  return undefined
}
