import type { ReactNode } from 'react'
import type { Failure } from '../../domain/failure.ts'
import { FailureMessage } from '../state/FailureMessage.tsx'

/** The registry as a screen has it: on its way, not to be had, or there. */
export type RegistryState<Ready extends { readonly kind: 'ready' }> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | Ready

export interface RegistryFrameProps<Ready extends { readonly kind: 'ready' }> {
  readonly reading: RegistryState<Ready>
  /** What of the registry the screen shows, as a sentence begins with it: `The registry of AEPs`. */
  readonly what: string
  /** The screen's own shape. */
  readonly skeleton: ReactNode
  readonly describe: (error: Error) => Failure
  readonly children: (ready: Ready) => ReactNode
}

/** A screen of the registry: its shape until it is there, or why it cannot be had. */
export function RegistryFrame<Ready extends { readonly kind: 'ready' }>({
  reading,
  what,
  skeleton,
  describe,
  children,
}: RegistryFrameProps<Ready>) {
  switch (reading.kind) {
    case 'loading':
      return skeleton
    case 'failed':
      return (
        <div className="mt-6">
          <FailureMessage
            failure={describe(reading.error)}
            title={`${what} could not be loaded`}
            onRetry={reading.retry}
          />
        </div>
      )
    case 'ready':
      return children(reading)
  }
}
