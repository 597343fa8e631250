import { Link, useRouter } from '@tanstack/react-router'
import { useReducer } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { useSession } from './session-context.ts'

/** The endpoints this reader once agreed to call: to use one again, or to take the consent back. */
export function AgreedEndpoints({ onChosen }: { readonly onChosen: () => void }) {
  const { environment } = useSession()
  const { consent } = environment
  const router = useRouter()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const urls = consent.all()
  if (urls.length === 0) return null
  return (
    <>
      <h3 className="mt-5 mb-1.5 text-s">Endpoints you agreed to</h3>
      <ul className="divide-y divide-rule border-y border-rule">
        {urls.map((url) => (
          <li key={url} className="flex items-center justify-between gap-4 py-1.5">
            <Link
              to="/proposals"
              search={{ rpc: url, network: undefined, height: undefined }}
              onClick={onChosen}
              className="min-w-0 text-s break-all"
            >
              <HostileText text={url} limit={200} isCutSilently />
            </Link>
            <Button
              label={`Forget ${url}`}
              onClick={() => {
                consent.withdraw(url)
                redraw()
                // If it is the one in use, the page asks again before it calls it.
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
