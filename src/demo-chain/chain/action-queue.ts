import type { BlockClock } from './block-clock.ts'
import type { ChainAction, ChainScript, TimedAction } from './script.ts'

/** Actions that wait for their block: those of the script, and those somebody handed in. */
export interface ActionQueue {
  /** Reads the script up to this time. */
  readScript(untilMs: number): void
  /** Height of the next block that has actions, after `height`; undefined when none is known of. */
  nextHeight(height: number): number | undefined
  /** Takes out the actions of this block, those of the script first. */
  take(height: number): readonly ChainAction[]
  submit(height: number, action: ChainAction): void
}

export function createActionQueue(script: ChainScript, clock: BlockClock): ActionQueue {
  let scripted: readonly TimedAction[] = []
  let taken = 0
  let submitted: readonly { readonly height: number; readonly action: ChainAction }[] = []
  let readUntilMs = script.genesis.time.getTime()

  function heightOf({ at }: TimedAction): number {
    return clock.firstAtOrAfter(at.getTime())
  }

  return {
    readScript(untilMs) {
      if (untilMs <= readUntilMs) return
      const more = script.actions(new Date(readUntilMs), new Date(untilMs))
      scripted = [...scripted.slice(taken), ...more]
      taken = 0
      readUntilMs = untilMs
    },

    nextHeight(height) {
      const next = scripted[taken]
      const handedIn = submitted[0]?.height ?? Number.POSITIVE_INFINITY
      const written = next === undefined ? Number.POSITIVE_INFINITY : heightOf(next)
      const first = Math.max(height + 1, Math.min(handedIn, written))
      return first === Number.POSITIVE_INFINITY ? undefined : first
    },

    take(height) {
      const from = taken
      for (let next = scripted[taken]; next !== undefined; next = scripted[taken]) {
        if (heightOf(next) > height) break
        taken++
      }
      const due = scripted.slice(from, taken).map(({ action }) => action)
      if (submitted.length === 0) return due
      const handedIn = submitted.filter((each) => each.height <= height)
      submitted = submitted.slice(handedIn.length)
      return [...due, ...handedIn.map(({ action }) => action)]
    },

    submit(height, action) {
      submitted = [...submitted, { height, action }]
    },
  }
}
