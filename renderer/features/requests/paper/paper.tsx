/** A document as a sheet of paper on the screen: the same model, in the same order, as every exported file. */
import { type ReactNode, createElement } from 'react';
import { say } from '../../../../shared/messages/index.ts';
import type { Block, DocumentModel, Fact } from '../../../../shared/document/model.ts';
import { runningWords } from '../../../../shared/document/running.ts';
import { classNames } from '../../../ui/index.ts';
import styles from './paper.module.css';

export function Paper({ model }: { readonly model: DocumentModel }): ReactNode {
  const words = runningWords(model);
  return (
    <article className={classNames(styles.paper, model.exercise && styles.exercise)} lang={model.locale} aria-label={words.document}>
      <header className={styles.running}>
        <span>{words.document}</span>
        <strong className={classNames(model.state === 'draft' && styles.draft)}>{words.standing}</strong>
      </header>
      <h2 className={styles.title}>{model.title}</h2>
      {model.blocks.map((block, index) => (
        // Blocks have no identity of their own; their place in the document is it.
        <PaperBlock key={index} block={block} model={model} />
      ))}
      <footer className={styles.running}>{words.made}</footer>
    </article>
  );
}

function PaperBlock({ block, model }: { readonly block: Block; readonly model: DocumentModel }): ReactNode {
  switch (block.kind) {
    case 'heading':
      // The title is the second rank in the window, so a first heading of the document is the third.
      return createElement(`h${block.level + 2}`, { className: styles.heading }, block.text);
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'remark':
      return <p className={classNames(styles.remark, styles[block.tone])}>{block.text}</p>;
    case 'list':
      return createElement(
        block.ordered ? 'ol' : 'ul',
        { className: classNames(styles.list, block.ordered && styles.ordered) },
        block.items.map((item, index) => createElement('li', { key: index }, item)),
      );
    case 'facts':
      return <PaperFacts facts={block.facts} model={model} />;
    case 'signature':
      return <PaperFacts facts={block.lines} model={model} isSignature />;
    case 'table':
      return (
        <div className={styles.tableFrame}>
          <table className={styles.table}>
            <caption>{block.caption}</caption>
            <thead>
              <tr>
                {block.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function PaperFacts({ facts, model, isSignature = false }: { readonly facts: readonly Fact[]; readonly model: DocumentModel; readonly isSignature?: boolean }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.label}</dt>
          <dd className={classNames(isSignature && fact.text.length === 0 && styles.signLine)}>
            {fact.text.length > 0 ? fact.text.map((paragraph, place) => <p key={place}>{paragraph}</p>) : isSignature ? null : <p className={styles.empty}>{say(model.locale, 'document.empty')}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
