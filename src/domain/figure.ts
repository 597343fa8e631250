import type { Failure } from './failure.ts'
import type { Source } from './source.ts'

/** A figure on a screen. What is not known says why; it is never a zero. */
export type Figure<T> =
  | { readonly kind: 'known'; readonly value: T; readonly source: Source }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export const LOADING: Figure<never> = { kind: 'loading' }
