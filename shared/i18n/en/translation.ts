import type { translation as vi } from '../vi/translation.ts';

export const translation: Record<keyof typeof vi, string> = {
  'translation.start': 'Write an English version',
  'translation.start.untitled': 'The post has no title: write the Vietnamese first.',
  'translation.open': 'Open the English version',
  'translation.openSource': 'Open the Vietnamese source',
  'translation.source': 'Vietnamese source',
  'translation.show': 'Show the source beside it',
  'translation.hide': 'Hide the source',
  'translation.left': '{count} {count|block|blocks} not translated yet',
  'translation.allDone': 'Every block is translated',
  'translation.absent':
    'The source is not on this computer, or not yours to see. The translation can be written and sent like any post.',
  'translation.changed': 'The source has changed since you translated it',
  'translation.changed.text':
    'Words taken out and put in are marked below. Bring the translation in line, then say that you have compared them.',
  'translation.changed.unknown':
    'The older text is no longer on this computer. Read the source again, bring the translation in line, then say that you have compared them.',
  'translation.changed.seen': 'Compared',
  'translation.go': 'Block {number}: go to its translation',
  'translation.block.same': 'Not translated',
  'translation.block.absent': 'Not in the translation',
  'translation.block.new': 'New',
  'translation.block.gone': 'No longer in the source',
  'translation.row': 'EN',
};
