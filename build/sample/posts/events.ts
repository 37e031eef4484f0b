import type { SamplePost } from '../types.ts';

/** Ceremonies, festivals and school days worth remembering. */
export const eventPosts: readonly SamplePost[] = [
  {
    key: 'hoi-khoe-phu-dong-2026',
    title: 'Sôi nổi Hội khỏe Phù Đổng cấp trường năm học 2026-2027',
    summary:
      'Hơn 400 lượt học sinh tranh tài ở bảy môn trong ngày 21/11; khối 8 dẫn đầu toàn đoàn, giải Phong ' +
      'cách thuộc về khối 6.',
    category: 'B2',
    tags: ['thể thao', 'Hội khỏe Phù Đổng'],
    cover: {
      picture: 'san-the-thao',
      alt:
        'Bốn học sinh đang chạy trên đường đua đất nung, phía sau là sân cỏ, khung thành và khán đài đông ' + 'người',
    },
    byline: 'Tổ Nghệ thuật – Giáo dục thể chất',
    daysAgo: 1,
    state: 'published',
    body: [
      {
        p:
          'Sáng thứ Bảy 21/11, sân trường rợp cờ hoa trong lễ khai mạc Hội khỏe Phù Đổng cấp trường. Sau nghi ' +
          'thức rước đuốc và lời tuyên thệ của vận động viên, trọng tài, các nội dung thi đấu bắt đầu ngay ' +
          'dưới trời nắng nhẹ.',
      },
      { h2: 'Bảy môn, hơn 400 lượt thi đấu' },
      {
        p:
          'Năm nay có thêm môn kéo co và đẩy gậy bên cạnh điền kinh, cầu lông, bóng bàn, cờ vua và bóng đá ' +
          'mini. Mỗi lớp cử ít nhất 12 em; em nào chưa hợp với thi đấu thì làm cổ động viên, trọng tài biên ' +
          'hoặc tổ hậu cần.',
      },
      {
        p:
          'Trận chung kết bóng đá khối 9 chỉ ngã ngũ ở loạt sút luân lưu. Ở đường chạy 100 mét nữ, một em lớp ' +
          '6 lần đầu thi đấu đã về nhì trong tiếng reo của cả khán đài.',
      },
      { h2: 'Kết quả' },
      {
        ul: [
          'Nhất toàn đoàn: khối 8.',
          'Nhì toàn đoàn: khối 9.',
          'Ba toàn đoàn: khối 7.',
          'Giải Phong cách: khối 6, khối có nhiều học sinh tham gia nhất.',
        ],
      },
      {
        p:
          'Thầy tổ trưởng cho biết đội tuyển của trường sẽ tập luyện vào chiều thứ Ba và thứ Sáu để chuẩn bị ' +
          'cho hội khỏe cấp trên. Gia đình đồng ý cho con tham gia xin xác nhận với giáo viên chủ nhiệm trước ' +
          'ngày 04/12.',
      },
      { quote: 'Thắng thì vui, nhưng con nhớ nhất là lúc cả lớp chạy ra đỡ bạn bị ngã. – Một học sinh lớp 7' },
    ],
  },
  {
    key: 'ngay-nha-giao-2026',
    title: 'Ấm áp lễ kỷ niệm Ngày Nhà giáo Việt Nam 20/11',
    summary:
      'Buổi lễ gọn gàng, nhiều lời ca và những tấm thiệp tự tay làm, đúng tinh thần “không quà cáp, đầy ' +
      'yêu thương”.',
    category: 'B2',
    tags: ['Ngày Nhà giáo Việt Nam', 'tri ân'],
    cover: {
      picture: 'hoa-tri-an',
      alt: 'Bình hoa hồng và hoa cúc trên bàn gỗ bên cửa sổ, cạnh tấm thiệp vẽ hoa, chồng sách và quả táo đỏ',
    },
    byline: 'Ban Biên tập',
    daysAgo: 3,
    state: 'published',
    body: [
      {
        p:
          'Sáng 20/11, thầy và trò Trường THCS Sông Trà tổ chức lễ kỷ niệm 44 năm Ngày Nhà giáo Việt Nam ' +
          '(20/11/1982 – 20/11/2026). Đến dự có đại diện Ủy ban nhân dân phường, Phòng Văn hóa – Xã hội, Ban ' +
          'đại diện cha mẹ học sinh và các thầy cô đã nghỉ hưu.',
      },
      {
        p:
          'Mở đầu là chương trình văn nghệ do học sinh tự dàn dựng: hợp xướng, múa dân vũ và một hoạt cảnh vui ' +
          'về “một ngày của cô chủ nhiệm”. Nhiều thầy cô cười, rồi lặng đi khi nghe các em đọc những mẩu thư ' +
          'ngắn viết cho người thầy mình nhớ nhất.',
      },
      { quote: 'Con cảm ơn cô vì hôm con làm sai, cô đã hỏi “Con nghĩ thế nào?” trước khi nói “Chưa đúng”.' },
      {
        p:
          'Phát biểu tại buổi lễ, cô Hiệu trưởng Nguyễn Thị Hoài An cảm ơn các thế hệ nhà giáo và gia đình học ' +
          'sinh đã cùng trường vượt qua đợt mưa lũ cuối tháng 10. Cô mong mỗi thầy cô giữ được niềm vui đứng ' +
          'lớp, vì “học sinh học được nhiều nhất từ một người thầy còn muốn học”.',
      },
      { h2: 'Ghi nhận và tri ân' },
      {
        ul: [
          'Tặng hoa tri ân 9 nhà giáo đã nghỉ hưu.',
          'Khen 12 giáo viên có giờ dạy tốt trong đợt thi đua chào mừng 20/11.',
          'Trao giải cuộc thi làm thiệp và báo tường: 24 lớp tham gia, 8 tác phẩm đoạt giải.',
        ],
      },
      {
        p:
          'Theo thông báo từ đầu tháng, nhà trường không nhận quà, không nhận hoa của từng lớp. Số tiền tiết ' +
          'kiệm, các lớp đã tự nguyện góp vào “Tủ sách sau lũ” của thư viện. Xin chân thành cảm ơn quý phụ ' +
          'huynh và các em học sinh.',
      },
    ],
  },
  {
    key: 'ngay-hoi-stem-2026',
    title: 'Ngày hội STEM: từ bờ xe nước đến rô-bốt phân loại rác',
    summary:
      'Hai mươi bốn gian trưng bày của học sinh, nhiều sản phẩm lấy ý tưởng từ chính dòng sông Trà và sân ' + 'trường.',
    category: 'B2',
    tags: ['STEM', 'khoa học tự nhiên', 'câu lạc bộ'],
    cover: {
      picture: 'ban-stem',
      alt:
        'Rô-bốt nhỏ có bánh xe đứng giữa bàn thực hành, xung quanh là kính hiển vi, bình thí nghiệm, bảng ' +
        'mạch và máy tính',
    },
    byline: 'Tổ Khoa học tự nhiên – Công nghệ',
    daysAgo: 35,
    state: 'published',
    body: [
      {
        p:
          'Thứ Bảy 17/10, nhà đa năng của trường trở thành một “xưởng sáng chế” với 24 gian trưng bày. Yêu cầu ' +
          'của ban tổ chức rất đơn giản: sản phẩm phải giải quyết một việc có thật, làm từ vật liệu dễ kiếm và ' +
          'người làm phải giải thích được vì sao nó chạy.',
      },
      { h2: 'Những ý tưởng từ quê nhà' },
      {
        ul: [
          '**Bờ xe nước mini** của khối 6: mô hình tre đưa nước lên cao bằng sức dòng chảy, gợi lại hình ảnh ' +
            'guồng nước trên sông Trà xưa.',
          '**Trạm đo mực nước** của khối 8: cảm biến báo ba mức xanh, vàng, đỏ khi nước trong xô dâng lên.',
          '**Rô-bốt phân loại rác** của câu lạc bộ Lập trình: nhận biết chai nhựa và giấy theo màu, độ chính ' +
            'xác 8/10 lần thử.',
          '**Xà phòng từ dầu ăn đã dùng** của khối 9: kèm nhật ký thí nghiệm ba lần thất bại.',
        ],
      },
      {
        p:
          'Ban giám khảo chấm theo ba tiêu chí: hiểu nguyên lý, làm việc nhóm và cách trình bày. Nhóm làm trạm ' +
          'đo mực nước đoạt giải Nhất. Giải “Thất bại đáng quý nhất” được trao cho nhóm làm xà phòng, trong ' +
          'tràng vỗ tay dài của các bạn.',
      },
      {
        p:
          'Sau ngày hội, mười sản phẩm được trưng bày tại thư viện đến hết tháng 11. Câu lạc bộ STEM tiếp tục ' +
          'nhận thành viên khối 6 và khối 7, sinh hoạt chiều thứ Năm, miễn phí.',
      },
    ],
  },
  {
    key: 'vuon-rau-thuc-hanh',
    title: 'Vụ rau đầu tiên của năm học',
    summary:
      'Khu vườn 300 mét vuông sau dãy phòng bộ môn vừa cho lứa cải, xà lách đầu tiên, cũng là nơi học sinh ' +
      'học Công nghệ và Khoa học tự nhiên.',
    category: 'B2',
    tags: ['vườn trường', 'trải nghiệm', 'công nghệ'],
    cover: {
      picture: 'vuon-rau',
      alt:
        'Học sinh đội nón lá tưới rau giữa các luống bắp cải, xà lách và cà chua, phía sau là hoa hướng ' +
        'dương và dãy phòng học',
    },
    byline: 'Tổ Khoa học tự nhiên – Công nghệ',
    daysAgo: 42,
    state: 'published',
    body: [
      {
        p:
          'Sau sáu tuần gieo trồng, vườn rau thực hành đã cho lứa thu hoạch đầu tiên: 46 ki-lô-gam cải và xà ' +
          'lách. Một phần được đưa vào bếp ăn bán trú sau khi kiểm tra theo quy trình, phần còn lại các lớp ' +
          'mang về làm món rau trộn trong tiết Hoạt động trải nghiệm, hướng nghiệp.',
      },
      { h2: 'Một khu vườn, nhiều môn học' },
      {
        ul: [
          'Môn Khoa học tự nhiên: đo độ ẩm đất, theo dõi sự nảy mầm, ghi nhật ký quan sát.',
          'Môn Công nghệ: lập kế hoạch trồng trọt, tính lượng phân hữu cơ cho từng luống.',
          'Môn Toán: tính diện tích, vẽ biểu đồ chiều cao của cây theo tuần.',
          'Môn Ngữ văn: viết bài thuyết minh về một loại rau của quê hương.',
        ],
      },
      {
        p:
          'Vườn không dùng thuốc trừ sâu hóa học. Các em bắt sâu bằng tay, trồng xen hoa hướng dương và ủ phân ' +
          'từ lá bàng trong sân trường. Mỗi lớp nhận một luống, thay phiên tưới vào đầu giờ sáng và cuối giờ ' +
          'chiều.',
      },
      {
        p:
          'Vụ tiếp theo, nhà trường dự kiến trồng thêm hành, tỏi, theo kinh nghiệm của một số phụ huynh có quê ' +
          'ở đặc khu Lý Sơn. Phụ huynh có hạt giống, kinh nghiệm muốn chia sẻ xin liên hệ giáo viên chủ nhiệm.',
      },
    ],
  },
  {
    key: 'khai-giang-2026-2027',
    title: 'Lễ khai giảng năm học 2026-2027: chào đón 228 học sinh lớp 6',
    summary:
      'Sáng 05/9, nhà trường tổ chức lễ khai giảng ngắn gọn, lấy học sinh làm trung tâm, với phần chào đón ' +
      'các em lớp 6.',
    category: 'B2',
    tags: ['khai giảng', 'năm học mới'],
    cover: {
      picture: 'san-truong',
      alt: 'Lá cờ đỏ sao vàng trên cột cờ giữa sân trường, hai học sinh đeo ba lô đứng nhìn về dãy phòng học',
    },
    byline: 'Ban Biên tập',
    daysAgo: 78,
    state: 'published',
    body: [
      {
        p:
          'Đúng 7 giờ sáng 05/9, hồi trống khai trường vang lên trên sân Trường THCS Sông Trà. 912 học sinh và ' +
          '55 cán bộ, giáo viên, nhân viên bước vào năm học 2026-2027.',
      },
      {
        p:
          'Phần lễ diễn ra trong 45 phút. Anh chị lớp 9 dắt tay các em lớp 6 đi qua cổng chào kết bằng lá dừa, ' +
          'trao cho mỗi em một tấm thẻ viết tay ghi lời chúc. Sau lễ chào cờ, cô Hiệu trưởng đọc thư của Chủ ' +
          'tịch nước gửi ngành giáo dục nhân dịp khai giảng và đánh trống khai trường.',
      },
      { h2: 'Ba điều hẹn với học sinh' },
      {
        ol: [
          'Mỗi em được ít nhất một thầy cô biết rõ mình đang vui, đang lo điều gì.',
          'Mỗi tuần có một giờ đọc sách thực sự, không kiểm tra, không chấm điểm.',
          'Mỗi lỗi sai đều được giải thích trước khi bị trừ điểm.',
        ],
      },
      {
        p:
          'Phần hội là các gian giới thiệu câu lạc bộ: Lập trình, Tiếng Anh, STEM, Bóng đá, Văn nghệ và Phóng ' +
          'viên nhỏ. Hơn 300 học sinh đã ghi tên tham gia ngay trong buổi sáng.',
      },
      {
        p:
          'Nhà trường trân trọng cảm ơn các vị đại biểu, quý phụ huynh đã đến dự. Chương trình học chính thức ' +
          'bắt đầu từ thứ Hai, 07/9.',
      },
    ],
  },
  {
    key: 'ngay-sach-2026',
    title: 'Ngày Sách và Văn hóa đọc: mỗi quyển sách, một người bạn mới',
    summary:
      'Học sinh đổi được 640 quyển sách và hoàn thành “dòng sông đọc” dài 24 mét trong tuần lễ hưởng ứng ' +
      'Ngày Sách 21/4.',
    category: 'B2',
    tags: ['thư viện', 'văn hóa đọc'],
    cover: {
      picture: 'thu-vien',
      alt: 'Thư viện với các kệ gỗ đầy sách, bàn đọc có đèn bàn và sách mở trước khung cửa sổ vòm',
    },
    byline: 'Tổ Ngữ văn và Thư viện',
    daysAgo: 215,
    state: 'published',
    body: [
      {
        p:
          'Hưởng ứng Ngày Sách và Văn hóa đọc Việt Nam 21/4, thư viện và Tổ Ngữ văn tổ chức tuần lễ đọc sách ' +
          'từ 15/4 đến 21/4/2026 với sự tham gia của cả 24 lớp.',
      },
      { h2: 'Đổi sách lấy sách' },
      {
        p:
          'Học sinh mang đến một quyển còn tốt, kèm một mẩu giấy giới thiệu ba câu, và chọn một quyển của bạn ' +
          'khác. Sau năm ngày đã có **640 lượt đổi sách**. Quyển được chuyền tay nhiều nhất là *Quê nội* của ' +
          'nhà văn Võ Quảng.',
      },
      { h2: 'Dòng sông đọc' },
      {
        p:
          'Mỗi quyển đọc xong, các em dán một “giọt nước” bằng giấy xanh có tên sách lên bức tường hành lang. ' +
          'Đến ngày 21/4, dòng sông đã dài 24 mét, chảy từ cửa thư viện đến chân cầu thang.',
      },
      {
        ul: [
          'Thư viện mở cửa từ 6 giờ 45 đến 17 giờ 00, cả giờ nghỉ trưa.',
          'Mỗi học sinh mượn tối đa 3 quyển trong 14 ngày; gia hạn tại quầy.',
          'Sách hỏng do đọc nhiều được sửa miễn phí, các em cứ mang lại.',
        ],
      },
      { quote: 'Đọc không phải để nhớ hết, mà để gặp một câu khiến mình dừng lại. – Cô phụ trách thư viện' },
    ],
  },
];
