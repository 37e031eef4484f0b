export const editor = {
  'editor.title': 'Title',
  'editor.title.placeholder': 'Title of the post',
  'editor.summary': 'Summary',
  'editor.summary.placeholder': 'A sentence or two (shown under the title and in lists of news)',
  'editor.body': 'Body of the post',
  'editor.body.placeholder': 'Write here, type / to insert a table, pictures, files… All is saved as you type.',
  'editor.count': '{used}/{most} characters',
  'editor.title.over': 'The title has {used} of {most} characters. It is kept here; shorten it before sending.',
  'editor.summary.over': 'The summary has {used} of {most} characters. It is kept here; shorten it before sending.',
  'editor.pasteTooLong':
    'What you wanted to paste is too long for this box (at most {most} characters) and was not pasted. Paste it into the body.',
  'editor.words': '{count} {count|word|words}',
  'editor.reading': 'about {minutes} min to read',
  'editor.reading.source': 'Reading speed from: {source}',
  'editor.blocks.near':
    'The post has {used} {used|paragraph|paragraphs}, at most {most} fit. Put what follows into another post.',
  'editor.pictures.near': 'The post has {used} {used|picture|pictures}, at most {most} fit.',
  'editor.bytes.near':
    'The words and tables of the post take about {used} KB, at most {most} KB fit. Put what follows into another post.',
  'editor.broken.title': 'The editor could not open the body',
  'editor.broken':
    'What was saved is still on this computer, unchanged. Open the post again; if that does not help, restart the program.',
  'editor.broken.retry': 'Open again',
  'editor.block.broken': 'This part cannot be shown. What it holds is kept.',
  'editor.bug': 'That last step did not work. What was there before still is; you can go on writing.',

  'editor.toolbar': 'Formatting',
  'editor.tool.undo': 'Undo',
  'editor.tool.redo': 'Redo',
  'editor.tool.h2': 'Large heading',
  'editor.tool.h3': 'Medium heading',
  'editor.tool.h4': 'Small heading',
  'editor.tool.bold': 'Bold',
  'editor.tool.italic': 'Italic',
  'editor.tool.underline': 'Underline',
  'editor.tool.strikethrough': 'Strikethrough',
  'editor.tool.bullet': 'Bulleted list',
  'editor.tool.number': 'Numbered list',
  'editor.tool.quote': 'Quote',
  'editor.tool.link': 'Link',
  'editor.tool.rule': 'Horizontal line',
  'editor.tool.picture': 'Add pictures',
  'editor.heading.created': 'Heading level %s',
  'editor.heading.destroyed': 'Heading level %s removed',

  'editor.link.title': 'Link',
  'editor.link.address': 'Address',
  'editor.link.hint': 'A web page, an e-mail address or a telephone number. Example: https://moet.gov.vn',
  'editor.link.words': 'Words shown',
  'editor.link.invalid': 'This address cannot be used. Enter one that starts with https://, mailto: or tel:',
  'editor.link.noPlace':
    'A link goes among words: close this box, click where it should be or select the words, then open it again.',
  'editor.link.too_long': 'The address has more than {most} characters.',
  'editor.link.set': 'Set link',
  'editor.link.remove': 'Remove link',
  'editor.cancel': 'Cancel',
  'editor.done': 'Done',
  'editor.close': 'Close',

  'editor.picture.adding': 'Adding picture “{name}”…',
  'editor.picture.added': 'Picture “{name}” added.',
  'editor.picture.edit': 'Edit picture details',
  'editor.picture.remove': 'Remove picture from the post',
  'editor.picture.no_alt': 'No alternative text yet. It is needed before the post is submitted.',
  'editor.picture.missing': 'The picture is not on this computer yet. It appears after a sync.',
  'editor.picture.dialog': 'Picture details',
  'editor.picture.alt': 'Alternative text',
  'editor.picture.alt.hint':
    'One sentence on what the picture shows, for people who cannot see it. Example: Pupils of class 6A plant trees in the school garden.',
  'editor.picture.decorative': 'Decorative picture, needs no text',
  'editor.picture.caption': 'Caption under the picture',
  'editor.picture.credit': 'Photographer or source',
  'editor.picture.decorative.badge': 'Decorative',
  'editor.picture.alt.shown': 'Text: {alt}',

  'editor.unknown.newer_version':
    'This part was written with a newer version of the program. It is kept as it is; update the program to see and edit it.',
  'editor.unknown.malformed':
    'This part lacks something or is wrong, so it cannot be shown. It is kept as it is, but the post can be sent only once this part is deleted (select it, then press Delete).',
  'editor.unknown.too_many_rows':
    'This table has more than {most} rows, so it can be neither edited nor published. It is kept as it is; attach it as a file or split it into several tables, then delete this part.',
  'editor.unknown.too_many_columns':
    'This table has more than {most} columns, so it can be neither edited nor published. It is kept as it is; attach it as a file or split it into several tables, then delete this part.',
  'editor.unknown.too_many_pictures':
    'This gallery has more than {most} pictures, so it can be neither edited nor published. It is kept as it is; split it into several galleries, then delete this part.',
  'editor.unknown.too_long':
    'Something in this part is beyond its limit ({most}), so it can be neither edited nor published. It is kept as it is; write it shorter, then delete this part.',
  'editor.overtaken':
    'This post just got other words: an older version brought back, or a change from another computer of yours. Words typed here were merged into it; where both computers changed the same block, both texts are kept and wait for you to choose.',
} as const;
