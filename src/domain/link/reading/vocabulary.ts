/** A verb that tells what becomes of an AEP, in the form it was met. */
export interface VerbForm {
  readonly sense: 'delivers' | 'removes' | 'amends'
  /** `add`, `adds`, `adding`, `added`. */
  readonly form: 'base' | 'third' | 'gerund' | 'past'
  /** Who does it makes it true by itself, be it a module: `BME implements AEP-76`; what `enables` it may only allow it. */
  readonly isFulfilled?: boolean
  /** Of a text it tells that the text is written: only a release makes more of it. */
  readonly isEditorial?: boolean
}

const DELIVERS = [
  ...['implement', 'introduce', 'add', 'enable', 'deliver', 'ship', 'include', 'activate'],
  ...['bring', 'launch', 'release', 'land', 'contain', 'comprise', 'incorporate', 'deploy'],
  ...['install', 'unveil', 'feature', 'provide', 'reintroduce', 're-introduce', 'reenable'],
  ...['re-enable', 'reactivate', 're-activate', 're-add'],
]
const REMOVES = [
  ...['remove', 'delete', 'disable', 'revert', 'retire', 'undo', 'uninstall', 'deactivate'],
  ...['drop', 'decommission', 'sunset', 'rescind', 'repeal'],
]
const AMENDS = ['amend', 'revise', 'modify', 'update', 'change', 'extend', 'refine', 'adjust']
/** Irregular, or with a consonant doubled. */
const PASTS: ReadonlyMap<string, string> = new Map([
  ['bring', 'brought'],
  ['ship', 'shipped'],
  ['undo', 'undone'],
  ['drop', 'dropped'],
  ['sunset', 'sunsetted'],
])
const GERUNDS: ReadonlyMap<string, string> = new Map([
  ['ship', 'shipping'],
  ['drop', 'dropping'],
  ['sunset', 'sunsetting'],
])
/** More often nouns, which tell nothing. */
const NOUNS: ReadonlySet<string> = new Set([
  ...['release', 'releases', 'launch', 'land', 'feature', 'features', 'change', 'changes'],
  ...['update', 'updates'],
])

const COMPLETES = ['completes', 'finalizes', 'finalises']
const FULFILS: ReadonlySet<string> = new Set(['implement', 'introduce', 'deliver', 'bring'])

const FORMS: ReadonlyMap<string, VerbForm> = new Map([
  ...DELIVERS.flatMap((verb) => formsOf(verb, 'delivers')),
  ...REMOVES.flatMap((verb) => formsOf(verb, 'removes')),
  ...AMENDS.flatMap((verb) => formsOf(verb, 'amends')),
  ...COMPLETES.map((verb): [string, VerbForm] => [
    verb,
    { sense: 'delivers', form: 'third', isEditorial: true },
  ]),
])

function formsOf(verb: string, sense: VerbForm['sense']): [string, VerbForm][] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  const past = PASTS.get(verb) ?? `${stem}ed`
  const gerund = GERUNDS.get(verb) ?? `${stem}ing`
  const isFulfilled = FULFILS.has(verb)
  return [
    [verb, { sense, form: 'base', isFulfilled }],
    [
      verb === 'undo' ? 'undoes' : verb === 'launch' ? 'launches' : `${verb}s`,
      { sense, form: 'third', isFulfilled },
    ],
    [gerund, { sense, form: 'gerund' }],
    [past, { sense, form: 'past' }],
  ]
}

/** undefined for every other word, and for forms that mostly are nouns. */
export function verbForm(word: string): VerbForm | undefined {
  return NOUNS.has(word) ? undefined : FORMS.get(word)
}

/** A participle of delivery, or an adjective that says as much: `AEP-76 is live`. */
export function stateOf(word: string): VerbForm['sense'] | undefined {
  if (word === 'live' || word === 'active' || word === 'effective' || word === 'available') {
    return 'delivers'
  }
  const verb = FORMS.get(word)
  return verb?.form === 'past' ? verb.sense : undefined
}

/** `the implementation of AEP-76`. */
export const NOMINALS: ReadonlyMap<string, VerbForm['sense']> = new Map([
  ...[
    ...['implementation', 'introduction', 'addition', 'activation', 'enablement', 'rollout'],
    ...['roll-out', 'delivery', 'inclusion', 'deployment', 'launch', 'release'],
  ].map((noun) => [noun, 'delivers'] as const),
  ...['removal', 'deletion', 'reversal', 'rollback', 'deactivation'].map(
    (noun) => [noun, 'removes'] as const,
  ),
])

/** `support for AEP-76` is as good as the AEP itself. */
export const SUPPORT: ReadonlySet<string> = new Set([
  ...['support', 'implementation', 'functionality', 'feature', 'module', 'modules'],
])

