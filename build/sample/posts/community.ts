import type { SamplePost } from '../types.ts';

/** Sharing within the school's community. */
export const communityPosts: readonly SamplePost[] = [
  {
    key: 'tu-sach-sau-lu',
    title: 'Tủ sách sau lũ: 1.150 quyển sách tìm được nhà mới',
    summary:
      'Hai tuần quyên góp, phân loại và sửa sách của học sinh, phụ huynh để bù lại những quyển bị hỏng sau ' +
      'đợt lũ.',
    category: 'B2',
    tags: ['quyên góp sách', 'thư viện', 'cộng đồng'],
    cover: {
      picture: 'thu-vien',
      alt: 'Góc thư viện yên tĩnh với kệ sách nhiều màu, chậu cây xanh, hai chiếc ghế gỗ và chồng sách trên bàn',
    },
    byline: 'Trần Thu Hà',
    daysAgo: 7,
    state: 'returned',
    returnReason:
      'Bài rất ấm áp, cảm ơn cô Hà. Đoạn thứ ba kể hoàn cảnh gia đình em K. khá chi tiết, người cùng ' +
      'phường có thể nhận ra em; nhờ cô lược bớt hoặc xin ý kiến gia đình, và ghi rõ số sách đã chuyển ' +
      'sang trường bạn rồi gửi lại giúp tôi nhé.',
    body: [
      {
        p:
          'Đợt lũ cuối tháng 10 làm ướt khoảng 180 quyển sách ở kệ dưới cùng của thư viện. Ngay tuần sau, Liên ' +
          'đội phát động “Tủ sách sau lũ”: mỗi em mang đến một quyển mình từng yêu thích, kèm lời nhắn cho ' +
          'người đọc tiếp theo.',
      },
      {
        p:
          'Sau hai tuần, thư viện nhận được **1.150 quyển**. Các bạn trong câu lạc bộ Phóng viên nhỏ phân ' +
          'loại, lau bìa, dán gáy và ghi sổ. Sách chưa phù hợp lứa tuổi được trả lại hoặc chuyển sang nơi ' +
          'khác.',
      },
      {
        p:
          'Người góp nhiều nhất là em K., học sinh khối 7. Nhà em ở gần bến đò cũ, nước vào ngang cửa sổ, mẹ ' +
          'đi làm xa nên hai bà cháu phải sang ở nhờ nhà bác. Vậy mà em vẫn giữ khô được một thùng truyện để ' +
          'mang đến tặng các bạn.',
      },
      { h2: 'Sách đi đâu?' },
      {
        ul: [
          '620 quyển bổ sung vào thư viện của trường.',
          '240 quyển về tủ sách các lớp.',
          'Số còn lại gửi tặng một trường bạn ở vùng cao.',
        ],
      },
      { quote: 'Quyển này mình đọc ba lần, lần nào cũng cười ở trang 42. Bạn thử xem! – Một lời nhắn kẹp trong sách' },
      {
        p:
          'Tủ sách tiếp tục nhận sách đến hết năm học. Xin gửi tại quầy thư viện trong giờ mở cửa; sách giáo ' +
          'khoa cũ vẫn dùng được cũng rất quý.',
      },
    ],
  },
];
