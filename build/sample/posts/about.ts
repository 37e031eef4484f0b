import type { SamplePost } from '../types.ts';

/** The school itself: who we are, where we come from, how we are organised. */
export const aboutPosts: readonly SamplePost[] = [
  {
    key: 'gioi-thieu-truong',
    title: 'Giới thiệu Trường THCS Sông Trà',
    summary: 'Thông tin chung về nhà trường: sứ mệnh, cơ cấu tổ chức, đội ngũ, cơ sở vật chất và cách liên hệ.',
    category: 'B1',
    tags: ['giới thiệu', 'cơ cấu tổ chức', 'liên hệ'],
    cover: {
      picture: 'san-truong',
      alt: 'Sân trường lát gạch có cột cờ, dãy phòng học hai tầng mái ngói đỏ và cây xanh hai bên',
    },
    byline: 'Ban Biên tập',
    daysAgo: 76,
    state: 'published',
    body: [
      {
        p:
          'Trường THCS Sông Trà là trường trung học cơ sở công lập, nằm bên bờ bắc sông Trà Khúc, thuộc phường ' +
          'Trà Khúc, tỉnh Quảng Ngãi. Trường do Ủy ban nhân dân phường trực tiếp quản lý; Phòng Văn hóa – Xã ' +
          'hội của phường tham mưu về giáo dục; Sở Giáo dục và Đào tạo Quảng Ngãi hướng dẫn về chuyên môn.',
      },
      {
        p:
          'Năm học 2026-2027, trường có **24 lớp** với **912 học sinh**, mỗi khối 6 lớp. Đội ngũ gồm **55 cán ' +
          'bộ, giáo viên và nhân viên**, trong đó có 46 giáo viên.',
      },
      { h2: 'Sứ mệnh, tầm nhìn và giá trị' },
      {
        p:
          'Nhà trường xây dựng một môi trường học tập an toàn, thân thiện, nơi mỗi học sinh được tôn trọng, ' +
          'được thử sức và được sửa sai. Chúng tôi mong học sinh rời trường với nền kiến thức vững, thói quen ' +
          'đọc sách, một môn thể thao yêu thích và lòng tự hào về quê hương bên dòng sông Trà.',
      },
      { quote: 'Học để hiểu, hiểu để làm, làm để sống tử tế.' },
      { p: 'Bốn giá trị mà tập thể nhà trường cùng giữ gìn:' },
      {
        ul: [
          '**Trung thực** trong học tập, kiểm tra và đánh giá.',
          '**Tôn trọng** sự khác biệt, không để học sinh nào bị bỏ lại phía sau.',
          '**Trách nhiệm** với bản thân, với tập thể và với môi trường.',
          '**Sáng tạo** từ những việc nhỏ, gần gũi với đời sống địa phương.',
        ],
      },
      { h2: 'Chức năng và nhiệm vụ' },
      {
        p:
          'Trường thực hiện nhiệm vụ và quyền hạn của trường trung học cơ sở theo Điều lệ trường học hiện ' +
          'hành. Những việc chính gồm:',
      },
      {
        ol: [
          'Xây dựng và thực hiện kế hoạch giáo dục theo Chương trình giáo dục phổ thông 2018.',
          'Tuyển sinh, quản lý học sinh, phối hợp thực hiện phổ cập giáo dục trên địa bàn phường.',
          'Quản lý, bồi dưỡng đội ngũ; tổ chức sinh hoạt chuyên môn.',
          'Phối hợp với gia đình và xã hội trong giáo dục, bảo vệ trẻ em.',
          'Quản lý, sử dụng tài chính, tài sản và thực hiện công khai theo quy định.',
        ],
      },
      { h2: 'Cơ cấu tổ chức' },
      { h3: 'Lãnh đạo nhà trường' },
      {
        ul: [
          '**Cô Nguyễn Thị Hoài An**, Hiệu trưởng: phụ trách chung, tổ chức cán bộ, tài chính; Trưởng ban Biên ' +
            'tập trang thông tin.',
          '**Thầy Phạm Đình Khôi**, Phó Hiệu trưởng: phụ trách chuyên môn, khảo thí, chuyển đổi số; Phó Trưởng ' +
            'ban Biên tập.',
          '**Cô Võ Thị Mai Lan**, Phó Hiệu trưởng: phụ trách hoạt động ngoài giờ lên lớp, bán trú, cơ sở vật ' +
            'chất và y tế trường học.',
        ],
      },
      { h3: 'Các tổ chức và bộ phận' },
      {
        ul: [
          'Hội đồng trường, Hội đồng thi đua – khen thưởng và các hội đồng tư vấn.',
          'Chi bộ Đảng, Công đoàn, Đoàn Thanh niên, Liên đội Thiếu niên Tiền phong Hồ Chí Minh.',
          'Sáu tổ chuyên môn và một tổ văn phòng.',
          'Ban đại diện cha mẹ học sinh.',
        ],
      },
      { h2: 'Cơ sở vật chất' },
      {
        p:
          'Trường có 24 phòng học, 6 phòng học bộ môn, 1 phòng máy tính với 40 máy, thư viện có hơn 6.200 bản ' +
          'sách, nhà đa năng, sân thể thao và vườn rau thực hành. Tất cả các dãy nhà đều có lối đi cho người ' +
          'khuyết tật ở tầng trệt.',
      },
      {
        figure: 'thu-vien',
        alt: 'Phòng thư viện có bốn kệ sách cao, cửa sổ vòm nhìn ra cây xanh và bàn đọc với quyển sách mở',
        caption: 'Thư viện mở cửa cả giờ nghỉ trưa, từ thứ Hai đến thứ Sáu (tranh minh họa).',
      },
      { h2: 'Liên hệ và giải đáp' },
      {
        p:
          'Phụ huynh và người dân có thể đến văn phòng nhà trường trong giờ hành chính, gọi số điện thoại hoặc ' +
          'viết thư đến địa chỉ thư điện tử ghi ở chân trang. Hiệu trưởng tiếp công dân vào **sáng thứ Năm ' +
          'hằng tuần**. Câu hỏi gửi bằng thư được phân loại trong ngày làm việc và trả lời, hoặc báo tiến độ, ' +
          'trong thời hạn mà quy chế của trường quy định.',
      },
      {
        p:
          'Để bảo vệ thông tin cá nhân, nhà trường không đăng số điện thoại riêng của giáo viên, không đăng ' +
          'danh sách học sinh và chỉ dùng hình ảnh của các em khi đã có sự đồng ý của gia đình và của chính ' +
          'các em.',
      },
    ],
  },
  {
    key: 'lich-su-truong',
    title: 'Gần bốn mươi năm bên dòng sông Trà',
    summary:
      'Từ sáu phòng học tranh tre năm 1987 đến ngôi trường khang trang hôm nay: những chặng đường của ' +
      'Trường THCS Sông Trà.',
    category: 'B1',
    tags: ['lịch sử', 'truyền thống'],
    cover: {
      picture: 'song-tra',
      alt: 'Sông Trà Khúc buổi sớm với cây cầu nhiều nhịp, núi Thiên Ấn đỉnh bằng và một chiếc thuyền nhỏ',
    },
    byline: 'Tổ Lịch sử và Địa lí',
    daysAgo: 298,
    state: 'published',
    body: [
      {
        p:
          'Người lớn tuổi trong phường vẫn nhớ ngôi trường đầu tiên: sáu phòng học tranh tre, nền đất nện, ' +
          'dựng sát con đường ra bến sông. Đó là năm 1987. Mùa mưa, thầy trò kê bàn lên cao để tránh nước; mùa ' +
          'nắng, cả lớp ra học dưới gốc bàng.',
      },
      { h2: 'Những chặng đường' },
      {
        ul: [
          '**1987**: trường được thành lập với 6 lớp và 11 giáo viên.',
          '**1994**: dãy nhà xây đầu tiên hoàn thành nhờ công sức đóng góp của nhân dân.',
          '**1999**: sau trận lũ lịch sử, trường được xây lại ở vị trí cao hơn, cách bờ sông 400 mét.',
          '**2008**: khánh thành dãy phòng học hai tầng và phòng thực hành đầu tiên.',
          '**2016**: thư viện mới mở cửa, tủ sách lớp học có mặt ở mọi khối.',
          '**2021**: bắt đầu thực hiện Chương trình giáo dục phổ thông 2018 từ lớp 6.',
          '**2025**: khi chính quyền địa phương tổ chức theo mô hình hai cấp và tỉnh Quảng Ngãi hợp nhất với ' +
            'tỉnh Kon Tum, trường trực thuộc Ủy ban nhân dân phường Trà Khúc.',
        ],
      },
      {
        p:
          'Tên trường đã vài lần thay đổi theo địa giới, nhưng hai chữ “Sông Trà” luôn được giữ. Với người ' +
          'Quảng Ngãi, dòng sông là nơi có bờ xe nước, có câu hát ru và có núi Thiên Ấn soi bóng, được người ' +
          'xưa gọi là *Thiên Ấn niêm hà*: chiếc ấn trời đóng xuống dòng sông.',
      },
      {
        quote:
          'Trường có thể dời, lớp có thể xây lại, chỉ có tình thầy trò là phải giữ nguyên. – Lời một thầy giáo ' +
          'đã nghỉ hưu',
      },
      {
        p:
          'Nhà trường đang sưu tầm ảnh, kỷ vật và câu chuyện của các thế hệ thầy trò để lập phòng truyền ' +
          'thống. Cựu giáo viên, cựu học sinh có tư liệu xin liên hệ văn phòng nhà trường; hiện vật được ghi ' +
          'biên nhận và trả lại sau khi sao chụp nếu người gửi có yêu cầu.',
      },
    ],
  },
  {
    key: 'cac-to-chuyen-mon',
    title: 'Các tổ chuyên môn của nhà trường',
    summary:
      'Sáu tổ chuyên môn và tổ văn phòng năm học 2026-2027: môn học phụ trách, lịch sinh hoạt và việc ' + 'trọng tâm.',
    category: 'B1',
    tags: ['tổ chuyên môn', 'đội ngũ'],
    cover: null,
    byline: 'Phạm Đình Khôi',
    daysAgo: 81,
    state: 'published',
    body: [
      {
        p:
          'Năm học 2026-2027, nhà trường có sáu tổ chuyên môn và một tổ văn phòng. Mỗi tổ có tổ trưởng và tổ ' +
          'phó do Hiệu trưởng bổ nhiệm, sinh hoạt ít nhất hai tuần một lần.',
      },
      { h2: 'Sáu tổ chuyên môn' },
      {
        ul: [
          '**Tổ Toán – Tin học**: 10 giáo viên; phụ trách phòng máy tính và câu lạc bộ Lập trình.',
          '**Tổ Ngữ văn**: 9 giáo viên; cùng thư viện tổ chức ngày hội đọc sách.',
          '**Tổ Ngoại ngữ**: 6 giáo viên; phụ trách câu lạc bộ Tiếng Anh chiều thứ Tư.',
          '**Tổ Khoa học tự nhiên – Công nghệ**: 9 giáo viên; phụ trách phòng thực hành và ngày hội STEM.',
          '**Tổ Lịch sử và Địa lí – Giáo dục công dân**: 6 giáo viên; biên soạn nội dung giáo dục của địa ' + 'phương.',
          '**Tổ Nghệ thuật – Giáo dục thể chất**: 6 giáo viên; phụ trách đội văn nghệ, các đội thể thao.',
        ],
      },
      { h2: 'Việc trọng tâm trong năm' },
      {
        ol: [
          'Mỗi tổ dạy ít nhất hai chuyên đề theo hướng nghiên cứu bài học trong một học kỳ.',
          'Xây dựng ngân hàng câu hỏi dùng chung, có ma trận và hướng dẫn chấm.',
          'Đóng góp ít nhất năm học liệu số vào kho học liệu của trường.',
          'Phân công giáo viên kèm cặp học sinh còn khó khăn, không thu tiền.',
        ],
      },
      {
        p:
          'Tổ văn phòng gồm nhân viên kế toán, văn thư, y tế, thư viện, thiết bị và bảo vệ, làm việc từ 7 giờ ' +
          '00 đến 11 giờ 00 và từ 13 giờ 30 đến 17 giờ 00 các ngày trong tuần.',
      },
    ],
  },
  {
    key: 'ky-niem-40-nam',
    title: 'Hướng tới kỷ niệm 40 năm thành lập trường',
    summary: 'Bản thảo kế hoạch các hoạt động kỷ niệm 40 năm thành lập trường (1987–2027).',
    category: 'B2',
    tags: ['kỷ niệm', 'truyền thống'],
    cover: null,
    byline: 'Trần Thu Hà',
    daysAgo: 9,
    state: 'draft',
    body: [
      {
        p:
          'Năm 2027, Trường THCS Sông Trà tròn 40 tuổi. Nhà trường dự kiến tổ chức chuỗi hoạt động gọn nhẹ, ' +
          'tiết kiệm, để mỗi thế hệ thầy trò đều có dịp trở về.',
      },
      { h2: 'Các hoạt động dự kiến' },
      {
        ul: [
          'Sưu tầm tư liệu, mở phòng truyền thống vào tháng 3 năm 2027.',
          'Cuộc thi viết “Ngôi trường trong tôi” dành cho học sinh, cựu học sinh và thầy cô.',
          'Trồng 40 cây xanh trong khuôn viên trường và dọc đường ra bến sông.',
          'Gặp mặt các thế hệ giáo viên, học sinh.',
        ],
      },
      {
        p:
          'Nhà trường không đặt mức đóng góp. Mọi khoản tài trợ tự nguyện được tiếp nhận, sử dụng và công khai ' +
          'theo quy định.',
      },
      {
        p: '*Ghi chú của người viết: chờ biên bản họp ban liên lạc để bổ sung ngày tổ chức và phân công cụ ' + 'thể.*',
      },
    ],
  },
];
