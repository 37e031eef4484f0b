import type { SamplePost } from '../types.ts';

/** Storms and floods, traffic, water: keeping pupils safe. */
export const safetyPosts: readonly SamplePost[] = [
  {
    key: 'nghi-hoc-phong-mua-lu',
    title: 'Thông báo khẩn: học sinh nghỉ học để phòng tránh mưa lũ',
    summary:
      'Học sinh nghỉ học từ chiều 28/10 đến hết 30/10/2026. Gia đình giữ các em ở nhà, không đến gần sông, ' +
      'suối, cống.',
    category: 'B2',
    tags: ['thông báo', 'mưa lũ', 'nghỉ học'],
    cover: {
      picture: 'mua-bao',
      alt:
        'Mây đen và mưa lớn trên những mái nhà ngói, cây dừa nghiêng trong gió, nước dâng đến chân tường và ' +
        'bao cát chắn cửa',
    },
    byline: 'Ban Biên tập',
    daysAgo: 26,
    state: 'published',
    body: [
      {
        p:
          'Thực hiện chỉ đạo của Ủy ban nhân dân phường Trà Khúc và hướng dẫn của Sở GDĐT Quảng Ngãi về ứng ' +
          'phó với mưa lớn, lũ trên sông Trà Khúc, nhà trường thông báo:',
      },
      {
        p:
          '**Học sinh toàn trường nghỉ học từ 13 giờ 00 ngày 28/10 đến hết ngày 30/10/2026.** Lịch đi học lại ' +
          'sẽ được thông báo trên trang này và qua giáo viên chủ nhiệm trước 17 giờ 00 Chủ nhật, 01/11.',
      },
      { h2: 'Đề nghị gia đình' },
      {
        ul: [
          'Giữ con ở nhà, không để các em đi xem nước lũ, vớt củi, bắt cá.',
          'Ngắt điện ở khu vực có thể ngập; để đồ dùng, sách vở lên cao.',
          'Chuẩn bị nước sạch, đèn pin, áo mưa, thuốc và sạc đầy pin điện thoại.',
          'Gia đình ở vùng trũng thực hiện ngay yêu cầu sơ tán của địa phương.',
          'Báo cho giáo viên chủ nhiệm nếu cần giúp đỡ hoặc khi phải chuyển chỗ ở tạm.',
        ],
      },
      { h2: 'Nhà trường thực hiện' },
      {
        ul: [
          'Học sinh bán trú ngày 28/10 ăn trưa xong được bàn giao tận tay gia đình; em nào chưa có người đón ' +
            'thì ở lại trường cùng giáo viên trực.',
          'Chuyển thiết bị, hồ sơ, sách thư viện lên tầng hai trước 15 giờ 00.',
          'Mở hai phòng học tầng hai làm nơi trú tạm khi phường yêu cầu.',
          'Lãnh đạo trường trực 24/24 giờ; số điện thoại của trường ghi ở chân trang.',
        ],
      },
      {
        p:
          'Khi khẩn cấp, gọi **112** (tìm kiếm, cứu nạn), **114** (chữa cháy, cứu hộ) hoặc **115** (cấp cứu). ' +
          'Xin chỉ chia sẻ tin từ nguồn chính thức, như [Cổng thông tin điện tử tỉnh Quảng ' +
          'Ngãi](https://quangngai.gov.vn).',
      },
    ],
  },
  {
    key: 'don-dep-sau-lu',
    title: 'Dọn bùn, phơi sách, đón học sinh trở lại trường',
    summary:
      'Sau ba ngày mưa lũ, thầy cô, phụ huynh và lực lượng địa phương đã làm sạch trường; việc dạy học trở ' +
      'lại từ thứ Hai, 02/11.',
    category: 'B2',
    tags: ['mưa lũ', 'cộng đồng', 'học bù'],
    cover: null,
    byline: 'Trần Thu Hà',
    daysAgo: 20,
    state: 'published',
    body: [
      {
        p:
          'Nước rút khỏi sân trường vào chiều 30/10, để lại lớp bùn dày gần một gang tay. Sáng 31/10, hơn 120 ' +
          'người gồm thầy cô, phụ huynh, đoàn viên thanh niên và dân quân phường đã có mặt với xẻng, vòi nước, ' +
          'xe rùa.',
      },
      {
        p:
          'Nhờ được chuyển lên tầng hai từ trước, toàn bộ máy tính, hồ sơ và phần lớn sách thư viện an toàn. ' +
          'Khoảng 180 quyển bị ẩm ở kệ dưới cùng được các cô thư viện lót giấy thấm từng trang và phơi trong ' +
          'bóng râm. Vườn rau mất trắng lứa cải mới, nhưng các luống được đắp lại ngay trong chiều Chủ nhật.',
      },
      { h2: 'Việc đã làm trước khi học sinh trở lại' },
      {
        ul: [
          'Rửa sạch phòng học, sân, bể nước; phun khử khuẩn dưới sự hướng dẫn của trạm y tế.',
          'Kiểm tra hệ thống điện, tường rào, mái che và cây xanh.',
          'Rà soát học sinh bị mất sách vở, đồng phục: có 37 em, đã được hỗ trợ đủ trong tuần.',
          'Thầy cô chủ nhiệm gọi điện hỏi thăm tất cả gia đình ở vùng ngập.',
        ],
      },
      { h2: 'Kế hoạch học bù' },
      {
        p:
          'Hai ngày rưỡi đã nghỉ được học bù vào năm buổi chiều thứ Ba và thứ Năm, từ 05/11 đến 19/11, thay ' +
          'cho lịch ôn tập và câu lạc bộ; không học bù ngày Chủ nhật. Giáo viên không giao bài dồn; các bài ' +
          'kiểm tra thường xuyên được lùi một tuần.',
      },
      {
        p:
          'Nhà trường xin cảm ơn bà con, các đơn vị và cựu học sinh đã chung tay. Danh mục và số lượng hiện ' +
          'vật hỗ trợ được niêm yết tại văn phòng và đăng ở chuyên mục Công khai.',
      },
    ],
  },
  {
    key: 'an-toan-giao-thong-2026',
    title: 'Cổng trường an toàn: mũ bảo hiểm, làn đi bộ và năm phút kiên nhẫn',
    summary: 'Từ 21/9, trường tổ chức lại giờ tan học theo khối, kẻ làn đi bộ và kiểm tra mũ bảo hiểm tại cổng.',
    category: 'B2',
    tags: ['an toàn giao thông', 'cổng trường'],
    cover: {
      picture: 'cong-truong',
      alt:
        'Cổng trường mái vòm đỏ mở rộng, hai xe đạp để mũ bảo hiểm trên yên, vạch sang đường và hai học sinh ' +
        'đang đi vào trường',
    },
    byline: 'Võ Thị Mai Lan',
    daysAgo: 60,
    state: 'published',
    body: [
      {
        p:
          'Trong tiết chào cờ ngày 21/9, Liên đội phối hợp với Công an phường tổ chức chuyên đề “Cổng trường ' +
          'an toàn giao thông”. Học sinh được thực hành đội mũ đúng cách, quan sát điểm mù của xe tải và tập ' +
          'sang đường theo nhóm.',
      },
      { h2: 'Những điều cần nhớ' },
      {
        ul: [
          'Đội mũ bảo hiểm, cài quai đúng cách khi ngồi trên xe mô tô, xe gắn máy, xe đạp máy, dù chỉ đi một ' +
            'đoạn ngắn.',
          'Người chưa đủ 16 tuổi **không được điều khiển xe gắn máy**, kể cả xe gắn máy chạy điện.',
          'Đi xe đạp không dàn hàng ngang, không che ô, không dùng điện thoại, không chở quá số người quy ' + 'định.',
          'Sang đường ở vạch dành cho người đi bộ, quan sát hai phía và giơ tay xin đường.',
        ],
      },
      { h2: 'Giờ tan học theo khối' },
      {
        ol: [
          'Khối 6 và khối 7: tan lúc 11 giờ 15, ra cổng chính.',
          'Khối 8 và khối 9: tan lúc 11 giờ 20, ra cổng phụ phía nhà xe.',
          'Phụ huynh đón con đứng sau vạch vàng, tắt máy, không dừng xe trên vạch sang đường.',
        ],
      },
      {
        p:
          'Năm phút chênh lệch giúp hai dòng người không dồn vào nhau. Đội cờ đỏ và bảo vệ trực ở cả hai cổng ' +
          'trong 20 phút. Nhà trường mong quý phụ huynh làm gương: cài quai mũ, đi đúng làn và kiên nhẫn thêm ' +
          'năm phút mỗi ngày.',
      },
      {
        p:
          'Quy định đầy đủ xem trong Luật Trật tự, an toàn giao thông đường bộ tại [Hệ thống văn bản của Chính ' +
          'phủ](https://vanban.chinhphu.vn).',
      },
    ],
  },
  {
    key: 'phong-chong-duoi-nuoc-he-2026',
    title: 'Hè này con biết bơi: lớp bơi an toàn và những điều cả nhà cần biết',
    summary:
      'Hai khóa bơi miễn phí trong hè 2026 và hướng dẫn phòng, chống đuối nước dành cho học sinh, phụ ' +
      'huynh vùng ven sông.',
    category: 'B2',
    tags: ['phòng chống đuối nước', 'kỹ năng sống', 'hè'],
    cover: {
      picture: 'be-boi',
      alt:
        'Các em nhỏ đội mũ bơi, đeo kính, ôm phao tập đạp chân trong hồ chia làn; giáo viên đeo còi đứng ' +
        'hướng dẫn trên bờ',
    },
    byline: 'Tổ Nghệ thuật – Giáo dục thể chất',
    daysAgo: 130,
    state: 'published',
    body: [
      {
        p:
          'Sống bên một dòng sông đẹp cũng có nghĩa là phải học cách sống an toàn với nước. Hè năm nay, nhà ' +
          'trường phối hợp với Ủy ban nhân dân phường và Đoàn Thanh niên mở hai khóa bơi miễn phí cho học sinh ' +
          'chưa biết bơi, ưu tiên các em nhà ở ven sông, gần ao hồ và các em có hoàn cảnh khó khăn.',
      },
      { h2: 'Thông tin hai khóa học' },
      {
        ul: [
          '**Khóa 1**: từ 06/7 đến 24/7/2026, các sáng thứ Hai, thứ Tư, thứ Sáu.',
          '**Khóa 2**: từ 27/7 đến 14/8/2026, cùng các buổi trong tuần.',
          '**Thời gian**: 7 giờ 00 – 8 giờ 15; có mặt trước 10 phút để khởi động.',
          '**Số lượng**: mỗi khóa 40 em, chia bốn nhóm; mỗi nhóm có một giáo viên và một cứu hộ viên.',
          '**Trang phục**: đồ bơi, mũ, kính; em chưa có được mượn tại hồ.',
        ],
      },
      {
        p:
          'Gia đình điền phiếu đồng ý và khai tình trạng sức khỏe với giáo viên chủ nhiệm. Thông tin sức khỏe ' +
          'chỉ dùng cho việc tổ chức lớp và được hủy sau khi khóa học kết thúc.',
      },
      { h2: 'Học bơi không chỉ là biết bơi' },
      { p: 'Mỗi buổi học dành 20 phút cho kỹ năng an toàn. Sau khóa học, học sinh cần làm được năm việc:' },
      {
        ol: [
          'Nổi và thở được trên mặt nước ít nhất 90 giây.',
          'Bơi liên tục 25 mét bằng một kiểu bơi bất kỳ.',
          'Nhận biết dòng xoáy, hố sâu, bờ trơn và nước chảy xiết.',
          'Mặc áo phao đúng cách khi đi thuyền, đi đò.',
          'Biết gọi người lớn và cứu gián tiếp bằng sào, dây, phao, can nhựa.',
        ],
      },
      {
        figure: 'song-tra',
        alt: 'Dòng sông rộng lúc bình minh, cầu dài bắc ngang và bờ lau sậy hai bên',
        caption:
          'Mặt sông lặng vẫn có thể có dòng chảy ngầm; chỉ tắm, bơi ở nơi có người lớn và cứu hộ (tranh minh ' +
          'họa).',
      },
      { h2: 'Khi thấy người đuối nước' },
      {
        p:
          '**Không nhảy xuống nước** nếu chưa được học cứu đuối. Rất nhiều vụ thương tâm xảy ra khi bạn bè nắm ' +
          'tay nhau xuống cứu. Hãy nhớ ba bước:',
      },
      {
        ol: [
          '**Hô to** để gọi người lớn, đồng thời gọi 112 hoặc 115.',
          '**Đưa hoặc ném** sào, dây, phao, can nhựa rỗng cho người bị nạn; nằm sấp trên bờ, bám vào vật chắc.',
          '**Giữ ấm và theo dõi** khi đã lên bờ; người lớn biết sơ cứu kiểm tra hơi thở, hô hấp nhân tạo, ép ' +
            'tim. Không dốc ngược nạn nhân.',
        ],
      },
      { h2: 'Việc của gia đình trong ba tháng hè' },
      { h3: 'Ở nhà' },
      {
        ul: [
          'Đậy kín giếng, bể nước, chum vại; rào ao, hố đào.',
          'Biết con đi đâu, với ai và mấy giờ về.',
          'Không giao cho các em lớn trông em nhỏ ở gần nước.',
        ],
      },
      { h3: 'Khi đi chơi' },
      {
        ul: [
          'Chỉ cho con tắm biển, tắm sông ở nơi được phép, có cứu hộ và có người lớn trông ngay trong tầm tay.',
          'Không bơi khi vừa ăn no, đang mệt, trời dông hoặc sau mưa lớn.',
          'Cùng con đọc các biển cảnh báo và giải thích vì sao có biển ấy.',
        ],
      },
      {
        quote:
          'Em từng rất sợ nước. Thầy bảo em cứ nằm ngửa nhìn trời, nước sẽ đỡ em. Đến buổi thứ sáu thì em tin. ' +
          '– Một học sinh của khóa hè năm trước',
      },
      {
        p:
          'Đăng ký khóa 2 với giáo viên chủ nhiệm đến hết ngày 22/7. Mọi thắc mắc xin gửi về địa chỉ thư điện ' +
          'tử của nhà trường ở chân trang. Khi cần tư vấn về bảo vệ trẻ em, gia đình có thể gọi Tổng đài quốc ' +
          'gia **111**, miễn phí, 24/24 giờ.',
      },
    ],
  },
];
