import { classNames } from '../class-names.ts'

export interface SkeletonProps {
  /** Lines as high as the text they stand for. @default 1 */
  readonly lines?: number
  /** A width utility, e.g. `w-24`. @default 'w-full', the last of several lines shorter */
  readonly widthClass?: string
  /** What is on its way, said once to screen readers. Without it the placeholder is silent. */
  readonly label?: string
}

/** A placeholder of the size of what is loading, so that nothing moves when it arrives. */
export function Skeleton({ lines = 1, widthClass, label }: SkeletonProps) {
  return (
    <span className="block" role={label === undefined ? undefined : 'status'}>
      {label !== undefined && <span className="sr-only">Loading {label}</span>}
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
        <span key={index} className="flex h-[1lh] items-center" aria-hidden="true">
          <span
            className={classNames(
              'skeleton h-[0.7em]',
              widthClass ?? (lines > 1 && index === lines - 1 ? 'w-3/5' : 'w-full'),
            )}
          />
        </span>
      ))}
    </span>
  )
}
