import type { SamplePost } from '../types.ts';

/** Plans, timetables and classroom work. */
export const teachingPosts: readonly SamplePost[] = [
  {
    key: 'ke-hoach-giao-duc-2026-2027',
    title: 'Kế hoạch giáo dục nhà trường năm học 2026-2027',
    summary:
      'Những nội dung chính của kế hoạch giáo dục: mục tiêu, khung thời gian, số tiết các môn, hoạt động ' +
      'giáo dục và cách đánh giá.',
    category: 'B9',
    tags: ['kế hoạch giáo dục', 'năm học mới'],
    cover: {
      picture: 'lop-hoc',
      alt: 'Lớp học sáng sủa với bảng xanh vẽ tam giác, đồ thị và khối hộp, bàn giáo viên có hoa và quả địa cầu',
    },
    byline: 'Phạm Đình Khôi',
    daysAgo: 84,
    state: 'published',
    body: [
      {
        p:
          'Kế hoạch giáo dục năm học 2026-2027 được Hội đồng trường thông qua và Hiệu trưởng ban hành sau khi ' +
          'lấy ý kiến giáo viên, Ban đại diện cha mẹ học sinh. Dưới đây là những nội dung chính để gia đình và ' +
          'học sinh cùng theo dõi.',
      },
      { h2: 'Mục tiêu' },
      {
        ul: [
          'Thực hiện đầy đủ Chương trình giáo dục phổ thông 2018 ở cả bốn khối lớp.',
          'Giảm tỉ lệ học sinh ở mức Chưa đạt xuống dưới 1%.',
          '100% học sinh tham gia ít nhất một câu lạc bộ hoặc một dự án học tập.',
          '100% học sinh khối 6, khối 7 được kiểm tra kỹ năng bơi và an toàn dưới nước.',
        ],
      },
      { h2: 'Khung thời gian' },
      { p: 'Năm học có 35 tuần thực học, theo khung kế hoạch thời gian năm học của tỉnh:' },
      {
        ul: [
          '**Tựu trường**: thứ Hai, 31/8/2026. **Khai giảng**: thứ Bảy, 05/9/2026.',
          '**Học kỳ I**: 18 tuần, từ 07/9/2026 đến 10/01/2027.',
          '**Học kỳ II**: 17 tuần, từ 11/01/2027 đến 23/5/2027, không kể thời gian nghỉ Tết.',
          '**Nghỉ Tết Nguyên đán**: theo thông báo của Ủy ban nhân dân tỉnh.',
          '**Tổng kết năm học**: trước ngày 31/5/2027.',
        ],
      },
      {
        p:
          'Nếu phải nghỉ vì thiên tai, trường điều chỉnh kế hoạch và thông báo lịch học bù trước ít nhất ba ' + 'ngày.',
      },
      { h2: 'Môn học và số tiết trong năm' },
      { h3: 'Dùng chung cho bốn khối' },
      {
        ul: [
          'Ngữ văn, Toán, Khoa học tự nhiên: mỗi môn 140 tiết.',
          'Tiếng Anh (Ngoại ngữ 1): 105 tiết.',
          'Lịch sử và Địa lí: 105 tiết.',
          'Hoạt động trải nghiệm, hướng nghiệp: 105 tiết.',
          'Giáo dục thể chất; Nghệ thuật (Âm nhạc, Mĩ thuật): mỗi môn 70 tiết.',
          'Giáo dục công dân; Tin học; Nội dung giáo dục của địa phương: mỗi môn 35 tiết.',
        ],
      },
      { h3: 'Phần khác nhau' },
      {
        p:
          'Môn Công nghệ có 35 tiết ở lớp 6 và lớp 7, 52 tiết ở lớp 8 và lớp 9. Vì vậy tổng số tiết bắt buộc ' +
          'là **1.015 tiết** ở lớp 6, lớp 7 và **1.032 tiết** ở lớp 8, lớp 9.',
      },
      { h2: 'Hoạt động giáo dục nổi bật' },
      {
        ol: [
          '**Tháng 9**: khai giảng; tháng an toàn giao thông.',
          '**Tháng 10**: ngày hội STEM; diễn tập phòng, chống thiên tai.',
          '**Tháng 11**: chào mừng Ngày Nhà giáo Việt Nam; Hội khỏe Phù Đổng cấp trường.',
          '**Tháng 12**: giao lưu tiếng Anh; ôn tập và kiểm tra cuối học kỳ I.',
          '**Tháng 1 – 2**: chợ Tết nhân ái; trồng cây đầu xuân.',
          '**Tháng 3**: hướng nghiệp cho lớp 9; học tập tại di tích núi Thiên Ấn.',
          '**Tháng 4**: Ngày Sách và Văn hóa đọc; kiểm tra cuối học kỳ II.',
          '**Tháng 5**: tổng kết; lễ trưởng thành của học sinh lớp 9.',
        ],
      },
      { h2: 'Đánh giá học sinh' },
      {
        p:
          'Việc đánh giá thực hiện theo Thông tư 22/2021/TT-BGDĐT. Các môn Giáo dục thể chất, Nghệ thuật, Nội ' +
          'dung giáo dục của địa phương và Hoạt động trải nghiệm, hướng nghiệp được đánh giá bằng nhận xét; ' +
          'các môn còn lại kết hợp nhận xét và điểm số.',
      },
      {
        ul: [
          'Bài kiểm tra giữa kỳ và cuối kỳ có ma trận, bản đặc tả, công bố cho học sinh trước một tuần.',
          'Bài được chấm, trả và chữa trong vòng hai tuần.',
          'Kết quả được gửi riêng cho từng gia đình, không xếp thứ tự trong lớp.',
        ],
      },
      { quote: 'Một lời nhận xét cụ thể giúp học sinh tiến bộ hơn một con số không kèm lời giải thích.' },
      { h2: 'Gia đình cùng phối hợp' },
      {
        p:
          'Nhà trường đề nghị phụ huynh dành mỗi ngày ít nhất mười lăm phút trò chuyện với con về việc học, ' +
          'bảo đảm con ngủ đủ tám tiếng và thống nhất quy ước dùng điện thoại ở nhà. Bản đầy đủ của kế hoạch ' +
          'được niêm yết tại văn phòng; ý kiến góp ý xin gửi về thư điện tử của trường.',
      },
    ],
  },
  {
    key: 'thoi-khoa-bieu-tuan-13',
    title: 'Thời khóa biểu áp dụng từ ngày 30/11/2026 (tuần 13)',
    summary: 'Thời khóa biểu điều chỉnh sau đợt học bù: trở lại lịch câu lạc bộ, thêm tiết thực hành cho khối 7.',
    category: 'B9',
    tags: ['thời khóa biểu'],
    cover: null,
    byline: 'Phạm Đình Khôi',
    daysAgo: 2,
    state: 'appraised',
    body: [
      {
        p:
          'Từ thứ Hai, 30/11/2026, trường áp dụng thời khóa biểu số 4. Đợt học bù do mưa lũ đã kết thúc, các ' +
          'buổi chiều trở lại lịch bình thường.',
      },
      { h2: 'Khung giờ' },
      {
        ul: [
          '**Buổi sáng**: vào lớp 7 giờ 00; ra chơi 8 giờ 35 – 8 giờ 55; tan học 11 giờ 15 (khối 6, khối 7) và ' +
            '11 giờ 20 (khối 8, khối 9).',
          '**Buổi chiều**: vào lớp 14 giờ 00; tan học 16 giờ 30.',
        ],
      },
      { h2: 'Điểm thay đổi' },
      {
        ol: [
          'Chiều thứ Hai: khối 7 thực hành Khoa học tự nhiên tại phòng bộ môn, hai lớp một lượt.',
          'Chiều thứ Ba: ôn tập miễn phí cho lớp 9; đội tuyển thể thao tập luyện.',
          'Chiều thứ Tư: câu lạc bộ Tiếng Anh; sinh hoạt chuyên môn của giáo viên.',
          'Chiều thứ Năm: phụ đạo; câu lạc bộ STEM và Lập trình.',
          'Chiều thứ Sáu: đội tuyển thể thao; thư viện mở đến 17 giờ 00.',
        ],
      },
      {
        p:
          'Thời khóa biểu từng lớp được dán tại bảng tin và gửi qua sổ liên lạc điện tử. Học sinh xem lại ngày ' +
          'thực hành để mang áo khoác và sổ ghi chép.',
      },
    ],
  },
  {
    key: 'boi-duong-hoc-sinh-gioi-2026',
    title: 'Bồi dưỡng học sinh giỏi lớp 9: học sâu, học vui, không quá tải',
    summary:
      'Trường thành lập tám đội tuyển lớp 9 và công bố cách chọn, lịch học, nguyên tắc giữ cân bằng cho ' + 'học sinh.',
    category: 'B2',
    tags: ['học sinh giỏi', 'lớp 9'],
    cover: null,
    byline: 'Tổ Toán – Tin học',
    daysAgo: 6,
    state: 'appraised',
    body: [
      {
        p:
          'Chuẩn bị cho kỳ thi chọn học sinh giỏi lớp 9 cấp tỉnh theo hướng dẫn của Sở GDĐT Quảng Ngãi, nhà ' +
          'trường thành lập tám đội tuyển với 46 học sinh tự nguyện đăng ký.',
      },
      { h2: 'Cách chọn' },
      {
        p:
          'Học sinh làm hai bài cách nhau ba tuần; bài được rọc phách và hai giáo viên chấm độc lập. Điểm thứ ' +
          'ba là bài trình bày một vấn đề em tự tìm hiểu. Gia đình nhận kết quả và nhận xét riêng; trường ' +
          'không công bố danh sách.',
      },
      { h2: 'Lịch học và nguyên tắc' },
      {
        ul: [
          'Mỗi đội học 2 tiết một tuần, miễn phí, không học Chủ nhật.',
          'Mỗi em chỉ tham gia một đội tuyển.',
          'Không miễn các môn khác; giáo viên bộ môn giúp các em bù bài.',
          'Em nào thấy quá sức có thể xin dừng mà không cần giải thích.',
        ],
      },
      {
        figure: 'lop-hoc',
        alt: 'Phòng học với các dãy bàn ghế xanh, trên bàn có sách mở, phía trước là bảng vẽ hình học',
        caption: 'Các đội tuyển học tại dãy phòng tầng hai, chiều thứ Hai và thứ Tư (tranh minh họa).',
      },
      { quote: 'Mục tiêu của đội tuyển là thêm yêu môn học; giải thưởng, nếu có, là phần quà đi kèm.' },
    ],
  },
  {
    key: 'tiet-hoc-ben-song',
    title: 'Tiết học bên sông: đo dòng chảy, nghe chuyện bờ xe nước',
    summary:
      'Học sinh khối 8 học tích hợp Lịch sử và Địa lí, Khoa học tự nhiên, Ngữ văn ngay trên bờ sông Trà ' + 'Khúc.',
    category: 'B2',
    tags: ['giáo dục địa phương', 'trải nghiệm'],
    cover: {
      picture: 'song-tra',
      alt: 'Người đội nón lá chèo thuyền nhỏ trên sông, xa xa là cây cầu dài và ngọn núi đỉnh bằng dưới nắng ' + 'sớm',
    },
    byline: 'Trần Thu Hà',
    daysAgo: 4,
    state: 'submitted',
    body: [
      {
        p:
          'Sáng 14/11, hai lớp khối 8 rời phòng học, đi bộ 400 mét ra công viên ven sông. Trên tay mỗi nhóm là ' +
          'một phiếu nhiệm vụ, một chiếc đồng hồ bấm giây và… một quả cam.',
      },
      { h2: 'Ba môn, một dòng sông' },
      {
        ul: [
          '**Khoa học tự nhiên**: đứng sau lan can, các nhóm thả cam ở thượng nguồn một đoạn kè dài 20 mét, ' +
            'bấm giờ để tính tốc độ dòng chảy.',
          '**Lịch sử và Địa lí**: vẽ sơ đồ hai bờ, đánh dấu vết lũ cuối tháng 10 và tìm hiểu vì sao núi Thiên ' +
            'Ấn có đỉnh bằng.',
          '**Ngữ văn**: nghe một nghệ nhân cao tuổi kể về bờ xe nước, rồi viết đoạn văn 150 chữ tả âm thanh ' +
            'của dòng sông.',
        ],
      },
      {
        p:
          'Ba lần đo cho ba kết quả khác nhau. Thay vì chọn con số đẹp nhất, các em được yêu cầu giải thích sự ' +
          'chênh lệch: gió, chỗ nước xoáy, người bấm chậm. Đó cũng là bài học quan trọng nhất của buổi sáng.',
      },
      {
        p:
          'Buổi học có sáu giáo viên, hai phụ huynh và một cán bộ y tế đi cùng; học sinh không xuống nước và ' +
          'luôn ở trong khu vực có lan can. Những quả cam được vớt lại hết bằng vợt.',
      },
      { quote: 'Em đi qua cây cầu này mỗi ngày, nhưng hôm nay em mới nhìn nó. – Trích phiếu học tập của học sinh' },
    ],
  },
];
