import { describeClass } from '../../domain/link/describe-evidence.ts'
import type { EvidenceClass } from '../../domain/registry/registry.ts'
import { classNames } from '../class-names.ts'

const LOOKS: Readonly<
  Record<EvidenceClass, { readonly letter: string; readonly className: string }>
> = {
  explicit: { letter: 'E', className: 'border-good text-good' },
  documentary: { letter: 'D', className: 'border-note-ink text-note-ink' },
  curated: { letter: 'C', className: 'border-edge text-ink' },
  charter: { letter: '§', className: 'border-dashed border-edge text-ink-2' },
  date: { letter: '?', className: 'border-dotted border-edge text-ink-3' },
}

export interface EvidenceMarkProps {
  readonly class: EvidenceClass
  /** `word` writes the class out; `letter` is for narrow places and has the word for screen readers. @default 'word' */
  readonly form?: 'word' | 'letter'
}

/** How a link is known, told apart by letter or word, colour and outline. */
export function EvidenceMark({ class: evidenceClass, form = 'word' }: EvidenceMarkProps) {
  const { letter, className } = LOOKS[evidenceClass]
  return (
    <span
      title={`${evidenceClass}: ${describeClass(evidenceClass)}`}
      className={classNames(
        'inline-block rounded-s border px-1 text-center text-xs leading-[1.35] whitespace-nowrap',
        form === 'letter' && 'min-w-5 font-semibold',
        className,
      )}
    >
      {form === 'word' ? (
        evidenceClass
      ) : (
        <>
          <span aria-hidden="true">{letter}</span>
          <span className="sr-only">{evidenceClass}</span>
        </>
      )}
    </span>
  )
}
