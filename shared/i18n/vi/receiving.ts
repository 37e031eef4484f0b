/** A new computer receives its unit's posts: how far it has come. */
export const receiving = {
  'receiving.line': 'Đang nhận bài: {percent} %',
  'receiving.label': 'Đã nhận',
  'receiving.bytes': '{done} trong {total}',
  'receiving.left': 'Còn khoảng',
  'receiving.seconds': '{count} giây',
  'receiving.minutes': '{count} phút',
  'receiving.unknown': 'đang đo tốc độ đường truyền',
  'receiving.text': 'Bài mới nhất và bài của bạn đã có. Bài cũ đang về dần; cứ làm việc bình thường.',
} as const;
