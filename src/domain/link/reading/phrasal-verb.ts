import { wordAt } from './look-around.ts'
import type { Token } from './tokens.ts'
import type { VerbForm } from './vocabulary.ts'

/** Verbs of two words by what they say: `rolls back AEP-23`, `turns on AEP-76`. */
const SENSES: ReadonlyMap<string, VerbForm['sense']> = new Map([
  ['roll back', 'removes'],
  ['switch off', 'removes'],
  ['turn off', 'removes'],
  ['back out', 'removes'],
  ['tak out', 'removes'],
  ['roll out', 'delivers'],
  ['switch on', 'delivers'],
  ['turn on', 'delivers'],
  ['bring in', 'delivers'],
])
const VERB = /^(roll|switch|turn|back|tak|bring)(|e|s|es|ing|ed|en)$/

/** The verb of two words whose first stands there. */
export function phrasalVerbAt(tokens: readonly Token[], at: number): VerbForm | undefined {
  const verb = VERB.exec(wordAt(tokens, at) ?? '')
  if (verb === null) return undefined
  const [, stem = '', ending = ''] = verb
  const sense = SENSES.get(`${stem} ${wordAt(tokens, at + 1) ?? ''}`)
  return sense === undefined ? undefined : { sense, form: formOf(ending) }
}

function formOf(ending: string): VerbForm['form'] {
  if (ending === 'ing') return 'gerund'
  if (ending === 'ed' || ending === 'en') return 'past'
  return ending === 's' || ending === 'es' ? 'third' : 'base'
}
