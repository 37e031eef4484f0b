/** Sentences for `ErrorCode`: what happened and what to do next. */
export const errors = {
  'error.unknown': 'Có lỗi ({code}). Nội dung bạn gõ vẫn được giữ trên máy.',
  'error.bad_input':
    'Chương trình nhận dữ liệu không đúng ({place}). Hãy thử lại; nếu còn lỗi, khởi động lại chương trình.',
  'error.internal': 'Chương trình gặp lỗi bên trong. Nội dung đã gõ vẫn được giữ trên máy; hãy thử lại.',
  'error.not_connected': 'Máy này chưa kết nối tới portal của đơn vị. Hãy kết nối hoặc dùng thử với đơn vị mẫu.',
  'error.version_at_portal':
    'Nội dung phiên bản cũ này còn ở portal, chưa có trên máy. Hãy mở lại khi máy có mạng và đã đăng nhập.',
  'error.version_gone': 'Không xem được phiên bản này: nội dung đã bị xóa khỏi portal, hoặc bạn không còn quyền xem.',
  'error.post_not_found': 'Không tìm thấy bài viết này trên máy. Hãy đồng bộ rồi thử lại.',
  'error.read_only': 'Bài đang được xét duyệt, hoặc do người khác viết, nên bây giờ không sửa được.',
  'error.limit_title': 'Tiêu đề dài quá {most} ký tự. Hãy rút ngắn.',
  'error.limit_blocks': 'Bài có quá {most} đoạn. Hãy tách thành nhiều bài.',
  'error.limit_size': 'Bài quá lớn (tối đa {most}). Hãy tách thành nhiều bài.',
  'error.limit_pictures': 'Bài có quá {most} ảnh. Hãy bớt ảnh hoặc tách bài.',
  'error.picture_broken': 'Tệp “{name}” bị hỏng hoặc không phải là ảnh. Hãy chọn tệp khác.',
  'error.picture_too_large': 'Ảnh “{name}” quá lớn (tối đa 40 MB và 50 triệu điểm ảnh). Hãy thu nhỏ rồi thêm lại.',
  'error.picture_heic': 'Ảnh “{name}” ở dạng HEIC của iPhone. Hãy gửi ảnh qua Zalo hoặc đổi sang JPG rồi thêm lại.',
  'error.picture_kind': 'Tệp “{name}” không phải ảnh JPG, PNG, WebP, GIF hay TIFF.',
  'error.state_secret':
    'Bài có dấu chỉ độ mật (MẬT, TỐI MẬT, TUYỆT MẬT) nên không được gửi lên portal. Bài vẫn nằm trên máy này; hãy báo người phụ trách bảo mật của đơn vị.',
  'error.denied': 'Chưa thể làm việc này: {reason}',
  'error.reason_needed': 'Hãy ghi rõ lý do.',
  'error.changed_meanwhile': 'Bài đã thay đổi trong lúc bạn xem. Hãy đọc lại rồi quyết định.',
  'error.missing_pictures': 'Máy này chưa có đủ ảnh của bài ({count} ảnh). Hãy đồng bộ để tải ảnh rồi duyệt.',
  'error.render_changed': 'Bản hiển thị đã khác với bản bạn vừa xem. Hãy xem lại rồi duyệt.',
  'error.pin_wrong': 'Mã PIN không đúng. Còn {left} lần thử.',
  'error.pin_too_many': 'Nhập sai mã PIN quá nhiều lần. Hãy đăng nhập lại rồi đặt mã PIN mới.',
  'error.pin_locked': 'Khóa duyệt đang khóa. Hãy nhập mã PIN.',
  'error.pin_needed': 'Mã PIN gồm đúng 6 chữ số.',
  'error.no_approval_key': 'Máy này chưa có khóa duyệt của bạn. Hãy đặt mã PIN khi có mạng.',
  'error.address_invalid': 'Địa chỉ portal không đúng. Ví dụ đúng: https://thcs-songtra.edu.vn',
  'error.address_insecure': 'Địa chỉ phải bắt đầu bằng https:// để mật khẩu không bị lộ trên đường truyền.',
  'error.portal_not_found': 'Không tìm thấy máy chủ “{host}”. Hãy kiểm tra địa chỉ và kết nối mạng.',
  'error.portal_refused':
    'Máy chủ “{host}” không trả lời. Portal có thể đang tắt, hoặc máy chưa có mạng. Bạn vẫn làm việc được.',
  'error.portal_timeout':
    'Máy chủ “{host}” trả lời quá lâu. Đường truyền có thể đang chậm; chương trình sẽ tự thử lại.',
  'error.portal_maintenance':
    'Portal “{host}” đang bảo trì. Chương trình tự thử lại sau khoảng {minutes} phút; bạn vẫn làm việc được.',
  'error.portal_full':
    'Ổ đĩa của portal “{host}” đã đầy nên portal chưa nhận thêm được. Hãy báo người quản trị portal; mọi thứ vẫn còn trên máy này.',
  'error.quota_reached':
    'Hôm nay bạn đã gửi lên portal đủ mức cho phép trong một ngày. Phần còn lại nằm an toàn trên máy này và tự gửi tiếp sau nửa đêm; bạn vẫn làm việc được.',
  'error.line_cut':
    'Đường truyền tới “{host}” bị cắt giữa chừng. Chương trình tự gửi tiếp từ chỗ dừng, từng phần nhỏ hơn; bạn vẫn làm việc được.',
  'error.not_a_portal':
    'Ở địa chỉ “{host}” có một trang khác trả lời thay portal, thường là trang đăng nhập Wi-Fi. Hãy mở trình duyệt đăng nhập mạng; nếu không phải, hãy hỏi người quản trị đơn vị.',
  'error.protocol_mismatch': 'Portal dùng phiên bản khác với chương trình này. Hãy cập nhật chương trình.',
  'error.certificate_expired':
    'Chứng chỉ bảo mật của “{host}” đã hết hạn. Hãy báo người quản trị portal gia hạn; cũng hãy kiểm tra ngày giờ của máy.',
  'error.certificate_untrusted':
    'Không tin cậy được chứng chỉ bảo mật của “{host}”. Đừng nhập mật khẩu; hãy báo người quản trị portal.',
  'error.certificate_host':
    'Chứng chỉ bảo mật gửi về là của máy chủ khác, không phải “{host}”. Đừng nhập mật khẩu; hãy đổi mạng khác hoặc báo người quản trị portal.',
  'error.wrong_password': 'Tài khoản hoặc mật khẩu không đúng.',
  'error.password_needed':
    'Để đặt mã PIN, hãy nhập mật khẩu đăng nhập của bạn: máy để mở thì người khác không đặt thay được.',
  'error.password_to_choose': 'Đây là mật khẩu dùng một lần. Hãy chọn mật khẩu của riêng bạn để đăng nhập.',
  'error.password_short': 'Mật khẩu cần ít nhất 15 ký tự. Một câu ngắn dễ nhớ là được, kể cả dấu cách và chữ có dấu.',
  'error.password_common':
    'Mật khẩu này dễ đoán: quá phổ biến, hoặc lấy từ tên của bạn hay của đơn vị. Hãy ghép vài từ không liên quan với nhau.',
  'error.password_same': 'Mật khẩu mới phải khác mật khẩu đang dùng.',
  'error.signed_out': 'Phiên đăng nhập đã hết. Bạn vẫn soạn bài được; hãy đăng nhập lại để gửi bài.',
  'error.not_a_member':
    'Tài khoản này hiện không thuộc Ban Biên tập của đơn vị. Nội dung vẫn còn trên máy; hãy hỏi Trưởng ban.',
  'error.device_revoked':
    'Máy này đã bị người quản trị thu hồi quyền. Nội dung vẫn còn trên máy; hãy liên hệ Trưởng ban.',
  'error.too_many_requests': 'Thử quá nhiều lần. Hãy đợi vài phút rồi thử lại.',
  'error.other_unit':
    'Dữ liệu trên máy thuộc “{ours}”, còn địa chỉ này là của “{theirs}”. Hãy dùng thư mục dữ liệu khác cho đơn vị khác.',
  'error.other_portal':
    'Địa chỉ này là một portal khác với portal mà dữ liệu trên máy thuộc về. Không có gì được gửi đi.',
  'error.other_person':
    'Dữ liệu trên máy là của {ours}. Người khác hãy dùng tài khoản Windows riêng hoặc thư mục dữ liệu riêng.',
  'error.other_profile':
    'Một cửa sổ khác đã chuyển sang người khác. Chữ chưa lưu ở đây vẫn được giữ; hãy chuyển lại để lưu.',
  'error.portal_failed': 'Portal gặp lỗi và chưa nhận được. Chương trình sẽ tự thử lại.',
  'error.demo_unavailable': 'Bản cài này không kèm portal mẫu.',
  'error.demo_failed': 'Không mở được đơn vị mẫu. Hãy đóng chương trình rồi thử lại.',
  'error.database_newer': 'Dữ liệu trên máy do phiên bản mới hơn của chương trình tạo ra. Hãy cập nhật chương trình.',
  'error.database_unreadable':
    'Không đọc được dữ liệu ở “{folder}”. Không có gì bị xóa; hãy giữ nguyên thư mục và gọi người hỗ trợ.',
  'error.folder_unwritable':
    'Không ghi được vào thư mục dữ liệu “{folder}”. Hãy kiểm tra quyền ghi, hoặc đặt BANTHAO_HOME tới thư mục khác.',
  'error.folder_in_use':
    'Thư mục dữ liệu “{folder}” đang được một cửa sổ Bản Thảo khác dùng. Hãy đóng cửa sổ kia trước.',
  'error.disk_full': 'Ổ đĩa đã đầy nên chưa lưu được. Hãy xóa bớt tệp không cần rồi thử lại; đừng đóng chương trình.',
  'error.backend_down':
    'Phần lưu trữ vừa dừng và đang được mở lại. Đừng đóng cửa sổ; nội dung sẽ được lưu ngay khi mở xong.',
  'error.not_administrator': 'Chỉ Trưởng ban hoặc người quản trị làm được việc này.',
  'error.site_moved': 'Người khác vừa đổi trang công khai. Hãy đóng rồi mở lại để xem bản mới và sửa tiếp.',
  'error.crest_unreadable': 'Không đọc được tệp này như một ảnh. Hãy chọn ảnh PNG, JPEG hoặc WebP, không quá 4 MB.',
  'error.colour_unreadable': 'Màu này quá nhạt nên chữ khó đọc trên nền trắng. Hãy chọn màu đậm hơn.',
  'error.member_moved': 'Người khác vừa đổi vai trò của người này. Hãy mở lại để xem vai trò hiện nay rồi sửa tiếp.',
  'error.rules_moved': 'Người khác vừa đổi Quy chế. Hãy mở lại để xem bản mới rồi sửa tiếp.',
  'error.rules_past': 'Quy chế không có hiệu lực ngược về trước. Hãy chọn ngày từ hôm nay trở đi.',
  'error.head_only': 'Chỉ Trưởng ban mới trao hoặc thôi trao vai trò Trưởng ban.',
  'error.head_withdraws': 'Theo quy chế, bạn không có vai trò để gỡ bài.',
  'error.no_replacement': 'Bài thay thế không còn được đăng. Hãy chọn bài khác.',
  'error.head_erases': 'Chỉ Trưởng ban mới xóa hẳn được.',
  'error.not_an_author': 'Người nhận bàn giao chưa có vai trò tác giả. Hãy giao vai trò đó trước.',
  'error.account_taken': 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
  'error.last_head': 'Đơn vị phải còn ít nhất một Trưởng ban.',
} as const;
