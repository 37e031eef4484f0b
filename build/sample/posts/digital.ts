import type { SamplePost } from '../types.ts';

/** Learning materials and digital services. */
export const digitalPosts: readonly SamplePost[] = [
  {
    key: 'kho-hoc-lieu-so',
    title: 'Kho học liệu số: 320 tài liệu học ở nhà, dùng được khi mất mạng',
    summary: 'Cách tìm, tải và dùng học liệu của nhà trường; quy ước về bản quyền và góp ý khi phát hiện lỗi.',
    category: 'B10',
    tags: ['học liệu', 'tự học', 'chuyển đổi số'],
    cover: {
      picture: 'phong-may',
      alt: 'Phòng máy tính nhiều dãy bàn, học sinh ngồi trước màn hình có biểu đồ, trên tường chiếu sơ đồ khối',
    },
    byline: 'Tổ Toán – Tin học',
    daysAgo: 100,
    state: 'published',
    body: [
      {
        p:
          'Sau một năm xây dựng, kho học liệu số của trường đã có 320 tài liệu do thầy cô biên soạn và được tổ ' +
          'chuyên môn thẩm định: phiếu học tập, bài giảng, thí nghiệm ảo, bài nghe tiếng Anh và đề tự luyện có ' +
          'lời giải.',
      },
      { h2: 'Tìm và tải' },
      {
        ol: [
          'Chọn khối lớp, rồi chọn môn học; hoặc gõ từ khóa, không cần gõ dấu.',
          'Xem dung lượng ghi bên cạnh tên tài liệu trước khi tải.',
          'Tải tệp PDF để đọc khi không có mạng; tệp trình chiếu ở dạng ODP dùng được với phần mềm miễn phí.',
          'Gia đình không có máy in có thể nhận bản giấy tại thư viện, tối đa 20 trang một tuần, miễn phí.',
        ],
      },
      { h2: 'Học liệu được đánh giá thế nào?' },
      {
        ul: [
          '**Đúng**: hai giáo viên kiểm tra nội dung và lời giải.',
          '**Dễ dùng**: hình có mô tả, chữ rõ, đọc được trên điện thoại.',
          '**Đúng bản quyền**: ghi nguồn, chỉ dùng hình và nhạc được phép.',
        ],
      },
      {
        p:
          'Thấy lỗi, các em hãy ghi tên tài liệu, số trang và gửi cho thầy cô bộ môn. Mỗi lỗi được xác nhận, ' +
          'người phát hiện được ghi một điểm cộng trong bài đánh giá thường xuyên. Năm học trước, học sinh đã ' +
          'giúp thầy cô sửa 41 lỗi.',
      },
      {
        p:
          'Học liệu dùng cho việc học tập, không dùng để kinh doanh. Thầy cô trường bạn được dùng lại và sửa ' +
          'đổi nếu ghi rõ nguồn.',
      },
    ],
  },
  {
    key: 'so-lien-lac-hoc-ba-so',
    title: 'Sổ liên lạc điện tử và học bạ số: hướng dẫn dành cho phụ huynh',
    summary: 'Cách đăng nhập, xem nhận xét, xin phép nghỉ và bảo vệ tài khoản của gia đình.',
    category: 'B11',
    tags: ['quản lý trường học', 'học bạ số', 'hướng dẫn'],
    cover: null,
    byline: 'Phạm Đình Khôi',
    daysAgo: 66,
    state: 'published',
    body: [
      {
        p:
          'Năm học 2026-2027, trường dùng hệ thống quản lý trường học trực tuyến cho sổ điểm, sổ liên lạc và ' +
          'học bạ số. Mỗi gia đình có một tài khoản miễn phí; không bắt buộc mua gói tin nhắn.',
      },
      { h2: 'Phụ huynh làm được gì?' },
      {
        ul: [
          'Xem nhận xét, kết quả kiểm tra và chuyên cần của con mình.',
          'Gửi đơn xin phép nghỉ học trước 6 giờ 45.',
          'Nhận thông báo, xem thời khóa biểu, thực đơn, lịch họp.',
          'Kiểm tra và đề nghị sửa thông tin cá nhân.',
        ],
      },
      { h2: 'Đăng nhập lần đầu' },
      {
        ol: [
          'Nhận giấy mời có tên tài khoản và mật khẩu dùng một lần từ giáo viên chủ nhiệm.',
          'Đổi mật khẩu ngay: ít nhất 10 ký tự, không dùng ngày sinh.',
          'Bật xác thực hai bước nếu điện thoại hỗ trợ.',
          'Đăng xuất khi dùng chung máy.',
        ],
      },
      { h2: 'Bảo vệ dữ liệu của con' },
      {
        p:
          'Giáo viên chỉ xem được thông tin của học sinh mình phụ trách. Nhà trường không gửi bảng điểm vào ' +
          'nhóm chat chung và mong phụ huynh không chụp, chia sẻ kết quả của các em khác. Học bạ số được Hiệu ' +
          'trưởng ký số cuối năm; gia đình tải bản có chữ ký số khi cần nộp hồ sơ.',
      },
      {
        p:
          'Quên mật khẩu, xin liên hệ giáo viên chủ nhiệm hoặc văn phòng. Trường không bao giờ hỏi mật khẩu ' +
          'qua điện thoại.',
      },
    ],
  },
  {
    key: 'chuyen-doi-so-nho-ma-that',
    title: 'Chuyển đổi số ở trường: bắt đầu từ những việc nhỏ mà thật',
    summary:
      'Nhìn lại ba việc đã bỏ được giấy tờ và hai việc còn phải làm trong kế hoạch chuyển đổi số của nhà ' + 'trường.',
    category: 'B2',
    tags: ['chuyển đổi số'],
    cover: {
      picture: 'phong-may',
      alt: 'Học sinh nhìn từ phía sau, ngồi học trước những màn hình máy tính trong căn phòng có hai cửa sổ lớn',
    },
    byline: 'Trần Thu Hà',
    daysAgo: 5,
    state: 'draft',
    body: [
      {
        p:
          'Nói đến chuyển đổi số, nhiều người nghĩ ngay đến thiết bị đắt tiền. Ở trường mình, việc có ích nhất ' +
          'trong năm qua lại là… bỏ được ba quyển sổ.',
      },
      { h2: 'Ba quyển sổ đã bỏ' },
      {
        ul: [
          'Sổ đăng ký phòng bộ môn: nay giáo viên xem lịch trống và đặt phòng trên máy.',
          'Sổ mượn sách thư viện: nay quét mã trên thẻ, mất năm giây một lượt.',
          'Sổ theo dõi bán trú: nay chốt suất ăn trước 8 giờ, bớt lãng phí khoảng 15 suất mỗi ngày.',
        ],
      },
      { h2: 'Hai việc còn phải làm' },
      {
        ol: [
          'Giúp các gia đình chưa có điện thoại thông minh không bị bỏ lại.',
          'Tập huấn an toàn thông tin cho toàn thể giáo viên, nhân viên.',
        ],
      },
      { p: '*Cần hỏi thêm thầy Khôi số liệu tự đánh giá mức độ chuyển đổi số trước khi gửi thẩm định.*' },
    ],
  },
  {
    key: 'on-tap-doc-hieu-tho-9',
    title: 'Ngữ văn 9: năm câu hỏi để bước vào một bài thơ',
    summary: 'Tài liệu tự học giúp học sinh lớp 9 đọc hiểu thơ ngoài sách giáo khoa, kèm phiếu thực hành.',
    category: 'B10',
    tags: ['học liệu', 'Ngữ văn 9', 'ôn tập'],
    cover: null,
    byline: 'Tổ Ngữ văn',
    daysAgo: 2,
    state: 'draft',
    body: [
      {
        p:
          'Gặp một bài thơ lạ, em đừng vội tìm “ý nghĩa”. Hãy đọc thành tiếng hai lần, rồi lần lượt trả lời ' +
          'năm câu hỏi dưới đây. Không có câu trả lời duy nhất; điều quan trọng là em chỉ ra được **từ ngữ ' +
          'nào** khiến em nghĩ như vậy.',
      },
      {
        ol: [
          '**Ai đang nói, với ai?** Tìm các đại từ, lời gọi, giọng điệu.',
          '**Nhìn thấy gì, nghe thấy gì?** Gạch chân hình ảnh, âm thanh, màu sắc.',
          '**Chỗ nào lạ?** Một kết hợp từ bất ngờ, một dòng thơ ngắn hẳn, một chỗ ngắt nhịp.',
          '**Cảm xúc đi từ đâu đến đâu?** So sánh khổ đầu và khổ cuối.',
          '**Bài thơ chạm vào điều gì trong em?** Viết ba câu, có ít nhất một từ trích từ bài thơ.',
        ],
      },
      { h2: 'Phiếu thực hành' },
      {
        p:
          'Chọn một bài thơ viết về quê hương trong tủ sách lớp. Ghi câu trả lời vào vở, mỗi câu không quá bốn ' +
          'dòng. Đổi vở với bạn và tìm một điểm hai em hiểu khác nhau.',
      },
      { p: '*Sẽ bổ sung: phần gợi ý trả lời và thang đánh giá sau khi tổ góp ý.*' },
    ],
  },
];
