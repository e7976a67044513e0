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
<h1>${escape(model.title)}</h1>
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
      return `<dl class="facts${index < firstHeading(model) ? ' key' : ''}">\n${block.facts.map((fact) => factHtml(model, fact)).join('\n')}\n</dl>`;
    case 'signature':
      return `<dl class="facts signature">\n${block.lines.map((fact) => (fact.text.length === 0 ? lineHtml(fact) : factHtml(model, fact))).join('\n')}\n</dl>`;
    case 'table':
      return tableHtml(block);
  }
}

const firstHeading = (model: DocumentModel): number => model.blocks.findIndex((block) => block.kind === 'heading');

function factHtml(model: DocumentModel, fact: Fact): string {
  const text =
    fact.text.length === 0
      ? `<p class="empty">${escape(say(model.locale, 'document.empty'))}</p>`
      : fact.text.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('');
  return `<div><dt>${escape(fact.label)}</dt><dd>${text}</dd></div>`;
}

const lineHtml = (fact: Fact): string => `<div><dt>${escape(fact.label)}</dt><dd class="line"></dd></div>`;

/** The second column names the row. */
function tableHtml(table: Extract<Block, { kind: 'table' }>): string {
  const head = table.columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('');
  const rows = table.rows.map((row) => `<tr>${row.map((cell, column) => (column === 1 ? `<th scope="row">${escape(cell)}</th>` : `<td>${escape(cell)}</td>`)).join('')}</tr>`);
  return `<table>\n<caption>${escape(table.caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as text. What no format can carry is already gone from the model (clean.ts). */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
