import type { SamplePost } from '../types.ts';

/** Công khai: what Thông tư 09/2024/TT-BGDĐT asks a school to publish. */
export const disclosurePosts: readonly SamplePost[] = [
  {
    key: 'bao-cao-thuong-nien-2025',
    title: 'Công khai báo cáo thường niên năm 2025',
    summary:
      'Báo cáo thường niên và các nội dung công khai theo Thông tư 09/2024/TT-BGDĐT, số liệu tính đến ngày ' +
      '31/12/2025.',
    category: 'B7',
    tags: ['công khai', 'báo cáo thường niên'],
    cover: null,
    byline: 'Ban Biên tập',
    daysAgo: 150,
    state: 'published',
    body: [
      {
        p:
          'Thực hiện Thông tư 09/2024/TT-BGDĐT ngày 03/6/2024 của Bộ trưởng Bộ Giáo dục và Đào tạo, Trường ' +
          'THCS Sông Trà công khai báo cáo thường niên năm 2025. Số liệu tính đến ngày 31/12/2025; báo cáo ' +
          'được niêm yết tại trường và lưu trên trang này ít nhất 5 năm.',
      },
      { h2: '1. Thông tin chung' },
      {
        p:
          'Tên, địa chỉ, loại hình, cơ quan quản lý trực tiếp, sứ mệnh, lịch sử, người đại diện pháp luật và ' +
          'tổ chức bộ máy: xem chuyên mục Giới thiệu.',
      },
      { h2: '2. Thu, chi tài chính' },
      {
        ul: [
          'Ngân sách nhà nước cấp chiếm 96,4% tổng thu; nguồn thu dịch vụ và tài trợ chiếm 3,6%.',
          'Chi lương và các khoản theo lương chiếm 78,1% tổng chi; chi chuyên môn 11,7%; chi đầu tư, sửa chữa ' +
            '6,9%; chi khác 3,3%.',
          'Từ năm học 2025-2026, học sinh trường công lập được miễn học phí; trường không thu học phí.',
        ],
      },
      { h2: '3. Điều kiện bảo đảm chất lượng' },
      {
        ul: [
          'Đội ngũ: 54 người, gồm 3 cán bộ quản lý, 45 giáo viên, 6 nhân viên; 100% giáo viên đạt chuẩn trình ' +
            'độ, 100% hoàn thành bồi dưỡng hằng năm.',
          'Cơ sở vật chất: 24 phòng học, 6 phòng bộ môn, 1 phòng máy tính, thư viện, nhà đa năng; diện tích ' +
            'bình quân 11,8 m² một học sinh.',
          'Sách giáo khoa, thiết bị dạy học tối thiểu: đủ theo danh mục của bốn khối lớp.',
          'Tự đánh giá chất lượng giáo dục: hoàn thành, công bố kèm kế hoạch cải tiến.',
        ],
      },
      { h2: '4. Kế hoạch và kết quả giáo dục năm học 2024-2025' },
      {
        ul: [
          'Quy mô: 24 lớp, 905 học sinh; có 7 học sinh khuyết tật học hòa nhập.',
          'Kết quả học tập cả năm: mức Tốt 21,3%; mức Khá 42,8%; mức Đạt 34,7%; mức Chưa đạt 1,2%.',
          'Kết quả rèn luyện cả năm: mức Tốt 88,4%; mức Khá 10,9%; mức Đạt 0,7%.',
          'Tỉ lệ hoàn thành chương trình lớp 9: 100%. Tỉ lệ bỏ học: 0,1%.',
        ],
      },
      {
        p:
          'Phụ huynh có ý kiến về số liệu xin gửi nhà trường; thông tin chưa chính xác được kiểm tra, đính ' +
          'chính theo đúng hình thức đã công khai. Số liệu chỉ nêu ở mức toàn trường, không có thông tin của ' +
          'cá nhân học sinh.',
      },
    ],
  },
  {
    key: 'thuc-don-ban-tru-tuan-13',
    title: 'Thực đơn bán trú tuần 13 (từ 30/11 đến 04/12/2026)',
    summary: 'Thực đơn bữa trưa của học sinh bán trú tuần 13, kèm nguồn thực phẩm và lưu ý với học sinh dị ứng.',
    category: 'B7',
    tags: ['công khai', 'bán trú', 'thực đơn'],
    cover: null,
    byline: 'Trần Thu Hà',
    daysAgo: 1,
    state: 'submitted',
    body: [
      {
        p:
          'Nhà trường công khai thực đơn bữa trưa bán trú tuần 13. Mỗi suất gồm cơm, món mặn, món rau, canh và ' +
          'tráng miệng.',
      },
      {
        ul: [
          '**Thứ Hai, 30/11**: thịt kho trứng cút; cải ngọt xào tỏi; canh bí đỏ tôm; chuối.',
          '**Thứ Ba, 01/12**: cá nục kho cà; đậu que luộc; canh rau muống; dưa hấu.',
          '**Thứ Tư, 02/12**: gà rim gừng; bắp cải xào cà rốt; canh chua thơm; sữa chua.',
          '**Thứ Năm, 03/12**: đậu hũ nhồi thịt sốt cà; giá xào hẹ; canh khoai mỡ; cam.',
          '**Thứ Sáu, 04/12**: ram chả, bún, rau sống; canh cải thịt bằm; chè đậu xanh.',
        ],
      },
      { h2: 'An toàn thực phẩm' },
      {
        ul: [
          'Nguyên liệu có hợp đồng, hóa đơn; rau của vườn trường được kiểm tra nhanh trước khi nấu.',
          'Mẫu thức ăn được lưu 24 giờ theo quy định.',
          'Ban đại diện cha mẹ học sinh có thể kiểm tra bếp vào bất kỳ ngày nào, không cần báo trước.',
        ],
      },
      {
        p:
          'Gia đình có con dị ứng thực phẩm báo với nhân viên y tế để bếp chuẩn bị suất riêng. Thông tin sức ' +
          'khỏe của các em không được đăng ở đây.',
      },
    ],
  },
];
