import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** How many changes stand on the overview. */
export const SHOWN_CHANGES = 7

export function ChangesSkeleton() {
  return (
    <div className="border-t border-rule">
      {Array.from({ length: SHOWN_CHANGES }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
        <div key={index} className="flex min-h-9 items-center border-b border-rule py-2 text-s">
          <Skeleton {...(index === 0 ? { label: 'what changed lately' } : {})} widthClass="w-4/5" />
        </div>
      ))}
    </div>
  )
}
