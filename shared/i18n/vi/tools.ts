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
  'preview.width': 'Bề rộng của bản xem trước',
  'preview.wide': 'Vừa khung',
  'preview.phone': 'Điện thoại',
  'template.title': 'Mẫu bài',
  'template.text':
    'Mẫu được đưa vào chỗ con trỏ, không thay chữ đã viết. Điền vào những chỗ [...]; muốn bỏ thì nhấn Ctrl+Z.',
  'template.offer': 'Bắt đầu từ mẫu bài',
  'template.use': 'Dùng mẫu',
  'template.useNamed': 'Dùng mẫu: {name}',
  'template.source': 'Nguồn: {source}',
  'outline.title': 'Dàn ý',
  'outline.none': 'Bài chưa có đề mục. Đặt con trỏ vào dòng làm đề mục rồi nhấn Ctrl+Shift+2.',
  'outline.empty': '(đề mục trống)',
} as const;
