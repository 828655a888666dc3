//! Composed and decomposed text have the same key, for every letter the key covers.

use rapporteur_core::text::{fold, identity_key};

/// Each composed letter followed by its decomposition (NFD), from the Unicode Character Database: Latin-1, Latin Extended-A,
/// Latin Extended Additional and the Arabic block.
const DECOMPOSED: &str = "\
    ÀA\u{300} ÁA\u{301} ÂA\u{302} ÃA\u{303} ÄA\u{308} ÅA\u{30a} ÇC\u{327} ÈE\u{300} ÉE\u{301} ÊE\u{302} \
    ËE\u{308} ÌI\u{300} ÍI\u{301} ÎI\u{302} ÏI\u{308} ÑN\u{303} ÒO\u{300} ÓO\u{301} ÔO\u{302} ÕO\u{303} \
    ÖO\u{308} ÙU\u{300} ÚU\u{301} ÛU\u{302} ÜU\u{308} ÝY\u{301} àa\u{300} áa\u{301} âa\u{302} ãa\u{303} \
    äa\u{308} åa\u{30a} çc\u{327} èe\u{300} ée\u{301} êe\u{302} ëe\u{308} ìi\u{300} íi\u{301} îi\u{302} \
    ïi\u{308} ñn\u{303} òo\u{300} óo\u{301} ôo\u{302} õo\u{303} öo\u{308} ùu\u{300} úu\u{301} ûu\u{302} \
    üu\u{308} ýy\u{301} ÿy\u{308} ĀA\u{304} āa\u{304} ĂA\u{306} ăa\u{306} ĄA\u{328} ąa\u{328} ĆC\u{301} \
    ćc\u{301} ĈC\u{302} ĉc\u{302} ĊC\u{307} ċc\u{307} ČC\u{30c} čc\u{30c} ĎD\u{30c} ďd\u{30c} ĒE\u{304} \
    ēe\u{304} ĔE\u{306} ĕe\u{306} ĖE\u{307} ėe\u{307} ĘE\u{328} ęe\u{328} ĚE\u{30c} ěe\u{30c} ĜG\u{302} \
    ĝg\u{302} ĞG\u{306} ğg\u{306} ĠG\u{307} ġg\u{307} ĢG\u{327} ģg\u{327} ĤH\u{302} ĥh\u{302} ĨI\u{303} \
    ĩi\u{303} ĪI\u{304} īi\u{304} ĬI\u{306} ĭi\u{306} ĮI\u{328} įi\u{328} İI\u{307} ĴJ\u{302} ĵj\u{302} \
    ĶK\u{327} ķk\u{327} ĹL\u{301} ĺl\u{301} ĻL\u{327} ļl\u{327} ĽL\u{30c} ľl\u{30c} ŃN\u{301} ńn\u{301} \
    ŅN\u{327} ņn\u{327} ŇN\u{30c} ňn\u{30c} ŌO\u{304} ōo\u{304} ŎO\u{306} ŏo\u{306} ŐO\u{30b} őo\u{30b} \
    ŔR\u{301} ŕr\u{301} ŖR\u{327} ŗr\u{327} ŘR\u{30c} řr\u{30c} ŚS\u{301} śs\u{301} ŜS\u{302} ŝs\u{302} \
    ŞS\u{327} şs\u{327} ŠS\u{30c} šs\u{30c} ŢT\u{327} ţt\u{327} ŤT\u{30c} ťt\u{30c} ŨU\u{303} ũu\u{303} \
    ŪU\u{304} ūu\u{304} ŬU\u{306} ŭu\u{306} ŮU\u{30a} ůu\u{30a} ŰU\u{30b} űu\u{30b} ŲU\u{328} ųu\u{328} \
    ŴW\u{302} ŵw\u{302} ŶY\u{302} ŷy\u{302} ŸY\u{308} ŹZ\u{301} źz\u{301} ŻZ\u{307} żz\u{307} ŽZ\u{30c} \
    žz\u{30c} ḀA\u{325} ḁa\u{325} ḂB\u{307} ḃb\u{307} ḄB\u{323} ḅb\u{323} ḆB\u{331} ḇb\u{331} \
    ḈC\u{327}\u{301} ḉc\u{327}\u{301} ḊD\u{307} ḋd\u{307} ḌD\u{323} ḍd\u{323} ḎD\u{331} ḏd\u{331} ḐD\u{327} \
    ḑd\u{327} ḒD\u{32d} ḓd\u{32d} ḔE\u{304}\u{300} ḕe\u{304}\u{300} ḖE\u{304}\u{301} ḗe\u{304}\u{301} \
    ḘE\u{32d} ḙe\u{32d} ḚE\u{330} ḛe\u{330} ḜE\u{327}\u{306} ḝe\u{327}\u{306} ḞF\u{307} ḟf\u{307} ḠG\u{304} \
    ḡg\u{304} ḢH\u{307} ḣh\u{307} ḤH\u{323} ḥh\u{323} ḦH\u{308} ḧh\u{308} ḨH\u{327} ḩh\u{327} ḪH\u{32e} \
    ḫh\u{32e} ḬI\u{330} ḭi\u{330} ḮI\u{308}\u{301} ḯi\u{308}\u{301} ḰK\u{301} ḱk\u{301} ḲK\u{323} ḳk\u{323} \
    ḴK\u{331} ḵk\u{331} ḶL\u{323} ḷl\u{323} ḸL\u{323}\u{304} ḹl\u{323}\u{304} ḺL\u{331} ḻl\u{331} ḼL\u{32d} \
    ḽl\u{32d} ḾM\u{301} ḿm\u{301} ṀM\u{307} ṁm\u{307} ṂM\u{323} ṃm\u{323} ṄN\u{307} ṅn\u{307} ṆN\u{323} \
    ṇn\u{323} ṈN\u{331} ṉn\u{331} ṊN\u{32d} ṋn\u{32d} ṌO\u{303}\u{301} ṍo\u{303}\u{301} ṎO\u{303}\u{308} \
    ṏo\u{303}\u{308} ṐO\u{304}\u{300} ṑo\u{304}\u{300} ṒO\u{304}\u{301} ṓo\u{304}\u{301} ṔP\u{301} ṕp\u{301} \
    ṖP\u{307} ṗp\u{307} ṘR\u{307} ṙr\u{307} ṚR\u{323} ṛr\u{323} ṜR\u{323}\u{304} ṝr\u{323}\u{304} ṞR\u{331} \
    ṟr\u{331} ṠS\u{307} ṡs\u{307} ṢS\u{323} ṣs\u{323} ṤS\u{301}\u{307} ṥs\u{301}\u{307} ṦS\u{30c}\u{307} \
    ṧs\u{30c}\u{307} ṨS\u{323}\u{307} ṩs\u{323}\u{307} ṪT\u{307} ṫt\u{307} ṬT\u{323} ṭt\u{323} ṮT\u{331} \
    ṯt\u{331} ṰT\u{32d} ṱt\u{32d} ṲU\u{324} ṳu\u{324} ṴU\u{330} ṵu\u{330} ṶU\u{32d} ṷu\u{32d} \
    ṸU\u{303}\u{301} ṹu\u{303}\u{301} ṺU\u{304}\u{308} ṻu\u{304}\u{308} ṼV\u{303} ṽv\u{303} ṾV\u{323} \
    ṿv\u{323} ẀW\u{300} ẁw\u{300} ẂW\u{301} ẃw\u{301} ẄW\u{308} ẅw\u{308} ẆW\u{307} ẇw\u{307} ẈW\u{323} \
    ẉw\u{323} ẊX\u{307} ẋx\u{307} ẌX\u{308} ẍx\u{308} ẎY\u{307} ẏy\u{307} ẐZ\u{302} ẑz\u{302} ẒZ\u{323} \
    ẓz\u{323} ẔZ\u{331} ẕz\u{331} ẖh\u{331} ẗt\u{308} ẘw\u{30a} ẙy\u{30a} ẛſ\u{307} ẠA\u{323} ạa\u{323} \
    ẢA\u{309} ảa\u{309} ẤA\u{302}\u{301} ấa\u{302}\u{301} ẦA\u{302}\u{300} ầa\u{302}\u{300} ẨA\u{302}\u{309} \
    ẩa\u{302}\u{309} ẪA\u{302}\u{303} ẫa\u{302}\u{303} ẬA\u{323}\u{302} ậa\u{323}\u{302} ẮA\u{306}\u{301} \
    ắa\u{306}\u{301} ẰA\u{306}\u{300} ằa\u{306}\u{300} ẲA\u{306}\u{309} ẳa\u{306}\u{309} ẴA\u{306}\u{303} \
    ẵa\u{306}\u{303} ẶA\u{323}\u{306} ặa\u{323}\u{306} ẸE\u{323} ẹe\u{323} ẺE\u{309} ẻe\u{309} ẼE\u{303} \
    ẽe\u{303} ẾE\u{302}\u{301} ếe\u{302}\u{301} ỀE\u{302}\u{300} ềe\u{302}\u{300} ỂE\u{302}\u{309} \
    ểe\u{302}\u{309} ỄE\u{302}\u{303} ễe\u{302}\u{303} ỆE\u{323}\u{302} ệe\u{323}\u{302} ỈI\u{309} ỉi\u{309} \
    ỊI\u{323} ịi\u{323} ỌO\u{323} ọo\u{323} ỎO\u{309} ỏo\u{309} ỐO\u{302}\u{301} ốo\u{302}\u{301} \
    ỒO\u{302}\u{300} ồo\u{302}\u{300} ỔO\u{302}\u{309} ổo\u{302}\u{309} ỖO\u{302}\u{303} ỗo\u{302}\u{303} \
    ỘO\u{323}\u{302} ộo\u{323}\u{302} ỚO\u{31b}\u{301} ớo\u{31b}\u{301} ỜO\u{31b}\u{300} ờo\u{31b}\u{300} \
    ỞO\u{31b}\u{309} ởo\u{31b}\u{309} ỠO\u{31b}\u{303} ỡo\u{31b}\u{303} ỢO\u{31b}\u{323} ợo\u{31b}\u{323} \
    ỤU\u{323} ụu\u{323} ỦU\u{309} ủu\u{309} ỨU\u{31b}\u{301} ứu\u{31b}\u{301} ỪU\u{31b}\u{300} \
    ừu\u{31b}\u{300} ỬU\u{31b}\u{309} ửu\u{31b}\u{309} ỮU\u{31b}\u{303} ữu\u{31b}\u{303} ỰU\u{31b}\u{323} \
    ựu\u{31b}\u{323} ỲY\u{300} ỳy\u{300} ỴY\u{323} ỵy\u{323} ỶY\u{309} ỷy\u{309} ỸY\u{303} ỹy\u{303} \
    آا\u{653} أا\u{654} ؤو\u{654} إا\u{655} ئي\u{654} ۀە\u{654} ۂہ\u{654} ۓے\u{654}";

#[test]
fn composed_and_decomposed_are_equal() {
    let mut count = 0;
    for pair in DECOMPOSED.split(' ').filter(|pair| !pair.is_empty()) {
        let mut letters = pair.chars();
        let composed: String = letters.next().into_iter().collect();
        let decomposed: String = letters.collect();
        assert_eq!(fold(&decomposed), fold(&composed), "{decomposed:?}");
        // In running text, with a vowel mark that canonical order puts before the mark that composes.
        let fatha = '\u{64e}';
        let (nfc, mut nfd) = (format!("ب{composed}{fatha} ب"), format!("ب{decomposed} ب"));
        if let Some(mark) = decomposed.char_indices().nth(1) {
            nfd.insert(
                nfd.find(' ')
                    .unwrap_or(0)
                    .saturating_sub(decomposed.len() - mark.0),
                fatha,
            );
        }
        assert_eq!(identity_key(&nfd), identity_key(&nfc), "{nfd:?}");
        count += 1;
    }
    assert_eq!(count, 414);
}
