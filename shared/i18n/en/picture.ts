export const picture = {
  'picture.frame.open': 'Crop, choose the main point',
  'picture.frame.title': 'Crop and main point',
  'picture.frame.crop': 'Cut away',
  'picture.frame.left': 'On the left',
  'picture.frame.right': 'On the right',
  'picture.frame.top': 'At the top',
  'picture.frame.bottom': 'At the bottom',
  'picture.frame.reset': 'Keep the whole picture',
  'picture.frame.done': 'Use this picture',
  'picture.focus': 'Main point',
  'picture.focus.hint':
    'Lists and galleries show a part of a picture: what is around this point always stays. Click the picture or move the sliders.',
  'picture.focus.x': 'From the left',
  'picture.focus.y': 'From the top',
} as const;
