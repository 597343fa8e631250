/** Words of a clause that tell whose deed it is, and whether it is one at all. */

const OWN =
  /^(?:this|these|it|we|upgrade|upgrades|release|releases|proposal|version|network|mainnet|chain|blockchain|update|software|plan|akash|node|module|modules|mechanism|feature|features|change|changes|changeset|code|binary|handler|migration|patch|hardfork|hard-fork|commit|commits|package|set|bundle|rollout|vote|voting|v?\d+(?:\.\d+)+.*)$/

/** Words for the release, or for what is in it, as the subject of `implements`. */
export function isOwnSubject(word: string): boolean {
  return OWN.test(word)
}

const MAKERS =
  /^(?:providers?|console|wallets?|explorers?|validators?|tenants?|users?|operators?|delegators?|teams?|contributors?|developers?|community|foundation|governance|parameters?)$/

/** Those beside the chain who implement and enable things too. */
export function isMaker(word: string): boolean {
  return MAKERS.test(word)
}

const DOUBTS =
  /^(?:false|untrue|wrong|incorrect|mistak|misconcep|myth|rumou?r|claim|alleg|believ|think|assum|pretend|suppos|doubt|suggest|speculat|imagin|wonder|fear|hear|heard|told|say|said|report|expect|hope|wish)/

/** `believe this upgrade implements`: said or thought, which does not make it so. */
export function isDoubt(word: string): boolean {
  return DOUBTS.test(word)
}

const GROUNDS =
  /^(?:true|note|notes|noted|announc|confirm|propos|mean|fact|aware|so$|such$|know|see$|show|glad|happy|pleased|proud|excited|remember|recall|ensur|inform|reminde?r?|agree|resolved|clear|now$|given$)/

/** `Note that`, `pleased to announce that`: what follows is so. */
export function isGround(word: string): boolean {
  return GROUNDS.test(word)
}

/** Before `to implement`, which then is what the release does: `set to`, `in order to`, `We propose to`. */
export function isAiming(word: string): boolean {
  return /^(?:propos|order$|seeks?$|set$|going$|serves?$)/.test(word)
}

/** `The purpose of this upgrade is to implement`. */
export function isPurpose(word: string): boolean {
  return /^(?:purpose|goal|objective|point|aim|intent)$/.test(word)
}

const PUT_OFF =
  /^(?:roadmap|backlog|ideas?|wishlist|wish-list|non-goals?|nongoals?|horizon|alternatives?|considered|candidates?|vision|outlook|unscheduled|deferred|postponed|delayed|rejected|excluded|omitted|pending|already|separate|separately|later|future|subsequent|subsequently|eventually|someday|tbd|tba|todo|afterwards|coming)$/

/** In a heading or a lead: what stands below is for another day, or came before. */
export function isPuttingOff(word: string): boolean {
  return PUT_OFF.test(word)
}

/** What one puts an AEP on, or takes it from, without the chain knowing it. */
const PLACES =
  /^(?:roadmap|agenda|backlog|wishlist|registry|list|vote|scope|audit|radar|docs|documentation|website|index|queue|schedule|calendar|pipeline|milestone)$/
/** What is taken from one of these was never carried out. */
const SCOPES = /^(?:release|upgrade|version|plan|plans|proposal|batch|cut)$/

/** `to the roadmap`, `from the watch list`. */
export function isPlaceOfPlans(word: string, preposition: string): boolean {
  return PLACES.test(word) || (preposition === 'from' && SCOPES.test(word))
}

/** `migrates the network to Cosmos SDK v0.53`. */
export function isMoving(word: string): boolean {
  return /^(?:migrat(?:es?|ing)|upgrad(?:es|ing)|moves|moving|switches|switching|bumps|transitions)$/.test(
    word,
  )
}

/** Where a release brings things to. */
export function isSomewhere(word: string): boolean {
  return /^(?:akash|mainnet|network|chain|blockchain|protocol|providers|tenants|marketplace)$/.test(
    word,
  )
}

/** What the chain consists of: `The oracle implements AEP-80`. */
export function isModule(word: string): boolean {
  return /^(?:bme|cosmwasm|wasm|oracle|escrow|market|marketplace|deployment|deployments|vault|epochs|cert|x\/[a-z]+)$/.test(
    word,
  )
}

/** Capital letters of people and of other software and chains, or of groups. */
export function isStranger(word: string): boolean {
  return /^(?:aws|gcp|dex|nft|evm|gpu|cpu|okx|ibm|amd|osmo|atom|eth|btc|usdc|juno|dao|daos|ceo|cto|sig|wg|ug|faq|todo|api|sdk|cli|ui|os|no|yes|we|us|they|labs|inc|llc|who|what|it|nobody|none)$/.test(
    word,
  )
}
