/** What to do about a verdict of the portal. */
export const inbox = {
  'inbox.history': 'Xem toàn bộ trả lời',
  'inbox.unseen': 'Chỉ trả lời mới',
  'inbox.adopt': 'Nhận thành bản thảo mới',
  'inbox.next.look_again': 'Nên làm: mở bài, xem lại bản hiện có rồi quyết định lại.',
  'inbox.next.settled': 'Nên làm: mở bài xem quyết định của người kia. Không có chữ nào của bạn bị mất.',
  'inbox.next.merge': 'Nên làm: mở bài. Bản của bạn vẫn ở trên máy này, trong bài hoặc trong một bản thảo riêng.',
  'inbox.next.rules': 'Nên làm: xem Quy chế mới trong menu tên bạn, rồi mở bài và làm lại.',
  'inbox.next.role': 'Nên làm: nhờ người có vai trò làm thay, hoặc hỏi Trưởng ban về vai trò của bạn.',
  'inbox.next.mend': 'Nên làm: mở bài, sửa chỗ thiếu rồi gửi lại. Bài vẫn nguyên trên máy này.',
  'inbox.next.key': 'Nên làm: đặt lại mã PIN duyệt bài trong menu tên bạn, rồi duyệt lại.',
  'inbox.next.online': 'Nên làm: khi máy có mạng, mở bài và làm lại nếu vẫn cần.',
  'inbox.next.newer': 'Nên làm: cập nhật chương trình hoặc nhờ người vận hành cập nhật portal, rồi gửi lại.',
  'inbox.next.adopt': 'Nên làm: nhận bài này thành bản thảo mới của bạn nếu còn cần.',
  'inbox.next.erased': 'Không cần làm gì. Nếu không rõ vì sao, hãy hỏi Trưởng ban.',
  'inbox.next.away': 'Nên làm: hỏi tác giả. Portal không nhận bản đã đến máy này qua tệp, nên bài không còn chờ bạn.',
  'inbox.next.tell': 'Nên làm: báo người quản trị của đơn vị. Bài vẫn nguyên trên máy này.',
} as const;
