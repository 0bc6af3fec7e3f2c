/** Formats in another language: the same sections, phases and rules, with their texts replaced. */
import type { Format, Section } from '../format.ts'
import { own } from '../own.ts'
import { GERMAN } from './german.ts'
import type { FormatTexts } from './texts.ts'

/** Languages that a session may be made in; its texts stay in that one for everybody. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** The format in a language; parts that have no texts in it keep their own. */
export function inLanguage(format: Format, language: Language): Format {
  const texts = language === 'de' ? own(GERMAN, format.id) : undefined
  if (texts === undefined) return format
  return {
    ...format,
    title: texts.title,
    about: texts.about,
    ...(texts.crowd === undefined ? {} : { crowd: texts.crowd }),
    ...(texts.premise === undefined ? {} : { premise: texts.premise }),
    sections: format.sections.map((section) => withTexts(section, own(texts.sections, section.id))),
    phases: format.phases.map((phase) => {
      const said = own(texts.phases, phase.id)
      return said === undefined ? phase : { ...phase, ...said, prompts: [...said.prompts] }
    }),
  }
}

function withTexts(section: Section, texts: FormatTexts['sections'][string] | undefined): Section {
  if (texts === undefined) return section
  const { title, lanes, options, axes } = texts
  switch (section.kind) {
    case 'columns':
      return { ...section, title, lanes: [...(lanes ?? section.lanes)] }
    case 'poll':
      return { ...section, title, options: [...(options ?? section.options)] }
    case 'matrix':
      return {
        ...section,
        title,
        axes: section.axes.map((axis) => ({ ...axis, ...own(axes ?? {}, axis.id) })),
      }
    case 'wall':
    case 'actions':
    case 'notes':
      return { ...section, title }
  }
}