/** Verbs that need no participle: `AEP-76 ships`, `AEP-76 goes live`. */
export const ARRIVES: ReadonlySet<string> = new Set([
  ...['ship', 'ships', 'land', 'lands', 'arrive', 'arrives', 'launches', 'activates', 'debuts'],
])

/** Before a participle that tells of now: `is enabled`. */
export const AUXILIARIES: ReadonlySet<string> = new Set([
  ...['is', 'are', 'be', 'being', 'gets', 'get', 'becomes', 'become', 'goes', 'go', 'comes'],
])
/** Before a participle that tells of earlier: `was enabled`. */
export const PAST_AUXILIARIES: ReadonlySet<string> = new Set([
  ...['was', 'were', 'has', 'have', 'had', 'been', 'became', 'went', 'got'],
])
/** Between a verb and what it says, without changing it. */
export const ADVERBS: ReadonlySet<string> = new Set([
  ...['also', 'now', 'fully', 'hereby', 'finally', 'therefore', 'thereby', 'both', 'all', 'then'],
  ...['will', 'shall', 'thus', 'successfully', 'natively', 'directly', 'each', 'initially'],
])
/** Before a name, without a meaning of their own here. */
export const ARTICLES: ReadonlySet<string> = new Set([
  ...['the', 'a', 'an', 'both', 'also', 'new', 'proposal', 'proposals', 'following', 'these'],
  ...['our', 'its', 'all', 'full', 'complete', 'initial', 'feature', 'features', 'aep', 'aeps'],
])

/** Words that deny what is said. */
const NEGATIONS: ReadonlySet<string> = new Set([
  ...['not', 'no', 'never', 'without', 'cannot', 'nor', 'neither', 'none', 'nothing', 'hardly'],
  ...['nobody', 'dont', 'doesnt', 'didnt', 'isnt', 'arent', 'wont', 'wouldnt', 'cant'],
  ...['excludes', 'exclude', 'excluding', 'excluded', 'except', 'omits', 'omitted', 'lacks'],
])

/** `not`, `without`, `doesn't`. */
export function isDenial(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't")
}

/** Says that it happens elsewhere, at another time, or only perhaps. */
export const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['later', 'future', 'next', 'subsequent', 'subsequently', 'upcoming', 'eventually', 'soon'],
  ...['separate', 'separately', 'another', 'previous', 'previously', 'earlier', 'already'],
  ...['prior', 'past', 'formerly', 'originally', 'last', 'old', 'older', 'planned', 'tentative'],
  ...['tentatively', 'postponed', 'postpones', 'deferred', 'defers', 'delayed', 'delays'],
  ...['someday', 'tbd', 'tba', 'testnet', 'testnets', 'sandbox', 'devnet', 'may', 'might'],
  ...['could', 'should', 'would-be', 'maybe', 'perhaps', 'possibly', 'potentially', 'partially'],
  ...[
    'partly',
    'optionally',
    'competing',
    'rejected',
    'follow-up',
    'followup',
    'v-next',
    'pending',
  ],
  ...['afterwards', 'thereafter', 'once', 'unless', 'until', 'till', 'yet', 'almost', 'would'],
  ...['closer', 'todo', 'behind', 'dormant', 'inactive', 'paused', 'reportedly', 'allegedly'],
  ...[
    'supposedly',
    'apparently',
    'presumably',
    'hypothetically',
    'theoretically',
    'theory',
    'half',
    'nearly',
    'virtually',
  ],
  ...['experimental', 'experimentally', 'proposal-only', 'draft', 'mock', 'fork', 'forks'],
])

/** Ties what follows to something else than the verb before it. */
export const PREPOSITIONS: ReadonlySet<string> = new Set([
  ...['by', 'in', 'from', 'with', 'via', 'through', 'per', 'under', 'within', 'against', 'before'],
  ...['after', 'since', 'until', 'till', 'as', 'than', 'like', 'beyond', 'besides', 'to', 'that'],
  ...['which', 'who', 'whose', 'where', 'when', 'whenever', 'if', 'unless', 'because', 'so'],
  ...['but', 'while', 'whereas', 'although', 'though', 'despite', 'instead', 'rather', 'about'],
  ...['on', 'onto', 'into', 'upon', 'toward', 'towards', 'over', 'at', 'of', 'for', 'around'],
  ...['alongside', 'between', 'during', 'following', 'given', 'how', 'what', 'why', 'once'],
  ...['is', 'are', 'was', 'were', 'be', 'been', 'being', 'has', 'have', 'had', 'does', 'do'],
])

