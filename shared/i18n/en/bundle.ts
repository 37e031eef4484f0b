/** Work without a line: one file carried on a USB stick from computer to computer. */
export const bundle = {
  'bundle.makeTitle': 'Save a file to carry (USB)',
  'bundle.makeText':
    'Work goes on without a network: copy this file to a USB stick and give it to a colleague, who takes it in on their computer. Whichever computer has a network sends all of it to the portal, each action under the signature of whoever did it.',
  'bundle.which': 'Put into the file',
  'bundle.which.waiting': 'What the portal has not received',
  'bundle.which.days': 'All changes of the last {days} {days|day|days} as well',
  'bundle.which.all': 'All changes of the unit since the beginning',
  'bundle.whichHint':
    'A colleague who has long been without a network also needs what the portal has received, to learn what became of their posts.',
  'bundle.withPictures': 'With pictures ({pictures} {pictures|picture|pictures}, about {size})',
  'bundle.picturesHint': 'Whoever approves needs all pictures to be able to approve.',
  'bundle.noPictures': 'There are no pictures in these posts.',
  'bundle.withPassphrase': 'Lock the file with a passphrase',
  'bundle.size': 'The file holds {posts} posts and {mutations} actions; it takes about {size}.',
  'bundle.drafts':
    'Drafts that were not submitted are sealed: whoever carries them cannot read them, only the portal opens them.',
  'bundle.nothing': 'There is nothing to carry: the portal has received everything on this computer.',
  'bundle.notCertified':
    'This computer must sync with the portal once before it can save such a file, so that others can check your signature.',
  'bundle.make': 'Make the file',
  'bundle.making': 'Making the file: {done} / {total}',
  'bundle.progress': 'Progress',
  'bundle.made': 'A file of {size} was made: {path}',
  'bundle.next': 'Copy it to a USB stick and give it to a colleague. Making it changes nothing on this computer.',

  'bundle.takeTitle': 'Take in a colleague’s file',
  'bundle.takeText':
    'Choose the file whose name ends in .banthao on the USB stick. You see what is in it before it is taken in.',
  'bundle.connectFirst':
    'Connect this computer to your unit’s portal first. Then the program shows what is in the file {name}.',
  'bundle.choose': 'Choose a file',
  'bundle.drop': 'Drop the file here to look at it and take it in',
  'bundle.reading': 'Reading the file: {done} / {total}',
  'bundle.checking': 'Checking the file…',
  'bundle.open': 'Open the file',
  'bundle.locked': 'The file {name} is locked with a passphrase.',
  'bundle.from': '{name} made this file on {at} (by the clock of their computer).',
  'bundle.isOwn': 'This file was made on this very computer.',
  'bundle.takenAt': 'This file was taken in here on {at}. Taking it in again changes nothing.',
  'bundle.holds': 'In the file are',
  'bundle.holds.actions': '{posts} posts, {actions} actions, {fresh} of them new to this computer',
  'bundle.holds.times': 'Done between {from} and {to}',
  'bundle.holds.drafts': '{drafts} sealed saves of drafts, which this computer only passes on to the portal',
  'bundle.holds.receipts': '{receipts} answers of the portal',
  'bundle.holds.pictures': '{pictures} {pictures|picture|pictures}',
  'bundle.posts': 'The posts',
  'bundle.untitled': '(no title yet)',
  'bundle.morePosts': 'and {more} more posts',
  'bundle.take': 'Take in on this computer',
  'bundle.taking': 'Taking in…',
  'bundle.taken':
    'Taken in: {mutations} {mutations|action|actions}, {drafts} sealed {drafts|save|saves} of drafts, {pictures} {pictures|picture|pictures}.',
  'bundle.takenNothing': 'Everything in the file was on this computer already. Nothing has changed.',
  'bundle.takenNext':
    'Your colleagues’ work is in the list of posts now. When this computer has a network, the program sends it to the portal by itself.',

  'error.bundle_not_file': 'This is not a file carried by Bản Thảo. Choose the one whose name ends in .banthao.',
  'error.bundle_newer':
    'This file was made by a newer version of Bản Thảo. Update the program on this computer and take it in again; the file is untouched.',
  'error.bundle_damaged':
    'The file is incomplete or was altered, so none of it was taken in. Copy it again from the computer that made it.',
  'error.bundle_other_portal':
    'This file belongs to another portal of a unit of the same name. This computer takes files of its own portal only.',
  'error.bundle_other_unit': 'This file is from {theirs}, and this computer belongs to {ours}. Nothing was taken in.',
  'error.bundle_passphrase_needed':
    'The file is locked with a passphrase. Ask whoever made it, then type the passphrase.',
  'error.bundle_passphrase': 'The passphrase is not right. Type it again; nothing has changed on this computer.',
  'error.bundle_no_certificate': 'This computer must sync with the portal once before it can save a file to carry.',
  'error.bundle_nothing': 'There is nothing to carry.',
  'error.bundle_no_room':
    'There is not enough room on the disk: about {need} MB are needed and {free} MB are free. Delete files you do not need and try again.',
  'error.bundle_too_large':
    'The file would be larger than 4 GB, too much for many USB sticks. Leave the pictures out, or choose fewer days.',
  'error.bundle_cancelled': 'Stopped. No file was made.',
  'error.bundle_busy': 'Such a file is being made right now. Wait for it, or stop it first.',
} as const;
