import type { Language } from '../../src/i18n/text'
import type { RuleInWords, StepInWords } from '../../src/operations/explainInWords'
import type { VerdictInWords } from '../../src/rules/verdictInWords'
import { filled } from '../parts/filled'
import { texts } from './texts'

type Told = { readonly type: string; readonly language: Language }

/** The type and the organs from the top down, each with its rules: a tick or a cross, what was asked and what the relation has. */
export const Steps = ({ steps, ...told }: Told & { readonly steps: readonly StepInWords[] }) => (
  <ol className="kring-steps">{steps.map((step) => (
    <li key={step.organ ?? 0}>
      <h3>{step.organ === null ? filled(texts[told.language].ofType, { type: step.title }) : step.title}</h3>
      {step.rules.length === 0 && <p>{texts[told.language].asksNothing}</p>}
      {step.rules.map((rule) => <RuleOfStep key={rule.of} rule={rule} {...told} />)}
    </li>
  ))}</ol>
)

const RuleOfStep = ({ rule: { of, isDecisive, words }, type, language }: Told & { readonly rule: RuleInWords }) => {
  const t = texts[language]
  return (
    <>
      {of === 'organAndType' && <p>{filled(t.extra, { type })}</p>}
      <ul className="kring-checks"><Node told={words} language={language} /></ul>
      {isDecisive && <p><strong>{t.decisive}</strong></p>}
    </>
  )
}

const groupWords = { all: 'all', any: 'any', not: 'not' } as const

/** A condition with its answer; a group with what it asks of its parts. */
const Node = ({ told, language }: { readonly told: VerdictInWords; readonly language: Language }) => {
  const t = texts[language]
  return (
    <li className={told.holds ? 'holds' : 'fails'} data-decisive={told.isDecisive || undefined}>
      <span className="kring-hidden">{told.holds ? t.yes : t.no}</span>
      {told.kind === 'condition' || told.isDecisive ? told.line : t[groupWords[told.kind]]}
      {told.kind !== 'condition' && <ul className="kring-checks">{told.parts.map((part, index) => <Node key={index} told={part} language={language} />)}</ul>}
    </li>
  )
}
