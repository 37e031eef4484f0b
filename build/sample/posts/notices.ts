import type { SamplePost } from '../types.ts';

/** Notices, consultations and explanations of rules. */
export const noticePosts: readonly SamplePost[] = [
  {
    key: 'hop-cha-me-hoc-sinh-dau-nam',
    title: 'Lịch họp cha mẹ học sinh đầu năm học 2026-2027',
    summary: 'Cuộc họp cha mẹ học sinh đầu năm dự kiến vào sáng Chủ nhật, 27/9/2026, tại phòng học của từng lớp.',
    category: 'B2',
    tags: ['thông báo', 'cha mẹ học sinh'],
    cover: null,
    byline: 'Ban Biên tập',
    daysAgo: 68,
    state: 'withdrawn',
    body: [
      { p: 'Nhà trường trân trọng kính mời quý phụ huynh dự cuộc họp cha mẹ học sinh đầu năm học 2026-2027:' },
      {
        ul: [
          '**Thời gian**: 7 giờ 30, Chủ nhật, 27/9/2026.',
          '**Địa điểm**: phòng học của từng lớp; sơ đồ phòng dán ở cổng chính.',
          '**Chủ trì**: giáo viên chủ nhiệm và Ban đại diện cha mẹ học sinh lớp.',
        ],
      },
      { h2: 'Nội dung' },
      {
        ol: [
          'Kế hoạch giáo dục năm học, cách kiểm tra và đánh giá học sinh.',
          'Phối hợp giữa gia đình và nhà trường về an toàn, bán trú, sử dụng điện thoại.',
          'Công khai các khoản thu, chi theo quy định; không thu khoản nào ngoài quy định.',
          'Kiện toàn Ban đại diện cha mẹ học sinh.',
        ],
      },
      {
        p:
          'Kết quả học tập của từng em được trao đổi riêng với gia đình, không đọc trước lớp. Quý phụ huynh ' +
          'không thể dự họp xin báo trước với giáo viên chủ nhiệm để được gửi tài liệu.',
      },
    ],
  },
  {
    key: 'gop-y-quy-che-ban-bien-tap',
    title: 'Lấy ý kiến góp ý dự thảo Quy chế hoạt động của Ban Biên tập',
    summary:
      'Nhà trường mời cán bộ, giáo viên, phụ huynh và học sinh góp ý dự thảo Quy chế đến hết ngày ' + '10/12/2026.',
    category: 'B5',
    tags: ['góp ý', 'dự thảo', 'Ban Biên tập'],
    cover: null,
    byline: 'Ban Biên tập',
    daysAgo: 10,
    state: 'published',
    body: [
      {
        p:
          'Để trang thông tin điện tử của trường chính xác, kịp thời và bảo vệ tốt thông tin cá nhân, nhà ' +
          'trường xây dựng dự thảo *Quy chế hoạt động của Ban Biên tập trang thông tin điện tử Trường THCS ' +
          'Sông Trà* và lấy ý kiến rộng rãi trước khi ban hành.',
      },
      { h2: 'Những vấn đề xin ý kiến' },
      {
        ol: [
          '**Quy trình**: tác giả viết, người thẩm định đọc, Trưởng ban duyệt; người viết không tự duyệt bài ' +
            'của mình. Quy trình này có phù hợp với bài gấp như thông báo mưa bão không?',
          '**Thời hạn**: bài thường được thẩm định trong 3 ngày làm việc, thông báo khẩn trong 2 giờ.',
          '**Hình ảnh học sinh**: chỉ đăng khi có sự đồng ý của cha mẹ hoặc người giám hộ và của học sinh từ ' +
            'đủ 7 tuổi; gỡ ngay khi gia đình yêu cầu.',
          '**Hỏi – Đáp**: mọi câu hỏi được phân loại trong ngày làm việc và trả lời hoặc báo tiến độ trong 15 ' +
            'ngày làm việc.',
          '**Nhuận bút**: mức chi, nguồn chi và cách công khai.',
          '**Vận hành**: sao lưu, bảo mật tài khoản, xử lý khi trang bị gián đoạn.',
        ],
      },
      { h2: 'Cách gửi ý kiến' },
      {
        ul: [
          'Gửi thư đến địa chỉ thư điện tử của trường ở chân trang, tiêu đề ghi “Góp ý Quy chế”.',
          'Gửi trực tiếp tại văn phòng; học sinh có thể bỏ thư vào hòm thư góp ý trước thư viện.',
          '**Thời hạn: đến hết ngày 10/12/2026.**',
        ],
      },
      {
        p:
          'Người góp ý có thể không ghi tên. Bản tổng hợp tiếp thu, giải trình sẽ được đăng tại chuyên mục này ' +
          'trong tháng 12/2026, không nêu danh tính người góp ý nếu không được đồng ý.',
      },
    ],
  },
  {
    key: 'day-them-hoc-them-dieu-can-biet',
    title: 'Dạy thêm, học thêm: những điều phụ huynh cần biết',
    summary:
      'Tóm tắt quy định chính của Thông tư 29/2024/TT-BGDĐT và cách nhà trường thực hiện trong năm học ' + '2026-2027.',
    category: 'B3',
    tags: ['văn bản', 'dạy thêm học thêm'],
    cover: null,
    byline: 'Phạm Đình Khôi',
    daysAgo: 74,
    state: 'published',
    body: [
      {
        p:
          'Đầu năm học, nhiều phụ huynh hỏi về việc học thêm. Bài viết này tóm tắt những điểm chính của Thông ' +
          'tư 29/2024/TT-BGDĐT, có hiệu lực từ ngày 14/02/2025. Khi văn bản được sửa đổi, bổ sung, nhà trường ' +
          'sẽ cập nhật bài.',
      },
      { h2: 'Trong nhà trường' },
      {
        ul: [
          'Không thu tiền của học sinh.',
          'Chỉ dành cho ba nhóm: học sinh có kết quả cuối học kỳ liền kề ở mức chưa đạt; học sinh được chọn ' +
            'bồi dưỡng học sinh giỏi; học sinh lớp cuối cấp tự nguyện đăng ký ôn thi.',
          'Học sinh viết đơn tự nguyện; mỗi môn không quá 2 tiết một tuần.',
          'Không xếp giờ dạy thêm xen kẽ với thời khóa biểu chính khóa.',
        ],
      },
      { h2: 'Ngoài nhà trường' },
      {
        ul: [
          'Tổ chức, cá nhân dạy thêm có thu tiền phải đăng ký kinh doanh và công khai môn học, thời lượng, địa ' +
            'điểm, người dạy, mức thu.',
          'Giáo viên đang dạy tại trường không được dạy thêm ngoài nhà trường có thu tiền đối với chính học ' +
            'sinh mà mình đang được phân công dạy trên lớp.',
          'Giáo viên tham gia dạy thêm ngoài nhà trường phải báo cáo Hiệu trưởng.',
        ],
      },
      { h2: 'Cách làm của trường' },
      {
        p:
          'Năm học này, trường tổ chức ôn tập miễn phí cho học sinh lớp 9 vào chiều thứ Ba, phụ đạo học sinh ' +
          'chưa đạt vào chiều thứ Năm. Học sinh không tham gia không bị phân biệt trong kiểm tra, đánh giá.',
      },
      {
        p:
          'Toàn văn thông tư có tại [trang của Bộ Giáo dục và Đào tạo](https://moet.gov.vn) và [Hệ thống văn ' +
          'bản của Chính phủ](https://vanban.chinhphu.vn). Phản ánh về dạy thêm xin gửi Hiệu trưởng qua thư ' +
          'điện tử của trường; thông tin người phản ánh được giữ kín.',
      },
    ],
  },
  {
    key: 'du-lieu-dac-ta',
    title: 'Dữ liệu đặc tả của trang thông tin điện tử',
    summary:
      'Trang của trường gắn dữ liệu đặc tả Dublin Core cho từng bài để dễ tìm kiếm, trao đổi và chia sẻ ' +
      'thông tin.',
    category: 'B6',
    tags: ['dữ liệu đặc tả', 'tìm kiếm'],
    cover: null,
    byline: 'Tổ Toán – Tin học',
    daysAgo: 242,
    state: 'published',
    body: [
      {
        p:
          'Mỗi bài trên trang thông tin điện tử của trường kèm theo một bộ dữ liệu đặc tả theo chuẩn Dublin ' +
          'Core. Người đọc không nhìn thấy, nhưng công cụ tìm kiếm và phần mềm của các cơ quan khác đọc được, ' +
          'nhờ đó thông tin được tìm thấy đúng và dẫn nguồn đúng.',
      },
      { h2: 'Sáu thành phần bắt buộc' },
      {
        ol: [
          '**Tiêu đề**: tên bài, viết đầy đủ dấu tiếng Việt.',
          '**Người tạo**: tác giả hoặc tổ, bộ phận biên soạn.',
          '**Thời gian**: ngày đăng, ngày cập nhật.',
          '**Mô tả**: tóm tắt trong một đến hai câu.',
          '**Cơ quan ban hành**: Trường THCS Sông Trà.',
          '**Định danh**: địa chỉ cố định của bài.',
        ],
      },
      {
        p:
          'Ngoài ra, trang dùng các thành phần nên có: ngôn ngữ, nguồn, người cộng tác và chủ đề. Tác giả kiểm ' +
          'tra dữ liệu đặc tả mỗi khi sửa bài; tiêu đề và mô tả không được để trống.',
      },
      {
        p:
          'Căn cứ: Thông tư 24/2011/TT-BTTTT và Thông tư 37/2020/TT-BGDĐT. Cơ quan, đơn vị muốn liên kết dữ ' +
          'liệu có thể dùng bản tin Atom và sơ đồ trang ở chân trang.',
      },
    ],
  },
  {
    key: 'danh-muc-van-ban-nam-hoc',
    title: 'Danh mục văn bản áp dụng trong năm học 2026-2027',
    summary: 'Bản thảo danh mục các văn bản thường dùng, sắp theo lĩnh vực, kèm nơi tra cứu.',
    category: 'B3',
    tags: ['văn bản'],
    cover: null,
    byline: 'Trần Thu Hà',
    daysAgo: 1,
    state: 'draft',
    body: [
      {
        p:
          'Danh mục giúp giáo viên và phụ huynh tìm nhanh văn bản thường dùng. Hiệu lực của từng văn bản cần ' +
          'được kiểm tra tại [Hệ thống văn bản của Chính phủ](https://vanban.chinhphu.vn) trước khi trích dẫn.',
      },
      { h2: 'Chương trình và đánh giá' },
      {
        ul: [
          'Thông tư 32/2018/TT-BGDĐT: Chương trình giáo dục phổ thông.',
          'Thông tư 22/2021/TT-BGDĐT: đánh giá học sinh trung học cơ sở và trung học phổ thông.',
        ],
      },
      { h2: 'Công khai, thông tin' },
      {
        ul: [
          'Thông tư 09/2024/TT-BGDĐT: công khai trong hoạt động của các cơ sở giáo dục.',
          'Thông tư 37/2020/TT-BGDĐT: thư điện tử, cổng và trang thông tin điện tử.',
          'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.',
        ],
      },
      { p: '*Còn thiếu: nhóm văn bản về tài chính, y tế trường học; hỏi lại kế toán và nhân viên y tế.*' },
    ],
  },
];
