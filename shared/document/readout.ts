/** A document to read aloud: short sentences, each with its number, so that the listener can write along and ask one back. */
import { say } from '../messages/index.ts';
import type { Block, DocumentModel, Fact } from './model.ts';
import { aloud, figured, sentences, spelled } from './spoken.ts';
import { outerBlocks } from './outer.ts';

export function renderReadout(model: DocumentModel): string {
  const { locale } = model;
  const body = [
    ...(model.exercise ? [say(locale, 'document.readout.exercise')] : []),
    `${model.title}.`,
    `${say(locale, 'document.reference')}: ${spelled(locale, model.reference)}.`,
    ...(model.version === undefined ? [] : [say(locale, 'document.readout.version', { version: figured(locale, String(model.version)) })]),
    ...(model.state === 'draft' ? sentences(say(locale, model.what === 'advice' ? 'document.readout.draft.advice' : 'document.readout.draft')) : []),
    ...outerBlocks(model).flatMap((block, index, all) => (isSummary(all, index) ? summarySentences(model, block) : blockSentences(model, block))),
  ];
  const end = say(locale, model.what === undefined ? 'document.readout.end' : `document.readout.end.${model.what}`, { count: figured(locale, String(body.length)) });
  const lines = [...body.map((sentence, index) => `${index + 1}. ${sentence}`), end];
  return `${say(locale, 'document.readout.title').toLocaleUpperCase(locale)}\n${say(locale, 'document.readout.how')}\n\n${lines.join('\n')}\n`;
}

/** What stands before the first heading: the standing of the paper and the key facts. */
const isSummary = (blocks: readonly Block[], index: number): boolean => !blocks.slice(0, index + 1).some((block) => block.kind === 'heading');

/** Of the key facts only those that were not said yet and do not come back in a section. */
function summarySentences(model: DocumentModel, block: Block): readonly string[] {
  if (block.kind !== 'facts') return [];
  const wanted = new Set([say(model.locale, 'document.basis'), say(model.locale, 'document.made')]);
  return block.facts.filter((fact) => wanted.has(fact.label)).flatMap((fact) => factSentences(model, fact));
}

function blockSentences(model: DocumentModel, block: Block): readonly string[] {
  const { locale } = model;
  switch (block.kind) {
    case 'heading':
      return [headingSentence(model, block.text)];
    case 'facts':
      return block.facts.flatMap((fact) => factSentences(model, fact));
    case 'signature':
      return block.lines.filter((fact) => fact.text.length > 0).flatMap((fact) => factSentences(model, fact));
    case 'table':
      return block.rows.flatMap((row) => rowSentences(model, block.columns, row, block.rows.length));
    case 'list':
      return block.items.flatMap((item) => sentences(item).map((one) => ended(aloud(locale, one))));
    case 'paragraph':
      return sentences(block.text).map((one) => ended(aloud(locale, one)));
    case 'remark':
      return [];
  }
}

function headingSentence({ locale }: DocumentModel, text: string): string {
  const [, number, words] = /^(\d+) (.*)$/.exec(text) ?? [];
  return number === undefined || words === undefined ? `${text}.` : say(locale, 'document.readout.part', { number: figured(locale, number), part: words });
}

function factSentences({ locale }: DocumentModel, fact: Fact): readonly string[] {
  const [first = say(locale, 'document.empty'), ...rest] = fact.text.flatMap((text) => sentences(text));
  return [`${fact.label}: ${first}`, ...rest].map((one) => ended(aloud(locale, one)));
}

/**
 * The first two columns are number and name. Where quantity and unit follow, as in what is asked, the quantity is said twice, the second
 * time in figures only; other columns are said with their heads.
 */
function rowSentences({ locale }: DocumentModel, heads: readonly string[], row: readonly string[], total: number): readonly string[] {
  const asks = heads[2] === say(locale, 'document.capabilities.quantity');
  const [number = '', name = '', ...cells] = row;
  const [quantity = '', unit = ''] = asks ? cells : [];
  const rest = asks ? cells.slice(2) : cells;
  const amount = [quantity, unit].filter((part) => part !== '').join(' ');
  return [
    say(locale, 'document.readout.line', { number: figured(locale, number), total: figured(locale, String(total)), name: aloud(locale, name) }),
    ...(amount === '' ? [] : [say(locale, 'document.readout.amount', { amount, again: [spelled(locale, plain(quantity)), unit].filter((part) => part !== '').join(' ') })]),
    ...rest.flatMap((cell, index) => (cell === '' ? [] : [ended(aloud(locale, `${heads[index + row.length - rest.length] ?? ''}: ${cell}`))])),
  ];
}

/** Figures without the marks that group them: a listener writes 100000 down as it is said. */
const plain = (quantity: string): string => (/^\d{1,3}([.,]\d{3})+$/.test(quantity) ? quantity.replace(/[.,]/g, '') : quantity);

const ended = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);
