import type { WireField } from '../../../src/demo-chain/application/wire-fields.ts'
import { readFields } from '../../../src/demo-chain/application/wire-fields.ts'
import { COSMJS_CODECS } from './cosmjs-codecs.ts'

/** Messages within a message, by field number. What is not named is a leaf. */
interface Nested {
  readonly [field: number]: MessageForm
}

interface MessageForm {
  readonly name: string
  readonly nested?: Nested
  /** Field whose value tells kinds apart that have fields of their own, such as a status. */
  readonly kindField?: number
}

const COIN: MessageForm = { name: 'Coin' }
const PAGE: MessageForm = { name: 'PageResponse' }
const ANY: MessageForm = { name: 'Any' }
const TALLY: MessageForm = { name: 'TallyResult' }
const PLAN: MessageForm = { name: 'Plan' }
const PAIR: MessageForm = { name: 'Pair' }
const PROPOSAL: MessageForm = {
  name: 'Proposal',
  kindField: 3,
  nested: { 2: ANY, 4: TALLY, 7: COIN },
}
const VOTE: MessageForm = { name: 'Vote', nested: { 4: { name: 'WeightedVoteOption' } } }
const DEPOSIT: MessageForm = { name: 'Deposit', nested: { 3: COIN } }
const VALIDATOR: MessageForm = {
  name: 'Validator',
  kindField: 4,
  nested: {
    2: ANY,
    7: { name: 'Description' },
    10: { name: 'Commission', nested: { 1: { name: 'CommissionRates' } } },
  },
}
const DELEGATION: MessageForm = {
  name: 'DelegationResponse',
  nested: { 1: { name: 'Delegation' }, 2: COIN },
}
const NODE_INFO: MessageForm = {
  name: 'DefaultNodeInfo',
  nested: { 1: { name: 'ProtocolVersion' }, 8: { name: 'DefaultNodeInfoOther' } },
}

const ESCROW_ACCOUNT: MessageForm = {
  name: 'Account',
  nested: {
    1: { name: 'Account id' },
    2: {
      name: 'AccountState',
      kindField: 2,
      nested: { 3: COIN, 5: COIN, 6: { name: 'Depositor', nested: { 4: COIN } } },
    },
  },
}
const RESOURCE: MessageForm = {
  name: 'Resources',
  nested: {
    2: { name: 'CPU' },
    3: { name: 'Memory' },
    4: { name: 'Storage', nested: { 3: { name: 'Attribute' } } },
    5: { name: 'GPU', nested: { 2: { name: 'Attribute' } } },
  },
}
const GROUP_SPEC: MessageForm = {
  name: 'GroupSpec',
  nested: { 3: { name: 'ResourceUnit', nested: { 1: RESOURCE, 3: COIN } } },
}
const LEASE: MessageForm = {
  name: 'QueryLeaseResponse',
  nested: {
    1: {
      name: 'Lease',
      kindField: 2,
      nested: { 1: { name: 'LeaseID' }, 3: COIN, 7: { name: 'Reclamation' } },
    },
    2: {
      name: 'Payment',
      nested: {
        1: { name: 'Payment id', nested: { 1: { name: 'Account id' } } },
        2: { name: 'PaymentState', kindField: 2, nested: { 3: COIN, 4: COIN, 5: COIN, 6: COIN } },
      },
    },
  },
}
const BID: MessageForm = {
  name: 'QueryBidResponse',
  nested: {
    1: {
      name: 'Bid',
      kindField: 2,
      nested: {
        1: { name: 'LeaseID' },
        3: COIN,
        5: { name: 'ResourceOffer', nested: { 1: RESOURCE } },
      },
    },
    2: ESCROW_ACCOUNT,
  },
}
const ORDER: MessageForm = {
  name: 'Order',
  kindField: 2,
  nested: { 1: { name: 'OrderID' }, 3: GROUP_SPEC },
}
const DEPLOYMENT: MessageForm = {
  name: 'QueryDeploymentResponse',
  nested: {
    1: { name: 'Deployment', kindField: 2 },
    2: { name: 'Group', kindField: 2, nested: { 3: GROUP_SPEC } },
    3: ESCROW_ACCOUNT,
  },
}
const PROVIDER: MessageForm = {
  name: 'Provider',
  nested: { 3: { name: 'Attribute' }, 4: { name: 'Info' } },
}

const MARKET = '/akash.market.v1beta5.Query/'
const BME = '/akash.bme.v1.Query/'
const GOV = '/cosmos.gov.v1.Query/'
const STAKING = '/cosmos.staking.v1beta1.Query/'
const UPGRADE = '/cosmos.upgrade.v1beta1.Query/'

