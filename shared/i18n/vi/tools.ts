/** The tools around the text. */
export const tools = {
  'tools.menu': 'Công cụ viết',
  'tools.find': 'Tìm trong bài',
  'tools.replace': 'Tìm và thay',
  'tools.outline': 'Dàn ý',
  'tools.focus': 'Chế độ tập trung',
  'tools.focus.leave': 'Thoát chế độ tập trung',
  'tools.textSize': 'Cỡ chữ khi soạn',
  'tools.shortcuts': 'Phím tắt',
  'outline.title': 'Dàn ý',
  'outline.none': 'Bài chưa có đề mục. Đặt con trỏ vào dòng làm đề mục rồi nhấn Ctrl+Shift+2.',
  'outline.empty': '(đề mục trống)',
} as const;
