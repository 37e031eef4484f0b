import { BorderStyle, type IParagraphStyleOptions, type IStylesOptions, ShadingType } from 'docx';

/** Paragraphs of Word that have a look of their own. The first two are Word's, under its names in every language. */
export const STYLE = {
  quote: 'Quote',
  caption: 'Caption',
  note: 'CalloutNote',
  important: 'CalloutImportant',
} as const;

/** What a list of styles calls those that Word does not know. */
export interface StyleNames {
  readonly note: string;
  readonly important: string;
}

/** Twentieths of a point. */
const INDENT = 480;
const SPACE = { before: 160, after: 160 };

/** The styles of a post's document, so that a person can change the look of all quotations at once. */
export function stylesOf(language: 'vi' | 'en', names: StyleNames): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: 'Times New Roman', size: 26, language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' } },
        paragraph: { spacing: { after: 120, line: 300 } },
      },
    },
    paragraphStyles: [
      {
        ...{ id: STYLE.quote, name: 'Quote', basedOn: 'Normal', next: 'Normal', quickFormat: true },
        run: { italics: true },
        paragraph: {
          indent: { left: INDENT, right: INDENT },
          spacing: SPACE,
          border: { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: '8A97A6' } },
        },
      },
      {
        ...{ id: STYLE.caption, name: 'caption', basedOn: 'Normal', next: 'Normal', quickFormat: true },
        run: { italics: true, size: 24 },
        paragraph: { alignment: 'center' },
      },
      callout(STYLE.note, names.note, { color: '0C4F8A', fill: 'EAF2FA' }),
      callout(STYLE.important, names.important, { color: 'A3480B', fill: 'FDEBD8' }),
    ],
  };
}

function callout(
  id: string,
  name: string,
  { color, fill }: { readonly color: string; readonly fill: string },
): IParagraphStyleOptions {
  const thin = { style: BorderStyle.SINGLE, size: 4, space: 6, color } as const;
  return {
    ...{ id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true },
    paragraph: {
      indent: { left: 160, right: 160 },
      spacing: SPACE,
      border: { top: thin, bottom: thin, right: thin, left: { ...thin, size: 24 } },
      shading: { type: ShadingType.CLEAR, fill },
    },
  };
}
