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
  'preview.print': 'Print',
  'preview.width': 'Width of the preview',
  'preview.wide': 'Fit the pane',
  'preview.phone': 'Telephone',
  'template.title': 'Templates',
  'template.text':
    'A template goes in where the cursor is and replaces nothing written. Fill in what is [...]; Ctrl+Z takes it back.',
  'template.offer': 'Start from a template',
  'template.use': 'Use',
  'template.useNamed': 'Use: {name}',
  'template.source': 'Source: {source}',
  'outline.title': 'Outline',
  'outline.none': 'No heading yet. Put the cursor in a line and press Ctrl+Shift+2.',
  'outline.empty': '(empty heading)',
  'export.docx': 'Save as a Word file',
  'export.saved': 'Saved the Word file: {path}',
  'export.missing': '[This part cannot be shown on this computer]',
};
