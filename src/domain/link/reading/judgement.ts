import type { VerbForm } from './vocabulary.ts'

/** What a sentence says of one AEP in it, and how. */
export interface Judgement {
  readonly says: VerbForm['sense'] | 'mentions'
  readonly by: 'verb' | 'list' | 'name' | 'denial'
}

/** What a sentence stands in. */
export interface Place {
  /** What the list it is an item of brings; `none` outside of lists. */
  readonly list: 'delivers' | 'removes' | 'none'
  /** A title lists the contents of a release by itself. */
  readonly isTitle: boolean
  /** Markers of the release itself, such as `v2.2`, `mainnet 19`; empty: not known. */
  readonly own: ReadonlySet<string>
}

/** Named, and nothing said of it. */
export const NAMED: Judgement = { says: 'mentions', by: 'name' }
