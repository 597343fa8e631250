import type { AuditedProvider } from '../../chain/proto/generated/akash/audit/v1/audit.ts'
import type {
  Attribute,
  PlacementRequirements,
  SignedBy,
} from '../../chain/proto/generated/akash/base/attributes/v1/attribute.ts'
import type { CPU } from '../../chain/proto/generated/akash/base/resources/v1beta4/cpu.ts'
import type { GPU } from '../../chain/proto/generated/akash/base/resources/v1beta4/gpu.ts'
import type { Memory } from '../../chain/proto/generated/akash/base/resources/v1beta4/memory.ts'
import type { Resources } from '../../chain/proto/generated/akash/base/resources/v1beta4/resources.ts'
import type { ResourceValue } from '../../chain/proto/generated/akash/base/resources/v1beta4/resourcevalue.ts'
import type { Storage } from '../../chain/proto/generated/akash/base/resources/v1beta4/storage.ts'
import type {
  Deployment,
  DeploymentID,
  DeploymentReclamation,
} from '../../chain/proto/generated/akash/deployment/v1/deployment.ts'
import type { GroupID } from '../../chain/proto/generated/akash/deployment/v1/group.ts'
import type { Group } from '../../chain/proto/generated/akash/deployment/v1beta4/group.ts'
import type { GroupSpec } from '../../chain/proto/generated/akash/deployment/v1beta4/groupspec.ts'
import type { QueryDeploymentResponse } from '../../chain/proto/generated/akash/deployment/v1beta4/query.ts'
import type { ResourceUnit } from '../../chain/proto/generated/akash/deployment/v1beta4/resourceunit.ts'
import type {
  Account as AccountId,
  Payment as PaymentId,
} from '../../chain/proto/generated/akash/escrow/id/v1/id.ts'
import type {
  Account,
  AccountState,
} from '../../chain/proto/generated/akash/escrow/types/v1/account.ts'
import type { Balance } from '../../chain/proto/generated/akash/escrow/types/v1/balance.ts'
import type { Depositor } from '../../chain/proto/generated/akash/escrow/types/v1/deposit.ts'
import type {
  Payment,
  PaymentState,
} from '../../chain/proto/generated/akash/escrow/types/v1/payment.ts'
import type { BidID } from '../../chain/proto/generated/akash/market/v1/bid.ts'
import type { Lease } from '../../chain/proto/generated/akash/market/v1/lease.ts'
import type { OrderID } from '../../chain/proto/generated/akash/market/v1/order.ts'
import type { Reclamation } from '../../chain/proto/generated/akash/market/v1/reclamation.ts'
import type { Bid } from '../../chain/proto/generated/akash/market/v1beta5/bid.ts'
import type { Order } from '../../chain/proto/generated/akash/market/v1beta5/order.ts'
import type {
  QueryBidResponse,
  QueryLeaseResponse,
} from '../../chain/proto/generated/akash/market/v1beta5/query.ts'
import type { ResourceOffer } from '../../chain/proto/generated/akash/market/v1beta5/resourcesoffer.ts'
import type { Info, Provider } from '../../chain/proto/generated/akash/provider/v1beta4/provider.ts'
import type { DecCoin } from '../../chain/proto/generated/cosmos/base/v1beta1/coin.ts'
import { COIN, DURATION } from '../protobuf/common-messages.ts'
import { bytes, describeMessage, integer, list, message, text } from '../protobuf/message-writer.ts'

/** As a generated type, with enums as the numbers they are. */
export type Wire<T> = T extends string | bigint | boolean | Uint8Array | undefined
  ? T
  : T extends number
    ? number
    : T extends readonly (infer Item)[]
      ? readonly Wire<Item>[]
      : { readonly [Key in keyof T]: Wire<T[Key]> }

const DEC_COIN = describeMessage<Wire<DecCoin>>({ denom: text, amount: text })
const BALANCE = describeMessage<Wire<Balance>>({ denom: text, amount: text })
const ATTRIBUTE = describeMessage<Wire<Attribute>>({ key: text, value: text })

const VALUE = describeMessage<Wire<ResourceValue>>({ val: bytes })
const CPU_MESSAGE = describeMessage<Wire<CPU>>({
  units: message(VALUE),
  attributes: list(ATTRIBUTE),
})
const MEMORY = describeMessage<Wire<Memory>>({
  quantity: message(VALUE),
  attributes: list(ATTRIBUTE),
})
const GPU_MESSAGE = describeMessage<Wire<GPU>>({
  units: message(VALUE),
  attributes: list(ATTRIBUTE),
})
const STORAGE = describeMessage<Wire<Storage>>({
  name: text,
  quantity: message(VALUE),
  attributes: list(ATTRIBUTE),
})
const RESOURCES = describeMessage<Wire<Resources>>({
  id: integer,
  cpu: message(CPU_MESSAGE),
  memory: message(MEMORY),
  storage: list(STORAGE),
  gpu: message(GPU_MESSAGE),
  endpoints: list(describeMessage({ kind: integer, sequenceNumber: integer })),
})

