import type { SamplePost } from '../types.ts';

/** Admission to grade 6. */
export const admissionPosts: readonly SamplePost[] = [
  {
    key: 'tuyen-sinh-lop-6-2026',
    title: 'Thông báo tuyển sinh lớp 6 năm học 2026-2027',
    summary:
      'Trường tuyển 228 học sinh lớp 6 theo phương thức xét tuyển; đăng ký trực tuyến từ 15/6 đến hết ' + '25/6/2026.',
    category: 'B8',
    tags: ['tuyển sinh', 'lớp 6'],
    cover: null,
    byline: 'Hội đồng tuyển sinh',
    daysAgo: 168,
    state: 'published',
    body: [
      {
        p:
          'Căn cứ Quy chế tuyển sinh trung học cơ sở và tuyển sinh trung học phổ thông của Bộ Giáo dục và Đào ' +
          'tạo và kế hoạch tuyển sinh đã được Ủy ban nhân dân phường phê duyệt, Trường THCS Sông Trà thông báo ' +
          'tuyển sinh lớp 6 năm học 2026-2027.',
      },
      { h2: 'Đối tượng, chỉ tiêu và phương thức' },
      {
        ul: [
          '**Đối tượng**: học sinh đã hoàn thành chương trình tiểu học, trong độ tuổi quy định (sinh năm 2015; ' +
            'các trường hợp khác theo Điều lệ trường học).',
          '**Địa bàn**: học sinh đang cư trú tại phường Trà Khúc; khi còn chỉ tiêu, nhận học sinh nơi khác.',
          '**Chỉ tiêu**: 228 học sinh, 6 lớp, không quá 38 em một lớp.',
          '**Phương thức**: xét tuyển. Trường không tổ chức thi hay khảo sát đầu vào.',
        ],
      },
      { h2: 'Hồ sơ' },
      {
        ol: [
          'Phiếu đăng ký trực tuyến.',
          'Học bạ cấp tiểu học, bản số hoặc bản chính để đối chiếu.',
          'Giấy tờ chứng minh diện ưu tiên, nếu có.',
        ],
      },
      {
        p:
          'Gia đình **không phải nộp** giấy xác nhận cư trú và bản sao giấy khai sinh khi thông tin đã có ' +
          'trong Cơ sở dữ liệu quốc gia về dân cư.',
      },
      { h2: 'Thời gian' },
      {
        ul: [
          '**15/6 – 25/6/2026**: đăng ký trực tuyến.',
          '**29/6/2026**: họp xét tuyển.',
          '**02/7/2026**: thông báo kết quả; gia đình tra cứu bằng mã hồ sơ.',
          '**06/7 – 10/7/2026**: xác nhận nhập học.',
          '**13/7 – 15/7/2026**: xét bổ sung, nếu còn chỉ tiêu.',
        ],
      },
      { h2: 'Lưu ý' },
      {
        ul: [
          'Để bảo vệ dữ liệu cá nhân của trẻ em, trường **không đăng danh sách học sinh** dự tuyển và trúng ' +
            'tuyển.',
          'Học sinh trường công lập được miễn học phí. Trường không thu phí tuyển sinh, không nhận đóng góp ' +
            'trong thời gian tuyển sinh.',
          'Gia đình chưa quen đăng ký trực tuyến được hỗ trợ tại thư viện, từ 7 giờ 30 đến 16 giờ 30 các ngày ' +
            'làm việc.',
        ],
      },
      {
        p:
          'Mọi thắc mắc, khiếu nại gửi Hội đồng tuyển sinh qua số điện thoại hoặc thư điện tử của trường ở ' +
          'chân trang.',
      },
    ],
  },
  {
    key: 'huong-dan-dang-ky-truc-tuyen',
    title: 'Hướng dẫn đăng ký tuyển sinh lớp 6 trực tuyến',
    summary: 'Sáu bước đăng ký bằng điện thoại hoặc máy tính, cách tra cứu kết quả và nơi hỗ trợ trực tiếp.',
    category: 'B4',
    tags: ['tuyển sinh', 'dịch vụ trực tuyến', 'hướng dẫn'],
    cover: null,
    byline: 'Tổ Toán – Tin học',
    daysAgo: 161,
    state: 'published',
    body: [
      {
        p:
          'Từ 7 giờ 00 ngày 15/6 đến 24 giờ 00 ngày 25/6/2026, gia đình đăng ký tuyển sinh lớp 6 bằng điện ' +
          'thoại hoặc máy tính có nối mạng. Việc đăng ký mất khoảng mười phút và hoàn toàn miễn phí. Đăng ký ' +
          'sớm hay muộn trong thời hạn không ảnh hưởng đến kết quả.',
      },
      { h2: 'Sáu bước đăng ký' },
      {
        ol: [
          'Cha, mẹ hoặc người giám hộ đăng nhập [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn) bằng ' +
            'tài khoản định danh điện tử VNeID của mình.',
          'Tìm dịch vụ “Đăng ký tuyển sinh đầu cấp”, chọn tỉnh Quảng Ngãi, phường Trà Khúc, Trường THCS Sông ' + 'Trà.',
          'Kiểm tra thông tin của con được điền sẵn; sửa chỗ chưa đúng và ghi rõ lý do.',
          'Tải ảnh chụp học bạ hoặc chọn học bạ số; thêm giấy tờ ưu tiên, nếu có.',
          'Xem lại toàn bộ phiếu, bấm **Gửi** và lưu lại mã hồ sơ.',
          'Theo dõi trạng thái hồ sơ; nếu được yêu cầu bổ sung, làm trong hai ngày làm việc.',
        ],
      },
      { h2: 'Tra cứu kết quả' },
      {
        p:
          'Từ 8 giờ 00 ngày 02/7/2026, gia đình nhập mã hồ sơ để xem kết quả. Trường cũng gửi kết quả riêng ' +
          'cho từng gia đình. Không đưa mã hồ sơ lên mạng xã hội và không nhờ người lạ đăng ký hộ.',
      },
      { h2: 'Cần giúp đỡ?' },
      {
        ul: [
          'Đến thư viện của trường trong giờ làm việc; mang theo điện thoại có VNeID và học bạ của con.',
          'Gọi số điện thoại của trường ở chân trang.',
          'Gia đình không có điện thoại thông minh được nộp hồ sơ giấy; trường nhập giúp và trao phiếu hẹn.',
        ],
      },
      {
        p:
          'Nhà trường không yêu cầu chuyển tiền, không hỏi mật khẩu hay mã xác thực. Nếu nhận được tin nhắn ' +
          'như vậy, xin báo ngay cho nhà trường hoặc Công an phường.',
      },
    ],
  },
];
