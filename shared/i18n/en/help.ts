export const help = {
  'help.menu': 'Help',
  'help.guide': 'User guide',
  'help.guide.pages': 'Pages of the guide',
  'help.guide.search': 'Search the guide',
  'help.guide.found': '{count} {count|place|places} found',
  'help.guide.none': 'Nothing found. Try other words; accents are not needed.',
  'help.guide.clear': 'Back to the list of pages',
  'help.guide.page': 'Page of the guide',
  'help.guide.inVietnamese': 'The guide is in Vietnamese.',
  'help.about.what':
    'With Bản Thảo, the editorial board of a school or education office drafts, reviews and approves posts on its own computers, without a network if need be, and publishes exactly what was approved on its site.',
  'help.about.free': 'Free software under the MIT licence: you may use, copy and change it at no charge.',
  'help.about.version': 'Version',
  'help.about.licences': 'Software by others in this program',
  'help.about.licencesText':
    '{count} packages, with thanks to the people who wrote them. Open a package to read its licence.',
  'help.about.licencesMissing':
    'The list of licences is made when the program is built, so a development run has none.',
  'help.about.noText': 'This package comes without a licence file; its declared licence is {licence}.',
  'help.diagnostics': 'Make a diagnostic file',
  'help.diagnostics.text':
    'When you need help, save this file and send it to the IT teacher or whoever supports you. It goes nowhere until you send it yourself.',
  'help.diagnostics.has':
    'It holds: versions of the program and the system, free memory and disk, counts of posts and of work waiting to be sent, the state of syncing, the newest lines of the error log.',
  'help.diagnostics.hasNot':
    'It does not hold: text and titles of posts, pictures, people’s names, accounts, passwords, PINs, the portal’s address.',
  'help.diagnostics.making': 'Making the file…',
  'help.diagnostics.content': 'All that is in the file',
  'help.diagnostics.save': 'Save the file',
  'help.diagnostics.saved': 'Saved “{name}” to the downloads folder.',
  'help.recovery.title': 'The data on this computer was damaged and has been rebuilt',
  'help.recovery.text':
    'At {at} the program found its data file damaged (a power cut or the disk is the usual cause) and rebuilt it from a backup and its log. Everything that was “Saved on this computer” is still there. The damaged file is kept in {folder}. If it happens again, tell the IT teacher: the disk may be failing.',
  'help.recovery.seen': 'I have read this',
  'help.newLine.copied': 'This data is now known as a new computer’s',
  'help.newLine.copiedText':
    'At {at} the program noticed that the data folder was copied or moved here from elsewhere (or that the computer got another name). No word is lost and there is nothing you have to do. Should the old folder still be in use elsewhere, writing goes on in both places.',
  'help.newLine.restored': 'The data on this computer was put back to an older copy',
  'help.newLine.restoredText':
    'At {at} the program noticed that the data folder was restored to an earlier time. All that was sent to the portal comes back with the next sync; words written after that time and never sent are not in this copy. If it was not you who restored it, tell the IT teacher.',
  'help.newLine.twice': 'This data is in use in two places',
  'help.newLine.twiceText':
    'At {at} the portal said that a copy of this data folder sends posts too (or that the folder was just restored). The program has told the two apart; no word is lost and there is nothing you have to do.',
  'help.update.bar': 'There is a new version of Bản Thảo ({version}). Update whenever it suits you.',
  'help.update.barSaved': 'The installer of {version} is downloaded and waits to be run.',
  'help.update.see': 'See',
  'help.update.later': 'Later',
  'help.update.title': 'New version {version}',
  'help.update.now': 'This computer runs version {version}. The new one is of {date}.',
  'help.update.notes': 'What is new',
  'help.update.ask':
    'Download the installer? It is {size}. Only a file with the right signature and checksum is accepted; you can go on working meanwhile.',
  'help.update.noFile': 'There is no installer for this kind of computer yet. Please ask the IT teacher.',
  'help.update.download': 'Download',
  'help.update.downloading': 'Downloading: {done} of {total}',
  'help.update.progress': 'Download progress',
  'help.update.saved': 'Downloaded and checked. The installer is at: {path}',
  'help.update.install':
    'To install: close Bản Thảo, open that file and follow its steps. What you have written stays on this computer.',
  'error.update_none': 'There is no new installer for this computer now.',
  'error.update_damaged':
    'The downloaded file is not the one announced and was thrown away. Try again; if it happens again, tell the IT teacher.',
  'error.update_unreachable': 'The installer could not be downloaded. Check the network and try again.',
} as const;