const SIGNED_BY = describeMessage<Wire<SignedBy>>({
  allOf: list(noMessage),
  anyOf: list(noMessage),
})
const REQUIREMENTS = describeMessage<Wire<PlacementRequirements>>({
  signedBy: message(SIGNED_BY),
  attributes: list(ATTRIBUTE),
})
const RESOURCE_UNIT = describeMessage<Wire<ResourceUnit>>({
  resource: message(RESOURCES),
  count: integer,
  price: message(DEC_COIN),
})
const GROUP_SPEC = describeMessage<Wire<GroupSpec>>({
  name: text,
  requirements: message(REQUIREMENTS),
  resources: list(RESOURCE_UNIT),
})
const MIN_WINDOW = describeMessage<Wire<DeploymentReclamation>>({ minWindow: message(DURATION) })

const ACCOUNT_ID = describeMessage<Wire<AccountId>>({ scope: integer, xid: text })
const DEPOSITOR = describeMessage<Wire<Depositor>>({
  owner: text,
  height: integer,
  source: integer,
  balance: message(DEC_COIN),
})
const ACCOUNT_STATE = describeMessage<Wire<AccountState>>({
  owner: text,
  state: integer,
  transferred: list(DEC_COIN),
  settledAt: integer,
  funds: list(BALANCE),
  deposits: list(DEPOSITOR),
})
const ACCOUNT = describeMessage<Wire<Account>>({
  id: message(ACCOUNT_ID),
  state: message(ACCOUNT_STATE),
})
const PAYMENT = describeMessage<Wire<Payment>>({
  id: message(describeMessage<Wire<PaymentId>>({ aid: message(ACCOUNT_ID), xid: text })),
  state: message(
    describeMessage<Wire<PaymentState>>({
      owner: text,
      state: integer,
      rate: message(DEC_COIN),
      balance: message(DEC_COIN),
      unsettled: message(DEC_COIN),
      withdrawn: message(COIN),
    }),
  ),
})

const ORDER_ID = describeMessage<Wire<OrderID>>({
  owner: text,
  dseq: integer,
  gseq: integer,
  oseq: integer,
})
/** Of bids and leases alike. */
const BID_ID = describeMessage<Wire<BidID>>({
  owner: text,
  dseq: integer,
  gseq: integer,
  oseq: integer,
  provider: text,
  bseq: integer,
})

export const ORDER = describeMessage<Wire<Order>>({
  id: message(ORDER_ID),
  state: integer,
  spec: message(GROUP_SPEC),
  createdAt: integer,
  reclamation: message(MIN_WINDOW),
})

export const BID_RESPONSE = describeMessage<Wire<QueryBidResponse>>({
  bid: message(
    describeMessage<Wire<Bid>>({
      id: message(BID_ID),
      state: integer,
      price: message(DEC_COIN),
      createdAt: integer,
      resourcesOffer: list(
        describeMessage<Wire<ResourceOffer>>({
          resources: message(RESOURCES),
          count: integer,
          prices: message(noMessage),
        }),
      ),
      reclamationWindow: message(DURATION),
    }),
  ),
  escrowAccount: message(ACCOUNT),
})

export const LEASE_RESPONSE = describeMessage<Wire<QueryLeaseResponse>>({
  lease: message(
    describeMessage<Wire<Lease>>({
      id: message(BID_ID),
      state: integer,
      price: message(DEC_COIN),
      createdAt: integer,
      closedOn: integer,
      reason: integer,
      reclamation: message(
        describeMessage<Wire<Reclamation>>({
          window: message(DURATION),
          startedAt: integer,
          deadline: integer,
          reason: integer,
        }),
      ),
    }),
  ),
  escrowPayment: message(PAYMENT),
})

const DEPLOYMENT_ID = describeMessage<Wire<DeploymentID>>({ owner: text, dseq: integer })
export const DEPLOYMENT_RESPONSE = describeMessage<Wire<QueryDeploymentResponse>>({
  deployment: message(
    describeMessage<Wire<Deployment>>({
      id: message(DEPLOYMENT_ID),
      state: integer,
      hash: bytes,
      createdAt: integer,
      reclamation: message(MIN_WINDOW),
    }),
  ),
  groups: list(
    describeMessage<Wire<Group>>({
      id: message(describeMessage<Wire<GroupID>>({ owner: text, dseq: integer, gseq: integer })),
      state: integer,
      groupSpec: message(GROUP_SPEC),
      createdAt: integer,
    }),
  ),
  escrowAccount: message(ACCOUNT),
})

export const PROVIDER = describeMessage<Wire<Provider>>({
  owner: text,
  hostUri: text,
  attributes: list(ATTRIBUTE),
  info: message(describeMessage<Wire<Info>>({ email: text, website: text })),
})

export const AUDITED_PROVIDER = describeMessage<Wire<AuditedProvider>>(
  { owner: text, auditor: text, attributes: list(ATTRIBUTE) },
  [1, 2, 4],
)

/** Of lists that the demo market leaves empty. */
function noMessage(): void {}
