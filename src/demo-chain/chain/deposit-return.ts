import { burnEvents, transferEvents } from './bank-events.ts'
import { uaktOf, writeUakt } from './coins.ts'
import type { AbciEvent } from './ledger.ts'
import type { BlockContext, LedgerStores } from './ledger-stores.ts'
import { LEGACY_ONE, mulDec, readDec } from './legacy-dec.ts'
import { DISTRIBUTION_ACCOUNT, GOV_ACCOUNT } from './module-account.ts'

/** Gives every depositor back what it put in (`RefundAndDeleteDeposits`). */
export function refundDeposits(
  id: bigint,
  block: BlockContext,
  { gov }: LedgerStores,
): AbciEvent[] {
  const deposits = gov.deposits(id, block.height)
  gov.putDeposits(block.height, id, [])
  return deposits.flatMap(({ depositor, amount }) =>
    transferEvents(GOV_ACCOUNT, depositor, writeUakt(uaktOf(amount))),
  )
}

/** Burns all that depositors put in, at once (`DeleteAndBurnDeposits`). */
export function burnDeposits(
  id: bigint,
  block: BlockContext,
  { gov, money }: LedgerStores,
): AbciEvent[] {
  const deposits = gov.deposits(id, block.height)
  gov.putDeposits(block.height, id, [])
  const total = deposits.reduce((sum, { amount }) => sum + uaktOf(amount), 0n)
  if (total === 0n) return []
  money.burn(block.height, total)
  return burnEvents(GOV_ACCOUNT, writeUakt(total))
}

/** Keeps the cancellation's part and gives the rest back (keeper/deposit.go `ChargeDeposit`). */
export function chargeDeposits(
  id: bigint,
  block: BlockContext,
  { gov, money }: LedgerStores,
): AbciEvent[] {
  const params = gov.params.at(block.height)
  const ratio = readDec(params?.proposalCancelRatio ?? '0')
  const destination = params?.proposalCancelDest ?? ''
  const events: AbciEvent[] = []
  let charges = 0n
  for (const { depositor, amount } of gov.deposits(id, block.height)) {
    const paid = uaktOf(amount)
    const charge = mulDec(paid * LEGACY_ONE, ratio) / LEGACY_ONE
    charges += charge
    if (paid > charge) {
      events.push(...transferEvents(GOV_ACCOUNT, depositor, writeUakt(paid - charge)))
    }
  }
  gov.putDeposits(block.height, id, [])
  if (charges === 0n) return events
  if (destination !== '') {
    if (destination === DISTRIBUTION_ACCOUNT) {
      money.spendFromPool(block.height, [{ denom: 'uakt', amount: -charges }])
    }
    return [...events, ...transferEvents(GOV_ACCOUNT, destination, writeUakt(charges))]
  }
  money.burn(block.height, charges)
  return [...events, ...burnEvents(GOV_ACCOUNT, writeUakt(charges))]
}
