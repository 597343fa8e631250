import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { findHaltPlan } from '../../queries/halt-plan.ts'
import { useSession } from './session-context.ts'

/** Moves the demo chain on to ten blocks before its next upgrade and leads to the room of its halt. */
export function JumpControl() {
  const { session, environment } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [state, setState] = useState<'idle' | 'jumping' | 'failed'>('idle')
  const jump = async () => {
    setState('jumping')
    try {
      const { jumpToUpgrade } = await environment.openDemo()
      const aheadMs = await jumpToUpgrade?.()
      if (aheadMs !== undefined && environment.demoClock !== undefined) {
        environment.demoClock.aheadMs = aheadMs
        // Everything on screen is of a time long gone.
        await client.resetQueries()
      }
      if (session.kind !== 'connected') return
      const { plan } = await findHaltPlan(session.chain, undefined)
      if (plan === undefined) setState('failed')
      else {
        setState('idle')
        await navigate({ to: '/upgrades/$name/halt', params: { name: plan.name }, search: {} })
      }
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button
        type="button"
        disabled={state === 'jumping'}
        onClick={() => void jump()}
        className="whitespace-nowrap underline underline-offset-3 hover:no-underline"
      >
        Jump to ten blocks before the upgrade
      </button>
      <span role="status" className="sr-only">
        {state === 'jumping' && 'Moving the demo chain on'}
      </span>
      {state === 'failed' && <span role="alert"> The demo chain has no upgrade to jump to.</span>}
    </>
  )
}
