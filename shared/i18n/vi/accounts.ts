/** Passwords: choosing one, changing it, and giving a one-time one to somebody who cannot sign in. */
export const accounts = {
  'password.title': 'Đổi mật khẩu',
  'password.text': 'Các máy khác của bạn sẽ phải đăng nhập lại; máy này thì không. Cần có mạng.',
  'password.old': 'Mật khẩu đang dùng',
  'password.new': 'Mật khẩu mới',
  'password.hint': 'Ít nhất 15 ký tự: một câu ngắn, dễ nhớ, có thể có dấu cách và dấu tiếng Việt. Dán vào cũng được.',
  'password.newNeeded': 'Hãy nhập mật khẩu mới.',
  'password.show': 'Hiện mật khẩu mới',
  'password.submit': 'Đổi mật khẩu',
  'password.changed': 'Đã đổi mật khẩu.',
  'people.reset': 'Đặt lại mật khẩu',
  'people.resetOf': 'Đặt lại mật khẩu của {name}',
  'people.reset.text':
    'Người này bị đăng xuất trên mọi máy và nhận một mật khẩu dùng một lần, có giá trị 14 ngày; khi đăng nhập họ tự chọn mật khẩu mới. Bài đang soạn trên máy của họ vẫn còn.',
  'people.reset.do': 'Đặt lại',
  'people.reset.done': 'Mật khẩu dùng một lần của {name} (tài khoản {account}):',
  'people.reset.once': 'Hãy chép lại và trao tận tay. Mật khẩu này chỉ hiện một lần.',
} as const;
