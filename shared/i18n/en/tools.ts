import type { tools as vi } from '../vi/tools.ts';

export const tools: Record<keyof typeof vi, string> = {
  'tools.menu': 'Writing tools',
  'tools.find': 'Find in this post',
  'tools.replace': 'Find and replace',
  'tools.outline': 'Outline',
  'tools.focus': 'Focus mode',
  'tools.focus.leave': 'Leave focus mode',
  'tools.textSize': 'Text size while writing',
  'tools.shortcuts': 'Keyboard shortcuts',
  'outline.title': 'Outline',
  'outline.none': 'No heading yet. Put the cursor in a line and press Ctrl+Shift+2.',
  'outline.empty': '(empty heading)',
};
