/**
 * Words that are no Vietnamese syllable and are right in a school's news. Place and people names of the highlands come
 * from the official names of Quảng Ngãi's communes and ethnic groups (Quyết định 121-TCTK/PPCĐ, 02/3/1979, for the groups).
 */

/** Loans and technical words, in lower case as people write them. */
const FOREIGN =
  'website web blog internet intranet email mail gmail online offline facebook fanpage zalo youtube tiktok google ' +
  'video videoclip clip camera robot robotics game gameshow laptop tablet smartphone wifi usb file folder link app ' +
  'apps software server cloud chatbot chat code coding scratch python stem steam elearning e-learning learning ' +
  'padlet kahoot canva quizizz powerpoint word excel pdf slide slides poster banner logo style show talkshow ' +
  'workshop festival gala team teamwork club marathon bowling gym yoga aerobic zumba dance hiphop flashmob rap ' +
  'pickleball sandwich pizza hamburger cafe cafeteria marketing startup logistics ' +
  'data database digital internet hacker virus virut vaccine vaccin vitamin protein omega covid oxy ' +
  'mini radio tivi tv stress sale shop shipper taxi bus sms otp pin qr barcode scan livestream stream podcast studio ' +
  'bikini album radio karaoke jazz rock pop piano guitar organ ukulele violin micro mic loa amply ' +
  'km cm mm dm kg mg ml dl mpa kw kwh kb mb gb tb hz mhz ghz ppm ' +
  'vs etc vv tr st gvcn ph hs gv cb nv tp ths ts pgs gs bs ks cn nxb no ok mr mrs ms dr ' +
  'methan ethanol glucose axit bazo oxi hydro carbon nitrogen gene gen gram gam volt watt ampe ohm ' +
  'natri kali canxi magie bazơ hiđro clo flo brom iot sunfat sunfuric nitrat photphat cacbonat etilen axetilen benzen ' +
  'glucozơ saccarozơ xenlulozơ fructozơ polime este anđehit ancol phenol amin protit lipit gluxit enzim ' +
  'jun niutơn kilôgam xentimét kilômét milimét vectơ vector parabol hypebol elip logarit cos sin tan cotang ' +
  'vovinam taekwondo karate judo tennis futsal remix cover hackathon robocon drone modem router blockchain podcast ' +
  'rubella paracetamol oresol sôcôla yaourt hihi haha huhu wow tuềnh nghuệch gara ' +
  'feedback deadline meeting form forms drive sheet sheets docs classroom zoom meet teams microsoft windows ' +
  'click copy paste like share comment follow upload download update admin user password username reset check test selfie ' +
  'hotline combo voucher sticker minigame hashtag bluetooth audio container sensor led flan sushi spaghetti kimbap ' +
  'hydrogen oxygen sodium potassium calcium magnesium chlorine iodine sulfur copper iron zinc aluminium oxide acid base ' +
  'hydrocarbon methane alkane alkene ethylene enzyme lipid ion atom electron proton neutron cacbon đioxit vacxin véctơ ' +
  'alpha beta gamma delta ghita violon cello saxophone acoustic ballad bolero rumba tango vals aerobics erobic ' +
  'sn ns cmnd cccd híc hic zậy dzậy khuýp ' +
  'english toefl toeic ielts cambridge starters movers flyers olympic olympia paralympic asean unesco unicef';

/** Highland and other ethnic-minority names, without regard to case. */
const MINORITY =
  'đắk đăk đak dak lắk krông krong kon pleiku plei plông plong plơi hrê hre xơ đăng xê-đăng ba-na bahnar giẻ triêng ' +
  'jrai jarai gia-rai gia rai rơ măm brâu mnông mnong chăm êđê ê-đê raglai ra-glai cơho k’ho cơ-ho katu cơtu cơ-tu ' +
  'ngọk ngok hring glei gleh glêi hoà xiêr rờ kơi tờ kan tơ hdrai drai ayun pa bru vân kiều chứt khmer ' +
  'ksor rcom rchâm siu kpă kpa nay rmah rahlan rơchâm hmông mông hbia ly y-linh ykrông ' +
  'psi blô blong pxi hơmoong hmoong pờ ê krăm sêsan sesan yaly yali ialy plok đrei tăng mnâm hnor ' +
  'gươl pút ching kalêu kôi kô bơhnar bnâm trr hlê hlang dang ktu klong klung brai brong brông bring hrinh đrăng đhun sê nhoong pék pét';

/**
 * Names that are right with a capital only, in lower case: provinces and districts as they were named until 2025, ethnic
 * groups of the same list, and surnames of the highlands.
 */
const NAMES =
  'kạn tẻh đakrông pơ kông chro búk púch lơng khơng dliê niê kđăm kđoh alăng zơrâm pơloong jăn kra xtiêng péo mlô ' +
  'ênuôl klơng rươl kré brêu pải bhăng pánh';
export const KNOWN_NAMES: ReadonlySet<string> = new Set(NAMES.normalize('NFC').split(' '));

export const KNOWN_WORDS: ReadonlySet<string> = new Set(`${FOREIGN} ${MINORITY}`.normalize('NFC').split(/\s+/));

/** A name in the way highland languages are written: a cluster or w before the vowel, or a final k, l, r, h or w. */
export const HIGHLAND_NAME =
  /^(?:(?:[bgkphmn][lr]|đr|dr|hl|hm|hn|ks|kp|km|kn|mn|rch|rc|rm)[\p{L}]{1,5}|w[aăâeêioôơuư][\p{L}]{1,3}|[\p{L}]{1,4}[aăâeêioôơuư](?:k|l|r|h|w|ng?k))$/iu;
