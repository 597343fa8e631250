import { formatInteger } from './format-integer.ts'

/**
 * What a list kept from an earlier visit tells of votes: what was open then, and that this is all. `openCount` is
 * undefined where open proposals were not kept.
 */
export function formatKeptVotes(openCount: number | undefined): {
  readonly before: string
  readonly now: string
} {
  const now = 'what is in vote now is not known.'
  if (openCount === undefined) return { before: 'Only decided proposals were kept', now }
  if (openCount === 0) return { before: 'Nothing was in vote when this was kept', now }
  const count = openCount === 1 ? 'One proposal was' : `${formatInteger(openCount)} proposals were`
  return { before: `${count} in vote when this was kept`, now }
}
