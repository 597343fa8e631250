import type { UrlReading } from './parse-explorer-url.ts'
import type { SearchResult } from './search-results.ts'

/** Results a URL has besides what it shows: it may be the address of a node. */
export function urlResults(reading: UrlReading): readonly SearchResult[] {
  if (reading.kind !== 'unknown' || reading.explorer !== undefined) return []
  return [
    {
      group: 'Nodes',
      target: { kind: 'endpoint', url: reading.url },
      title: `Read from ${reading.host}`,
      detail: 'If this is the address of a node: this page asks you before it calls it',
      score: 60,
    },
  ]
}

/** How a URL was understood. */
export function describeUrl(reading: UrlReading): readonly string[] {
  switch (reading.kind) {
    case 'explorer':
      return [`A link of ${reading.explorer}.`]
    case 'other-chain':
      return [`A link of ${reading.explorer} about another chain (${reading.chain}).`]
    case 'guess':
      return [`No explorer known here is at ${reading.host}; this is a guess from the address.`]
    case 'unknown':
      return reading.explorer === undefined
        ? []
        : [`A link of ${reading.explorer} to a page this app has no counterpart of.`]
  }
}
