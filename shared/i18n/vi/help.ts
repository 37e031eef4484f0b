/** Guide, about, diagnostic file, recovery notice, new versions. */
export const help = {
  'help.menu': 'Trợ giúp',
  'help.guide': 'Hướng dẫn sử dụng',
  'help.guide.pages': 'Các trang hướng dẫn',
  'help.guide.search': 'Tìm trong hướng dẫn',
  'help.guide.found': 'Tìm thấy {count} chỗ',
  'help.guide.none': 'Không tìm thấy. Hãy thử từ khác; không cần gõ dấu.',
  'help.guide.clear': 'Về danh sách các trang',
  'help.guide.page': 'Nội dung hướng dẫn',
  'help.guide.inVietnamese': 'Hướng dẫn viết bằng tiếng Việt.',
  'help.about.what':
    'Bản Thảo giúp Ban Biên tập của nhà trường và đơn vị giáo dục soạn, thẩm định và duyệt bài ngay trên máy của mình, kể cả khi không có mạng, rồi đưa đúng bản đã duyệt lên trang của đơn vị.',
  'help.about.free': 'Phần mềm tự do theo giấy phép MIT: được dùng, chép và sửa không phải trả tiền.',
  'help.about.version': 'Phiên bản',
  'help.about.licences': 'Phần mềm của người khác trong chương trình',
  'help.about.licencesText':
    '{count} gói phần mềm, với lời cảm ơn tới những người viết ra chúng. Bấm vào một gói để đọc giấy phép.',
  'help.about.licencesMissing':
    'Danh sách giấy phép được lập khi đóng gói chương trình, nên chưa có ở bản đang phát triển.',
  'help.about.noText': 'Gói này không kèm tệp giấy phép; giấy phép được khai là {licence}.',
  'help.diagnostics': 'Tạo tệp chẩn đoán',
  'help.diagnostics.text':
    'Khi cần giúp đỡ, hãy lưu tệp này rồi gửi cho giáo viên tin học hoặc người hỗ trợ. Tệp không được gửi đi đâu cho tới khi bạn tự gửi.',
  'help.diagnostics.has':
    'Trong tệp có: phiên bản chương trình và hệ điều hành, bộ nhớ và ổ đĩa còn trống, số lượng bài và việc chờ gửi, tình trạng đồng bộ, các dòng nhật ký lỗi gần nhất.',
  'help.diagnostics.hasNot':
    'Trong tệp không có: nội dung và tiêu đề bài, ảnh, tên người, tài khoản, mật khẩu, mã PIN, địa chỉ portal.',
  'help.diagnostics.making': 'Đang lập tệp…',
  'help.diagnostics.content': 'Toàn bộ nội dung tệp',
  'help.diagnostics.save': 'Lưu tệp',
  'help.diagnostics.saved': 'Đã lưu tệp “{name}” vào thư mục tải về.',
  'help.recovery.title': 'Dữ liệu trên máy đã bị hỏng và đã được dựng lại',
  'help.recovery.text':
    'Lúc {at}, chương trình thấy tệp dữ liệu bị hỏng (thường do mất điện hoặc ổ đĩa) và đã tự dựng lại từ bản sao lưu và nhật ký. Mọi chữ đã báo “Đã lưu trên máy” vẫn còn. Tệp hỏng được giữ ở {folder}. Nếu gặp lại, hãy báo giáo viên tin học: ổ đĩa có thể sắp hỏng.',
  'help.recovery.seen': 'Tôi đã đọc',
  'help.newLine.copied': 'Dữ liệu này vừa được nhận là của một máy mới',
  'help.newLine.copiedText':
    'Lúc {at}, chương trình thấy thư mục dữ liệu đã được chép hoặc chuyển từ nơi khác tới (hay máy vừa đổi tên). Không mất chữ nào, bạn không phải làm gì. Nếu thư mục cũ vẫn được dùng ở nơi khác thì cả hai nơi đều viết tiếp được.',
  'help.newLine.restored': 'Dữ liệu trên máy đã được đưa về một bản cũ hơn',
  'help.newLine.restoredText':
    'Lúc {at}, chương trình thấy thư mục dữ liệu đã được khôi phục về một thời điểm trước. Những gì đã gửi lên portal sẽ tự trở về khi đồng bộ; chữ viết sau thời điểm ấy mà chưa gửi thì không có trong bản này. Nếu bạn không tự khôi phục, hãy báo giáo viên tin học.',
  'help.newLine.twice': 'Dữ liệu này đang được dùng ở hai nơi',
  'help.newLine.twiceText':
    'Lúc {at}, portal cho biết một bản chép của thư mục dữ liệu này cũng đang gửi bài (hoặc thư mục vừa được khôi phục). Chương trình đã tách hai nơi ra; không mất chữ nào, bạn không phải làm gì.',
  'help.update.bar': 'Có phiên bản mới của Bản Thảo ({version}). Bạn có thể cập nhật khi nào tiện.',
  'help.update.barSaved': 'Bản cài {version} đã tải xong, chờ cài đặt.',
  'help.update.see': 'Xem',
  'help.update.later': 'Để sau',
  'help.update.title': 'Phiên bản mới {version}',
  'help.update.now': 'Máy này đang dùng phiên bản {version}. Phiên bản mới ra ngày {date}.',
  'help.update.notes': 'Có gì mới',
  'help.update.ask':
    'Tải bản cài về máy? Dung lượng {size}. Chương trình chỉ nhận tệp có đúng chữ ký và mã kiểm tra; bạn vẫn làm việc bình thường trong lúc tải.',
  'help.update.noFile': 'Chưa có bản cài cho loại máy này. Hãy hỏi giáo viên tin học.',
  'help.update.download': 'Tải về',
  'help.update.downloading': 'Đang tải: {done}/{total}',
  'help.update.progress': 'Tiến độ tải',
  'help.update.saved': 'Đã tải và kiểm tra xong. Bản cài ở: {path}',
  'help.update.install':
    'Để cài đặt: đóng Bản Thảo, mở tệp trên và làm theo hướng dẫn. Bài đã soạn vẫn giữ nguyên trên máy.',
  'error.update_none': 'Hiện không có bản cài mới cho máy này.',
  'error.update_damaged':
    'Tệp tải về không đúng với bản đã công bố nên đã bị bỏ. Hãy thử lại; nếu vẫn vậy, hãy báo giáo viên tin học.',
  'error.update_unreachable': 'Chưa tải được bản cài. Hãy kiểm tra mạng rồi thử lại.',
} as const;
