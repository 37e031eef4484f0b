/** What the checks say to whoever builds the program. */
export const CHECK_WORDS = {
  installingBrowser: 'Đang cài Chromium cho các phép thử…',
  noBrowser:
    'Các phép thử cần Chrome, Chromium hoặc Edge. Hãy cài một trong ba, hoặc đặt CHROME_PATH tới tệp chương trình của nó.',
  installingInputMethods: 'Đang cài ibus-unikey và fcitx5-unikey cho phép thử gõ tiếng Việt…',
  noInputMethods: (needed: string) => `Phép thử bộ gõ thật được bỏ qua: cần ${needed}.`,
  installingNginx: 'Đang cài nginx cho phép thử trang công khai sau nginx…',
  noNginx: 'Phép thử trang công khai sau nginx được bỏ qua: cần nginx-light.',
  usage: 'Dùng: npm test -- [--all] [--only types|lint|imports|unit|postgres|nginx|e2e|ime|long] [tên tệp…]',
  importViolation: (rule: string, from: string, to: string) => `  ${from} → ${to}: ${rule}`,
  noReport: (project: string) => `Phép thử “${project}” dừng giữa chừng, không có kết quả.`,
  step: (name: string, seconds: string, isGood: boolean) => `${isGood ? '✓' : '✗'} ${name} (${seconds} s)`,
} as const;
