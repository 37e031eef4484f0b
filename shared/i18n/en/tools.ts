import type { tools as vi } from '../vi/tools.ts';

export const tools: Record<keyof typeof vi, string> = {
  'tools.menu': 'Writing tools',
  'tools.find': 'Find in this post',
  'tools.replace': 'Find and replace',
};
