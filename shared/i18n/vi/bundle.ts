/** Work without a line: one file carried on a USB stick from computer to computer. */
export const bundle = {
  'bundle.makeTitle': 'Xuất ra tệp để mang đi (USB)',
  'bundle.makeText':
    'Không có mạng, công việc vẫn đi được: chép tệp này sang USB, đưa cho đồng nghiệp nhập vào máy của họ. Máy nào có mạng sẽ gửi giúp tất cả lên portal, mỗi việc vẫn mang chữ ký của người làm.',
  'bundle.which': 'Đưa vào tệp',
  'bundle.which.waiting': 'Những việc portal chưa nhận',
  'bundle.which.days': 'Thêm mọi thay đổi trong {days} ngày qua',
  'bundle.which.all': 'Mọi thay đổi của đơn vị từ trước đến nay',
  'bundle.whichHint':
    'Đồng nghiệp lâu không có mạng cần cả những thay đổi portal đã nhận, để biết kết quả bài của mình.',
  'bundle.withPictures': 'Kèm ảnh ({pictures} ảnh, khoảng {size})',
  'bundle.picturesHint': 'Người duyệt cần đủ ảnh mới duyệt được.',
  'bundle.noPictures': 'Trong các bài này không có ảnh.',
  'bundle.withPassphrase': 'Khóa tệp bằng mật khẩu',
  'bundle.size': 'Tệp gồm {posts} bài, {mutations} việc; dung lượng khoảng {size}.',
  'bundle.drafts': 'Bản thảo chưa gửi thẩm định được niêm kín: người mang không đọc được, chỉ portal mở được.',
  'bundle.nothing': 'Chưa có gì để mang đi: portal đã nhận mọi việc trên máy này.',
  'bundle.notCertified':
    'Máy này cần đồng bộ với portal một lần trước khi xuất tệp, để người nhận kiểm tra được chữ ký của bạn.',
  'bundle.make': 'Tạo tệp',
  'bundle.making': 'Đang tạo tệp: {done} / {total}',
  'bundle.progress': 'Tiến độ',
  'bundle.made': 'Đã tạo tệp {size}: {path}',
  'bundle.next': 'Hãy chép tệp sang USB rồi đưa cho đồng nghiệp. Tạo tệp không làm thay đổi gì trên máy này.',

  'bundle.takeTitle': 'Nhập tệp của đồng nghiệp',
  'bundle.takeText': 'Chọn tệp có đuôi .banthao trên USB. Bạn sẽ xem trong tệp có gì trước khi nhập.',
  'bundle.connectFirst': 'Hãy kết nối máy này với portal của đơn vị trước. Xong, chương trình sẽ cho xem tệp {name}.',
  'bundle.choose': 'Chọn tệp',
  'bundle.drop': 'Thả tệp vào đây để xem và nhập',
  'bundle.reading': 'Đang đọc tệp: {done} / {total}',
  'bundle.checking': 'Đang kiểm tra tệp…',
  'bundle.open': 'Mở tệp',
  'bundle.locked': 'Tệp {name} được khóa bằng mật khẩu.',
  'bundle.from': '{name} đã tạo tệp này lúc {at} (theo đồng hồ máy của họ).',
  'bundle.isOwn': 'Tệp này do chính máy này tạo ra.',
  'bundle.takenAt': 'Tệp này đã được nhập vào máy này lúc {at}. Nhập lại không làm thay đổi gì.',
  'bundle.holds': 'Trong tệp có',
  'bundle.holds.actions': '{posts} bài, {actions} việc, trong đó {fresh} việc mới với máy này',
  'bundle.holds.times': 'Làm từ {from} đến {to}',
  'bundle.holds.drafts': '{drafts} lần lưu bản thảo được niêm kín, máy này chỉ chuyển giúp lên portal',
  'bundle.holds.receipts': '{receipts} kết quả portal đã trả lời',
  'bundle.holds.pictures': '{pictures} ảnh',
  'bundle.posts': 'Các bài',
  'bundle.untitled': '(chưa có tiêu đề)',
  'bundle.morePosts': 'và {more} bài nữa',
  'bundle.take': 'Nhập vào máy này',
  'bundle.taking': 'Đang nhập…',
  'bundle.taken': 'Đã nhập {mutations} việc, {drafts} lần lưu bản thảo niêm kín, {pictures} ảnh.',
  'bundle.takenNothing': 'Mọi thứ trong tệp đã có sẵn trên máy này. Không có gì thay đổi.',
  'bundle.takenNext':
    'Việc của đồng nghiệp hiện ngay trong danh sách bài. Khi máy này có mạng, chương trình tự gửi giúp lên portal.',

  'error.bundle_not_file': 'Đây không phải tệp mang đi của Bản Thảo. Hãy chọn tệp có đuôi .banthao.',
  'error.bundle_newer':
    'Tệp này do một phiên bản Bản Thảo mới hơn tạo ra. Hãy cập nhật chương trình trên máy này rồi nhập lại; tệp vẫn còn nguyên.',
  'error.bundle_damaged':
    'Tệp bị thiếu hoặc đã bị thay đổi nên không nhập phần nào. Hãy chép lại tệp từ máy đã tạo ra nó.',
  'error.bundle_other_portal':
    'Tệp này thuộc về một portal khác cùng tên đơn vị. Máy này chỉ nhận tệp của portal mình đang dùng.',
  'error.bundle_other_unit': 'Tệp này của {theirs}, còn máy này thuộc {ours}. Không có gì được nhập.',
  'error.bundle_passphrase_needed': 'Tệp được khóa bằng mật khẩu. Hãy hỏi người đã tạo tệp rồi gõ mật khẩu.',
  'error.bundle_passphrase': 'Mật khẩu không đúng. Hãy gõ lại; chưa có gì thay đổi trên máy này.',
  'error.bundle_no_certificate': 'Máy này cần đồng bộ với portal một lần rồi mới xuất được tệp mang đi.',
  'error.bundle_nothing': 'Chưa có gì để mang đi.',
  'error.bundle_no_room':
    'Ổ đĩa không đủ chỗ: cần khoảng {need} MB, còn {free} MB. Hãy xóa bớt tệp không cần rồi thử lại.',
  'error.bundle_too_large':
    'Tệp sẽ lớn quá 4 GB, nhiều USB không chứa được. Hãy bỏ ảnh ra, hoặc chọn khoảng ngày ngắn hơn.',
  'error.bundle_cancelled': 'Đã dừng. Không có tệp nào được tạo.',
  'error.bundle_busy': 'Một tệp mang đi đang được tạo. Hãy chờ hoặc dừng việc ấy trước.',
} as const;
