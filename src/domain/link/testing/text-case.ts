import type { AepReference } from '../read-aep-references.ts'

/** A text of an upgrade proposal, and what it says of each AEP. Numbers that are not listed are no AEPs. */
export interface TextCase {
  /** What the case is about. */
  readonly rule: string
  readonly text: string
  readonly says: Readonly<Record<number, AepReference['says']>>
  readonly role?: 'title'
  /** Its release is not known by a version; else it is `v2.2.0`, Mainnet 19. */
  readonly isUnversioned?: true
}
