import { LEASE_DEFINITIONS } from './lease-definitions.ts'
import type { MetricDefinition, MetricId } from './metric.ts'
import { MONEY_DEFINITIONS } from './money-definitions.ts'
import { SIDE_DEFINITIONS } from './side-definitions.ts'

/** What every number of the market says, for the screen to show beside it. */
export const METRIC_DEFINITIONS: Readonly<Record<MetricId, MetricDefinition>> = {
  ...LEASE_DEFINITIONS,
  ...MONEY_DEFINITIONS,
  ...SIDE_DEFINITIONS,
}
