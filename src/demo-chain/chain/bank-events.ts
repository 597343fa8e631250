import { createEvent } from './event.ts'
import type { AbciEvent } from './ledger.ts'

/** What x/bank tells of coins that moved. `amount` as the SDK prints coins: `1501uakt`. */
export function transferEvents(from: string, to: string, amount: string): AbciEvent[] {
  return [
    ...delegateCoinsEvents(from, to, amount),
    createEvent('transfer', [
      ['recipient', to],
      ['sender', from],
      ['amount', amount],
    ]),
    createEvent('message', [['sender', from]]),
  ]
}

/** `DelegateCoins` tells of both ends and not of the transfer. */
export function delegateCoinsEvents(from: string, to: string, amount: string): AbciEvent[] {
  return [
    createEvent('coin_spent', [
      ['spender', from],
      ['amount', amount],
    ]),
    createEvent('coin_received', [
      ['receiver', to],
      ['amount', amount],
    ]),
  ]
}

export function burnEvents(from: string, amount: string): AbciEvent[] {
  return [
    createEvent('coin_spent', [
      ['spender', from],
      ['amount', amount],
    ]),
    createEvent('burn', [
      ['burner', from],
      ['amount', amount],
    ]),
  ]
}
