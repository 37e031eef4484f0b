/** What the shells and the checks around them say: on a terminal, and on a page that is refused. */
export const shell = {
  'shell.address': 'Mở Bản Thảo ở địa chỉ này (chỉ dùng được một lần; Ctrl+C để dừng): {address}',
  'shell.no_browser': 'Không tìm thấy Chrome, Chromium hay Edge trên máy này.',
  'shell.link_used':
    'Địa chỉ này chỉ mở được một lần, trong một cửa sổ. Hãy đóng chương trình rồi chạy lại để có địa chỉ mới.',
  'shell.port_in_use': 'Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác, hoặc bỏ --port.',
  'shell.port_invalid': 'Cổng “{port}” không đúng. Cổng là một số từ 1 đến 65535.',
  'shell.unknown_argument': 'Không hiểu “{argument}”. Có thể dùng: --no-window, --demo, --port SỐ.',
  'shell.demo_progress': 'Đang chuẩn bị đơn vị mẫu: {done}/{total}',

  'shell.understood': 'Đã hiểu',
  'shell.unsaved': 'Những chữ vừa gõ chưa lưu được trên máy.',
  'shell.unsaved_text':
    'Ổ đĩa có thể đã đầy hoặc đang bận. Hãy ở lại, giải phóng ổ đĩa rồi đóng lại; nếu đóng ngay, những chữ chưa lưu sẽ mất.',
  'shell.stay': 'Ở lại',
  'shell.lose': 'Vẫn đóng, chịu mất chữ chưa lưu',
  'shell.page_dies':
    'Cửa sổ gặp lỗi nhiều lần liền nên chương trình dừng lại. Mọi chữ đã báo “Đã lưu trên máy” vẫn còn. Hãy mở lại; nếu còn lỗi, hãy báo giáo viên tin học.',

  // The native menu.
  'shell.menu.about': 'Giới thiệu về Bản Thảo',
  'shell.menu.hide': 'Ẩn Bản Thảo',
  'shell.menu.hideOthers': 'Ẩn chương trình khác',
  'shell.menu.unhide': 'Hiện tất cả',
  'shell.menu.quit': 'Thoát',
  'shell.menu.file': 'Bài viết',
  'shell.menu.newPost': 'Viết bài mới',
  'shell.menu.edit': 'Sửa',
  'shell.menu.undo': 'Hoàn tác',
  'shell.menu.redo': 'Làm lại',
  'shell.menu.cut': 'Cắt',
  'shell.menu.copy': 'Chép',
  'shell.menu.paste': 'Dán',
  'shell.menu.pastePlain': 'Dán chữ không kèm định dạng',
  'shell.menu.selectAll': 'Chọn tất cả',
  'shell.menu.findPost': 'Tìm bài',
  'shell.menu.view': 'Xem',
  'shell.menu.theme': 'Màu nền',
  'shell.menu.theme.system': 'Theo máy',
  'shell.menu.theme.light': 'Sáng',
  'shell.menu.theme.dark': 'Tối',
  'shell.menu.zoomIn': 'Phóng to',
  'shell.menu.zoomOut': 'Thu nhỏ',
  'shell.menu.resetZoom': 'Cỡ thường',
  'shell.menu.fullScreen': 'Toàn màn hình',
  'shell.menu.developer': 'Công cụ cho người lập trình',
  'shell.menu.window': 'Cửa sổ',
  'shell.menu.minimize': 'Thu xuống',
  'shell.menu.zoom': 'Phóng cửa sổ',
  'shell.menu.close': 'Đóng cửa sổ',

  // `npm run package`.
  'shell.packaged': 'Đã đóng gói vào “{folder}”: {bytes} byte.',
  'shell.package_stand_in': 'Máy này không có Electron: gói dùng tệp thay thế, chỉ để kiểm tra, không chạy được.',
} as const;
