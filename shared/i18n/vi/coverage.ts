/** Which categories that a unit must keep are empty or late. */
export const coverage = {
  'keepSite.tab.coverage': 'Tin còn thiếu',
  'coverage.lead': 'Những chuyên mục đơn vị phải có trên trang công khai; chỗ còn trống hoặc đã quá hạn đứng trước.',
  'coverage.empty': 'Còn trống',
  'coverage.late': 'Quá hạn',
  'coverage.due': 'Sắp đến hạn',
  'coverage.fine': 'Đủ',
  'coverage.none': 'Chưa có bài nào.',
  'coverage.has': 'Có {count} bài, mới nhất ngày {day}.',
  'coverage.renew': 'Hạn: ngày {day}.',
  'coverage.unverified': '{basis} (chưa đối chiếu với bản gốc)',
} as const;
