"""The names of months in the languages of Europe, as CLDR has them: wide and short, alone and in a date.

A name that is a different month in another language is not here. Kept as a table, because asking Babel for thirty
languages takes a quarter of a second; a test holds it to what Babel says.
"""

from __future__ import annotations

LANGUAGES = "bg ca cs da de el en es et fi fr hr hu is it lt lv nb nl pl pt ro ru sk sl sv tr uk"
"""The languages whose names are here."""

_NAMES = """
ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janeiro januar januari january január januára janv janvier
janvāris janúar led leden ledna oca ocak saus sausio sausis sij siječanj siječnja sty styczeń stycznia tammi
tammikuu tammikuuta ιαν ιανουάριοσ ιανουαρίου січ січень січня янв январь января яну януари

feb febbraio febr febrer febrero februar februari februarie february február februára februāris febrúar fev
fevereiro févr février helmi helmikuu helmikuuta lut lutego luty vas vasario vasaris veebr veebruar velj veljača
veljače úno únor února şub şubat φεβ φεβρουάριοσ φεβρουαρίου лют лютий лютого фев февр февраль февраля февруари

bře březen března kov kovas kovo maalis maaliskuu maaliskuuta maart mar marca march marec mars mart martie marts
marzec marzo març março mrt márc március mär märts märz ožu ožujak ožujka μάρ μάρτιοσ μαρ μαρτίου бер березень
березня мар март марта

abr abril apr april aprile aprilie aprill apríl apríla aprīlis avr avril bal balandis balandžio dub duben dubna
huhti huhtikuu huhtikuuta kwi kwiecień kwietnia nis nisan tra travanj travnja ápr április απρ απρίλιοσ απριλίου апр
апрель апреля април квіт квітень квітня

geg gegužė gegužės kvě květen května mag maggio mai maig maijs maio maj maja may mayo mayıs maí mei máj mája május
svi svibanj svibnja touko toukokuu toukokuuta μάι μάιοσ μαΐ μαΐου май мая трав травень травня

birž birželio birželis cze czerwca czerwiec giu giugno haz haziran iun iunie juin jun june junho juni junij junio
juny juuni jún júna június júní jūn jūnijs kesä kesäkuu kesäkuuta lipanj lipnja červen června čvn ιουν ιουνίου ιούν
ιούνιοσ июн июнь июня черв червень червня юни

heinä heinäkuu heinäkuuta iul iulie juil juillet jul julho juli julij julio juliol july juuli júl júla július júlí
jūl jūlijs liep liepa liepos lipca lipiec lug luglio srpanj srpnja tem temmuz července červenec čvc ιουλ ιουλίου
ιούλ ιούλιοσ июл июль июля лип липень липня юли

ag ago agost agosto août aug august augusta augusti augusts augustus augusztus avg avgust ağu ağustos elo elokuu
elokuuta kol kolovoz kolovoza rugp rugpjūtis rugpjūčio sie sierpień sierpnia srpen srpna ágú ágúst αυγ αυγούστου αύγ
αύγουστοσ авг август августа серп серпень серпня

eyl eylül rugs rugsėjis rugsėjo ruj rujan rujna sep sept september septembra septembre septembrie septembris
septiembre set setembre setembro settembre syys syyskuu syyskuuta szept szeptember wrz wrzesień września zář září
σεπ σεπτέμβριοσ σεπτεμβρίου вер вересень вересня сент сентябрь сентября сеп септември

eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktober oktobris oktoober október októbra
ott ottobre out outubro paź październik października spal spalio spalis říj říjen října οκτ οκτωβρίου οκτώβριοσ жовт
жовтень жовтня окт октомври октябрь октября

kas kasım lapkr lapkritis lapkričio listopadu marras marraskuu marraskuuta noiembrie nov november novembra novembre
novembris novembro noviembre nóv nóvember stu studeni studenoga νοέ νοέμβριοσ νοε νοεμβρίου лист листопад листопада
ное ноември нояб ноябрь ноября

ara aralık dec december decembra decembrie decembris des desember desembre dets detsember dez dezember dezembro dic
dicembre diciembre déc décembre gru grudnia grudzień gruod gruodis gruodžio joulu joulukuu joulukuuta pro prosinac
prosinca prosince prosinec δεκ δεκέμβριοσ δεκεμβρίου груд грудень грудня дек декабрь декабря декември"""

MONTHS = {name: number for number, names in enumerate(_NAMES.split("\n\n"), 1) for name in names.split()}
"""The number of the month that each name means, by its case-folded name without a full stop."""
