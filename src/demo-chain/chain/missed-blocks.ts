import type { ValidatorSigningInfo } from '../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import { compareAddresses } from './address-order.ts'
import { consensusAccount } from './module-account.ts'
import type { Genesis } from './script.ts'

/** Signing infos at any height, ascending by the consensus address's bytes. */
export interface MissedBlocks {
  signingInfos(height: number): readonly ValidatorSigningInfo[]
  /** Of one validator, by its address in consensus. */
  missed(consensusAddress: Uint8Array, height: number): bigint
}

/**
 * Counts what is to be expected of a validator's absence over the window, not block by block: of the first counter the
 * part that has not left the window, and `absence` of the blocks since. A counter can be off from the commits by chance.
 * @param addresses consensus addresses of those that sign, by operator; counters of others stand still
 */
export function createMissedBlocks(
  genesis: Genesis,
  addresses: ReadonlyMap<string, Uint8Array>,
): MissedBlocks {
  const start = Number(genesis.height)
  const window = Math.max(1, Number(genesis.slashingParams.signedBlocksWindow))
  const rates = new Map<string, number>()
  for (const [operatorAddress, address] of addresses) {
    rates.set(consensusAccount(address), genesis.absence.get(operatorAddress) ?? 0)
  }
  const first = [...genesis.signingInfos].sort((a, b) => compareAddresses(a.address, b.address))
  const firstByAddress = new Map(first.map((info) => [info.address, info]))

  function expect(info: ValidatorSigningInfo, height: number): bigint {
    const rate = rates.get(info.address)
    if (rate === undefined) return info.missedBlocksCounter
    const seen = Math.min(height - start, window)
    const kept = Number(info.missedBlocksCounter) * (1 - seen / window)
    return BigInt(Math.round(kept + rate * seen))
  }

  return {
    signingInfos: (height) =>
      first.map((info) =>
        rates.has(info.address)
          ? {
              ...info,
              indexOffset: info.indexOffset + BigInt(height - start),
              missedBlocksCounter: expect(info, height),
            }
          : info,
      ),
    missed(consensusAddress, height) {
      const info = firstByAddress.get(consensusAccount(consensusAddress))
      return info === undefined ? 0n : expect(info, height)
    },
  }
}
