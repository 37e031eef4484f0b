/** Moving to another computer by one file. */
export const move = {
  'move.title': 'Move to another computer',
  'move.what':
    'The program packs everything of yours on this computer into one locked file: posts, drafts in progress, pictures, and what has not been sent. Take the file to the new computer (on a USB stick, say) and open it on the program’s first screen.',
  'move.size': 'The file will take about {size} MB, with {pictures} {pictures|picture|pictures}.',
  'move.pin':
    'The PIN for approving does not travel with the file. On the new computer, whoever approves sets a new PIN.',
  'move.passphrase': 'Passphrase of the file',
  'move.rule': 'At least {least} characters. Four or five words you can remember are good.',
  'move.keep': 'Write the passphrase down: if it is forgotten, nobody can open the file.',
  'move.again': 'Type the passphrase again',
  'move.tooShort': 'The passphrase needs at least {least} characters.',
  'move.notSame': 'The two are not the same yet.',
  'move.make': 'Make the file',
  'move.making': 'Making the file: {done} / {total} MB',
  'move.progress': 'Progress',
  'move.made': 'The file is made: {path}',
  'move.next':
    'Copy the file to the new computer, open it there, and go on writing there. What is written on this computer from now on is not in the file.',
  'move.openTitle': 'Move here from an old computer',
  'move.openText': 'You made a file on the old computer? Open it here and every post is as it was.',
  'move.openStart': 'Open the file',
  'move.file': 'The file from the old computer',
  'move.choose': 'Choose the file',
  'move.fileHint': 'Its name ends in .banthao-move',
  'move.fileNeeded': 'Choose the file from the old computer.',
  'move.passphraseNeeded': 'Type the passphrase of the file.',
  'move.open': 'Open the file',
  'move.reading': 'Reading the file: {done} / {total} MB',
  'move.opening': 'Checking and opening the file…',
  'move.movedTitle': 'A file to move to another computer was made at {at}',
  'move.movedText':
    'If you have opened that file on the new computer, go on writing there. What is written on this computer since then is not in the file.',
  'move.movedSeen': 'I have read this',
  'error.move_not_file': 'This is not a file for moving Bản Thảo. Choose the one whose name ends in .banthao-move.',
  'error.move_passphrase': 'The passphrase is not right. Type it again; nothing has changed on this computer.',
  'error.move_damaged':
    'The file is incomplete or was altered, so none of it was opened. Copy it again from the old computer, or make a new one.',
  'error.move_occupied':
    'This computer already holds somebody’s data. Open the file on a computer, or in a computer account, where Bản Thảo is not used yet.',
  'error.move_cancelled': 'Stopped. No file was made.',
  'error.move_no_room':
    'There is not enough room on the disk: {needed} MB are needed and {free} MB are free. Delete files you do not need and try again; nothing has changed.',
  'error.move_busy': 'Such a file is being made right now. Wait for it, or stop it first.',
} as const;
