import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { RegistryChanges } from './registry-changes.ts'
import type { SyncedFiles } from './registry-files.ts'
import type { Unread } from './unread.ts'

export interface SyncReport {
  readonly before: SyncedFiles
  readonly after: SyncedFiles
  readonly changes: RegistryChanges
  readonly unread: readonly Unread[]
  /** Those that were not there before. */
  readonly contradictions: readonly string[]
  /** How many others still stand. */
  readonly standing: number
  /** Names of files that are another text now. */
  readonly stale: readonly string[]
  readonly isCheck: boolean
}

const MOST_CHARACTERS = 300

/** For a reviewer; no line begins with words of a source. */
export function printReport(report: SyncReport): string {
  const { changes, unread, contradictions, standing, stale, isCheck } = report
  const said = unread.filter(({ kind }) => kind === 'contradiction').map(describeUnread)
  const sections = [
    section('New', changes.added),
    section(
      'Changed',
      changes.changed.flatMap(({ name, fields }) => [
        name,
        ...fields.map(({ field, change }) => `  ${field}: ${change}`),
      ]),
    ),
    section('Vanished', changes.vanished),
    section('Renumbered', changes.renumbered),
    section('Contradictory', [...said, ...contradictions]),
    section('Not read', unread.filter(({ kind }) => kind === 'lost').map(describeUnread)),
    section('Worth knowing', unread.filter(({ kind }) => kind === 'remark').map(describeUnread)),
  ].filter((text) => text !== '')
  const verb = isCheck ? 'Would write' : 'Wrote'
  return [
    describeSnapshots(report),
    ...sections,
    '',
    ...(standing > 0 ? [`${standing} contradictions stand as before.`] : []),
    stale.length === 0 ? 'No change.' : `${verb} ${stale.join(', ')}.`,
    '',
  ].join('\n')
}

function describeSnapshots({ before, after }: SyncReport): string {
  const sources = [
    ['AEP repository', before['aeps.json'].snapshot, after['aeps.json'].snapshot],
    ['Community repository', before['groups.json'].snapshot, after['groups.json'].snapshot],
  ] as const
  return sources
    .map(([name, from, to]) => {
      const now = `${to.commit} of ${to.day}`
      return from.commit === to.commit
        ? `${name}: ${now}, as before`
        : `${name}: ${now}, before ${from.commit} of ${from.day}`
    })
    .join('\n')
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`\n${title}`, ...lines.map(printLine)].join('\n')
}

/** Indented by two is a part of the line above. */
function printLine(line: string): string {
  const [, indent = '', text = ''] = /^( *)(.*)$/s.exec(line) ?? []
  const safe = [...sanitizeChainText(text)]
  const shown = safe.length > MOST_CHARACTERS ? [...safe.slice(0, MOST_CHARACTERS), '…'] : safe
  return `${indent}- ${shown.join('')}`
}

function describeUnread({ path, line, sentence, record }: Unread): string {
  const place = line === undefined ? path : `${path}:${line}`
  return `${place}: ${sentence}${record === undefined ? '' : ` The record is ${record}.`}`
}
