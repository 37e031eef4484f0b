export const editor = {
  'editor.title': 'Tiêu đề',
  'editor.title.placeholder': 'Tiêu đề bài viết',
  'editor.summary': 'Tóm tắt',
  'editor.summary.placeholder': 'Tóm tắt một hai câu (hiện dưới tiêu đề và trong danh sách tin)',
  'editor.body': 'Nội dung bài viết',
  'editor.body.placeholder': 'Viết nội dung ở đây, gõ / để chèn bảng, ảnh, tệp… Nội dung được lưu ngay khi gõ.',
  'editor.count': '{used}/{most} ký tự',
  'editor.title.over': 'Tiêu đề dài {used}/{most} ký tự. Chữ vẫn được lưu trên máy; hãy rút ngắn trước khi gửi.',
  'editor.summary.over': 'Tóm tắt dài {used}/{most} ký tự. Chữ vẫn được lưu trên máy; hãy rút ngắn trước khi gửi.',
  'editor.pasteTooLong':
    'Đoạn định dán quá dài cho ô này (nhiều nhất {most} ký tự) nên chưa được dán. Hãy dán vào phần nội dung.',
  'editor.words': '{count} chữ',
  'editor.reading': 'đọc khoảng {minutes} phút',
  'editor.reading.source': 'Tốc độ đọc theo: {source}',
  'editor.blocks.near': 'Bài đã có {used} đoạn, tối đa {most}. Hãy tách phần viết thêm thành bài khác.',
  'editor.pictures.near': 'Bài đã có {used} ảnh, tối đa {most}.',
  'editor.bytes.near':
    'Chữ và bảng của bài chiếm khoảng {used} KB, tối đa {most} KB. Hãy tách phần viết thêm thành bài khác.',
  'editor.broken.title': 'Không mở được phần soạn nội dung',
  'editor.broken':
    'Nội dung đã lưu vẫn còn nguyên trên máy và không bị thay đổi. Hãy mở lại bài này; nếu vẫn vậy, hãy khởi động lại chương trình.',
  'editor.broken.retry': 'Mở lại',
  'editor.block.broken': 'Phần này không hiện được. Nội dung của nó vẫn được giữ.',
  'editor.bug': 'Thao tác vừa rồi không thực hiện được. Nội dung trước đó vẫn còn; bạn có thể viết tiếp.',

  'editor.toolbar': 'Định dạng',
  'editor.tool.undo': 'Hoàn tác',
  'editor.tool.redo': 'Làm lại',
  'editor.tool.h2': 'Đề mục lớn',
  'editor.tool.h3': 'Đề mục vừa',
  'editor.tool.h4': 'Đề mục nhỏ',
  'editor.tool.bold': 'Chữ đậm',
  'editor.tool.italic': 'Chữ nghiêng',
  'editor.tool.underline': 'Gạch chân',
  'editor.tool.strikethrough': 'Gạch ngang chữ',
  'editor.tool.bullet': 'Danh sách gạch đầu dòng',
  'editor.tool.number': 'Danh sách đánh số',
  'editor.tool.quote': 'Trích dẫn',
  'editor.tool.link': 'Liên kết',
  'editor.tool.rule': 'Đường kẻ ngang',
  'editor.tool.picture': 'Thêm ảnh',
  'editor.heading.created': 'Đề mục cấp %s',
  'editor.heading.destroyed': 'Đã bỏ đề mục cấp %s',

  'editor.link.title': 'Liên kết',
  'editor.link.address': 'Địa chỉ',
  'editor.link.hint': 'Trang web, thư điện tử hoặc số điện thoại. Ví dụ: https://moet.gov.vn',
  'editor.link.words': 'Chữ hiện ra',
  'editor.link.invalid': 'Địa chỉ không dùng được. Hãy nhập địa chỉ bắt đầu bằng https://, mailto: hoặc tel:',
  'editor.link.noPlace':
    'Liên kết đặt vào giữa các chữ: hãy đóng hộp này, bấm vào chỗ cần đặt hoặc chọn các chữ, rồi mở lại.',
  'editor.link.too_long': 'Địa chỉ dài quá {most} ký tự.',
  'editor.link.set': 'Gắn liên kết',
  'editor.link.remove': 'Bỏ liên kết',
  'editor.cancel': 'Hủy',
  'editor.done': 'Xong',
  'editor.close': 'Đóng',

  'editor.picture.adding': 'Đang thêm “{name}”…',
  'editor.picture.added': 'Đã thêm “{name}”.',
  'editor.picture.edit': 'Sửa thông tin ảnh',
  'editor.picture.remove': 'Bỏ ảnh khỏi bài',
  'editor.picture.no_alt': 'Chưa có mô tả ảnh. Cần có trước khi gửi bài.',
  'editor.picture.missing': 'Ảnh chưa có trên máy này. Ảnh sẽ hiện sau khi đồng bộ.',
  'editor.picture.dialog': 'Thông tin ảnh',
  'editor.picture.alt': 'Mô tả ảnh',
  'editor.picture.alt.hint':
    'Một câu nói ảnh có gì, cho người không nhìn thấy ảnh. Ví dụ: Học sinh lớp 6A trồng cây ở vườn trường.',
  'editor.picture.decorative': 'Ảnh trang trí, không cần mô tả',
  'editor.picture.caption': 'Chú thích dưới ảnh',
  'editor.picture.credit': 'Người chụp hoặc nguồn ảnh',
  'editor.picture.decorative.badge': 'Ảnh trang trí',
  'editor.picture.alt.shown': 'Mô tả: {alt}',

  'editor.unknown.newer_version':
    'Phần này được soạn bằng phiên bản mới hơn của chương trình. Nội dung được giữ nguyên; hãy cập nhật chương trình để xem và sửa.',
  'editor.unknown.malformed':
    'Phần này bị thiếu hoặc sai thông tin nên không hiện được. Nội dung được giữ nguyên, nhưng bài chỉ gửi được sau khi xóa phần này (chọn rồi bấm Delete).',
  'editor.unknown.too_many_rows':
    'Bảng này có quá {most} dòng nên không sửa và không đăng được. Nội dung được giữ nguyên; hãy đính kèm bảng dưới dạng tệp, hoặc tách thành nhiều bảng, rồi xóa phần này.',
  'editor.unknown.too_many_columns':
    'Bảng này có quá {most} cột nên không sửa và không đăng được. Nội dung được giữ nguyên; hãy đính kèm bảng dưới dạng tệp, hoặc tách thành nhiều bảng, rồi xóa phần này.',
  'editor.unknown.too_many_pictures':
    'Bộ ảnh này có quá {most} ảnh nên không sửa và không đăng được. Nội dung được giữ nguyên; hãy tách thành nhiều bộ ảnh rồi xóa phần này.',
  'editor.unknown.too_long':
    'Phần này có chỗ dài quá giới hạn ({most}) nên không sửa và không đăng được. Nội dung được giữ nguyên; hãy viết lại ngắn hơn rồi xóa phần này.',
  'editor.overtaken':
    'Bài này vừa có chữ mới: lấy lại từ phiên bản cũ, hoặc sửa ở máy khác của bạn. Chữ bạn gõ ở đây đã được gộp vào bài; đoạn nào cả hai máy cùng sửa thì cả hai bản được giữ, chờ bạn chọn.',
} as const;
