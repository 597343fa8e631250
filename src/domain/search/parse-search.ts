import { type LeaseName, parseLeaseName } from '../market/lease-name.ts'
import { type AddressReading, parseAddress } from './parse-address.ts'
import { type LinkTarget, parseExplorerUrl, type UrlReading } from './parse-explorer-url.ts'

/** One thing a typed text can mean. */
export type SearchReading =
  /** `isNamed`: the text says that it is one ("#353"), where a bare number can also be a height. */
  | { readonly kind: 'proposal'; readonly id: bigint; readonly isNamed: boolean }
  | { readonly kind: 'aep'; readonly number: number }
  | { readonly kind: 'height'; readonly height: bigint; readonly isNamed: boolean }
  /** A deployment's number; `isNamed`: the text says that it is one, or names its owner too. */
  | {
      readonly kind: 'deployment'
      readonly dseq: bigint
      readonly owner?: string
      readonly isNamed: boolean
    }
  | { readonly kind: 'lease'; readonly name: LeaseName }
  /** It has the form of a lease's id; `why`: a sentence on the part that is wrong. */
  | { readonly kind: 'no-lease'; readonly why: string }
  | { readonly kind: 'address'; readonly reading: AddressReading }
  | { readonly kind: 'transaction'; readonly hash: string }
  | { readonly kind: 'url'; readonly reading: UrlReading }
  /** Words to look for in titles, plan names, addresses and monikers; folded by `foldText`. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly phrase: string }

/** Longer texts are cut: nothing that is looked for is as long. */
const LONGEST = 600
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu

/** One form for texts that read alike: compatibility forms, case, invisible characters and spaces are evened out. */
export function foldText(text: string): string {
  return clean(text).toLowerCase()
}

function clean(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim()
}

const NAMED_PROPOSAL = /^(?:#|(?:proposal|prop\.?|p)\s*(?:#|:|no\.?|number)?\s*)([1-9]\d{0,18})$/i
const AEP = /^aep\s*[-#_:.]?\s*0{0,3}([1-9]\d{0,3})$/i
const NAMED_HEIGHT = /^(?:(?:block\s*)?height|block|h)\s*(?:#|:)?\s*(.+)$/i
const NAMED_DEPLOYMENT = /^(?:deployment|dseq)\s*(?:#|:|no\.?|number)?\s*(.+)$/i
/** Heights by which deployments are numbered have at least so many digits; smaller numbers are proposals. */
const LEAST_DSEQ = 100_000n
const BARE_NUMBER = /^[1-9]\d{0,18}$/
/** Thousands set apart, all by the same sign. */
const GROUPED = /^[1-9]\d{0,2}([,.'’_ ])\d{3}(?:\1\d{3}){0,5}$/
const HASH = /^(?:0x)?([0-9a-f]{64})$/i

/**
 * Everything a text can mean, likelier readings first where the text itself tells. Never throws.
 * @param prefix of this chain's account addresses
 */
export function parseSearch(text: string, prefix: string): readonly SearchReading[] {
  const typed = clean(text.slice(0, LONGEST))
  if (typed === '') return []
  const proposal = NAMED_PROPOSAL.exec(typed)?.[1]
  if (proposal !== undefined) return [{ kind: 'proposal', id: BigInt(proposal), isNamed: true }]
  const aep = AEP.exec(typed)?.[1]
  if (aep !== undefined) {
    // Titles write the number in several ways; the words find each of them.
    const words = { kind: 'words', phrase: `aep-${aep}`, words: ['aep', aep] } as const
    return [{ kind: 'aep', number: Number(aep) }, words]
  }
  const dseq = parseHeight(NAMED_DEPLOYMENT.exec(typed)?.[1] ?? '')
  if (dseq !== undefined) return [{ kind: 'deployment', dseq, isNamed: true }]
  const named = parseHeight(NAMED_HEIGHT.exec(typed)?.[1] ?? '')
  if (named !== undefined) return [{ kind: 'height', height: named, isNamed: true }]
  if (BARE_NUMBER.test(typed)) {
    const number = BigInt(typed)
    return [
      { kind: 'proposal', id: number, isNamed: false },
      { kind: 'height', height: number, isNamed: false },
      ...(number < LEAST_DSEQ
        ? []
        : [{ kind: 'deployment', dseq: number, isNamed: false } as const]),
      wordsOf(typed),
    ]
  }
  const grouped = parseHeight(typed)
  if (grouped !== undefined) return [{ kind: 'height', height: grouped, isNamed: true }]
  const hash = HASH.exec(typed)?.[1]
  if (hash !== undefined) return [{ kind: 'transaction', hash: hash.toUpperCase() }]
  const onMarket = readMarketId(typed, prefix)
  if (onMarket !== undefined) return [onMarket]
  const address = parseAddress(typed, prefix)
  if (address !== undefined) return [{ kind: 'address', reading: address }, wordsOf(typed)]
  const url = parseExplorerUrl(typed, prefix)
  if (url !== undefined) {
    const target = targetOf(url)
    return [
      { kind: 'url', reading: url },
      ...(target === undefined ? [] : readTarget(target, prefix)),
    ]
  }
  return [wordsOf(typed)]
}

/** `owner/dseq`, also with gseq and oseq, or a lease's whole id; undefined: it has not that form. */
function readMarketId(typed: string, prefix: string): SearchReading | undefined {
  const parts = typed.split('/').filter((part) => part !== '')
  const [address = '', dseq = '', ...rest] = parts
  if (
    rest.length > 4 ||
    !/^\d{1,20}$/.test(dseq) ||
    !address.toLowerCase().startsWith(`${prefix}1`)
  ) {
    return undefined
  }
  if (rest.length >= 3) {
    const reading = parseLeaseName(typed)
    if (reading.kind === 'lease') return reading
    return reading.why === undefined ? undefined : { kind: 'no-lease', why: reading.why }
  }
  const owner = parseAddress(address, prefix)
  return owner?.kind === 'account'
    ? { kind: 'deployment', dseq: BigInt(dseq), owner: owner.address, isNamed: true }
    : undefined
}

function parseHeight(text: string): bigint | undefined {
  const digits = GROUPED.test(text) ? text.replace(/\D/g, '') : text
  return BARE_NUMBER.test(digits) ? BigInt(digits) : undefined
}

function wordsOf(typed: string): SearchReading {
  const phrase = foldText(typed)
  return { kind: 'words', phrase, words: phrase.split(' ') }
}

function targetOf(url: UrlReading): LinkTarget | undefined {
  return url.kind === 'explorer' || url.kind === 'guess' ? url.target : undefined
}

function readTarget(target: LinkTarget, prefix: string): readonly SearchReading[] {
  switch (target.kind) {
    case 'proposal':
      return [{ kind: 'proposal', id: target.id, isNamed: true }]
    case 'block':
      return [{ kind: 'height', height: target.height, isNamed: true }]
    case 'transaction':
      return [{ kind: 'transaction', hash: target.hash }]
    case 'address': {
      const reading = parseAddress(target.address, prefix)
      return reading === undefined ? [] : [{ kind: 'address', reading }]
    }
  }
}
