import * as z from 'zod/mini'
import { type Command, expectNoPositionals } from './command.ts'
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
export const MARKET_COMMANDS: Readonly<Record<string, Command>> = {
  market: {
    shape: answerShape(MarketShape),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => showMarket(chain, !args.isRunningOnly)
    },
    options: ['running'],
  },
  leases: {
    shape: answerShape(z.array(LeaseRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      const filter = parseLeaseFilter(args)
      return ({ chain }) => listLeases(chain, filter)
    },
    options: ['state', 'owner', 'provider'],
  },
  lease: {
    shape: answerShape(LeaseShape),
    prepare: ({ positionals }) => {
      const name = readLeaseName(positionals)
      return ({ chain }) => showLease(chain, name)
    },
  },
  gpus: {
    shape: answerShape(z.array(GpuRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => listGpus(chain)
    },
  },
  providers: {
    shape: answerShape(z.array(ProviderRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => listProviders(chain)
    },
  },
}
