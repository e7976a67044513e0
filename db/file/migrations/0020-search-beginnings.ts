/**
 * Both indexes of the search keep the beginnings of words of up to five letters by themselves. A longer beginning stands for few words;
 * one of four or five stood for so many in a full post that to put them together took longer than all the rest of a search.
 */
import type { Migration } from '../migrate.ts';

export const searchBeginnings: Migration = {
  version: 20,
  name: 'search-beginnings',
  up: (file) => {
    file.script(`
      DROP TABLE search_index;
      CREATE VIRTUAL TABLE search_index USING fts5(
        kind, names, terms, body,
        content = 'search_reference', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5'
      );
      INSERT INTO search_index(search_index, rank) VALUES ('rank', 'bm25(0.0, 10.0, 3.0, 1.0)');
      INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1);
      INSERT INTO search_index(search_index) VALUES ('rebuild');

      DROP TABLE search_written_index;
      CREATE VIRTUAL TABLE search_written_index USING fts5(
        kind, names, body,
        content = 'search_written', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5'
      );
      INSERT INTO search_written_index(search_written_index, rank) VALUES ('secure-delete', 1);
      INSERT INTO search_written_index(search_written_index) VALUES ('rebuild');
    `);
  },
};
