export const sync = {
  'sync.title': 'Sync',
  'sync.open': 'See more',
  'sync.loading': 'Reading how syncing stands…',
  'sync.allDone': 'All that is on this computer is on the portal, and all of the portal’s is on this computer.',
  'sync.never': 'No sync has succeeded yet.',
  'sync.lastGood': 'Last success: {at}.',
  'sync.nextTry': 'Next try by itself: {at}.',
  'sync.here': 'Only on this computer',
  'sync.hereNone': 'No post is on this computer only.',
  'sync.hereMore': 'and {count} more {count|post|posts}',
  'sync.word.draft': 'Being written',
  'sync.word.saved_here': 'Waiting to be sent',
  'sync.word.sent': 'Sent, no answer yet',
  'sync.way': 'On its way',
  'sync.lane.words_up': 'Words and decisions, going out',
  'sync.lane.words_down': 'Words and decisions, coming in',
  'sync.lane.pictures_up': 'Pictures and files, going out',
  'sync.lane.pictures_down': 'Pictures and files, coming in',
  'sync.lane.none': 'nothing waits',
  'sync.lane.came': '{done} came this time',
  'sync.lane.left': '{count} left · {done} / {bytes}',
  'sync.held':
    '{count} {count|picture or file is held back, because it is|pictures or files are held back, because they are} larger than {above} or the month’s budget is used up: {up} going out, {down} coming in. Letting them pass costs that much.',
  'sync.letPass': 'Let them pass now',
  'sync.portal': 'The portal has',
  'sync.portalHas':
    '{posts} {posts|post|posts} ({revisions} {revisions|revision|revisions}) that this computer knows, {pictures} {pictures|picture or file|pictures and files} of this computer.',
  'sync.cost': 'Data used on the line',
  'sync.today': 'Today: {up} out, {down} in.',
  'sync.month': 'This month: {up} out, {down} in.',
  'sync.budget': '{used} of {most} used this month',
  'sync.spent':
    'The month’s budget is used up. Words and decisions still go; pictures wait for next month, or for a larger budget.',
  'sync.metered': 'This computer’s line is paid for by the amount of data',
  'sync.meteredText':
    'Words always go first. A picture larger than below goes only when you let it, and the portal is asked less often.',
  'sync.monthly': 'Data a month (MB)',
  'sync.monthlyWrong': 'Enter a whole number from 1 to 1,000,000.',
  'sync.above': 'Ask before pictures and files larger than (KB)',
  'sync.aboveWrong': 'Enter a whole number from 0 to 100,000.',
  'sync.savePlan': 'Save',
  'sync.unseen':
    'The portal did not accept {count} {count|thing|things}. Press the bell at the top to read why and to open the post.',
  'sync.wantedNotHere':
    'The portal waits for {count} {count|picture or file|pictures or files} that this computer no longer has. Open the post on the computer where they were added and sync there, or add them again.',
  'sync.absent':
    '{count} {count|picture or file is|pictures or files are} not on the portal yet: the sender’s computer has not finished. The program asks again by itself.',
  'sync.quota':
    'You have sent {text} of text today (at most {textMost} a day) and {files} of pictures and files (at most {filesMost}). Past that, the rest stays on this computer and goes by itself tomorrow.',
  'sync.setAside':
    'The portal has lines that this version cannot read. Update the program; the lines are kept to be read later.',
  'sync.clock.slow':
    'This computer’s clock is {by} behind the portal’s. Nothing is refused for that, but times noted here are wrong. Please set the clock.',
  'sync.clock.fast':
    'This computer’s clock is {by} ahead of the portal’s. Nothing is refused for that, but times noted here are wrong. Please set the clock.',
  'sync.clock.minutes': '{count} {count|minute|minutes}',
  'sync.clock.hours': '{count} {count|hour|hours}',
  'sync.clock.days': '{count} {count|day|days}',
  'sync.help': 'Getting help',
  'sync.helpText': 'The diagnostic file tells how the computer and syncing stand, without content, names or passwords.',
} as const;
