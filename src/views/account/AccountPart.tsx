import type { ReactNode } from 'react'
import type { Failure } from '../../domain/failure.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

export interface AccountPartProps {
  readonly title: string
  readonly aside?: ReactNode
  /** Set where the part could not be read and nothing of it is on screen. */
  readonly failure?: Failure | undefined
  readonly onRetry?: () => void
  readonly isLoading: boolean
  /** Lines kept free while it loads. @default 4 */
  readonly lines?: number
  readonly children: ReactNode
}

/** One part of an account's page; it can fail alone. */
export function AccountPart({
  title,
  aside,
  failure,
  onRetry,
  isLoading,
  lines = 4,
  children,
}: AccountPartProps) {
  return (
    <Section title={title} aside={aside}>
      {failure !== undefined ? (
        <FailureMessage failure={failure} title="This part could not be read" onRetry={onRetry} />
      ) : isLoading ? (
        <PartSkeleton lines={lines} label={title.toLowerCase()} />
      ) : (
        children
      )}
    </Section>
  )
}

export function PartSkeleton({
  lines,
  label,
}: {
  readonly lines: number
  readonly label?: string
}) {
  return (
    <div className="text-s">
      <Skeleton lines={lines} {...(label === undefined ? {} : { label })} />
    </div>
  )
}
