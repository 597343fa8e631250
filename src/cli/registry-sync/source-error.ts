/** A source that cannot be read, or not wholly; nothing may be written then. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  /** As the command line named it. */
  readonly source: string

  constructor(source: string, reason: string, options?: ErrorOptions) {
    super(`${source}: ${reason}`, options)
    this.source = source
  }
}
