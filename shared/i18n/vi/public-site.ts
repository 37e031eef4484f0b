/** The public site's search, archive, map and feeds. */
export const publicSite = {
  'site.search': 'Tìm kiếm',
  'site.search_label': 'Tìm trong các bài đã đăng (gõ có dấu hoặc không dấu)',
  'site.search_none': 'Không tìm thấy bài nào. Hãy thử ít từ hơn, hoặc xem mục Lưu trữ.',
  'site.search_many': 'Có từ {count} bài trở lên; hãy thêm từ để tìm hẹp hơn.',
  'site.previous': 'Trang trước',
  'site.next': 'Trang sau',
  'site.search_count': 'Tìm thấy {count} bài.',
  'site.archive': 'Lưu trữ theo tháng',
  'site.month': 'Tháng {month} năm {year}',
  'site.sitemap': 'Sơ đồ trang',
  'site.feed': 'Nguồn tin Atom',
} as const;
