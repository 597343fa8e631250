import type { Aep } from '../../../registry/aep.ts'
import type { Finding } from '../../finding.ts'
import type { AepLink, LinkGround } from '../../link.ts'
import { findDisagreements } from '../find-disagreements.ts'
import { linkWorld } from './link-world.ts'

/** What is found among documents and links on 2026-11-20. */
export function findInWorld(
  aeps: readonly Aep[],
  links: readonly AepLink[] = [],
  rest?: Partial<LinkGround>,
): readonly Finding[] {
  return findDisagreements(...linkWorld(aeps, links, rest), '2026-11-20')
}

/** The same as `39 shipped-while-draft`. */
export function kindsInWorld(...world: Parameters<typeof findInWorld>): readonly string[] {
  return findInWorld(...world).map(({ aep, kind }) => `${aep} ${kind}`)
}
