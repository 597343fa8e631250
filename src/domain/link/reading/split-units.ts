import { judgeLabel } from './judge-label.ts'
import { splitTokens } from './tokens.ts'

/** A piece of a text that stands by itself in the layout. */
export interface Unit {
  readonly kind: 'heading' | 'item' | 'plain' | 'quoted'
  /** After the mark that makes it one. */
  readonly start: number
  readonly end: number
  /** Of a heading: 1 to 6, 7 for a line in bold. Of an item: how far it is indented. */
  readonly level: number
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]|$)/
const ITEM = /^([ \t]*)(?:[-*+\u2022\u00b7\u2013\u2014]|\d{1,3}[.)]|\|)[ \t]+\S/
const BOLD_LINE = /^ {0,3}(\*\*|__)[^*_]{1,100}\1:?$/
const FENCE = /^ {0,3}(?:```|~~~)/
const QUOTE = /^ {0,3}>/
/** A line without a colon is a label only where it is hardly longer than one. */
const SHORT_LABEL = 30
const AEP_FIRST = /^[ \t]*[[*_`(]{0,4}AEPs?[- ]?\d/i

/**
 * The headings, list items and paragraphs of a text, in order, as far as its writing in Markdown tells. Lines that follow
 * `…:` and begin with an AEP are items too.
 */
export function splitUnits(text: string): readonly Unit[] {
  const units: Unit[] = []
  let open: { kind: 'item' | 'plain'; start: number; end: number; level: number } | undefined
  let isFenced = false
  const close = (): void => {
    if (open !== undefined) units.push(open)
    open = undefined
  }
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, Math.min(end, start + 200)).trimEnd()
    if (FENCE.test(line)) {
      isFenced = !isFenced
      close()
    } else if (isFenced || QUOTE.test(line)) {
      close()
      units.push({ kind: 'quoted', start, end, level: 0 })
    } else if (line.trim() === '') close()
    else {
      const heading = HEADING.exec(line)
      const item = ITEM.exec(line)
      if (heading !== null || BOLD_LINE.test(line)) {
        close()
        const mark = start + (heading?.[0].length ?? 0)
        const from = mark + (/^\s*\d{1,2}[.)]\s/.exec(text.slice(mark, mark + 8))?.[0].length ?? 0)
        units.push({ kind: 'heading', start: from, end, level: heading?.[1]?.length ?? 7 })
      } else if (item !== null) {
        close()
        const from = start + item[0].length - 1
        open = { kind: 'item', start: from, end, level: widthOf(item[1] ?? '') }
      } else if (AEP_FIRST.test(line) && isListed(text, units, open)) {
        close()
        open = { kind: 'item', start, end, level: 0 }
      } else if (open !== undefined && !endsWithColon(text, open) && !isNewLead(line, open))
        open.end = end
      else {
        close()
        open = { kind: 'plain', start, end, level: 0 }
      }
    }
    start = end + 1
  }
  close()
  return units
}

function isListed(
  text: string,
  units: readonly Unit[],
  open: { readonly kind: string; readonly start: number; readonly end: number } | undefined,
): boolean {
  const before = open ?? units.at(-1)
  if (before === undefined) return false
  return (
    endsWithColon(text, before) ||
    (before.kind === 'item' && AEP_FIRST.test(text.slice(before.start, before.start + 40)))
  )
}

/** `Not included:` after an item, without a blank line between: it announces another list and is no part of the item. */
function isNewLead(line: string, open: { readonly kind: string }): boolean {
  if (open.kind !== 'item' || /^\s/.test(line)) return false
  if (/:[*_]*$/.test(line)) return true
  if (line.length > SHORT_LABEL || !/^[*_]*\p{Lu}/u.test(line)) return false
  return judgeLabel(splitTokens(line, 0, line.length, [])) !== 'neutral'
}

/** Whether a unit announces what follows. */
export function endsWithColon(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return /:[*_\s]*$/.test(text.slice(Math.max(start, end - 8), end))
}

function widthOf(indent: string): number {
  return indent.replaceAll('\t', '    ').length
}
