export interface LiveNoteProps {
  readonly kind: 'socket' | 'polling' | 'paused' | 'off' | 'none'
  readonly sentence: string
}

/** One quiet line on how the page keeps up with the chain; nothing where nothing moves. */
export function LiveNote({ kind, sentence }: LiveNoteProps) {
  if (kind === 'none' || sentence === '') return null
  return (
    <span className="inline-flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className={`size-1.5 rounded-full ${kind === 'socket' || kind === 'polling' ? 'bg-good' : 'bg-ink-3'}`}
      />
      {sentence}
    </span>
  )
}
