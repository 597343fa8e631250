import { createHash } from 'node:crypto'
import type { Change } from '../../../domain/link/changes/change.ts'
import { sourceUrl } from '../../../domain/link/describe-evidence.ts'
import { REGISTRY_CHAIN_ID } from '../../../domain/registry/registry.ts'

/**
 * Changes as an Atom feed (RFC 4287). Whoever hosts the page is not known here, so its own addresses are references relative
 * to that of the feed (section 4.2.7.1; without xml:base it is their base, RFC 3986 section 5.1.3), and ids are made of what
 * a change is, not of where it is served.
 * @param pages where the screens begin, relative to the folder of the feeds; `../#/` where the page keeps them behind `#`
 */
export function composeAtom(changes: readonly Change[], pages = '../'): string {
  const newest = changes[0]?.day ?? '1970-01-01'
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${idOf(`changes of ${REGISTRY_CHAIN_ID}`)}</id>`,
    '  <title>Skylight: changes of AEPs and upgrades</title>',
    `  <subtitle>What the documents of AEPs came to say and what ${REGISTRY_CHAIN_ID} carried out, as far as it is on record.</subtitle>`,
    `  <updated>${timeOf(newest)}</updated>`,
    '  <author><name>Skylight</name></author>',
    '  <link rel="self" type="application/atom+xml" href="changes.xml"/>',
    `  <link rel="alternate" type="text/html" href="${pages}aeps"/>`,
    ...changes.flatMap((change) => composeEntry(change, pages)),
    '</feed>',
    '',
  ].join('\n')
}

function composeEntry(change: Change, pages: string): readonly string[] {
  const { key, day, kind, sentence, source } = change
  const url = sourceUrl(source)
  return [
    '  <entry>',
    `    <id>${idOf(key)}</id>`,
    `    <title type="text">${escapeXml(sentence)}</title>`,
    `    <updated>${timeOf(day)}</updated>`,
    `    <link rel="alternate" type="text/html" href="${escapeXml(`${pages}${screenOf(change)}`)}"/>`,
    ...(url === undefined ? [] : [`    <link rel="related" href="${escapeXml(url)}"/>`]),
    `    <category term="${escapeXml(kind)}"/>`,
    `    <content type="text">${escapeXml(`${sentence} Source: ${source}`)}</content>`,
    '  </entry>',
  ]
}

/** Path of the screen about it, without a slash before. */
function screenOf({ aep, upgrade, proposalId }: Change): string {
  if (aep !== undefined) return `aeps/${aep}`
  if (upgrade !== undefined) return `upgrades/${encodeURIComponent(upgrade)}`
  return proposalId === undefined ? 'aeps' : `proposals/${proposalId}`
}

/** The documents tell days; a feed wants moments. */
function timeOf(day: string): string {
  return `${day}T00:00:00Z`
}

/** An id that no host owns: a UUID of version 8 (RFC 9562) made of the text. */
function idOf(text: string): string {
  const bytes = createHash('sha256').update(`skylight ${text}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  const parts = [[0, 8], [8, 12], [12, 16], [16, 20], [20]] as const
  return `urn:uuid:${parts.map(([from, to]) => hex.slice(from, to)).join('-')}`
}

/**
 * What XML 1.0 has no place for, not even escaped, and the further controls it advises against; a lone half of a pair
 * becomes U+FFFD first.
 */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Titles are strangers' text. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
