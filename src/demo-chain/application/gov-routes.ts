import type { Params } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import {
  DEPOSIT_PARAMS,
  GOV_PARAMS_MESSAGE,
  TALLY_PARAMS,
  VOTING_PARAMS,
} from '../protobuf/gov-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { concatBytes, encodeUtf8 } from '../server/bytes.ts'
import { answerGov } from './gov-queries.ts'
import { livingGov } from './living-gov.ts'
import type { LivingQuery, LivingRoute } from './living-route.ts'
import type { QueryAnswer } from './query-answer.ts'
import { invalidArgument, valueAnswer } from './query-answer.ts'
import { encodeBytesField, lastText } from './wire-fields.ts'

const QUERY = '/cosmos.gov.v1.Query/'

function answerList({ path, request, state, height }: LivingQuery): QueryAnswer | undefined {
  return answerGov(path, request, livingGov(state), height)
}

/** QueryParamsResponse: 1 voting, 2 deposit, 3 tally params as older clients ask for them, 4 all params. */
function answerParams({ request, state, height }: LivingQuery): QueryAnswer {
  const type = lastText(request, 1)
  const params = state.govParams()
  const part = legacyParams(type, params)
  if (part === undefined) return invalidArgument(`unknown params type: ${type}`, height)
  const all = encodeBytesField(4, encodeProto(GOV_PARAMS_MESSAGE, params))
  return valueAnswer(concatBytes(part, all), height)
}

/** The part a `params_type` names, as a field of the response; undefined for a type there is not. */
function legacyParams(type: string, params: Params): Uint8Array | undefined {
  switch (type) {
    case '':
      return new Uint8Array()
    case 'voting':
      return encodeBytesField(1, encodeProto(VOTING_PARAMS, params))
    case 'deposit':
      return encodeBytesField(2, encodeProto(DEPOSIT_PARAMS, params))
    case 'tallying':
      return encodeBytesField(3, encodeProto(TALLY_PARAMS, params))
    default:
      return undefined
  }
}

function answerConstitution({ state, height }: LivingQuery): QueryAnswer {
  const text = encodeUtf8(state.constitution())
  return valueAnswer(text.length === 0 ? text : encodeBytesField(1, text), height)
}

export const GOV_ROUTES: readonly LivingRoute[] = [
  ...['Proposals', 'Proposal', 'Votes', 'Vote', 'Deposits', 'Deposit', 'TallyResult'].map(
    (method): LivingRoute => [`${QUERY}${method}`, answerList],
  ),
  [`${QUERY}Params`, answerParams],
  [`${QUERY}Constitution`, answerConstitution],
]
