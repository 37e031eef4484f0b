/** `npm run release-key` and `npm run announce`, for those who make the program. */
export const release = {
  'release.usage':
    'npm run release-key -- TỆP [--adopt]\nnpm run announce -- TỆP_KHÓA --at ĐỊA_CHỈ --notes TỆP_CÓ_GÌ_MỚI --out manifest.json BẢN_CÀI…',
  'release.key_made':
    'Đã tạo khóa phát hành. Phần bí mật ở “{file}”: giữ ngoài kho mã, chép dự phòng ở nơi an toàn. Bản dựng chưa tin khóa này cho đến khi phần công khai dưới đây có trong build/release.json:',
  'release.key_adopted':
    'Đã tạo khóa phát hành; các bản dựng từ nay tin khóa này (build/release.json). Phần bí mật ở “{file}”: giữ ngoài kho mã, chép dự phòng ở nơi an toàn. Phần công khai:',
  'release.key_exists': 'Đã có tệp “{file}”. Không ghi đè: mất khóa cũ là không báo được phiên bản mới nữa.',
  'release.adopted_before':
    'build/release.json đã có khóa. Các máy đang dùng chỉ tin khóa ấy. Muốn đổi khóa, hãy tự sửa tệp đó và phát hành lại cho mọi máy.',
  'release.announced':
    'Đã ký thông báo phiên bản {version} vào “{file}”. Người quản trị portal chép tệp vào thư mục của portal: updates/manifest.json.',
  'release.not_installer': '“{file}” không phải bản cài do “npm run package -- --release” tạo ra (exe, dmg, AppImage).',
  'release.one_version': 'Hãy nêu ít nhất một bản cài; mọi bản cài phải cùng một phiên bản.',
  'release.other_key': 'Khóa này không khớp build/release.json: máy đang dùng sẽ không tin thông báo.',
} as const;
