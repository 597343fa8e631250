import type { LinkGround, LinkTable } from '../link.ts'
import { listLaunchChanges, listUpgradeChanges } from './arrival-changes.ts'
import type { FoundChange } from './change.ts'
import { listEditorialChanges } from './editorial-changes.ts'
import { listVoteChanges } from './vote-changes.ts'

/** Every change that is known, with or without its day; of one day's the later ones last. */
export function findChanges(ground: LinkGround, table: LinkTable): readonly FoundChange[] {
  return [
    ...listEditorialChanges(ground.registry),
    ...listVoteChanges(ground, table),
    ...listLaunchChanges(ground, table),
    ...listUpgradeChanges(ground, table),
  ]
}
