/** Marks what the chain itself tells, or the record of one that was not asked. */
export function FactMark({ basis }: { readonly basis: 'chain' | 'record' }) {
  return (
    <span className="inline-block rounded-s border border-rule-strong bg-sunk px-1 text-xs leading-[1.35] text-ink-2">
      {basis}
    </span>
  )
}
