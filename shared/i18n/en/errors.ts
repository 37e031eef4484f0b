export const errors = {
  'error.unknown': 'Something went wrong ({code}). What you typed is kept on this computer.',
  'error.bad_input':
    'The program received data it cannot use ({place}). Try again; if it persists, restart the program.',
  'error.internal': 'The program met an internal error. What you typed is kept on this computer; please try again.',
  'error.not_connected': 'This computer is not connected to a portal yet. Connect, or try the sample unit.',
  'error.version_at_portal':
    'The text of this old version is still on the portal, not on this computer. Open it again when you are online and signed in.',
  'error.version_gone':
    'This version cannot be shown: its text was erased from the portal, or you may no longer see it.',
  'error.post_not_found': 'This post is not on this computer. Sync, then try again.',
  'error.read_only': 'This post is under review, or written by somebody else, so it cannot be edited now.',
  'error.limit_title': 'The title is longer than {most} characters. Please shorten it.',
  'error.limit_blocks': 'The post has more than {most} blocks. Please split it.',
  'error.limit_size': 'The post is too large (at most {most}). Please split it.',
  'error.limit_pictures': 'The post has more than {most} pictures. Remove some or split the post.',
  'error.picture_broken': 'The file “{name}” is damaged or not a picture. Choose another file.',
  'error.picture_too_large':
    'The picture “{name}” is too large (at most 40 MB and 50 megapixels). Shrink it and add it again.',
  'error.picture_heic': 'The picture “{name}” is an iPhone HEIC file. Convert it to JPG and add it again.',
  'error.picture_kind': 'The file “{name}” is not a JPG, PNG, WebP, GIF or TIFF picture.',
  'error.state_secret':
    'The post bears a secrecy stamp (MẬT, TỐI MẬT, TUYỆT MẬT) and may not be sent to the portal. It is still on this computer; tell whoever is in charge of secrecy in your unit.',
  'error.denied': 'Not possible now: {reason}',
  'error.reason_needed': 'Please give a reason.',
  'error.changed_meanwhile': 'The post changed while you were looking. Read it again, then decide.',
  'error.missing_pictures':
    'This computer lacks some pictures of the post ({count}). Sync to fetch them, then approve.',
  'error.render_changed': 'The post would now look different from what you saw. Look again, then approve.',
  'error.pin_wrong': 'Wrong PIN. {left} {left|try|tries} left.',
  'error.pin_too_many': 'Too many wrong PINs. Sign in again and set a new PIN.',
  'error.pin_locked': 'Your approval key is locked. Enter your PIN.',
  'error.pin_needed': 'A PIN is exactly 6 digits.',
  'error.no_approval_key': 'Your approval key is not on this computer yet. Set a PIN while online.',
  'error.address_invalid': 'The portal address is not valid. A right one: https://thcs-songtra.edu.vn',
  'error.address_insecure': 'The address must start with https:// so that the password cannot leak on the way.',
  'error.portal_not_found': 'No server called “{host}” was found. Check the address and the network.',
  'error.portal_refused':
    'The server “{host}” does not answer. The portal may be off, or there is no network. You can go on working.',
  'error.portal_timeout': 'The server “{host}” takes too long. The line may be slow; the program will try again.',
  'error.portal_maintenance':
    'The portal “{host}” is being worked on. The program tries again in about {minutes} {minutes|minute|minutes}; you can go on working.',
  'error.portal_full':
    'The disk of the portal “{host}” is full, so it cannot take more. Tell the portal’s administrator; everything is still on this computer.',
  'error.quota_reached':
    'You have sent as much to the portal today as one may on a day. The rest is safe on this computer and goes by itself after midnight; you can go on working.',
  'error.line_cut':
    'The line to “{host}” was cut in the middle. The program goes on from where it stopped, in smaller parts; you can go on working.',
  'error.not_a_portal':
    'At “{host}” another page answers in the portal’s place, often the sign-in page of a Wi-Fi network. Open a browser and sign in to the network; if that is not it, ask your unit’s administrator.',
  'error.protocol_mismatch': 'The portal speaks another version. Please update the program.',
  'error.certificate_expired':
    'The security certificate of “{host}” has expired. Tell the portal’s administrator; check this computer’s date too.',
  'error.certificate_untrusted':
    'The security certificate of “{host}” cannot be trusted. Do not enter a password; tell the portal’s administrator.',
  'error.certificate_host':
    'The security certificate that came belongs to another server, not to “{host}”. Do not enter a password; try another network or tell the portal’s administrator.',
  'error.wrong_password': 'Wrong account or password.',
  'error.password_needed':
    'To set the PIN, enter the password you sign in with: on a computer left open, nobody else can set it for you.',
  'error.password_to_choose': 'This is a one-time password. Choose one of your own to sign in.',
  'error.password_short':
    'A password needs at least 15 characters. A short sentence you remember will do, spaces included.',
  'error.password_common':
    'This password is easy to guess: too common, or made of your name or your unit’s. Join a few words that have nothing to do with each other.',
  'error.password_same': 'The new password must differ from the one in use.',
  'error.signed_out': 'Your sign-in has expired. You can go on writing; sign in again to send.',
  'error.not_a_member':
    'This account does not belong to the unit’s board now. Your text is still here; ask the board head.',
  'error.device_revoked':
    'This computer’s access was revoked by the administrator. Your text is still here; ask the board head.',
  'error.too_many_requests': 'Too many tries. Wait some minutes and try again.',
  'error.other_unit':
    'The data here belongs to “{ours}”, but this address is that of “{theirs}”. Use another data folder for another unit.',
  'error.other_portal': 'This address is another portal than the one this data belongs to. Nothing was sent.',
  'error.other_person':
    'The data here is that of {ours}. Another person should use their own Windows account or data folder.',
  'error.other_profile':
    'Another window has changed to somebody else. Words not yet saved here are kept; change back to save them.',
  'error.portal_failed': 'The portal met an error and has not accepted it yet. The program will try again.',
  'error.demo_unavailable': 'This installation comes without the sample portal.',
  'error.demo_failed': 'The sample unit could not be opened. Close the program and try again.',
  'error.database_newer': 'The data here was made by a newer version of the program. Please update the program.',
  'error.database_unreadable':
    'The data in “{folder}” cannot be read. Nothing was deleted; keep the folder as it is and ask for help.',
  'error.folder_unwritable':
    'Cannot write to the data folder “{folder}”. Check its permissions, or point BANTHAO_HOME elsewhere.',
  'error.folder_in_use': 'The data folder “{folder}” is in use by another Bản Thảo window. Close that one first.',
  'error.disk_full':
    'The disk is full, so this is not saved yet. Free some space and try again; do not close the program.',
  'error.backend_down':
    'The storage part stopped and is being restarted. Keep the window open; your text will be saved at once.',
  'error.not_administrator': 'Only the head or the administrator can do this.',
  'error.site_moved':
    'Somebody has just changed the public site. Close and open this again to see the new version, then go on.',
  'error.crest_unreadable': 'This file cannot be read as a picture. Choose a PNG, JPEG or WebP of at most 4 MB.',
  'error.colour_unreadable': 'This colour is too light to be read on white. Choose a darker one.',
  'error.member_moved':
    'Somebody has just changed this person’s roles. Open them again to see the roles now, then go on.',
  'error.rules_moved': 'Somebody has just changed the rules. Open them again to see the new ones, then go on.',
  'error.rules_past': 'Rules do not reach back. Choose today or a later day.',
  'error.head_only': 'Only the head gives or takes the head’s role.',
  'error.head_withdraws': 'Under the regulation, your roles do not let you withdraw a post.',
  'error.no_replacement': 'The post that was to take its place is no longer public. Choose another one.',
  'error.head_erases': 'Only the head erases.',
  'error.not_an_author': 'Who takes the posts has not the role of author yet. Give that role first.',
  'error.account_taken': 'Somebody has this user name already. Choose another one.',
  'error.last_head': 'A unit needs at least one head.',
} as const;
