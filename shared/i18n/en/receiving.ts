export const receiving = {
  'receiving.line': 'Receiving posts: {percent} %',
  'receiving.label': 'Received',
  'receiving.bytes': '{done} of {total}',
  'receiving.left': 'About',
  'receiving.seconds': '{count} {count|second|seconds} left',
  'receiving.minutes': '{count} {count|minute|minutes} left',
  'receiving.unknown': 'measuring the speed of the line',
  'receiving.text': 'The newest posts and your own are here. Older ones are coming; work as usual.',
} as const;
