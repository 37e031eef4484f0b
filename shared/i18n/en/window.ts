export const window = {
  'app.name': 'Bản Thảo',
} as const;
