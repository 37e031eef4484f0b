/** The English version of a post and the source beside it. */
export const translation = {
  'translation.start': 'Soạn bản tiếng Anh',
  'translation.start.untitled': 'Bài chưa có tên: hãy viết bản tiếng Việt trước.',
  'translation.open': 'Mở bản tiếng Anh',
  'translation.openSource': 'Mở bản gốc tiếng Việt',
  'translation.source': 'Bản gốc tiếng Việt',
  'translation.show': 'Hiện bản gốc bên cạnh',
  'translation.hide': 'Ẩn bản gốc',
  'translation.left': 'Còn {count} đoạn chưa dịch',
  'translation.allDone': 'Đoạn nào cũng đã dịch',
  'translation.absent':
    'Bản gốc không có trên máy này, hoặc bạn chưa được xem. Bản dịch vẫn viết và gửi được như mọi bài.',
  'translation.changed': 'Bản gốc đã đổi từ khi bạn dịch',
  'translation.changed.text':
    'Chữ bỏ đi và chữ thêm vào được tô màu bên dưới. Sửa bản dịch cho khớp rồi đánh dấu là đã đối chiếu.',
  'translation.changed.unknown':
    'Máy này không còn bản cũ để so sánh. Đọc lại bản gốc, sửa bản dịch cho khớp rồi đánh dấu là đã đối chiếu.',
  'translation.changed.seen': 'Đã đối chiếu',
  'translation.go': 'Đoạn {number}: đến bản dịch',
  'translation.block.same': 'Chưa dịch',
  'translation.block.absent': 'Bản dịch không có đoạn này',
  'translation.block.new': 'Đoạn mới',
  'translation.block.gone': 'Bản gốc đã bỏ đoạn này',
  'translation.row': 'EN',
} as const;
