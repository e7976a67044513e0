/**
 * A document as a page to look at and to print. All looks are in /print.css: no style element, no style attribute, no script, so that
 * the strictest content policy passes it. The running header and footer are margin boxes of the printed page; print.css takes their
 * words from the data attributes of the root element and adds the page numbers.
 */
import { say } from '../messages/index.ts';
import type { Block, DocumentModel, Fact } from './model.ts';
import { runningWords } from './running.ts';

export function renderHtml(model: DocumentModel): string {
  const words = runningWords(model);
  const running: Readonly<Record<string, string>> = {
    'data-running': words.document,
    'data-standing': words.standing,
    'data-made': words.made,
    'data-page': words.page,
    'data-of': words.of,
  };
  const attributes = Object.entries(running)
    .map(([name, value]) => `${name}="${escape(value)}"`)
    .join(' ');
  const kinds = [model.state, ...(model.exercise ? ['exercise'] : [])].join(' ');
  return `<!doctype html>
<html lang="${model.locale}" ${attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escape(model.author)}">
<title>${escape(`${words.standing} · ${words.document}`)}</title>
<link rel="stylesheet" href="/print.css">
</head>
<body class="${kinds}">
<main>
<h1 id="title">${escape(model.title)}</h1>
${model.blocks.map((block, index) => blockHtml(model, block, index)).join('\n')}
</main>
</body>
</html>
`;
}

function blockHtml(model: DocumentModel, block: Block, index: number): string {
  switch (block.kind) {
    case 'heading': {
      // The title is the only h1.
      const tag = `h${block.level + 1}`;
      return `<${tag} id="${escape(block.anchor)}">${escape(block.text)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${escape(block.text)}</p>`;
    case 'remark':
      return `<p class="remark ${block.tone}">${escape(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li>${escape(item)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'facts':
    case 'signature':
      return factsHtml(model, block, index);
    case 'table':
      return tableHtml(block);
  }
}

/** Label and text as a table with row heads: printed to PDF it is tagged as such, which a description list is not. */
function factsHtml(model: DocumentModel, block: Extract<Block, { kind: 'facts' | 'signature' }>, index: number): string {
  const heading = model.blocks.slice(0, index).findLast((one) => one.kind === 'heading');
  const isKey = heading === undefined;
  const facts = block.kind === 'facts' ? block.facts : block.lines;
  const rows = facts.map((fact) => (block.kind === 'signature' && fact.text.length === 0 ? factRow(fact, '<td class="line"></td>') : factRow(fact, `<td>${textHtml(model, fact)}</td>`)));
  const kinds = ['facts', ...(isKey ? ['key'] : []), ...(block.kind === 'signature' ? ['signature'] : [])].join(' ');
  return `<table class="${kinds}" aria-labelledby="${isKey ? 'title' : escape(heading.anchor)}">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

const factRow = (fact: Fact, cell: string): string => `<tr><th scope="row">${escape(fact.label)}</th>${cell}</tr>`;

function textHtml(model: DocumentModel, fact: Fact): string {
  if (fact.text.length === 0) return `<p class="empty">[${escape(say(model.locale, 'document.empty'))}]</p>`;
  return fact.text.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('');
}

/** The second column names the row. */
function tableHtml(table: Extract<Block, { kind: 'table' }>): string {
  const head = table.columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('');
  const rows = table.rows.map((row) => `<tr>${row.map((cell, column) => (column === 1 ? `<th scope="row">${escape(cell)}</th>` : `<td>${escape(cell)}</td>`)).join('')}</tr>`);
  return `<table class="data">\n<caption>${escape(table.caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as text. What no format can carry is already gone from the model (clean.ts). */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
