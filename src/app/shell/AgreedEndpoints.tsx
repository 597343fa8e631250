import { useRouter } from '@tanstack/react-router'
import { useReducer } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import type { Consent } from '../consent.ts'

/** The endpoints this reader once agreed to call: to use one again, or to take the consent back. */
export function AgreedEndpoints({
  consent,
  chosen,
  onAdd,
}: {
  readonly consent: Consent
  /** Those in use, by address. */
  readonly chosen: readonly string[]
  readonly onAdd: (url: string) => void
}) {
  const router = useRouter()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const urls = consent.all()
  if (urls.length === 0) return null
  return (
    <>
      <h3 className="mt-5 mb-1.5 text-s">Endpoints you agreed to</h3>
      <ul className="max-w-measure divide-y divide-rule border-y border-rule">
        {urls.map((url) => (
          <li key={url} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <span className="min-w-0 flex-1 text-s break-all">
              <HostileText text={url} limit={200} isCutSilently />
            </span>
            {chosen.includes(url) ? (
              <span className="text-xs text-ink-3">in use</span>
            ) : (
              <Button label={`Add ${url}`} onClick={() => onAdd(url)}>
                Add
              </Button>
            )}
            <Button
              label={`Forget ${url}`}
              onClick={() => {
                consent.withdraw(url)
                redraw()
                // If it is one in use, the page asks again before it calls it.
                void router.invalidate()
              }}
            >
              Forget
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
