/** Moving to another computer by one file. */
export const move = {
  'move.title': 'Chuyển sang máy khác',
  'move.what':
    'Chương trình gói mọi thứ của bạn trên máy này vào một tệp có khóa: bài viết, bản thảo đang viết dở, ảnh và những việc chưa gửi. Chép tệp sang máy mới (bằng USB chẳng hạn) rồi mở ở màn hình đầu tiên của chương trình.',
  'move.size': 'Tệp sẽ có dung lượng khoảng {size} MB, gồm {pictures} ảnh.',
  'move.pin': 'Mã PIN duyệt bài không đi theo tệp. Ở máy mới, người duyệt bài đặt mã PIN mới.',
  'move.passphrase': 'Mật khẩu của tệp',
  'move.rule': 'Ít nhất {least} ký tự. Nên dùng bốn, năm từ dễ nhớ.',
  'move.keep': 'Hãy ghi lại mật khẩu: quên thì không ai mở được tệp.',
  'move.again': 'Gõ lại mật khẩu',
  'move.tooShort': 'Mật khẩu cần ít nhất {least} ký tự.',
  'move.notSame': 'Hai lần gõ chưa giống nhau.',
  'move.make': 'Tạo tệp',
  'move.making': 'Đang tạo tệp: {done} / {total} MB',
  'move.progress': 'Tiến độ',
  'move.made': 'Đã tạo tệp: {path}',
  'move.next':
    'Hãy chép tệp sang máy mới và mở ở đó, rồi viết tiếp ở máy mới. Chữ viết thêm ở máy này không có trong tệp.',
  'move.openTitle': 'Chuyển từ máy cũ sang',
  'move.openText': 'Bạn đã tạo tệp chuyển máy ở máy cũ? Mở tệp ở đây, mọi bài viết sẽ trở lại như cũ.',
  'move.openStart': 'Mở tệp chuyển máy',
  'move.file': 'Tệp chuyển máy',
  'move.choose': 'Chọn tệp',
  'move.fileHint': 'Tên tệp có đuôi .banthao-move',
  'move.fileNeeded': 'Hãy chọn tệp chuyển máy.',
  'move.passphraseNeeded': 'Hãy nhập mật khẩu của tệp.',
  'move.open': 'Mở tệp',
  'move.reading': 'Đang đọc tệp: {done} / {total} MB',
  'move.opening': 'Đang kiểm tra và mở tệp…',
  'move.movedTitle': 'Đã tạo tệp chuyển sang máy khác lúc {at}',
  'move.movedText':
    'Nếu bạn đã mở tệp ấy ở máy mới, hãy viết tiếp ở máy mới. Chữ viết ở máy này sau lúc đó không có trong tệp.',
  'move.movedSeen': 'Tôi đã đọc',
  'error.move_not_file': 'Đây không phải tệp chuyển máy của Bản Thảo. Hãy chọn tệp có đuôi .banthao-move.',
  'error.move_passphrase': 'Mật khẩu không đúng. Hãy gõ lại; chưa có gì thay đổi trên máy này.',
  'error.move_damaged':
    'Tệp bị thiếu hoặc đã bị thay đổi nên không mở phần nào. Hãy chép lại tệp từ máy cũ, hoặc tạo tệp mới.',
  'error.move_occupied':
    'Máy này đã có dữ liệu của một người. Hãy mở tệp ở một máy, hoặc một tài khoản máy tính, chưa dùng Bản Thảo.',
  'error.move_cancelled': 'Đã dừng. Không có tệp nào được tạo.',
  'error.move_no_room':
    'Ổ đĩa không đủ chỗ: cần {needed} MB, còn {free} MB. Hãy xóa bớt tệp không dùng rồi làm lại; chưa có gì thay đổi.',
  'error.move_busy': 'Một tệp chuyển máy đang được tạo. Hãy chờ hoặc dừng việc ấy trước.',
} as const;
