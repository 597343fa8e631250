import type { AnswerWitness } from '../rpc/answer-witness.ts'
import type { EndpointHealth, Health } from '../rpc/health.ts'
import type { HealthEvent } from '../rpc/health-events.ts'

/** What the rooms above may know of passing traffic: how each node did, and what it answered last. */
export type NodeHealth = Health
export type NodeHealthSnapshot = EndpointHealth
export type NodeEvent = HealthEvent
export type RecallAnswer = AnswerWitness['recall']
