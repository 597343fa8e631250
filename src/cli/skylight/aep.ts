import { describeDelivery } from '../../domain/link/describe-delivery.ts'
import type { AepLink } from '../../domain/link/link.ts'
import { type LinkRow, listLinkRows } from '../../domain/link/list-link-rows.ts'
import type { AepLinks } from '../../queries/read-aep-links.ts'
import { aepRowJson, documentJson } from './aep-json.ts'
import { EXIT } from './answer.ts'
import { UsageError } from './parse-arguments.ts'

/** Neither the registry nor a proposal knows that number; the message tells why, as far as it is on record. */
export class NoSuchAepError extends Error {
  override readonly name = 'NoSuchAepError'
  readonly exitCode = EXIT.noSuchThing
}

/** `76`, `AEP-76`, `aep 76`. @throws {UsageError} */
export function parseAepNumber(positionals: readonly string[]): number {
  const text = positionals.join(' ')
  if (text === '') throw new UsageError('Which AEP? Give its number.')
  const digits = /^(?:aep[- ]?)?(\d{1,6})$/i.exec(text)?.[1]
  if (digits === undefined || Number(digits) < 1) {
    throw new UsageError(`"${text}" is no number of an AEP.`)
  }
  return Number(digits)
}

/** `skylight aep <n>`: everything of one. @throws {NoSuchAepError} */
export function describeAep(links: AepLinks, number: number) {
  const { registry, linked } = links
  const aep = registry.aeps.find((one) => one.number === number)
  const delivery = linked.deliveries.get(number)
  if (delivery === undefined) throw new NoSuchAepError(explainAbsence(links, number))
  const ofThis = (all: readonly AepLink[]) => all.filter((link) => link.aep === number)
  const owners = linked.table.aepOwners.get(number) ?? { kind: 'not-recorded' }
  const { number: known, title, ...row } = aepRowJson(links, number)
  const data = {
    number: known,
    title,
    sentence: describeDelivery(delivery),
    ...row,
    ...documentJson(aep),
    links: listLinkRows(linked.table, ofThis(linked.table.links)),
    suggestions: listLinkRows(linked.table, ofThis(linked.table.suggestions)),
    disagreements: linked.findings
      .filter((one) => one.aep === number)
      .map(({ kind, explanation, lines }) => ({
        kind,
        explanation,
        lines: lines.map(({ statement }) => statement),
      })),
    owners: owners.kind,
    ties:
      owners.kind === 'groups'
        ? owners.ties.map(({ group, confidence, evidence }) => ({
            id: group,
            confidence,
            evidence: evidence.map((one) => ({ class: one.class, source: one.source })),
          }))
        : [],
  }
  const { links: found, suggestions, history, disagreements, ties, ...plain } = data
  return {
    data,
    header: ['field', 'value'],
    wide: ['value'],
    rows: [
      ...Object.entries(plain).map(([field, value]) => [field, textOf(value)]),
      ...ties.map(({ id, confidence }) => ['tie', `${id}, confidence ${confidence}`]),
      ...found.map((row) => ['link', linkText(row)]),
      ...suggestions.map((row) => ['suggestion', linkText(row)]),
      ...disagreements.map(({ kind, explanation }) => [kind, explanation]),
      ...history.map(({ date, field, value }) => [`${date} ${field}`, value ?? 'taken out']),
    ],
  }
}

type Plain = string | number | null | { readonly name: string; readonly handle: string | null }

/** A value as one reads it; the JSON has its parts. */
function textOf(value: Plain | readonly Plain[]): string {
  if (value === null) return ''
  if (typeof value !== 'object') return value.toString()
  if (isList(value)) return value.map(textOf).join('; ')
  return value.handle === null ? value.name : `${value.name} (${value.handle})`
}

function isList(value: Plain | readonly Plain[]): value is readonly Plain[] {
  return Array.isArray(value)
}

function linkText(row: LinkRow): string {
  const target = row.upgrade ?? row.launch ?? `proposal ${row.proposalId}`
  const place = row.height === null ? '' : ` at ${row.height}`
  const evidence = row.evidence.map((one) => `${one.class}: ${one.source}`).join('; ')
  return `${row.relation} ${target}${place}, ${row.state}, confidence ${row.confidence} (${evidence})`
}

function explainAbsence({ registry }: AepLinks, number: number): string {
  const absent = registry.absentAeps.find((one) => one.number === number)
  if (absent !== undefined) return `There is no AEP-${number}. ${absent.reason}`
  const highest = Math.max(
    ...registry.aeps.map((one) => one.number),
    ...registry.laterAeps.map((one) => one.number),
  )
  return `No AEP-${number} is known: the registry has none, and no proposal names it. The highest known number is ${highest}.`
}
