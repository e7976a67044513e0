/** A document as plain text: a block to paste into an LCMS tab, or sentences to read aloud over telephone or radio. */
import { say } from '../messages/index.ts';
import type { Block, DocumentModel, Fact } from './model.ts';
import { outerBlocks } from './outer.ts';
import { renderReadout } from './readout.ts';

export function renderText(model: DocumentModel, form: 'lcms' | 'readout'): string {
  return form === 'lcms' ? renderLcms(model) : renderReadout(model);
}

/** An LCMS tab shows plain text in a column; at most 80 characters a line also survives mail and a terminal. */
const columns = 80;

function renderLcms(model: DocumentModel): string {
  const { locale } = model;
  const head = [
    ...(model.exercise ? [say(locale, 'document.exercise')] : []),
    capitals(model, model.title),
    ...(model.state === 'draft' ? [say(locale, 'document.draft')] : []),
  ].join(' - ');
  return `${[...wrap(head, ''), ...outerBlocks(model).flatMap((block) => blockLines(model, block))].join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function blockLines(model: DocumentModel, block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return ['', ...wrap(capitals(model, block.text), '')];
    case 'paragraph':
      return wrap(block.text, '');
    case 'remark':
      return ['', ...wrap(block.text, ''), ''];
    case 'list':
      return block.items.flatMap((item, index) => hung(block.ordered ? `${index + 1}. ` : '- ', item));
    case 'facts':
      return block.facts.flatMap((fact) => factLines(model, fact));
    case 'signature':
      return block.lines.flatMap((fact) => (fact.text.length === 0 ? [`${fact.label}: ${'.'.repeat(30)}`] : factLines(model, fact)));
    case 'table':
      return [...wrap(`${block.caption}:`, ''), ...block.rows.flatMap((row) => rowLines(block.columns, row))];
  }
}

function factLines(model: DocumentModel, fact: Fact): readonly string[] {
  const [first = `[${say(model.locale, 'document.empty')}]`, ...rest] = fact.text;
  return [...hung(`${fact.label}: `, first, '  '), ...rest.flatMap((text) => wrap(text, '  ', '  '))];
}

/** The first two columns are number and name; the others follow under them with their heads. */
function rowLines(heads: readonly string[], [number = '', name = '', ...rest]: readonly string[]): readonly string[] {
  const details = rest.flatMap((cell, index) => (cell === '' ? [] : [`${(heads[index + 2] ?? '').toLowerCase()}: ${cell}`]));
  return [...hung(`${number}. `, name, '   '), ...details.flatMap((detail) => wrap(detail, '   ', '     '))];
}

const capitals = (model: DocumentModel, text: string): string => text.toLocaleUpperCase(model.locale);

function hung(mark: string, text: string, indent = ' '.repeat(mark.length)): readonly string[] {
  return wrap(`${mark}${text}`, '', indent);
}

/** Lines of at most 80 characters; the first begins with `first`, the others with `indent`. A word that is longer is broken. */
function wrap(text: string, first: string, indent = first): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    let rest = word;
    if (!empty && size(line) + 1 + size(rest) > columns) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    while (size(line) + (empty ? 0 : 1) + size(rest) > columns) {
      const room = columns - size(line);
      lines.push(line + [...rest].slice(0, room).join(''));
      rest = [...rest].slice(room).join('');
      line = indent;
      empty = true;
    }
    line += (empty ? '' : ' ') + rest;
    empty = false;
  }
  return empty ? lines : [...lines, line];
}

const size = (text: string): number => [...text].length;
