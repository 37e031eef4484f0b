/** Cutting a picture, and its point that stays in sight. */
export const picture = {
  'picture.frame.open': 'Cắt ảnh, chọn điểm chính',
  'picture.frame.title': 'Cắt ảnh và điểm chính',
  'picture.frame.crop': 'Cắt bớt',
  'picture.frame.left': 'Bên trái',
  'picture.frame.right': 'Bên phải',
  'picture.frame.top': 'Phía trên',
  'picture.frame.bottom': 'Phía dưới',
  'picture.frame.reset': 'Để nguyên cả ảnh',
  'picture.frame.done': 'Dùng ảnh này',
  'picture.focus': 'Điểm chính',
  'picture.focus.hint':
    'Danh sách tin và bộ ảnh chỉ hiện một phần ảnh: phần quanh điểm này luôn được giữ. Bấm vào ảnh hoặc kéo thanh.',
  'picture.focus.x': 'Từ trái sang',
  'picture.focus.y': 'Từ trên xuống',
} as const;
