import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { cutFrontmatter } from '../../domain/registry/frontmatter/cut-frontmatter.ts'
import type {
  FieldValue,
  FrontmatterField,
  FrontmatterProblem,
  FrontmatterReading,
} from '../../domain/registry/frontmatter/frontmatter.ts'

/** Everything that can begin a level. A stack that is nearly full has the engine give up on the parser's expressions. */
const OPENERS = /[[{]|[-?:](?=\s|$)/gm
const MOST_OPENERS = 400

const NESTED = 'nested'
const ALIAS_OR_TAG = 'alias-or-tag'

/**
 * The frontmatter of a document, every value as text (YAML's failsafe schema), because a title is no number and a date is
 * what was written. Loads a parser of some size: import it only where it is needed.
 */
export function parseFrontmatter(document: string): FrontmatterReading {
  const cut = cutFrontmatter(document)
  if (cut.kind === 'unreadable') return cut
  const { yaml, firstLine } = cut
  if ((yaml.match(OPENERS)?.length ?? 0) > MOST_OPENERS) {
    const sentence = `The frontmatter has more than ${MOST_OPENERS} entries or levels.`
    return unreadable('too-nested', firstLine, sentence)
  }
  const lineCounter = new LineCounter()
  const parsed = parseDocument(yaml, {
    lineCounter,
    schema: 'failsafe',
    version: '1.2',
    merge: false,
    resolveKnownTags: false,
    strict: true,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + firstLine - 1
  const [fault] = [...parsed.errors, ...parsed.warnings]
  if (fault !== undefined) return describeFault(fault, lineAt(fault.pos[0]))
  const { contents } = parsed
  if (!isMap(contents)) {
    return unreadable('not-fields', firstLine, 'The frontmatter is no list of fields.')
  }
  const fields: FrontmatterField[] = []
  for (const { key, value } of contents.items) {
    const line = lineAt(key.range[0])
    const name = readText(key)
    if (name.kind !== 'text') return unreadable(ALIAS_OR_TAG, line, NO_ALIASES)
    const read = value === null ? ({ kind: 'text', text: '' } as const) : readValue(value)
    if (read.kind !== 'text') {
      return read.kind === NESTED
        ? unreadable('not-fields', line, `The field ${name.text} is no text and no list of texts.`)
        : unreadable(ALIAS_OR_TAG, line, NO_ALIASES)
    }
    fields.push({ name: name.text, value: read.text, line })
  }
  return { kind: 'read', fields }
}

const NO_ALIASES = 'Anchors, aliases and tags are not read.'

type NodeReading<Value extends FieldValue> =
  | { readonly kind: 'text'; readonly text: Value }
  | { readonly kind: typeof NESTED | typeof ALIAS_OR_TAG }

function readText(node: unknown): NodeReading<string> {
  if (!isScalar(node)) return { kind: isMap(node) || isSeq(node) ? NESTED : ALIAS_OR_TAG }
  if (node.anchor !== undefined || typeof node.value !== 'string') return { kind: ALIAS_OR_TAG }
  return { kind: 'text', text: node.value }
}

function readValue(node: unknown): NodeReading<FieldValue> {
  if (!isSeq(node)) return readText(node)
  if (node.anchor !== undefined) return { kind: ALIAS_OR_TAG }
  const texts: string[] = []
  for (const item of node.items) {
    const read = readText(item)
    if (read.kind !== 'text') return read
    texts.push(read.text)
  }
  return { kind: 'text', text: texts }
}

function describeFault(fault: { code: string; message: string }, line: number) {
  switch (fault.code) {
    case 'DUPLICATE_KEY':
      return unreadable('duplicate-field', line, 'The field of this line is there already.')
    case 'TAG_RESOLVE_FAILED':
      return unreadable(ALIAS_OR_TAG, line, NO_ALIASES)
    default: {
      const [reason = ''] = fault.message.split('\n')
      return unreadable('not-yaml', line, `The frontmatter is not YAML: ${reason}.`)
    }
  }
}

function unreadable(
  kind: FrontmatterProblem['kind'],
  line: number,
  sentence: string,
): FrontmatterReading {
  return { kind: 'unreadable', problem: { kind, line, sentence } }
}
