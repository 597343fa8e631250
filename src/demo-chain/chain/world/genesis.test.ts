import { sha256 } from '@noble/hashes/sha2.js'
import { bech32 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { PubKey } from '../../../chain/proto/generated/cosmos/crypto/ed25519/keys.ts'
import { KNOWN_PROPOSALS } from '../../../data/known-proposals.ts'
import { KNOWN_UPGRADES } from '../../../data/known-upgrades.ts'
import { createDemoScript } from './create-demo-script.ts'

const { genesis } = createDemoScript({ now: new Date('2026-11-21T09:00:00Z') })
const bonded = genesis.validators.filter(({ status }) => status === 3)

const bytesOf = (address: string, prefix: string): Uint8Array => {
  const decoded = bech32.decodeToBytes(address)
  expect(decoded.prefix).toBe(prefix)
  return decoded.bytes
}

describe('validators of the demo chain', () => {
  it('are a hundred bonded ones and a few that are not, jailed ones among them', () => {
    expect(bonded).toHaveLength(100)
    expect(bonded.some(({ jailed }) => jailed)).toBe(false)
    const others = genesis.validators.filter(({ status }) => status !== 3)
    expect(new Set(others.map(({ status, jailed }) => `${status} ${jailed}`)).size).toBe(4)
  })

  it('hold stake as on mainnet: the strongest 8 % of 140 million AKT, then a long tail', () => {
    const tokens = bonded.map((validator) => Number(validator.tokens) / 1e6)
    const whole = tokens.reduce((sum, one) => sum + one, 0)
    expect(whole).toBeCloseTo(140e6, -3)
    expect(Math.max(...tokens) / whole).toBeGreaterThan(0.07)
    expect(Math.max(...tokens) / whole).toBeLessThan(0.1)
    const third = [...tokens].sort((a, b) => b - a).slice(0, 34)
    expect(third.reduce((sum, one) => sum + one, 0) / whole).toBeGreaterThan(0.667)
  })

  it('have addresses of 20 bytes, the consensus one from the key', () => {
    const keys = genesis.validators.map(({ operatorAddress, consensusPubkey }) => {
      expect(bytesOf(operatorAddress, 'akashvaloper')).toHaveLength(20)
      return PubKey.decode(consensusPubkey?.value ?? new Uint8Array()).key
    })
    const fromKeys = keys.map((key) => sha256(key).subarray(0, 20))
    const fromInfos = genesis.signingInfos.map(({ address }) => bytesOf(address, 'akashvalcons'))
    expect(fromInfos).toEqual(fromKeys)
  })

  it('have monikers the chain would take, two of which differ only in an alphabet', () => {
    const monikers = genesis.validators.map(({ description }) => description?.moniker ?? '')
    const lengths = monikers.map((moniker) => new TextEncoder().encode(moniker).length)
    expect(Math.max(...lengths)).toBe(70)
    expect(monikers).toContain('Harborline')
    expect(monikers).toContain('Harborl\u0456ne')
    expect(new Set(monikers).size).toBe(monikers.length)
  })

  it('miss no more blocks than jails them, two of them most', () => {
    const absences = [...genesis.absence.values()]
    expect(absences.filter((absence) => absence > 0.8)).toHaveLength(2)
    expect(Math.max(...absences)).toBeLessThan(0.95)
    expect(absences.length).toBeLessThan(40)
  })
})

describe('delegations of the demo chain', () => {
  it('add up to the shares of each validator, and each pair is there once', () => {
    const sums = new Map<string, bigint>()
    const pairs = new Set<string>()
    for (const { delegatorAddress, validatorAddress, shares } of genesis.delegations) {
      pairs.add(`${delegatorAddress} ${validatorAddress}`)
      expect(BigInt(shares)).toBeGreaterThan(0n)
      sums.set(validatorAddress, (sums.get(validatorAddress) ?? 0n) + BigInt(shares))
    }
    expect(pairs.size).toBe(genesis.delegations.length)
    for (const { operatorAddress, delegatorShares } of genesis.validators) {
      expect(sums.get(operatorAddress)).toBe(BigInt(delegatorShares))
    }
  })

  it('are those of some 1,600 accounts; operators stake with themselves, some with others too', () => {
    const delegators = new Map<string, Set<string>>()
    for (const { delegatorAddress, validatorAddress } of genesis.delegations) {
      const operators = delegators.get(delegatorAddress) ?? new Set()
      delegators.set(delegatorAddress, operators.add(validatorAddress))
    }
    expect(delegators.size).toBeGreaterThan(1500)
    expect(delegators.size).toBeLessThan(1800)
    const owned = genesis.validators.map(({ operatorAddress }) => {
      const account = bech32.encodeFromBytes('akash', bytesOf(operatorAddress, 'akashvaloper'))
      return { own: delegators.get(account)?.has(operatorAddress), all: delegators.get(account) }
    })
    expect(owned.every(({ own }) => own)).toBe(true)
    expect(owned.some(({ all }) => (all?.size ?? 0) > 1)).toBe(true)
    for (const address of delegators.keys()) expect(bytesOf(address, 'akash')).toHaveLength(20)
  })

  it('give more than a token a share where a slash took some', () => {
    const slashed = bonded.filter(
      ({ tokens, delegatorShares }) => BigInt(delegatorShares) !== BigInt(tokens) * 10n ** 18n,
    )
    expect(slashed).toHaveLength(3)
  })
})

describe('the past of the demo chain', () => {
  it('carries mainnet’s proposals and upgrades and leaves the ids between them out', () => {
    expect(genesis.proposals.map(({ id }) => id)).toEqual(KNOWN_PROPOSALS.map(({ id }) => id))
    expect(genesis.nextProposalId).toBe(342n)
    expect(genesis.appliedUpgrades).toEqual(
      KNOWN_UPGRADES.map(({ name, height }) => ({ name, height })),
    )
    expect(genesis.appVersion).toBe('v2.1.0')
  })

  it('claims no title that is not on record, and says what of each is invented', () => {
    for (const known of KNOWN_PROPOSALS) {
      const proposal = genesis.proposals.find(({ id }) => id === known.id)
      const unknown = `Proposal ${known.id} (title not recorded)`
      expect(proposal?.title).toBe(known.title ?? unknown)
      expect(proposal?.summary).toContain('invented for this demo chain')
      expect(proposal?.summary.includes('its result')).toBe(known.result === undefined)
    }
  })

  it('keeps what was voted before v1.0.0 as the migration left it: no proposer, legacy content', () => {
    for (const { id, proposer, messages } of genesis.proposals) {
      const isLegacy = messages[0]?.typeUrl === '/cosmos.gov.v1.MsgExecLegacyContent'
      expect(proposer === '').toBe(id <= 308n)
      if (id <= 308n) expect(isLegacy).toBe(true)
    }
  })

  it('gives the known tally to the unit and a rejected one no majority', () => {
    const tallyOf = (id: bigint) => genesis.proposals.find((one) => one.id === id)?.finalTallyResult
    expect(tallyOf(23n)).toEqual({
      yesCount: '61695586000000',
      abstainCount: '3668065000000',
      noCount: '3315375000000',
      noWithVetoCount: '1404000000',
    })
    const lost = tallyOf(185n)
    expect(BigInt(lost?.yesCount ?? 0)).toBeLessThan(BigInt(lost?.noCount ?? 0))
  })

  it('holds only what was over at its time, for the clock may be set back', () => {
    const early = createDemoScript({ now: new Date('2026-03-20T12:00:00Z') }).genesis
    expect(early.appVersion).toBe('v1.2.0')
    expect(early.proposals.at(-1)?.id).toBe(318n)
    expect(early.nextProposalId).toBe(319n)
    expect(early.height).toBeLessThan(26_063_777n)
  })
})
