import type { find as vi } from '../vi/find.ts';

export const find: Record<keyof typeof vi, string> = {
  'find.title': 'Find in this post',
  'find.query': 'Find in this post',
  'find.words': 'Replace with',
  'find.none': 'Not found',
  'find.count': '{at} of {count}',
  'find.in.title': 'in the title',
  'find.in.summary': 'in the summary',
  'find.in.caption': 'in a caption',
  'find.in.alt': 'in a description of a picture',
  'find.in.credit': 'in the source of a picture',
  'find.previous': 'Previous',
  'find.next': 'Next',
  'find.close': 'Close the search',
  'find.accentBlind': 'Ignore accents',
  'find.caseExact': 'Match capitals',
  'find.wholeWord': 'Whole words',
  'find.toReplace': 'Replace with other words',
  'find.replace': 'Replace',
  'find.replaceAll': 'Replace all',
  'find.replaced': 'Replaced {count}. Press Ctrl+Z in the post to take it back.',
};
