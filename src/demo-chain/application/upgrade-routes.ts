import { MODULE_VERSION, PLAN } from '../protobuf/change-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { encodeBech32 } from '../server/bech32.ts'
import { encodeUtf8 } from '../server/bytes.ts'
import { sha256 } from '../server/sha256.ts'
import type { LivingQuery, LivingRoute } from './living-route.ts'
import type { QueryAnswer } from './query-answer.ts'
import { refusal, valueAnswer } from './query-answer.ts'
import { APPLIED_PLAN, answerAppliedPlan } from './upgrade-queries.ts'
import { encodeBytesField, encodeRepeatedField, lastText } from './wire-fields.ts'

const QUERY = '/cosmos.upgrade.v1beta1.Query/'

/** Who may schedule an upgrade: the account of x/gov (x/auth/types NewModuleAddress). */
const AUTHORITY = encodeBech32('akash', sha256(encodeUtf8('gov')).subarray(0, 20))

function answerCurrentPlan({ state, height }: LivingQuery): QueryAnswer {
  const plan = state.plan()
  const response =
    plan === undefined ? new Uint8Array() : encodeBytesField(1, encodeProto(PLAN, plan))
  return valueAnswer(response, height)
}

/** x/upgrade 0.2 keeper/grpc_query.go ModuleVersions: all of them, or the one that is named. */
function answerModuleVersions({ request, state, height }: LivingQuery): QueryAnswer {
  const name = lastText(request, 1)
  const versions = state.moduleVersions().filter((one) => name === '' || one.name === name)
  if (versions.length === 0 && name !== '') {
    const missing = `x/upgrade: QueryModuleVersions module ${name} not found`
    return refusal(6, `${missing}: module version not found: unknown request`, height)
  }
  const items = versions.map((version) => encodeProto(MODULE_VERSION, version))
  return valueAnswer(encodeRepeatedField(1, items), height)
}

export const UPGRADE_ROUTES: readonly LivingRoute[] = [
  [`${QUERY}CurrentPlan`, answerCurrentPlan],
  [
    APPLIED_PLAN,
    ({ request, state, height }) => answerAppliedPlan(request, state.appliedUpgrades(), height),
  ],
  [`${QUERY}ModuleVersions`, answerModuleVersions],
  [
    `${QUERY}Authority`,
    ({ height }) => valueAnswer(encodeBytesField(1, encodeUtf8(AUTHORITY)), height),
  ],
  // Kept only by chains that upgrade their IBC clients, which is an empty message elsewhere and no error.
  [`${QUERY}UpgradedConsensusState`, ({ height }) => valueAnswer(new Uint8Array(), height)],
]
