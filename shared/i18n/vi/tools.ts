/** The tools around the text. */
export const tools = {
  'tools.menu': 'Công cụ viết',
  'tools.find': 'Tìm trong bài',
  'tools.replace': 'Tìm và thay',
} as const;
