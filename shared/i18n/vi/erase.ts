/** Erasing by law: a child's picture, a court's order. */
export const erase = {
  'erase.open': 'Xóa hẳn theo pháp luật…',
  'erase.title': 'Xóa hẳn theo yêu cầu pháp luật',
  'erase.lead':
    'Nội dung bị xóa khỏi portal, trang công khai và máy của mọi người ở lần đồng bộ kế tiếp; khỏi các bản sao lưu trong 30 ngày. Không lấy lại được. Trang đang đăng có nội dung này bị gỡ ngay.',
  'erase.what': 'Xóa gì?',
  'erase.text': 'Chữ của bài',
  'erase.media': 'Ảnh hoặc tệp {number}: {name}',
  'erase.whole': 'Xóa chữ trong mọi phiên bản của bài này',
  'erase.ground': 'Căn cứ pháp luật',
  'erase.groundHint': 'Ví dụ: cha mẹ em rút lại đồng ý ngày 20/11/2026. Chỉ ghi vào nhật ký kiểm tra.',
  'erase.sure': 'Tôi hiểu là không lấy lại được.',
  'erase.notSure': 'Hãy đánh dấu ô xác nhận.',
  'erase.do': 'Xóa hẳn',
  'erase.done': 'Đã xóa hẳn {count} mục.',
} as const;
