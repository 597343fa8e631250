/** A piece of a source that could not be read, or not as it stands. */
export interface Unread {
  readonly path: string
  /** From 1; undefined: it is about the file as a whole. */
  readonly line?: number | undefined
  /** In our words; pieces of the source in it are hostile. */
  readonly sentence: string
  /**
   * `lost`: a record could not be read. `contradiction`: neither could it, because it says two things. `remark`: the
   * record was read, and this is to be known of it.
   */
  readonly kind: 'lost' | 'contradiction' | 'remark'
  /** What became of the record. */
  readonly record?: 'kept as it was' | 'left out' | undefined
}
