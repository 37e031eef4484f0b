export const bin = {
  'bin.put': 'Move to the bin',
  'bin.done': 'Moved “{title}” to the bin.',
  'bin.undo': 'Undo',
  'bin.restored': 'Brought “{title}” back.',
  'bin.restore': 'Bring it back',
  'bin.inBin': 'This post is in your bin. It is whole, with all its versions, until you bring it back.',
  'bin.inBinHere':
    'This post is in the bin, on this computer only. It stays there until you bring it back or delete it for good.',
  'bin.erase': 'Delete for good',
  'bin.erase.title': 'Delete this draft for good?',
  'bin.erase.text': 'The draft is on this computer only. Once deleted, nobody can bring it back.',
  'bin.erased': 'Deleted for good.',
  'bin.drop': 'Drop my changes',
  'bin.dropped': 'Back to the published text. Your changes are still among the versions.',
  'bin.droppedAside':
    'Back to the published text. Your changes are kept as a draft of their own in the list, on this computer only.',
  'bin.none': 'The bin is empty',
  'bin.noneText': 'Drafts you throw away lie here and can be brought back.',
} as const;
