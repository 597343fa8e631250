/** A value as the document writes it: text is never made a number, a date or nothing. */
export type FieldValue = string | readonly string[]

/** One field of a document's frontmatter, or of a row of the repository's `index.json`. */
export interface FrontmatterField {
  /** As written. */
  readonly name: string
  readonly value: FieldValue
  /** Of the document, from 1; undefined: it stands in no lines. */
  readonly line?: number | undefined
}

export type FrontmatterProblemKind =
  /** It does not begin with a line `---`. */
  | 'no-frontmatter'
  | 'unterminated'
  | 'too-large'
  /** More levels or entries than any frontmatter needs; a parser would have to recurse into them. */
  | 'too-nested'
  | 'not-yaml'
  | 'duplicate-field'
  /** Anchors, aliases and tags make a document something else than what it reads as. */
  | 'alias-or-tag'
  /** The whole, or one of the fields, is something else than text or a list of texts. */
  | 'not-fields'
  | 'no-number'
  /** The path says another one. */
  | 'number-differs'
  | 'no-title'
  | 'no-status'

/** Why a document cannot be read. */
export interface FrontmatterProblem {
  readonly kind: FrontmatterProblemKind
  /** Of the document, from 1. */
  readonly line?: number | undefined
  /** In our words; pieces of the document in it are hostile. */
  readonly sentence: string
}

export type FrontmatterReading =
  | { readonly kind: 'read'; readonly fields: readonly FrontmatterField[] }
  | { readonly kind: 'unreadable'; readonly problem: FrontmatterProblem }
