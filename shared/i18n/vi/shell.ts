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
} as const;
