import type { AepLink, LinkTarget } from '../link.ts'

/** A link in a line: `97 delivers v9.5.0 applied high`. */
export function tellLink({ aep, relation, confidence, target }: AepLink): string {
  return `${aep} ${relation} ${placeOf(target)} ${confidence}`
}

function placeOf(target: LinkTarget): string {
  if (target.kind === 'upgrade') return `${target.name} ${target.state}`
  return target.kind === 'launch' ? target.displayName : `#${target.proposalId} ${target.standing}`
}
