export const inbox = {
  'inbox.history': 'Show all answers',
  'inbox.unseen': 'Only new answers',
  'inbox.adopt': 'Take it over as a new draft',
  'inbox.next.look_again': 'Next: open the post, look at what is there now, and decide again.',
  'inbox.next.settled': 'Next: open the post and see what the other person decided. No word of yours is lost.',
  'inbox.next.merge': 'Next: open the post. Your text is still on this computer, in the post or in a draft of its own.',
  'inbox.next.rules': 'Next: read the new rules in the menu under your name, then open the post and do it again.',
  'inbox.next.role': 'Next: ask somebody who holds the role, or ask the head about yours.',
  'inbox.next.mend': 'Next: open the post, mend what is missing and send it again. It is whole on this computer.',
  'inbox.next.key': 'Next: set your approval PIN again in the menu under your name, then approve again.',
  'inbox.next.online': 'Next: once there is a network, open the post and do it again if it is still needed.',
  'inbox.next.newer': 'Next: update the program, or have the portal updated, then send it again.',
  'inbox.next.adopt': 'Next: take this text over as a new draft of yours if it is still needed.',
  'inbox.next.erased': 'Nothing is to be done. If you do not know why, ask the head.',
  'inbox.next.away':
    'Next: ask the author. The portal did not take the version that came by file, so the post no longer waits for you.',
  'inbox.next.tell': 'Next: tell the unit’s administrator. The post is whole on this computer.',
} as const;
