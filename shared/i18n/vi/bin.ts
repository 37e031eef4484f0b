/** The bin of drafts. */
export const bin = {
  'bin.put': 'Bỏ vào thùng rác',
  'bin.done': 'Đã bỏ “{title}” vào thùng rác.',
  'bin.undo': 'Hoàn tác',
  'bin.restored': 'Đã lấy lại “{title}”.',
  'bin.restore': 'Lấy lại bài',
  'bin.inBin': 'Bài này đang ở thùng rác của bạn. Bài còn nguyên với mọi phiên bản, cho đến khi bạn lấy lại.',
  'bin.inBinHere': 'Bài này đang ở thùng rác, chỉ có trên máy này. Bài ở đó cho đến khi bạn lấy lại hoặc xóa hẳn.',
  'bin.erase': 'Xóa hẳn',
  'bin.erase.title': 'Xóa hẳn bản thảo này?',
  'bin.erase.text': 'Bản thảo chỉ có trên máy này. Xóa hẳn rồi thì không ai lấy lại được.',
  'bin.erased': 'Đã xóa hẳn.',
  'bin.drop': 'Bỏ phần đang sửa',
  'bin.dropped': 'Đã trở về bản đang đăng. Phần đã sửa vẫn còn trong danh sách phiên bản.',
  'bin.droppedAside':
    'Đã trở về bản đang đăng. Phần đã sửa được giữ thành một bản thảo riêng trong danh sách, chỉ trên máy này.',
  'bin.none': 'Thùng rác trống',
  'bin.noneText': 'Bản thảo bạn bỏ đi sẽ nằm ở đây và lấy lại được.',
} as const;
