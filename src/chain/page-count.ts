import { UnbelievableError } from './unbelievable.ts'

/** A list that ended before, or went on beyond, the number of items the node itself says there are. */
export class PageCountError extends UnbelievableError {
  override readonly name = 'PageCountError'
  readonly path: string
  override readonly endpoint: string

  constructor(path: string, endpoint: string) {
    super(`The pages of ${path} do not hold as many items as the node counts.`, endpoint)
    this.path = path
    this.endpoint = endpoint
  }
}
