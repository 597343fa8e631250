import { PIN_DISTANCE } from '../../../src/domain/pin.ts'
import type { Source } from '../../../src/domain/source.ts'
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
  if (blocks !== 0n) found.note('height', `${blocks > 0n ? '+' : ''}${blocks} blocks`)
  if (time === undefined) found.note('time', 'unknown, not invented')
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
    found.note('alarm', `nodes disagree: ${differing.join(', ').replaceAll(/ \d+/g, '')}`)
  } else if (alone?.kind === 'alone') found.note('confirmed', `by nobody: ${alone.sentence}`)
}
