import { useEffect, useRef, useState } from 'react'
import { findDueNotices } from '../../domain/upgrades/halt/find-due-notices.ts'
import type { HaltRoom } from '../../domain/upgrades/halt/halt-room.ts'
import { useChain } from '../../queries/chain.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useNow } from '../../ui/use-now.ts'

export interface NotifyControlProps {
  readonly room: HaltRoom
  /** The plan's name, made safe to show and short. */
  readonly label: string
  /** Early edge of the range in which the height comes; undefined when it is not known. */
  readonly earliestAt: Date | undefined
  /** undefined when the vote is over. */
  readonly voteEndsAt: Date | undefined
}

/** Notifications of the browser, asked for only when the reader presses this, and only while this page is open. */
export function NotifyControl({ room, label, earliestAt, voteEndsAt }: NotifyControlProps) {
  const chain = useChain()
  const now = useNow(chain.now, 1_000)
  const [state, setState] = useState<'off' | 'on' | 'refused'>('off')
  const said = useRef<Set<string> | undefined>(undefined)
  const { planHeight, phase } = room
  useEffect(() => {
    if (state !== 'on') return
    const ground = { planName: label, planHeight, phase, earliestAt, voteEndsAt }
    const due = findDueNotices(ground, now)
    const before = said.current ?? new Set(due.map(({ key }) => key))
    for (const { key, text } of due) {
      if (before.has(key)) continue
      before.add(key)
      notify(text)
    }
    said.current = before
  }, [state, label, planHeight, phase, earliestAt, voteEndsAt, now])
  if (!('Notification' in window)) return null
  const turnOn = async () =>
    setState((await Notification.requestPermission()) === 'granted' ? 'on' : 'refused')
  if (state === 'refused') {
    return (
      <span role="status" className="py-1.5 text-s text-ink-2">
        The browser refuses notifications for this site.
      </span>
    )
  }
  return (
    <Button onClick={() => (state === 'on' ? setState('off') : void turnOn())}>
      {state === 'on' ? 'Stop notifying' : 'Notify me'}
    </Button>
  )
}

/** Android's browsers have the constructor and throw: only service workers may notify there. */
function notify(text: string): void {
  try {
    new Notification('Skylight', { body: text, tag: text })
  } catch {
    document.title = text
  }
}