const RESPONSES: ReadonlyMap<string, MessageForm> = new Map([
  response(`${GOV}Proposals`, { 1: PROPOSAL, 2: PAGE }),
  response(`${GOV}Proposal`, { 1: PROPOSAL }),
  response(`${GOV}Votes`, { 1: VOTE, 2: PAGE }),
  response(`${GOV}Vote`, { 1: VOTE }),
  response(`${GOV}Deposits`, { 1: DEPOSIT, 2: PAGE }),
  response(`${GOV}TallyResult`, { 1: TALLY }),
  response(`${GOV}Params`, { 4: { name: 'gov Params', nested: { 1: COIN, 12: COIN } } }),
  response(`${STAKING}Validators`, { 1: VALIDATOR, 2: PAGE }),
  response(`${STAKING}DelegatorDelegations`, { 1: DELEGATION, 2: PAGE }),
  response(`${STAKING}ValidatorDelegations`, { 1: DELEGATION, 2: PAGE }),
  response(`${STAKING}Pool`, { 1: { name: 'Pool' } }),
  response(`${STAKING}Params`, { 1: { name: 'staking Params' } }),
  response('/cosmos.slashing.v1beta1.Query/SigningInfos', {
    1: { name: 'ValidatorSigningInfo' },
    2: PAGE,
  }),
  response('/cosmos.slashing.v1beta1.Query/Params', { 1: { name: 'slashing Params' } }),
  response(`${UPGRADE}CurrentPlan`, { 1: PLAN }),
  response(`${UPGRADE}AppliedPlan`, {}),
  response(`${UPGRADE}ModuleVersions`, { 1: { name: 'ModuleVersion' } }),
  response('/cosmos.bank.v1beta1.Query/TotalSupply', { 1: COIN, 2: PAGE }),
  response('/cosmos.bank.v1beta1.Query/SupplyOf', { 1: COIN }),
  response('/cosmos.distribution.v1beta1.Query/CommunityPool', { 1: COIN }),
  response('/cosmos.mint.v1beta1.Query/Inflation', {}),
  response('/cosmos.base.tendermint.v1beta1.Service/GetNodeInfo', {
    1: NODE_INFO,
    2: { name: 'VersionInfo' },
  }),
  response(`${MARKET}Leases`, { 1: LEASE, 2: PAGE }),
  [`${MARKET}Lease`, LEASE],
  response(`${MARKET}Bids`, { 1: BID, 2: PAGE }),
  response(`${MARKET}Orders`, { 1: ORDER, 2: PAGE }),
  response(`${MARKET}Params`, { 1: { name: 'market Params', nested: { 1: COIN, 3: COIN } } }),
  response('/akash.deployment.v1beta4.Query/Deployments', { 1: DEPLOYMENT, 2: PAGE }),
  response('/akash.provider.v1beta4.Query/Providers', { 1: PROVIDER, 2: PAGE }),
  response('/akash.audit.v1.Query/AllProvidersAttributes', {
    1: { name: 'AuditedProvider' },
    2: PAGE,
  }),
  response('/akash.oracle.v2.Query/AggregatedPrice', {
    1: { name: 'AggregatedPrice' },
    2: { name: 'PriceHealth' },
  }),
  response(`${BME}Status`, {}),
  response(`${BME}VaultState`, {
    1: { name: 'bme State', nested: { 1: COIN, 2: COIN, 3: COIN, 4: COIN } },
  }),
  response(`${BME}Params`, { 1: { name: 'bme Params', nested: { 9: COIN } } }),
  response('/store/gov/subspace', { 1: PAIR }),
  response('/store/upgrade/subspace', { 1: PAIR }),
])

function response(path: string, nested: Nested): [string, MessageForm] {
  return [path, { name: path, nested }]
}

/** Field numbers present in one message on the wire. */
interface FieldsSeen {
  /** Name of the message, with its kind where it has kinds. */
  readonly at: string
  readonly fields: ReadonlySet<number>
}

/** How often each field was present in the recorded messages of one name. */
interface Presence {
  count: number
  readonly fields: Map<number, number>
}

export interface WireForms {
  /** Takes in the value of a recorded answer. */
  add(path: string, value: Uint8Array): void
  /**
   * Where a value's fields are not those of the recorded: one missing that was always there, one there that never was,
   * or a kind of message that was never recorded.
   */
  compare(path: string, value: Uint8Array): string[]
}

export function createWireForms(): WireForms {
  const recorded = new Map<string, Presence>()
  return {
    add(path, value) {
      if (COSMJS_CODECS.get(path)?.(value) === false) {
        throw new RangeError(`a recorded answer of ${path} does not survive cosmjs-types`)
      }
      for (const { at, fields } of walkResponse(path, value)) {
        const presence = recorded.get(at) ?? { count: 0, fields: new Map<number, number>() }
        presence.count += 1
        for (const field of fields) {
          presence.fields.set(field, (presence.fields.get(field) ?? 0) + 1)
        }
        recorded.set(at, presence)
      }
    },
    compare(path, value) {
      const differences = walkResponse(path, value).flatMap(({ at, fields }) => {
        const presence = recorded.get(at)
        if (presence === undefined) return [`${at}: never recorded`]
        const always = [...presence.fields].filter(([, count]) => count === presence.count)
        return [
          ...always
            .filter(([field]) => !fields.has(field))
            .map(([field]) => `${at}: field ${field} is missing`),
          ...[...fields]
            .filter((field) => !presence.fields.has(field))
            .map((field) => `${at}: field ${field} was never recorded`),
        ]
      })
      const survives = COSMJS_CODECS.get(path)?.(value) ?? true
      if (!survives) differences.push(`${path}: cosmjs-types does not know every field`)
      return [...new Set(differences)]
    },
  }
}

function walkResponse(path: string, value: Uint8Array): FieldsSeen[] {
  const form = RESPONSES.get(path)
  return form === undefined ? [] : walk(form, value)
}

function walk(form: MessageForm, bytes: Uint8Array): FieldsSeen[] {
  const fields = readFields(bytes)
  const { kindField, name, nested = {} } = form
  const at = kindField === undefined ? name : `${name} of kind ${kindOf(fields, kindField)}`
  return [
    { at, fields: new Set(fields.map(({ number }) => number)) },
    ...fields.flatMap(({ number, bytes: inner }) => {
      const innerForm = nested[number]
      return innerForm === undefined || inner === undefined ? [] : walk(innerForm, inner)
    }),
  ]
}

function kindOf(fields: readonly WireField[], kindField: number): bigint {
  return fields.find(({ number }) => number === kindField)?.integer ?? 0n
}
