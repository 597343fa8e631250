import { formatInteger } from '../../format-integer.ts'
import { formatDuration } from '../../time.ts'
import { shortChainText } from '../short-chain-text.ts'
import type { EtaSample, Standstill, UpgradeEta } from './upgrade-eta.ts'

type EtaRange = Extract<UpgradeEta, { kind: 'range' }>

/** How a range was reckoned, a paragraph each, in words a reader can check. */
export function describeEtaMethod({ method, blocksLeft }: EtaRange): readonly string[] {
  const windows = method.windows.map((window) => formatInteger(Math.round(window)))
  const seconds = (method.blockMs / 1_000).toFixed(2)
  const ahead = formatInteger(method.rehearsalBlocks)
  const isShort = BigInt(method.rehearsalBlocks) < blocksLeft
  return [
    `Likely: ${formatInteger(blocksLeft)} blocks at ${seconds} s each, which is ${
      windows.length > 1 ? 'the average of the mean block times' : 'the mean block time'
    } of the last ${joinWords(windows)} blocks.`,
    `Range: the same estimate was made at ${formatInteger(method.rehearsals)} earlier blocks of this chain, ${ahead} blocks ahead each, and compared with what came. It was off by ${percent(method.error)} (root mean square). The range is that, widened for how few of these stretches stand side by side, so that it holds the true time in about eight cases of ten; it is never narrower than a block to either side.`,
    ...(isShort
      ? [
          `The blocks seen are too few to rehearse the whole distance, so the error of ${ahead} blocks is taken to hold for all of it.`,
        ]
      : []),
    'A halt between now and then would come on top; none is foreseen in this.',
  ]
}

/** What was looked at, in a sentence, and what was left out. */
export function describeEtaSample(sample: EtaSample): readonly string[] {
  if (sample.count === 0) return ['No header could be read.']
  const [lowest, highest] = [formatInteger(sample.lowest), formatInteger(sample.highest)]
  return [
    `${formatInteger(sample.count)} headers from ${lowest} to ${highest}, ${formatInteger(sample.highest - sample.lowest)} blocks.`,
    ...sample.standstills.map(describeStandstill),
  ]
}

function describeStandstill({ fromHeight, toHeight, lostMs, upgradeName }: Standstill): string {
  const where = `between ${formatInteger(fromHeight)} and ${formatInteger(toHeight)}`
  const what =
    upgradeName === undefined ? 'a standstill' : `the halt for ${shortChainText(upgradeName, 40)}`
  return `Left out: ${what} of about ${formatDuration(lostMs)} ${where}.`
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

function percent(share: number): string {
  const value = share * 100
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)}\u202f%`
}
