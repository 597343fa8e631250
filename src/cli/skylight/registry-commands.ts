import * as z from 'zod/mini'
import { LinkRowShape } from '../build/feeds/link-row-shape.ts'
import { describeAep, parseAepNumber } from './aep.ts'
import { describeAeps } from './aeps.ts'
import { type Command, type Commands, expectNoPositionals } from './command.ts'
import { describeFindings } from './findings.ts'
import { describeLinks } from './links.ts'
import { type Arguments, UsageError } from './parse-arguments.ts'
import { answerOfChain, answerOfRecord, type DescribeLinks } from './registry-answer.ts'
import { AepRowShape, AepShape, FindingShape, SigShape } from './registry-shapes.ts'
import { answerShape } from './shapes.ts'
import { describeSigs } from './sigs.ts'

/** The commands about AEPs and groups. */
export const REGISTRY_COMMANDS: Commands = {
  aeps: ofRegistry(z.array(AepRowShape), (args) => {
    expectNoPositionals(args)
    return describeAeps
  }),
  aep: ofRegistry(AepShape, ({ positionals }) => {
    const number = parseAepNumber(positionals)
    return (links) => describeAep(links, number)
  }),
  links: ofRegistry(z.array(LinkRowShape), (args) => {
    expectNoPositionals(args)
    return describeLinks
  }),
  findings: ofRegistry(z.array(FindingShape), (args) => {
    expectNoPositionals(args)
    return describeFindings
  }),
  sigs: ofRegistry(z.array(SigShape), (args) => {
    expectNoPositionals(args)
    return describeSigs
  }),
}

/** A command about the registry: joined with a chain where one is named, else as it is on record. */
function ofRegistry(shape: z.ZodMiniType, parse: (args: Arguments) => DescribeLinks): Command {
  return {
    shape: answerShape(shape),
    prepare: (args) => {
      const describe = parse(args)
      return ({ chain }) => answerOfChain(chain, args.isRefreshed, describe)
    },
    prepareAlone: (args) => {
      if (args.height !== undefined) {
        throw new UsageError('--height needs a chain: give --rpc or --network.')
      }
      const describe = parse(args)
      return (now) => answerOfRecord(now, args.isRefreshed, describe)
    },
    options: ['height', 'refresh'],
  }
}
