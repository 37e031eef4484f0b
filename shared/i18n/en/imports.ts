export const imports = {
  'error.page_too_large': 'This is too large to bring in at once. Divide it into smaller parts.',
  'error.page_too_many_blocks':
    'This has {count} {count|paragraph|paragraphs} and the post has room for {left}. Choose less, or make several posts.',
  'error.document_broken': 'This file cannot be read; it may be damaged. Open it in Word, save it again and retry.',
  'error.document_kind':
    'Only .docx, .html, .md and .txt files can be brought in. Save an old .doc file as .docx in Word.',
  'error.document_too_large': 'The file is too large (20 MB at most). Divide it, or take pictures out of it.',
  'import.tool': 'Bring a Word file into the post',
  'import.problem': '“{name}”: {why}',
  'import.preview': 'Bring “{name}” into the post',
  'import.preview.size':
    '{blocks} {blocks|paragraph|paragraphs}, {pictures} {pictures|picture|pictures}. Look it over first; it can be undone afterwards.',
  'import.preview.changed': 'Cleaned',
  'import.reading': 'Reading “{name}”…',
  'import.preview.empty': 'The file holds nothing that can go into the post.',
  'import.preview.pictures':
    'The file has {count} {count|picture|pictures} and the post has room for {left}: those after them will be left out.',
  'import.insert': 'Bring in',
  'import.adding': 'Adding to the post: {done}/{total}',
  'import.left': 'The post was closed before everything was in. Open it, look at what is there and add the rest again.',
  'import.stop': 'Stop',
  'import.changed': 'Pasted and cleaned:',
  'import.change.legacy': 'Converted {count} {count|place|places} in an old font (TCVN3, VNI) to Unicode',
  'import.change.formulas': 'Wrote {count} {count|formula|formulas} as one line of words: please look them over',
  'import.change.embedded':
    '{count} {count|document|documents} embedded in the file did not come along. Open the file in Word, save it and bring it in again',
  'import.change.pictures':
    '{count} {count|picture|pictures} could not come along. Copy each alone, or add it from a file',
  'import.change.tables': 'Split or wrote out {count} {count|table that was|tables that were} too large',
  'import.change.nested':
    'Took apart {count} {count|table|tables} with another table in a cell: the words of the outer one became paragraphs, please look them over',
  'import.change.cells':
    'Wrote {count} {count|list, heading or table|lists, headings or tables} as lines of words, for a table cell holds words only',
  'import.change.links': 'Removed {count} unsafe or unusable {count|link, keeping its|links, keeping their} words',
  'import.change.active': 'Removed {count} active {count|part|parts} (scripts, frames, forms)',
  'import.change.deleted': 'Left out {count} {count|place|places} struck while changes were tracked',
  'import.change.comments': 'Left out {count} {count|comment|comments} in the margin',
  'import.change.margins': 'Left out {count} page {count|header or footer|headers and footers}',
  'import.change.hidden': 'Removed {count} hidden {count|part|parts}',
  'import.change.headings': 'Changed the level of {count} {count|heading|headings} to those of a post',
  'import.change.composed': 'Composed letters and marks in {count} {count|place|places}',
  'import.change.styling': 'Removed fonts, colours and sizes in {count} {count|place|places}',
  'import.sample': '“{before}” to “{after}”',
  'import.undo': 'Remove what was pasted',
  'import.offer': 'The pasted text seems to be in an old font. Convert “{before}” to “{after}”?',
  'import.offer.convert': 'Convert to Unicode',
  'import.offer.keep': 'Leave it',
} as const;
