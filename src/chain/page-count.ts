/** A list that ended before, or went on beyond, the number of items the node itself says there are. */
export class PageCountError extends Error {
  override readonly name = 'PageCountError'
  readonly path: string
  readonly endpoint: string

  constructor(path: string, endpoint: string) {
    super(`The pages of ${path} do not hold as many items as the node counts.`)
    this.path = path
    this.endpoint = endpoint
  }
}
