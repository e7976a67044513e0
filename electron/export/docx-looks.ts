/** The looks of a Word document: styles, colours and measures. Half points for type, twips (1/20 point) for the rest. */
import { BorderStyle, type IStylesOptions } from 'docx';

/** On every Windows and macOS machine; Linux has one of the same widths. The font of the window is in no Office, and cannot go along in the file. */
const font = 'Arial';

export const colours = { ink: '1B1F24', soft: '4A5561', rule: 'B8C2CC', lint: '154273', draft: 'A3341F', exercise: '8A4B00', paper: 'F3F6F9', draftPaper: 'FDF3F1', exercisePaper: 'FFE9C9' } as const;

const millimetre = 56.7;
export const twips = (mm: number): number => Math.round(mm * millimetre);

/** A4 in millimetres with the margins that leave room for head and foot. */
export const page = { width: 210, height: 297, top: 28, right: 20, bottom: 24, left: 22 } as const;
export const textWidth = twips(page.width - page.left - page.right);

export const thin = { style: BorderStyle.SINGLE, size: 4, color: colours.rule } as const;
export const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Styles that a person in Word finds by name and can change in one place. */
export function styles(language: string): IStylesOptions {
  return {
    default: {
      document: { run: { font, size: 20, color: colours.ink, language: { value: language } }, paragraph: { spacing: { after: 80, line: 264 } } },
      title: { run: { font, size: 40, bold: true, color: colours.lint }, paragraph: { spacing: { after: 200 } } },
      heading1: { run: { font, size: 27, bold: true, color: colours.lint }, paragraph: { spacing: { before: 360, after: 100 }, keepNext: true } },
      heading2: { run: { font, size: 23, bold: true, color: colours.ink }, paragraph: { spacing: { before: 200, after: 60 }, keepNext: true } },
      caption: { run: { font, size: 19, bold: true, italics: false, color: colours.soft }, paragraph: { spacing: { before: 120, after: 60 }, keepNext: true } },
    },
    paragraphStyles: [
      { id: 'FactLabel', name: 'Fact Label', basedOn: 'Normal', run: { bold: true, color: colours.soft }, paragraph: { spacing: { before: 40, after: 40 } } },
      { id: 'FactText', name: 'Fact Text', basedOn: 'Normal', paragraph: { spacing: { before: 40, after: 40 } } },
      { id: 'TableHead', name: 'Table Head', basedOn: 'Normal', run: { size: 19, bold: true, color: 'FFFFFF' }, paragraph: { spacing: { before: 40, after: 40 } } },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { before: 40, after: 40 } } },
      { id: 'RemarkConcept', name: 'Remark Concept', basedOn: 'Normal', run: { bold: true, color: colours.draft }, paragraph: { spacing: { before: 60, after: 160 } } },
      { id: 'RemarkWarning', name: 'Remark Warning', basedOn: 'Normal', run: { bold: true, color: '5C3200' }, paragraph: { spacing: { before: 60, after: 160 } } },
      { id: 'RemarkNote', name: 'Remark Note', basedOn: 'Normal', run: { size: 17, color: colours.soft }, paragraph: { spacing: { before: 360 } } },
      { id: 'Running', name: 'Running Head and Foot', basedOn: 'Normal', run: { size: 17, color: colours.soft }, paragraph: { spacing: { after: 0 } } },
    ],
  };
}
