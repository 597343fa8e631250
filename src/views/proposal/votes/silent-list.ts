import { formatAmount } from '../../../domain/amount.ts'
import { formatCsv } from '../../../domain/csv.ts'
import { formatDec } from '../../../domain/decimal.ts'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import { formatCount, formatInteger } from '../../../domain/format-integer.ts'
import { formatDecShare } from '../../../domain/format-share.ts'
import type { SilentRow } from './vote-rows.ts'

export type ListFormat = 'plain' | 'markdown' | 'csv'

/** The validators that have not voted, to be pasted elsewhere. */
export interface SilentList {
  readonly proposalId: bigint
  readonly height: bigint
  readonly chainId: string
  readonly denom: string
  readonly rows: readonly SilentRow[]
}

export function formatSilentList(list: SilentList, format: ListFormat): string {
  switch (format) {
    case 'plain':
      return formatPlain(list)
    case 'markdown':
      return formatMarkdown(list)
    case 'csv':
      return formatSilentCsv(list)
  }
}

function formatHeading({ proposalId, height, chainId, denom, rows }: SilentList): string {
  const amount = rows.reduce((sum, { tokens }) => sum + tokens, 0n)
  return `Not voted on proposal ${proposalId} of ${sanitizeChainText(chainId)}: ${formatCount(rows.length, 'validator')}, ${formatAmount({ denom, amount })} (height ${formatInteger(height)})`
}

function formatPlain(list: SilentList): string {
  const lines = list.rows.map(
    ({ label, operatorAddress, tokens, share }, index) =>
      `${index + 1}. ${defuse(label)}, ${formatAmount({ denom: list.denom, amount: tokens })}${share === undefined ? '' : `, ${formatDecShare(share, { digits: 2 })}`}, ${operatorAddress}`,
  )
  return `${[defuse(formatHeading(list)), ...lines].join('\n')}\n`
}

function formatMarkdown(list: SilentList): string {
  const lines = list.rows.map(
    ({ label, operatorAddress, tokens, share, cumulativeShare }, index) =>
      `| ${index + 1} | ${escapeMarkdown(label)} | ${formatAmount({ denom: list.denom, amount: tokens })} | ${share === undefined ? '' : formatDecShare(share, { digits: 2 })} | ${cumulativeShare === undefined ? '' : formatDecShare(cumulativeShare, { digits: 2 })} | \`${operatorAddress}\` |`,
  )
  return `${[
    `**${escapeMarkdown(formatHeading(list))}**`,
    '',
    '| # | Validator | Power | Share | Running total | Address |',
    '|--:|---|--:|--:|--:|---|',
    ...lines,
  ].join('\n')}\n`
}

function formatSilentCsv({ denom, rows }: SilentList): string {
  return formatCsv([
    ['rank', 'operator_address', 'validator', 'tokens', 'denom', 'share', 'cumulative_share'],
    ...rows.map(({ operatorAddress, label, tokens, share, cumulativeShare }, index) => [
      (index + 1).toString(),
      operatorAddress,
      dropIsolates(label),
      tokens.toString(),
      denom,
      share === undefined ? '' : formatDec(share),
      cumulativeShare === undefined ? '' : formatDec(cumulativeShare),
    ]),
  ])
}

/** A name that would call everybody in a chat shall not; a broad sign reads the same and calls nobody. */
function defuse(text: string): string {
  return text.replaceAll('@', '\uff20')
}

/** The isolates a label sets around letters that run from right to left are for screens. */
function dropIsolates(label: string): string {
  return label.replace(/[\u2068\u2069]/g, '')
}

function escapeMarkdown(text: string): string {
  return defuse(text).replace(/[\\`*_[\]<>|~#!&]/g, '\\$&')
}
