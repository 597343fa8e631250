/** How a text by a stranger is first shown. */
export type MarkdownPlan =
  | { readonly kind: 'render' }
  /** Plain first; drawing it as markdown takes a moment and is the reader's choice. */
  | { readonly kind: 'ask' }
  /** Plain only: built so that drawing it would freeze the page. */
  | { readonly kind: 'plain' }

const ASK_ABOVE = 60_000
const PLAIN_ABOVE = 450_000
/** Depth of quotes and lists in one line; parsers and drawing recurse on it. */
const DEEPEST = 40
/** Characters that open something; parsers look for what closes each, so many of them cost their square. */
const MOST_OPENERS = 2_000

const NESTING = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))+/gm
const MARKER = />|[-+*][ \t]|\d{1,9}[.)][ \t]/g
const INDENTATION = /^[ \t]+/gm
const OPENER = /!?\[|[*_~]+|`+|<|\\/g

/** Judges a text by its length and by what is costly in it, without parsing it. */
export function planMarkdown(text: string): MarkdownPlan {
  if (text.length > PLAIN_ABOVE || isDeep(text)) return { kind: 'plain' }
  const openers = text.match(OPENER)?.length ?? 0
  if (openers > MOST_OPENERS * 10) return { kind: 'plain' }
  return text.length > ASK_ABOVE || openers > MOST_OPENERS ? { kind: 'ask' } : { kind: 'render' }
}

function isDeep(text: string): boolean {
  const prefixes = text.match(NESTING) ?? []
  if (prefixes.some((prefix) => (prefix.match(MARKER)?.length ?? 0) > DEEPEST)) return true
  // A list in a list in a list, one level a line: each is indented further.
  const indentations = text.match(INDENTATION) ?? []
  return indentations.some((indentation) => widthOf(indentation) > DEEPEST * 4)
}

function widthOf(indentation: string): number {
  return Array.from(indentation).reduce((width, sign) => width + (sign === '\t' ? 4 : 1), 0)
}
