import { judgeLabel, type Label } from './judge-label.ts'
import type { Place } from './judgement.ts'
import { endsWithColon, splitUnits, type Unit } from './split-units.ts'
import { splitTokens } from './tokens.ts'

/** A unit, and what the headings and leads above it make of its AEPs. */
export interface PlacedUnit {
  readonly unit: Unit
  readonly list: Place['list']
  readonly isTitle: boolean
}

const LABEL_LENGTH = 200
/** A line as short as this, without a full stop, announces a list even without a colon. */
const SHORT_LINE = 60

/** The units of a text with what they stand under. A title is one unit. */
export function placeUnits(text: string, role: 'title' | 'body'): readonly PlacedUnit[] {
  if (role === 'title') {
    const unit: Unit = { kind: 'plain', start: 0, end: text.length, level: 0 }
    return [{ unit, list: 'none', isTitle: true }]
  }
  const headings: { level: number; label: Label }[] = []
  const items: { level: number; label: Label | undefined }[] = []
  let lead: Label | undefined
  return splitUnits(text).map((unit, index): PlacedUnit => {
    const under = headings.at(-1)?.label ?? 'neutral'
    if (unit.kind === 'heading') {
      while ((headings.at(-1)?.level ?? 0) >= unit.level) headings.pop()
      const above = headings.at(-1)?.label ?? 'neutral'
      headings.push({ level: unit.level, label: inherit(labelOf(text, unit), above) })
      lead = undefined
      items.length = 0
      return { unit, list: listOf(above), isTitle: index === 0 && unit.level === 1 }
    }
    if (unit.kind === 'item') {
      while ((items.at(-1)?.level ?? -1) >= unit.level) items.pop()
      const parent = items.at(-1)
      const label = parent === undefined ? (lead ?? under) : (parent.label ?? 'aside')
      items.push({
        level: unit.level,
        label: endsWithColon(text, unit) ? inherit(labelOf(text, unit), label) : undefined,
      })
      return { unit, list: listOf(label), isTitle: false }
    }
    items.length = 0
    lead =
      unit.kind === 'plain' && isLead(text, unit) ? inherit(labelOf(text, unit), under) : 'aside'
    return { unit, list: 'none', isTitle: false }
  })
}

/** The last sentence before the list. */
function labelOf(text: string, { start, end }: Unit): Label {
  const tail = text.slice(Math.max(start, end - LABEL_LENGTH), end)
  const sentence = tail.slice(Math.max(0, tail.search(/[.!?]\s[^.!?]*$/) + 1))
  return judgeLabel(splitTokens(sentence, 0, sentence.length, []))
}

function isLead(text: string, unit: Unit): boolean {
  if (endsWithColon(text, unit)) return true
  if (unit.end - unit.start > SHORT_LINE) return false
  return !/[.!?]\s*$/.test(text.slice(Math.max(unit.start, unit.end - 4), unit.end))
}

function inherit(label: Label, above: Label): Label {
  if (above === 'aside') return 'aside'
  return label === 'neutral' ? above : label
}

function listOf(label: Label): Place['list'] {
  return label === 'delivers' || label === 'removes' ? label : 'none'
}
