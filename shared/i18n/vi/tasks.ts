/** The screen *Việc của tôi*. */
export const tasks = {
  'tasks.title': 'Việc của tôi',
  'tasks.open': 'Việc của tôi',
  'tasks.loading': 'Đang xem việc của bạn…',
  'tasks.none': 'Không có việc nào đang chờ bạn.',
  'tasks.late': 'Quá hạn ({count})',
  'tasks.waiting': 'Đang chờ bạn ({count})',
  'tasks.others': 'Người khác đang làm hoặc được giao ({count})',
  'tasks.more': 'Còn {count} việc nữa; chọn bộ lọc “Việc của tôi” trong danh sách để xem hết.',
  'tasks.calendar': 'Chưa có lịch nghỉ lễ của năm đến hạn, nên hạn chỉ trừ thứ Bảy và Chủ nhật.',
  'tasks.year': 'Năm {year} đã đăng {published}/{target} tin, bài',
  'tasks.since': '{name} · từ ngày {date}',
  'tasks.can': 'Làm được ngay, cả khi mất mạng: {actions}',
  'tasks.unreviewed': 'Nhắc: bài đăng khi chưa có người thứ hai thẩm định.',
  'tasks.due.late': 'Quá hạn {count} ngày làm việc (hạn {date})',
  'tasks.due.today': 'Hạn hôm nay',
  'tasks.due.left': 'Còn {count} ngày làm việc (hạn {date})',
} as const;
