/**
 * What set-up says before the program's own messages (`shared/i18n`) can be loaded. Plain JavaScript that any Node since
 * 12 can read, so that an old one gets a sentence instead of a syntax error.
 */
export const MESSAGES = {
  nodeTooOld: (version) =>
    `Bản Thảo cần Node.js từ bản 18; máy này đang dùng ${version}. Hãy cài Node.js 24 từ https://nodejs.org rồi chạy lại.`,
  nodeNeeded: (version) =>
    `Trên máy này Bản Thảo cần Node.js từ bản 24 (đang dùng ${version}). Hãy cài Node.js 24 từ https://nodejs.org rồi chạy lại.`,
  npmMissing: () =>
    'Không tìm thấy npm đi kèm Node.js. Hãy cài lại Node.js từ https://nodejs.org rồi chạy “npm start”.',
  installing: () => 'Đang cài các gói cần thiết, chỉ làm một lần…',
  fetchingNode: () => 'Đang tải Node.js 24 cho riêng chương trình…',
  building: () => 'Đang dựng chương trình…',
  done: (seconds) => ` xong (${seconds} giây).`,
  notDone: () => ' chưa xong.',
  noNetwork: () =>
    'Chưa cài được: máy không nối được mạng tới kho gói npm. Hãy kiểm tra mạng rồi chạy lại; lần sau chạy sẽ không cần mạng.',
  diskFull: () => 'Chưa cài được: ổ đĩa đã đầy. Hãy giải phóng khoảng 1,5 GB rồi chạy lại.',
  unwritable: (folder) => `Không ghi được vào thư mục “${folder}”. Hãy kiểm tra quyền ghi rồi chạy lại.`,
  corrupt: () =>
    'Chưa cài được: gói tải về không đúng với package-lock.json. Hãy chạy lại; nếu còn lỗi, đừng dùng mạng này.',
  installFailed: (log) =>
    `Chưa cài được. Chi tiết ở “${log}”. Hãy chạy lại; nếu còn lỗi, hãy gửi tệp đó cho người hỗ trợ.`,
  buildFailed: (log) => `Chưa dựng được chương trình. Chi tiết ở “${log}”.`,
  waiting: () => 'Một lệnh khác đang cài đặt chương trình; đang chờ lệnh đó xong…',
  fetchingElectron: () => 'Đang tìm Electron (chờ tối đa 20 giây)…',
  electronMissing: () => 'Không có Electron trên máy này; chương trình mở trong Chrome, Chromium hoặc Edge.',
  unknownCommand: (name, known) => `Không có lệnh “${name}”. Các lệnh: ${known}.`,
  nothingToRun: (file) => `Chưa có ${file} trong bản mã nguồn này.`,
  internal: () => 'Phần cài đặt gặp lỗi ngoài dự kiến:',
};
