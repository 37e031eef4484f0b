/** What the portal's own command says to its administrator about backups and databases. */
export const portal = {
  'portal.cli.backed_up':
    'Đã sao lưu vào “{file}”: {rows} dòng dữ liệu, {pictures} ảnh. Tệp này chứa khóa bí mật của portal; hãy cất nơi chỉ người quản trị mở được.',
  'portal.cli.restored':
    'Đã khôi phục từ “{file}”: {rows} dòng dữ liệu, {pictures} ảnh. Mọi người cần đăng nhập lại trên máy của mình.',
  'portal.cli.forgotten':
    'Bản sao lưu được tạo lúc {at}. Portal không còn biết những gì quản trị viên làm sau lúc đó: trước khi khởi động portal, hãy thu hồi lại các máy bị mất (device revoke), đặt lại vai trò của người đã nghỉ (member set) và mật khẩu đã lộ (member password); sau đó đặt lại Quy chế. Nếu còn thư mục hay cơ sở dữ liệu của portal trước, khôi phục với --before để portal tự làm những việc này.',
  'portal.carried.revoked': 'Đã thu hồi từ trước khi khôi phục bản sao lưu',
  'portal.cli.before_unreadable': 'Không đọc được portal trước đó ở “{before}”.',
  'portal.cli.before_other': 'Portal chỉ ra ở --before là một portal khác, nên không lấy gì từ đó.',
  'portal.cli.carried':
    'Đã lấy lại từ portal trước đó những gì làm sau lúc sao lưu: thu hồi {devices} máy, kết thúc {keys} khóa duyệt, đổi {passwords} mật khẩu, đặt lại vai trò của {members} người, {rules} bản Quy chế, xóa hẳn {erasures} nội dung.',
  'portal.cli.not_carried': 'Những việc sau chưa lấy lại được hết; hãy làm trước khi khởi động portal:',
  'portal.cli.left.devices': '- thu hồi lại các máy bị mất: device revoke',
  'portal.cli.left.keys': '- thu hồi máy có khóa duyệt đã đổi: device revoke',
  'portal.cli.left.passwords': '- đặt lại mật khẩu đã lộ: member password',
  'portal.cli.left.members': '- đặt lại vai trò của người đã nghỉ (member set), thêm lại người mới vào Ban Biên tập',
  'portal.cli.left.rules': '- đặt lại Quy chế (trong chương trình, sau khi portal chạy)',
  'portal.cli.left.erasures': '- xóa hẳn lại những gì đã xóa theo pháp luật (trong chương trình, sau khi portal chạy)',
  'portal.cli.lost.units': 'Đơn vị thêm sau lúc sao lưu, nay không còn trên portal; hãy thêm lại (unit add):',
  'portal.cli.lost.mergers': 'Đơn vị sáp nhập sau lúc sao lưu, nay lại là đơn vị riêng; hãy sáp nhập lại (unit merge):',
  'portal.cli.lost.people':
    'Người vào Ban Biên tập sau lúc sao lưu, nay không còn tài khoản; Trưởng ban thêm lại trong chương trình:',
  'portal.cli.lost.devices':
    'Máy kết nối sau lúc sao lưu, nay portal không biết; chủ máy đăng nhập lại trên máy ấy là được:',
  'portal.cli.moved':
    'Đã chuyển {tables} bảng sang PostgreSQL; số dòng và mã băm từng bảng khớp nhau. Tệp cũ được giữ ở “{kept}”. Từ nay hãy luôn chạy portal với DATABASE_URL.',
  'portal.cli.missing_pictures': 'Có {count} ảnh bị mất hoặc hỏng trên ổ đĩa nên không sao chép được:',
  'portal.error.database_needed': 'Hãy đặt DATABASE_URL tới cơ sở dữ liệu PostgreSQL trống rồi chạy lại.',
  'portal.error.database_occupied':
    'Cơ sở dữ liệu PostgreSQL trong DATABASE_URL đã có một portal. Không có gì bị thay đổi.',
  'portal.error.portal_running':
    'Portal trong “{folder}” đang chạy. Hãy dừng portal rồi chạy lại lệnh này; không có gì bị thay đổi.',
  'portal.error.backup_exists': 'Đã có tệp “{file}”. Hãy chọn tên khác; không có gì bị ghi đè.',
  'portal.error.not_a_backup': '“{file}” không phải là tệp sao lưu của portal. Không có gì bị thay đổi.',
  'portal.error.backup_damaged':
    'Tệp sao lưu “{file}” đã bị hỏng: nội dung không khớp mã băm. Portal chưa được khôi phục; hãy dùng bản sao lưu khác.',
  'portal.cli.origin_set':
    'Địa chỉ của trang là {origin}. Hãy khởi động lại portal để dùng địa chỉ này và ghi sẵn các trang ra đĩa.',
  'portal.site.changed': 'bị sửa: {what}',
  'portal.site.added': 'bị thêm: {what}',
  'portal.site.missing': 'bị mất: {what}',
  'portal.site.article': 'khác với bài đã duyệt: {what}',
  'portal.site.picture': 'ảnh bị sửa hoặc mất: {what}',
  'portal.site.repaired': 'Các trang ghi sẵn đã được gỡ; portal đang chạy sẽ tự làm lại từ cơ sở dữ liệu.',
  'portal.site.sound': 'Đã đối chiếu {files} tệp của trang công khai: đúng như đã đăng.',
  'portal.site.unsound':
    'Đã đối chiếu {files} tệp: {count} chỗ không đúng như đã đăng. Chạy lại với --repair để portal làm lại mọi trang, và hãy tìm xem ai đã sửa.',
  'portal.error.nothing_kept':
    'Chưa có trang nào được ghi sẵn trong “{folder}”, hoặc portal đang làm mới. Hãy đặt địa chỉ bằng lệnh site --origin, chạy portal rồi thử lại.',
  'portal.board.revoked': 'Đã thu hồi {devices} máy; {approvals} bản duyệt bị đánh dấu để xem lại.',
  'portal.board.member': '{name} nay giữ vai trò: {roles}.',
  'portal.board.password': 'Mật khẩu dùng một lần, có giá trị 14 ngày; người ấy chọn mật khẩu mới khi đăng nhập:',
  'portal.board.granted': 'Đã ghi quyết định cho miễn, mã {id}.',
  'portal.board.ended': 'Đã kết thúc việc cho miễn {id}.',
  'portal.error.last_head': 'Đơn vị phải còn ít nhất một Trưởng ban. Không có gì bị thay đổi.',
  'portal.unit.added': 'Đã thêm đơn vị “{name}”, mã {id}.',
  'portal.unit.renamed': 'Đơn vị {id} nay mang tên “{name}”; tên cũ được giữ kèm ngày.',
  'portal.unit.merged':
    'Đơn vị {id} đã sáp nhập vào “{name}”: mọi địa chỉ cũ dẫn sang đó, bài đã đăng vẫn đọc được, người của đơn vị cũ không đăng nhập được nữa.',
  'portal.unit.restart': 'Hãy khởi động lại portal để phục vụ theo thay đổi này.',
  'portal.error.unit_unknown': 'Không có đơn vị nào đang hoạt động với mã “{unit}”. Xem bằng lệnh unit list.',
  'portal.error.unit_needed': 'Portal này phục vụ nhiều đơn vị. Hãy thêm --unit MÃ; các mã: {units}.',
  'portal.error.unit_taken': 'Đã có đơn vị với mã “{unit}”. Không có gì bị thay đổi.',
  'portal.error.unit_address_taken': 'Tên miền “{host}” trống hoặc đang thuộc đơn vị khác. Không có gì bị thay đổi.',
  'portal.error.unit_parents': 'Một đơn vị có nhiều nhất hai đơn vị cấp trên, và các đơn vị ấy phải có trên portal.',
  'portal.error.unit_merge':
    'Không sáp nhập được đơn vị “{unit}”: đó là chính đơn vị nhận, hoặc là đơn vị đầu tiên của portal.',
  'portal.error.account_taken': 'Tài khoản “{account}” đã có người dùng trên portal này. Hãy chọn tên khác.',
  'portal.import.done':
    'Đã nhập {posts} tin bài, {pages} trang, {pictures} ảnh, {files} tệp và {addresses} địa chỉ cũ. {known} bài đã có từ lần nhập trước.',
  'portal.import.would':
    'Chạy thử, chưa thay đổi gì: sẽ nhập {posts} tin bài, {pages} trang, {pictures} ảnh, {files} tệp và {addresses} địa chỉ cũ. {known} bài đã có từ lần nhập trước.',
  'portal.import.category': 'Chuyên mục “{name}” ({slug}) → {code}',
  'portal.import.category_rest':
    'Chuyên mục “{name}” ({slug}) → {code}, vì không rõ; muốn khác hãy thêm --category {slug}=MÃ',
  'portal.import.not_public': 'Không nhập vì chưa công khai trên trang cũ',
  'portal.import.protected': 'Không nhập vì bài có đặt mật khẩu trên trang cũ',
  'portal.import.other_type': 'Không nhập vì không phải tin bài hay trang',
  'portal.import.too_large': 'Không nhập vì quá dài',
  'portal.import.not_stored': 'Không nhập vì vượt giới hạn của một bài',
  'portal.import.erased': 'Không nhập vì đã bị xóa hẳn theo pháp luật',
  'portal.import.no_date': 'Không nhập vì không có ngày đăng',
  'portal.import.summary_cut': 'Tóm tắt quá dài nên đã cắt bớt',
  'portal.import.words_cut': 'Chữ quá dài (mô tả ảnh, chú thích, thẻ, tên tác giả) nên đã cắt bớt',
  'portal.import.tags_cut': 'Có nhiều thẻ quá nên đã bỏ bớt',
  'portal.import.gallery_cut': 'Bộ ảnh có nhiều ảnh quá nên đã bỏ những ảnh sau cùng',
  'portal.import.files_cut': 'Bài có nhiều ảnh và tệp quá nên đã bỏ những cái sau cùng',
  'portal.import.title_cut': 'Tiêu đề quá dài nên đã cắt bớt',
  'portal.import.picture_elsewhere': 'Ảnh nằm ở trang khác nên không nhập; portal không tải gì từ mạng',
  'portal.import.picture_missing': 'Không thấy ảnh trong thư mục --uploads',
  'portal.import.picture_broken': 'Ảnh hỏng, quá lớn hoặc không phải ảnh',
  'portal.import.picture_undescribed': 'Ảnh không có lời mô tả cho người không nhìn được; nên thêm khi sửa bài',
  'portal.import.file_missing': 'Không thấy tệp trong thư mục --uploads; đường dẫn cũ được giữ',
  'portal.import.file_kind': 'Tệp không đúng loại được phép; đường dẫn cũ được giữ',
  'portal.import.dropped_element': 'Phần không chuyển được nên đã bỏ',
  'portal.import.shortcode': 'Mã ngắn của WordPress đã bỏ, chữ bên trong được giữ',
  'portal.import.unsafe_link': 'Liên kết không an toàn nên chỉ giữ chữ',
  'portal.import.block_over_limit': 'Bảng hoặc khối quá lớn nên chuyển thành đoạn chữ',
  'portal.import.too_deep': 'Mã HTML lồng nhau quá sâu nên chỉ giữ chữ',
  'portal.import.comments': 'Bình luận của bạn đọc không được nhập',
  'portal.import.xml_fault': 'Số chỗ sai cú pháp XML trong tệp; hãy xem lại các bài quanh đó',
  'portal.error.import_unreadable': 'Không đọc được “{file}”. Không có gì bị thay đổi.',
  'portal.error.import_not_wxr':
    '“{file}” không phải là tệp xuất của WordPress (Công cụ → Xuất ra). Không có gì bị thay đổi.',
  'portal.error.import_category': 'Đơn vị không có chuyên mục mã {code}. Không có gì bị thay đổi.',
  'portal.error.import_by': 'Hãy thêm --by TÀI_KHOẢN: người của Ban Biên tập chịu trách nhiệm về các bài được nhập.',
  'portal.ask.unit': 'Tên đơn vị:',
  'portal.ask.level': 'Cấp (1: trường, trung tâm; 2: sở, xã, phòng):',
  'portal.ask.origin': 'Tên miền của trang (ví dụ thcs-songtra.edu.vn):',
  'portal.ask.person': 'Họ và tên người quản trị đầu tiên:',
  'portal.ask.account': 'Tên đăng nhập của người ấy (chữ, số, dấu chấm; không có dấu cách):',
  'portal.config.lead':
    'Cấu hình của portal. Sửa xong thì khởi động lại portal.\nTham số dòng lệnh và biến môi trường được dùng trước tệp này.',
  'portal.config.host': 'Địa chỉ mà portal lắng nghe. Để nguyên khi nginx chạy trên cùng máy.',
  'portal.config.port': 'Cổng mà nginx chuyển tới (deploy/nginx.conf).',
  'portal.config.database':
    'Để trống thì dùng SQLite trong thư mục này, đủ cho một trường. Nhiều tiến trình thì dùng PostgreSQL.',
  'portal.key.now': 'Khóa công khai của portal: {key}',
  'portal.key.has_recovery': 'Portal có khóa khôi phục.',
  'portal.key.no_recovery': 'Portal chưa có khóa khôi phục. Hãy chạy key new-recovery.',
  'portal.key.was': 'Khóa cũ {key}, bàn giao lúc {at}',
  'portal.key.was_ended': 'Khóa cũ {key}, bị thay bằng khóa khôi phục lúc {at}',
  'portal.key.changed':
    'Portal có khóa mới {to}, thay cho {from}. Máy của mọi người tự nhận khóa mới ở lần đồng bộ tới.',
  'portal.key.recovery':
    'Khóa khôi phục chỉ hiện một lần này. Hãy in ra giấy và cất trong két cùng con dấu; ai có khóa này có thể thay khóa của portal:',
  'portal.key.restart': 'Hãy khởi động lại mọi tiến trình của portal để dùng khóa mới, rồi sao lưu lại.',
  'portal.ask.recovery': 'Khóa khôi phục (17 nhóm, mỗi nhóm 4 ký tự):',
  'portal.error.recovery_none':
    'Portal này chưa có khóa khôi phục, nên không có gì bị thay đổi. Nếu khóa của portal còn an toàn, hãy dùng key handover.',
  'portal.error.recovery_made': 'Portal đã có khóa khôi phục; không in lại được. Không có gì bị thay đổi.',
  'portal.error.recovery_mistyped':
    'Khóa khôi phục gõ thiếu hoặc sai ký tự. Hãy chép lại đủ 17 nhóm; không có gì bị thay đổi.',
  'portal.error.recovery_other': 'Đây không phải là khóa khôi phục của portal này. Không có gì bị thay đổi.',
} as const;
