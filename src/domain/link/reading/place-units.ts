import { judgeLabel, type Label } from './judge-label.ts'
import type { Place } from './judgement.ts'
import { endsWithColon, splitUnits, type Unit } from './split-units.ts'
import { splitTokens } from './tokens.ts'

/** A unit, and what the headings and leads above it make of its AEPs. */
export interface PlacedUnit {
  readonly unit: Unit
  readonly list: Place['list']
  readonly isTitle: boolean
  /** It stands under `Future work`, `Out of scope` or the like: its verbs tell nothing of this release. */
  readonly isOff: boolean
}

const LABEL_LENGTH = 200
/** A line as short as this, without a full stop, announces a list even without a colon. */
const SHORT_LINE = 60

/** The units of a text with what they stand under. A title is one unit. */
export function placeUnits(
  text: string,
  role: 'title' | 'body',
  own: ReadonlySet<string>,
): readonly PlacedUnit[] {
  const labelOf = (unit: Unit): Label => readLabel(text, unit, own)
  if (role === 'title') {
    const unit: Unit = { kind: 'plain', start: 0, end: text.length, level: 0 }
    return [{ unit, list: 'none', isTitle: true, isOff: false }]
  }
  const headings: { level: number; label: Label }[] = []
  const items: { level: number; label: Label | undefined }[] = []
  let lead: Label | undefined
  let isAnnounced = false
  return splitUnits(text).map((unit, index): PlacedUnit => {
    const under = headings.at(-1)?.label ?? 'neutral'
    if (unit.kind === 'heading') {
      while ((headings.at(-1)?.level ?? 0) >= unit.level) headings.pop()
      const above = headings.at(-1)?.label ?? 'neutral'
      const isTitle = index === 0 && unit.level === 1
      const label = inherit(labelOf(unit), above)
      // The first heading names the whole, were it the `Next upgrade`.
      headings.push({ level: unit.level, label: isTitle && label === 'off' ? 'aside' : label })
      lead = undefined
      items.length = 0
      return { unit, list: listOf(above), isTitle, isOff: label === 'off' }
    }
    if (unit.kind === 'item') {
      while ((items.at(-1)?.level ?? -1) >= unit.level) items.pop()
      const parent = items.at(-1)
      const label = parent === undefined ? (lead ?? under) : (parent.label ?? 'aside')
      items.push({
        level: unit.level,
        label: endsWithColon(text, unit) ? inherit(labelOf(unit), label) : undefined,
      })
      return { unit, list: listOf(label), isTitle: false, isOff: label === 'off' }
    }
    items.length = 0
    const isOff = under === 'off' || (lead === 'off' && isAnnounced)
    const isAnnouncing = unit.kind === 'plain' && isLead(text, unit)
    lead = isAnnouncing ? inherit(labelOf(unit), under) : 'aside'
    // A short line that names an AEP itself, such as `AEP-80 is not included`, is no heading.
    isAnnounced = isAnnouncing && !/aep/i.test(text.slice(unit.start, unit.end))
    return { unit, list: 'none', isTitle: false, isOff }
  })
}

/** In front of a list it is one of contents; in a sentence `Summary:` is none. */
const SUMMARY = /^[\s*_]{0,8}(?:(?:upgrade|release|proposal|executive) )?summary[\s*_:]{0,8}$/i

/** The last sentence before the list. */
function readLabel(text: string, { start, end }: Unit, own: ReadonlySet<string>): Label {
  const tail = text.slice(Math.max(start, end - LABEL_LENGTH), end).trimEnd()
  const sentence = tail.slice(Math.max(0, tail.search(/[.!?]\s[^.!?]*$/) + 1))
  if (SUMMARY.test(sentence)) return 'delivers'
  return judgeLabel(splitTokens(sentence, 0, sentence.length, []), own)
}

function isLead(text: string, unit: Unit): boolean {
  if (endsWithColon(text, unit)) return true
  // `What is included in this upgrade?`
  if (/^\s*[*_]{0,3}what('s|\u2019s)?\b/i.test(text.slice(unit.start, unit.start + 12))) {
    return unit.end - unit.start <= SHORT_LINE
  }
  if (unit.end - unit.start > SHORT_LINE) return false
  return !/[.!?]\s*$/.test(text.slice(Math.max(unit.start, unit.end - 4), unit.end))
}

function inherit(label: Label, above: Label): Label {
  if (above === 'off' || label === 'off') return 'off'
  if (above === 'aside') return 'aside'
  return label === 'neutral' ? above : label
}

function listOf(label: Label): Place['list'] {
  return label === 'delivers' || label === 'removes' ? label : 'none'
}
