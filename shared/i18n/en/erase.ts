export const erase = {
  'erase.open': 'Erase by law…',
  'erase.title': 'Erase as the law requires',
  'erase.lead':
    'It is erased from the portal, the public pages, and everybody’s computer at its next sync; from backups within 30 days. It cannot be brought back. A page that shows it is taken down at once.',
  'erase.what': 'What?',
  'erase.text': 'The words of the post',
  'erase.media': 'Picture or file {number}: {name}',
  'erase.whole': 'Erase the words in every version of this post',
  'erase.ground': 'Legal ground',
  'erase.groundHint':
    'For example: the parents withdrew their consent on 20 November 2026. It goes into the audit log only.',
  'erase.sure': 'I understand that it cannot be brought back.',
  'erase.notSure': 'Tick the box to confirm.',
  'erase.do': 'Erase',
  'erase.done': '{count} erased.',
} as const;
