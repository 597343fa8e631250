import { PIN_DISTANCE } from '../../../src/domain/pin.ts'
import type { Source } from '../../../src/domain/source.ts'
import { fetchPinned } from '../../../src/queries/pinned.ts'
import { readSecondOpinions } from '../../../src/queries/read-second-opinions.ts'
import type { ComparedPicture } from '../../../src/queries/second-opinion.ts'
import type { FindingList } from './findings.ts'
import type { Visit } from './visit.ts'

/** A picture of another height than two blocks behind the newest, which every screen says beside it. */
export function noteHeight(
  found: FindingList,
  { world, chain }: Visit,
  { height, time }: Pick<Source, 'height' | 'time'>,
): void {
  const blocks = height - (chain.explicitHeight ?? world.tip - PIN_DISTANCE)
  if (blocks !== 0n) found.note('height', formatBlocks(blocks))
  if (time === undefined) found.note('time', 'unknown, not invented')
  else found.value('time', time.getTime(), world.ledger.timeOf(height).getTime())
}

/** Whether the next reading is of the newest height, once the screen has heard of other endpoints. */
export async function noteNextHeight(found: FindingList, { world, chain }: Visit): Promise<void> {
  const { pin } = await fetchPinned(chain, undefined)
  const blocks = pin.height - (chain.explicitHeight ?? world.tip - PIN_DISTANCE)
  if (blocks !== 0n) found.note('next height', formatBlocks(blocks))
}

function formatBlocks(blocks: bigint): string {
  return blocks > 0n ? `${blocks} blocks ahead` : `${-blocks} blocks behind`
}

/** What other endpoints say of the picture: nothing to note where all of it is confirmed. */
export async function noteOpinions(
  found: FindingList,
  { chain }: Visit,
  picture: ComparedPicture | undefined,
): Promise<void> {
  if (picture === undefined) return
  const opinions = await readSecondOpinions(chain, picture)
  const alone = [...opinions.values()].find(({ kind }) => kind === 'alone')
  const differing = [...opinions].flatMap(([fact, { kind }]) => (kind === 'differs' ? [fact] : []))
  if (differing.length > 0) {
    // Facts of one kind are named once.
    const kinds = new Set(differing.map((fact) => fact.replace(/ \d+$/, '')))
    found.note('alarm', `nodes disagree: ${[...kinds].join(', ')}`)
  } else if (alone?.kind === 'alone') found.note('confirmed', `by nobody: ${alone.sentence}`)
}
