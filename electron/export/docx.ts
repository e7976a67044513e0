/** A document model as a Word file with real styles, headings, repeated table heads and page fields. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, DocumentModel, Fact } from '../../shared/document/model.ts';
import { runningWords } from '../../shared/document/running.ts';
import { say } from '../../shared/messages/index.ts';
import { colours, noLine, page, styles, textWidth, thin, twips } from './docx-looks.ts';

const languages = { nl: 'nl-NL', en: 'en-GB' } as const;

export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  const words = runningWords(model);
  const file = new Document({
    title: `${model.exercise ? `${words.standing} · ` : ''}${model.title} ${model.reference}`,
    subject: model.exercise ? `${words.standing} · ${words.document}` : words.document,
    creator: model.author,
    lastModifiedBy: model.author,
    description: words.standing,
    styles: styles(languages[model.locale]),
    numbering: { config: [{ reference: 'steps', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 360, hanging: 360 } } } }] }] },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: { top: twips(page.top), right: twips(page.right), bottom: twips(page.bottom), left: twips(page.left), header: twips(12), footer: twips(10) },
          },
        },
        headers: { default: new Header({ children: [running(words.document, standingRun(model, words.standing), 'bottom')] }) },
        footers: { default: new Footer({ children: [running(words.made, new TextRun({ children: [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES] }), 'top')] }) },
        children: [new Paragraph({ text: model.title, heading: HeadingLevel.TITLE }), ...model.blocks.flatMap((block) => blockParts(model, block))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** One line in head or foot: words on the left, words on the right, a rule towards the text. */
function running(left: string, right: TextRun, rule: 'top' | 'bottom'): Paragraph {
  const bold = rule === 'bottom';
  return new Paragraph({
    style: 'Running',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    border: { [rule]: { style: BorderStyle.SINGLE, size: 4, color: colours.rule, space: 4 } },
    children: [new TextRun({ text: left, bold, ...(bold ? { color: colours.lint } : {}) }), new TextRun({ children: ['\t'] }), right],
  });
}

function standingRun(model: DocumentModel, text: string): TextRun {
  if (model.state !== 'draft' && !model.exercise) return new TextRun({ text });
  return new TextRun({ text, bold: true, size: 24, color: model.exercise ? colours.exercise : colours.draft });
}

function blockParts(model: DocumentModel, block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 })];
    case 'paragraph':
      return [new Paragraph({ text: block.text })];
    case 'list':
      return block.items.map((text) => new Paragraph({ text, ...(block.ordered ? { numbering: { reference: 'steps', level: 0 } } : { bullet: { level: 0 } }) }));
    case 'remark':
      return [remarkParagraph(block)];
    case 'facts':
      return [factTable(model, block.facts, 0), gap()];
    case 'signature':
      return [factTable(model, block.lines, twips(9)), gap()];
    case 'table':
      return [new Paragraph({ text: block.caption, style: 'Caption' }), dataTable(block), gap()];
  }
}

/** Word joins two tables that touch; a low empty line keeps them apart. */
const gap = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 0, line: 120 }, children: [] });

function remarkParagraph({ tone, text }: Extract<Block, { kind: 'remark' }>): Paragraph {
  if (tone === 'note') return new Paragraph({ text, style: 'RemarkNote' });
  const [style, line, fill] = tone === 'concept' ? ['RemarkConcept', colours.draft, colours.draftPaper] : ['RemarkWarning', colours.exercise, colours.exercisePaper];
  return new Paragraph({
    text,
    style,
    border: { left: { style: BorderStyle.SINGLE, size: 24, color: line, space: 6 } },
    shading: { type: ShadingType.CLEAR, fill, color: 'auto' },
    indent: { left: 120 },
  });
}

const labelWidth = twips(48);

/** Label and text beside each other. With a line height the empty lines are left open, to write on. */
function factTable(model: DocumentModel, facts: readonly Fact[], lineHeight: number): Table {
  const widths = [labelWidth, textWidth - labelWidth];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: thin, bottom: thin, insideHorizontal: thin, left: noLine, right: noLine, insideVertical: noLine },
    tableLook: { firstColumn: true, firstRow: false, noHBand: true, noVBand: true },
    rows: facts.map(
      (fact, index) =>
        new TableRow({
          // A row breaks across pages only when it is long text.
          cantSplit: fact.text.join(' ').length < 600,
          ...(lineHeight > 0 && fact.text.length === 0 ? { height: { value: index === facts.length - 1 ? lineHeight * 2 : lineHeight, rule: HeightRule.ATLEAST } } : {}),
          children: [cell([new Paragraph({ text: fact.label, style: 'FactLabel', keepNext: lineHeight > 0 })], widths[0] ?? 0), cell(factParagraphs(model, fact, lineHeight > 0), widths[1] ?? 0)],
        }),
    ),
  });
}

function factParagraphs(model: DocumentModel, fact: Fact, open: boolean): Paragraph[] {
  if (fact.text.length > 0) return fact.text.map((text) => new Paragraph({ text, style: 'FactText' }));
  if (open) return [new Paragraph({ style: 'FactText' })];
  return [new Paragraph({ style: 'FactText', children: [new TextRun({ text: `[${say(model.locale, 'document.empty')}]`, color: colours.draft })] })];
}

/** Parts of the width per column: number, name, quantity, unit, note, substitute. */
const shares = [0.06, 0.28, 0.1, 0.14, 0.22, 0.2] as const;

/** Quantities stand to the right, so that their figures line up. */
const right = (column: number): object => (column === 2 ? { alignment: AlignmentType.END } : {});

function dataTable(table: Extract<Block, { kind: 'table' }>): Table {
  const widths = table.columns.map((_, column) => Math.round(textWidth * (shares[column] ?? 1 / table.columns.length)));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((text, column) =>
      cell([new Paragraph({ text, style: 'TableHead', keepNext: true, ...right(column) })], widths[column] ?? 0, { type: ShadingType.CLEAR, fill: colours.lint, color: 'auto' }),
    ),
  });
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, column) => cell([new Paragraph({ style: 'TableText', ...right(column), children: [new TextRun({ text, bold: column === 1 })] })], widths[column] ?? 0)),
      }),
  );
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: thin, bottom: thin, insideHorizontal: thin, left: noLine, right: noLine, insideVertical: noLine },
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [head, ...rows],
  });
}

function cell(children: Paragraph[], width: number, shading?: { type: typeof ShadingType.CLEAR; fill: string; color: string }): TableCell {
  return new TableCell({ children, width: { size: width, type: WidthType.DXA }, margins: { top: 20, bottom: 20, left: 80, right: 80 }, ...(shading ? { shading } : {}) });
}