/** Between clauses: what stands before one of these says nothing of what comes after. */
export const CLAUSE_STARTS: ReadonlySet<string> = new Set([
  ...['but', 'while', 'whereas', 'although', 'though', 'however', 'which', 'because'],
])

/** Conditions under which nothing is said to happen. */
export const CONDITIONS: ReadonlySet<string> = new Set([
  ...['if', 'when', 'whenever', 'once', 'until', 'till', 'unless', 'before', 'after', 'whether'],
  ...['since', 'that', 'where', 'as', 'because', 'should', 'following', 'with'],
])

/** Beginnings of words that put something between the release and the AEP: `fixes`, `requires`, `discussed`. */
const STOPS =
  /^(?:requir|depend|discuss|discussion|follows$|followed|superse|replac|prepar|deprecat|fix|bug|hotfix|patch|test|docs?$|document|describ|mention|referenc|refer|see$|cf$|relat|consider|evaluat|review|vot|approv|reject|cancel|delay|postpon|defer|block|skip|omit|avoid|prevent|break|affect|impact|unlock|pav|lay|groundwork|foundation|prerequisit|improv|enhanc|tun(?:e|es|ing)$|correct|optimi|harden|audit|monitor|build|built|based|us(?:e|es|ed|ing)$|leverag|compat|complement|accompan|finali[sz]|continu|resum|proposes|proposed|propose$|draft|specif|defin|outlin|plan|intend|aim|schedul|expect|hope|explor|research|investigat|inspir|similar|instead|rather|unlike|beyond|lesson|incident|issue|risk|concern|question|feedback|comment|debate|poll|signal|amend|revis|address|clarif|alig|rename|refactor|rework|rewrit|workaround|regress|follow-?up|successor|predecessor|alternativ|version|part$|parts$|phase|stage|step|first$|second$|half|subset|portion|piece|prototype|preview|remov|revert|delet|disabl|drop|undo|rollback|reversal|thank|credit|author|idea|concept|motivat|background|context|history|link|roadmap|milestone|fund|pay|budget|grant|reimburs|request|ask|let|allow|help|try|attempt|fail|refus|oppos|against|versus|vs$|contradict|conflict|violat|keep(?:s|ing)?$|stop(?:s|ped|ping)?$|halt(?:s|ed|ing)?$|paus(?:e|es|ed|ing)$|reconsider|revisit|retain|suspend|withh|withdraw|abandon)/

/** Whether a word puts something between the release and the AEP. */
export function isStop(word: string): boolean {
  return STOPS.test(word)
}

/** `AEP-76 fixes`, `AEP-80 parameters`: something of it, not the thing. */
const PARTS =
  /^(?:fix|bug|hotfix|patch|test|docs?$|document|follow|groundwork|prerequisit|prepar|scaffold|tooling|discussion|param|config|metric|improv|change|updat|draft|spec|phase|part|step|stage|regress|workaround|cleanup|clean-up|refactor|optimi|audit|roadmap|review|vote|debate|migrat|compat|depend|requir|related|style|like$|based|ready$|readiness|extension|amend|revision|rename|tuning|performance|error|issue|incident|rollback|telemetry|logging|monitoring|text$|wording|tweak)/

/** Whether a word after an AEP makes it something of the AEP. */
export function isPartOf(word: string): boolean {
  return PARTS.test(word)
}

const CONTENT =
  /^(?:new|highlight|highlights|content|contents|changes|change|changelog|what's|whats|inside|feature|features|scope|aeps?|included|release|notes|consists)$/
const RELEASE_LABEL =
  /^(?:akash|network|mainnet|upgrade|upgrades|update|to|version|software|chain|the|release|node|this|proposal|and|from|a|v?\d+(?:\.\d+)*(?:-rc\d+)?)$/
const ASIDE =
  /^(?:reference|references|link|links|related|background|motivation|discussion|discussions|see|further|reading|requirement|requirements|requires|prerequisite|prerequisites|dependency|dependencies|depends|roadmap|history|known|fix|fixes|fixed|bug|bugs|bugfixes|docs|documentation|test|tests|testing|governance|audit|audits|context|ahead|after|resources|credits|thanks|faq|risks|alternatives|considered|improvements|improved|changed|updated|deprecated|deprecations|deprecates|open|questions)$/

/** A word for what a release brings. */
export function isContentWord(word: string): boolean {
  return CONTENT.test(word)
}

/** What a heading or a lead such as `This release contains:` makes of the list below it. */
export function judgeLabelWord(word: string): 'content' | 'release' | 'aside' | undefined {
  if (ASIDE.test(word)) return 'aside'
  if (CONTENT.test(word)) return 'content'
  return RELEASE_LABEL.test(word) ? 'release' : undefined
}
