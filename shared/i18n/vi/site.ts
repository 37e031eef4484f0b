/** The public site's frame, and what the portal's own command says to its administrator. */
export const site = {
  'site.portal': 'Trang thông tin điện tử',
  'site.skip': 'Tới nội dung chính',
  'site.own_language': 'Tiếng Việt',
  'site.home': 'Trang chủ',
  'site.categories': 'Chuyên mục',
  'site.about': 'Về đơn vị',
  'site.menu': 'Menu',
  'site.breadcrumbs': 'Bạn đang ở',
  'site.latest': 'Tin mới',
  'site.nothing_yet': 'Chưa có bài nào được đăng.',
  'site.published_on': 'Đăng ngày {date}',
  'site.standing_updated': 'Cập nhật ngày {date}',
  'site.updated_on': 'cập nhật ngày {date}',
  'site.pages': 'Các trang',
  'site.page': 'Trang {page}/{pages}',
  'site.newer': 'Bài mới hơn',
  'site.older': 'Bài cũ hơn',
  'site.not_found': 'Không tìm thấy trang',
  'site.not_found_text':
    'Địa chỉ này không có trên trang của đơn vị. Có thể bài đã đổi địa chỉ, hoặc địa chỉ bị gõ sai.',
  'site.changes': 'Đính chính, cập nhật',
  'site.withdrawn': 'Bài viết đã được gỡ',
  'site.withdrawn_text': 'Đơn vị đã gỡ bài viết này. Lý do: {reason}.',
  'site.failed': 'Trang tạm thời gặp lỗi',
  'site.failed_text': 'Xin thử lại sau ít phút.',
  'site.back_home': 'Về trang chủ',
  'site.people': 'Lãnh đạo và cán bộ',
  'site.leaders': 'Lãnh đạo',
  'site.staff': 'Cán bộ, giáo viên, nhân viên',
  'site.duties': 'Nhiệm vụ',
  'site.governing': 'Cơ quan chủ quản',
  'site.licence': 'Giấy phép',
  'site.pinned': 'Tin nổi bật',
  'site.responsible': 'Chịu trách nhiệm nội dung',
  'site.address': 'Địa chỉ',
  'site.phone': 'Điện thoại',
  'site.email': 'Thư điện tử',
  'portal.cli.usage':
    'Cách dùng:\n  serve [--folder THƯ_MỤC] [--host ĐỊA_CHỈ] [--port CỔNG]\n  backup [--folder THƯ_MỤC] TỆP\n  restore [--folder THƯ_MỤC] TỆP\n  move-to-postgres [--folder THƯ_MỤC]\n  init --folder THƯ_MỤC --file ĐƠN_VỊ.json\n  init --folder THƯ_MỤC --name TÊN --level school|office --member "tài khoản|họ tên|chức danh|vai trò,vai trò"\n  site --origin https://TÊN_MIỀN [--folder THƯ_MỤC]\n  import wordpress TỆP.xml [--uploads THƯ_MỤC] [--category TÊN_NGẮN=MÃ]… [--by TÀI_KHOẢN] [--dry-run] [--report TỆP.json] [--unit MÃ] [--folder THƯ_MỤC]\n  verify-site [--repair] [--folder THƯ_MỤC]\n  unit list | unit rename MÃ --name TÊN [--on NGÀY] | unit merge MÃ --into MÃ [--on NGÀY]\n  unit add --id MÃ --name TÊN --level school|office --kind LOẠI --origin https://TÊN_MIỀN [--parent MÃ]… --member "tài khoản|họ tên|chức danh|vai trò"\n  key show | key handover | key recover [--key-file TỆP] | key new-recovery\n  coverage [--folder THƯ_MỤC]\n  device list | device revoke MÁY --reason LÝ_DO [--since THỜI_ĐIỂM]\n  member list | member set TÀI_KHOẢN --roles vai,trò [--title CHỨC_DANH] | member password TÀI_KHOẢN\n  exemption list | exemption end MÃ\n  exemption grant --for approve,appraise --from NGÀY --to NGÀY --by CẤP_TRÊN --decision SỐ_VĂN_BẢN [--person TÀI_KHOẢN]\n  audit verify [--folder THƯ_MỤC] [--heads TỆP.json]\n  audit export [--folder THƯ_MỤC] [--format text|json]\nVới nhiều đơn vị, thêm --unit MÃ cho site, verify-site, coverage, device, member, exemption, audit.\nBiến môi trường: BANTHAO_PORTAL_HOME (thư mục), DATABASE_URL (PostgreSQL; để trống thì dùng SQLite trong thư mục)',
  'portal.cli.bad_arguments': 'Tham số không đúng: {detail}',
  'portal.cli.made': 'Đã tạo portal của “{unit}” trong “{folder}”.',
  'portal.cli.passwords': 'Mật khẩu vừa tạo chỉ hiện một lần này; hãy chép lại và giao cho từng người:',
  'portal.cli.bad_file': 'Không đọc được tệp “{file}” hoặc tệp thiếu mục ({detail}).',
  'portal.error.port_in_use': 'Cổng {port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port.',
  'portal.error.address_unusable':
    'Không mở được địa chỉ {host} cổng {port} trên máy này. Hãy kiểm tra --host và --port.',
  'portal.error.not_initialised':
    'Thư mục “{folder}” chưa có portal. Hãy tạo bằng lệnh init, hoặc chỉ đúng thư mục bằng --folder.',
  'portal.error.already_initialised': 'Thư mục “{folder}” đã có một portal. Không có gì bị thay đổi.',
  'portal.error.database_newer':
    'Dữ liệu của portal do phiên bản mới hơn tạo ra. Hãy cập nhật portal; không có gì bị thay đổi.',
  'portal.error.database_unreadable':
    'Không đọc được cơ sở dữ liệu của portal trong “{folder}”. Không có gì bị xóa; hãy giữ nguyên thư mục và khôi phục từ bản sao lưu.',
  'portal.error.folder_unwritable':
    'Không ghi được vào thư mục “{folder}”. Hãy kiểm tra quyền ghi, hoặc chọn thư mục khác bằng --folder.',
  'portal.error.disk_full': 'Ổ đĩa đã đầy nên portal không ghi được. Hãy giải phóng chỗ trống rồi chạy lại.',
  'portal.error.database_unreachable':
    'Không kết nối được tới máy chủ PostgreSQL ghi trong DATABASE_URL ({reason}). Hãy kiểm tra máy chủ đã chạy và địa chỉ đúng.',
  'portal.error.database_refused':
    'Máy chủ PostgreSQL từ chối tên đăng nhập, mật khẩu hoặc tên cơ sở dữ liệu ghi trong DATABASE_URL ({reason}).',
  'portal.error.database_address':
    'DATABASE_URL không phải là địa chỉ PostgreSQL. Ví dụ đúng: postgres://tên:mật-khẩu@127.0.0.1:5432/banthao',
  'portal.error.internal': 'Portal gặp lỗi bên trong và đã dừng: {detail}',
} as const;
