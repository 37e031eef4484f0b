export const receiving = {
  'receiving.line': 'Receiving posts: {percent} %',
  'receiving.label': 'Received',
  'receiving.bytes': '{done} of {total}',
  'receiving.left': 'About',
  'receiving.seconds': '{count} seconds left',
  'receiving.minutes': '{count} minutes left',
  'receiving.unknown': 'measuring the speed of the line',
  'receiving.text': 'The newest posts and your own are here. Older ones are coming; work as usual.',
} as const;
