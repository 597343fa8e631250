import type { AepLink } from './link.ts'

/**
 * Links to one target without the mentions of AEPs that it does something to: what mentions them bears that out, so it
 * stands with the rest of the evidence.
 */
export function foldMentions(links: readonly AepLink[]): readonly AepLink[] {
  return links.flatMap((link) => {
    const others = links.filter(({ aep }) => aep === link.aep)
    if (link.relation === 'mentions') {
      return others.some(({ relation }) => relation !== 'mentions') ? [] : [link]
    }
    const mentioning = others.filter(({ relation }) => relation === 'mentions')
    if (mentioning.length === 0) return [link]
    const more = mentioning.flatMap(({ evidence }) => evidence)
    return [{ ...link, evidence: [...link.evidence, ...more] }]
  })
}
