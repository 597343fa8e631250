/** A part of a markdown text that is drawn in one go, or one that is shown as written. */
export interface MarkdownPart {
  readonly kind: 'markdown' | 'plain'
  readonly text: string
}

/** Parts are closed at the next safe place after this many characters. */
const ENOUGH = 1_200
/** Beyond these a part is not parsed: parsing costs up to the square of what is in it. */
const MOST_CHARACTERS = 6_000
const MOST_LINES = 150
const MOST_SIGNS = 500
const DEEPEST = 24

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const DEFINITION = /^ {0,3}\[(?!\^)[^\]]{1,200}\]:[ \t]*\S/
const SIGN = /!?\[|[*_~]+|`+|[<|\\]/g
const NESTING = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))+/gm
const MARKER = />|[-+*][ \t]|\d{1,9}[.)][ \t]/g
const INDENTATION = /^[ \t]+/gm
/** Together, as they are added to many parts. */
const DEFINITIONS_CHARACTERS = 4_000

/**
 * Divides a text between its blocks into parts small enough to be drawn without holding up the page. Link definitions
 * are repeated for every part that has brackets. A block too large or too deep to be drawn quickly stays as written.
 */
export function divideMarkdown(text: string): readonly MarkdownPart[] {
  const definitions: string[] = []
  const blocks = divideBlocks(text, definitions)
  const appendix = definitions.length === 0 ? '' : `\n\n${definitions.join('\n')}\n`
  const parts: MarkdownPart[] = []
  let lines: string[] = []
  let size = 0
  const close = () => {
    const part = lines.join('\n')
    lines = []
    size = 0
    if (part.trim() === '') return
    if (!isQuick(part)) parts.push({ kind: 'plain', text: part })
    else parts.push({ kind: 'markdown', text: part.includes('[') ? part + appendix : part })
  }
  for (const block of blocks) {
    // What makes a part slow should not take its neighbours along.
    if (size > 0 && (size + block.length > ENOUGH * 2 || !isQuick(block))) close()
    lines.push(block)
    size += block.length
    if (size > ENOUGH || !isQuick(block)) close()
  }
  close()
  return parts
}

/** Cuts at blank lines outside code fences where the next line is not indented, so not part of a list above it. */
function divideBlocks(text: string, definitions: string[]): readonly string[] {
  const blocks: string[] = []
  let block: string[] = []
  let fence: string | undefined
  let isAfterBlank = false
  let definitionsSize = 0
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    const isBlank = line.trim() === ''
    if (fence === undefined && isAfterBlank && !isBlank && !/^[ \t]/.test(line)) {
      blocks.push(block.join('\n'))
      block = []
    }
    if (mark !== undefined) {
      if (fence === undefined) fence = mark
      else if (mark.startsWith(fence)) fence = undefined
    } else if (fence === undefined && DEFINITION.test(line)) {
      definitionsSize += line.length
      if (definitionsSize < DEFINITIONS_CHARACTERS) definitions.push(line)
    }
    block.push(line)
    isAfterBlank = isBlank
  }
  blocks.push(block.join('\n'))
  return blocks
}

function isQuick(part: string): boolean {
  return (
    part.length <= MOST_CHARACTERS &&
    count(part, /\n/g) <= MOST_LINES &&
    count(part, SIGN) <= MOST_SIGNS &&
    !isDeep(part)
  )
}

/** Quotes and lists within each other, in one line or by indentation; parsers and drawing recurse on them. */
function isDeep(part: string): boolean {
  const prefixes = part.match(NESTING) ?? []
  if (prefixes.some((prefix) => count(prefix, MARKER) > DEEPEST)) return true
  const indentations = part.match(INDENTATION) ?? []
  return indentations.some((spaces) => spaces.length + 3 * count(spaces, /\t/g) > DEEPEST * 4)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
