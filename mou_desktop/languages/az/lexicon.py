"""The closed classes of Azerbaijani words that sounds alone do not tell, in small letters."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Borrowed words that sound native, and personal and geographical names.
KEEPING_Q_OR_K = _words(
    """
    akrilik basilik idillik müdrik landtaq varyaq burunduq bambuq anşlaq iraq sadıq xalıq afaq
    ittifaq bilittifaq ümumittifaq istintaq intaq ilhaq infaq iştiyaq istihqaq iltisaq müştaq nifaq
    əxlaq bədəxlaq xoşəxlaq hüquq həmhüquq məşuq məxluq vüsuq nahaq faruq
    tədarük təməllük müştərək təbarək babək mübarək məlik malik melik çelik bişkək kərkük
    səlcuq
    """
)
# Words with mixed vowels, or in -ik, that soften all the same.
SOFTENING_Q_OR_K = _words(
    """
    inaq islaq ispanaq mizraq ərzaq tifaq təmtəraq nazik beşik bilərzik birik bitik çəkik çəltik
    çəpik çərtik çevik çimdik çiçik çirik deşik dəyişik didik dimdik dirrik eşik enik əksik əmik
    əmzik ənik ərəmik ərik əskik əsrik əzik gedik gəmik gəmirik gənzik gərik gicik herik hədik
    ilik ilişik incik itik kertik keşik keyik kəmçik kəmsik kiçik kərtik kəsik kəsmik kirpik
    kirtik ləçik ləpik məkik öləzik pişik pitik qəpik sidik sinik sirik şirnik tetik tətik təpik
    tərsik tiftik tübik yelpik yerik yetik
    """
)
# How suffixes in q or k begin: azadlıq, yazmaq, gələcək, çəkdik, tapşırıq, danışıq.
DERIVED_IN_Q_OR_K = _words("lı lu lü ma mə ca cə ça çə cı cu cü dı du dü şı rı nı")
# Common words of native sound; only a rare one or a name could keep its letter.
NATIVE_IN_Q_OR_K = _words(
    """
    adaq alaq alçaq araq ayaq bağırsaq barmaq bardaq batlaq bataq bayraq bıçaq budaq bulaq buxaq
    caynaq çanaq çapaq çardaq çaylaq çıraq dalaq daraq dayaq dodaq dovdaq dırnaq dustaq duzaq maraq
    mayaq oraq ortaq otaq otlaq ovlaq oynaq papaq parlaq qabaq qaçaq qapaq qarmaq qaymaq qaynaq
    qıraq qışlaq qonaq qovaq qulaq qundaq qurşaq saçaq sarımsaq sazaq sınaq sığnaq sığınaq soraq
    sulaq suvaq şapalaq tabaq torpaq tozanaq uşaq uzaq yalaq yanaq yapalaq yaraq yarpaq yasaq yataq
    yaylaq yumşaq zolaq axsaq balaq başaq boyaq calaq çatlaq çaynaq çolaq danlaq duvaq duzlaq
    mancanaq oyaq qalaq qazaq qursaq solaq soğanaq tapdaq tutaq vaşaq yaltaq yuvarlaq zanbaq bacanaq
    çılpaq duraq durnaq oğlaq oturaq qalpaq qırtlaq qıvraq qorxaq qovşaq saplaq sarsaq şaqraq ulaq
    yatalaq yığnaq boyunduruq buruq buynuq buyruq çubuq moruq oyuq qoltuq qoruq qovuq quyruq duyuq
    porsuq pozuq soyuq topuq toyuq tutuq uçuq yumruq bəbək bələk bəzək bilək böcək böyrək çəllək
    çələk çərək çəyirdək çiyələk çörək dərnək dəstək dilək dirək dirsək döşək eşşək ələk ənək erkək
    ətək əyirdək fələk gərək göbək göbələk gödək inək ipək istək kəfək kələk kəpək kəpənək kəsək
    köpək kötək kövrək köynək külək kürək lələk leylək mələk ördək örnək özbək pətək seyrək sinək
    süzək şimşək tələk tənək titrək tütək ürək ürkək bənək biçənək dəllək dəyənək dişək əppək eynək
    gərdək köstəbək mərək mixək örpək özək pərək sənək tərək təzək tülək xizək xörək böyələk bükük
    çökük döyük sökük sürük sürüşük tökük xərək xəndək yedək yelək yüksək zənbərək zirək böyük bölük
    büzük çürük dönük düdük düşük gömrük höyük hörük köpük körük kötük küçük örtük sönük sülük sümük
    tüpürük üskük üzük
    """
)
# Second parts of compounds: they soften whatever vowels the first part has.
SECOND_PARTS = _words(
    """
    ayaq yarpaq dodaq qulaq quyruq qabaq papaq yanaq torpaq barmaq dırnaq yataq bulaq uşaq otaq ocaq
    bağırsaq budaq bıçaq balaq saçaq qapaq oraq çıraq bayraq çanaq qurşaq qıraq ortaq qonaq yaylaq
    qışlaq yumşaq qovşaq toxmaq çubuq toyuq sayaq saplaq qundaq zolaq soğanaq caynaq qovaq dalaq
    oynaq otlaq bardaq qaynaq qaymaq bataq uzaq soyuq qıpçaq qalpaq ürək böyrək çörək köynək bəzək
    döşək dirək dirsək çiçək gödək leylək kürək tütək ətək göbək göbələk ipək xizək böcək dərnək
    örtük bükük düşük höyük böyük sümük köpük çürük gömrük kirpik dimdik nazik beşik deşik kəsik
    kiçik qəpik dəyişik bitişik
    """
)
# Arabic and Persian words: the vowel falls before every suffix that begins with a vowel.
SHORTENED = _words(
    """
    isim qisim cisim nəsil fəsil fikir şəkil ətir səbir qəbir sətir qədir ömür sinif eyib zehin izin
    əsil xeyir heyif meyil seyir sehir keyif qeyib zikir şükür küfür xətir üzür nəzir tifil
    """
)
# Native words, and «ağıl»: the vowel falls before possessives («burnu»); grammars and usage differ
# about the cases («burnun», «burunun»), so the form is only a suggestion.
SOMETIMES_SHORTENED = _words(
    "ağız alın beyin boyun burun çiyin qarın oğul könül ağıl bağır böyür ovuc əyin qayın"
)
# One syllable and two like letters, of which one falls before a consonant.
DOUBLED = _words(
    """
    fənn xətt hiss sirr haqq həll hədd rədd zənn zidd küll tibb şəkk səff həzz rəbb dürr vatt sədd
    """
)
# Their genitive and accusative waver: «talenin» and «taleyin».
WAVERING_IN_E = _words("tale mövqe mənafe")
# Second parts of one-word compounds that carry the possessive: dəmiryolu, dəvəquşu.
POSSESSED_PARTS = _words(
    """
    yolu otu quşu balığı çiçəyi ağacı gülü kökü üzümü böcəyi göbələyi çörəyi çayı burnu evi soğanı
    """
)
# Possessives that look like the suffixes of agents, -çı and -ıcı.
NOT_AGENTS = _words("xaçı matçı saçı köçü üçü içi gücü kərpici orucu sonucu")
# Nouns and names that end in a close vowel by themselves.
ENDING_IN_CLOSE_VOWEL = _words(
    """
    ordu vali qapı körpü vergi sərgi sevgi bilgi qurğu ölçü mahnı kişi qonşu əhali gəmi dəri keçi
    ütü sürü arzu duyğu qayğı sorğu vurğu çalğı yanğı bitki içki səki xalı ayı quzu kirpi bacı dayı
    əmi qazi müfti hacı seçki saxsı inci sancı quyu qutu yuxu qoxu pəri çəki taksi konfeti kivi jüri
    lobbi hobbi derbi yəhudi çini aşağı xüsusi siyasi dünyəvi milli mədəni elmi rəsmi dini hərbi
    tibbi nəsimi nizami füzuli xətai gəncəvi bakı şəki şamaxı tbilisi batumi kutaisi almatı dəhli
    helsinki dehli nairobi haiti mali somali siti yuniti kompani siyahı yazı tanrı itki basqı asqı
    tutqu pusqu ümmi xarici daxili qəhvəyi bənövşəyi firuzəyi sürməyi toplantı bayağı
    """
)
# Offices as they are named after an institution («… Nazirliyinin Direktoru»), typed alone.
OFFICES = _words(
    """
    direktoru müdiri sədri rəisi naziri katibi müavini rektoru prorektoru dekanı rəhbəri prezidenti
    səfiri konsulu koordinatoru redaktoru mühasibi hakimi prokuroru komandiri rezidenti
    """
)
# Common nouns with which names of places end.
PLACE_HEADS = _words(
    """
    rayonu kəndi vilayəti körfəzi gölü çayı dağı mahalı kantonu ştatı əyaləti okruqu diyarı limanı
    parkı yolu burnu dənizi boğazı düzü meydanı prospekti aeroportu massivi regionu okeanı sahili
    kanalı
    """
)
