import * as z from 'zod/mini'
import { type Commands, expectNoPositionals } from './command.ts'
import { listGpus } from './gpus.ts'
import { showLease } from './lease.ts'
import { listLeases } from './leases.ts'
import { showMarket } from './market.ts'
import { parseLeaseFilter, readLeaseName } from './market-arguments.ts'
import {
  GpuRowShape,
  LeaseRowShape,
  LeaseShape,
  MarketShape,
  ProviderRowShape,
} from './market-shapes.ts'
import { listProviders } from './providers.ts'
import { answerShape } from './shapes.ts'

/** The commands about the marketplace. */
export const MARKET_COMMANDS: Commands = {
  market: {
    shape: answerShape(MarketShape),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => showMarket(chain, !args.isRunningOnly)
    },
    options: ['height', 'running'],
  },
  leases: {
    shape: answerShape(z.array(LeaseRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      const filter = parseLeaseFilter(args)
      return ({ chain }) => listLeases(chain, filter)
    },
    options: ['height', 'state', 'owner', 'provider'],
  },
  lease: {
    shape: answerShape(LeaseShape),
    prepare: ({ positionals }) => {
      const name = readLeaseName(positionals)
      return ({ chain }) => showLease(chain, name)
    },
    options: ['height'],
  },
  gpus: {
    shape: answerShape(z.array(GpuRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => listGpus(chain)
    },
    options: ['height'],
  },
  providers: {
    shape: answerShape(z.array(ProviderRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => listProviders(chain)
    },
    options: ['height'],
  },
}
