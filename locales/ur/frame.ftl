# Urdu: awaiting native review
app-name = Rapporteur
skip = صفحے کے متن پر جائیں
steps = ورک بک کے حصے
step-draft = مسودہ
step-capture = قلم بند کریں
step-event = تقریب
step-files = فائلیں
step-bin = ردّی
step-conflicts = دو صورتیں: { $count }
incomplete = نامکمل: باقی انگریزی میں ہے
sample = نمونہ
display = منظر
title-start = میری ورک بکس
title-draft = مسودہ
title-capture = جو کہا جائے اسے قلم بند کریں
title-bin = ردّی
title-event = تقریب
title-files = فائلیں
title-conflicts = دو صورتیں: ایک چنیں
status = محفوظ کرنا اور فائلیں
status-opening = ورک بک کھل رہی ہے…
status-saved = اس لیپ ٹاپ پر محفوظ
status-saving = محفوظ ہو رہا ہے…
status-not-saved = محفوظ نہیں ہوا۔
update-ready = نیا نسخہ: محفوظ کر کے کھولیں
update-not-saved = نیا نسخہ نہیں کھولا گیا، کیونکہ سب کچھ محفوظ نہیں۔ پہلے فائل بنائیں۔
status-no-file = { $changes ->
    [one] ابھی کوئی فائل نہیں، 1 تبدیلی
   *[other] ابھی کوئی فائل نہیں، { $changes } تبدیلیاں
 }
status-last-file = { $changes ->
    [0] آخری فائل { $time }، اس کے بعد کوئی تبدیلی نہیں
    [one] آخری فائل { $time }، اس کے بعد 1 تبدیلی
   *[other] آخری فائل { $time }، اس کے بعد { $changes } تبدیلیاں
 }
reminder = فائل بنانے کا وقت ہے: وہی محفوظ نقل ہے۔
status-recovered = { $count ->
    [one] صفحہ بند ہوتے وقت جو متن لکھا جا رہا تھا وہ واپس آ گیا ہے۔
   *[other] صفحہ بند ہوتے وقت لکھے جانے والے { $count } متن واپس آ گئے ہیں۔
 }
trouble-blocked = یہ براؤزر اس صفحے کے لیے کچھ محفوظ نہیں رکھتا (نجی ونڈو، یا محفوظ کرنا بند ہے)۔ بند کرنے سے پہلے فائل بنا لیں۔
trouble-full = ڈسک بھر گئی ہے۔ ابھی فائل بنائیں، پھر کچھ جگہ خالی کریں؛ محفوظ کرنے کی کوشش خود بخود جاری رہے گی۔
trouble-lost = براؤزر کا ذخیرہ جواب نہیں دے رہا۔ کام جاری رکھیں؛ کوشش خود بخود ہوتی رہے گی۔ احتیاطاً فائل بنا لیں۔
trouble-newer = اس لیپ ٹاپ پر اس پروگرام کا نیا نسخہ کھلا ہے۔ فائل بنائیں، پھر یہ صفحہ دوبارہ کھولیں۔
trouble-crashed = پروگرام میں خرابی آ گئی اور اب کچھ محفوظ نہیں ہو رہا۔ صفحہ دوبارہ کھولیں۔
open-failed = یہ ورک بک نہیں کھل سکی
to-start = میری ورک بکس پر واپس
shut-erased = یہ ورک بک مٹا دی گئی
shut-gone = یہ اب اس لیپ ٹاپ پر نہیں: یا تو یہاں سے مٹا دی گئی، یا براؤزر نے جو رکھا تھا وہ صاف کر دیا۔ اگر آپ کے پاس اس کی فائل ہے تو اسے کھولیں۔
shut-unreadable = اس لیپ ٹاپ پر اس کا ریکارڈ پڑھا نہیں جا سکتا۔ اس میں سے کچھ مٹایا نہیں گیا۔ اگر آپ کے پاس اس کی فائل ہے تو اسے کھولیں۔
early-kept = ورک بک کھلتے وقت آپ نے جو لکھا وہ صرف یہاں ہے۔ اسے نقل کر لیں:
unsaved-open = جس ورک بک میں آپ لکھ رہے تھے وہ محفوظ نہیں ہوئی۔ دوسری ورک بک کھولنے یا بنانے سے پہلے اس کی فائل بنا لیں۔
unsaved-back = اس پر واپس جائیں
export = فائل بنائیں
file-made = فائل بن گئی: { $name }
file-not-made = براؤزر نے فائل نہیں بنائی۔ دوبارہ کوشش کریں یا دوسرا براؤزر آزمائیں۔
part-loading = یہ صفحہ کھل رہا ہے…
part-not-loaded = یہ حصہ نہیں کھل سکا۔ کچھ ضائع نہیں ہوا۔ نیٹ ورک واپس آنے پر دوبارہ کوشش کریں؛ اگر پھر بھی نہ کھلے تو پورا صفحہ دوبارہ کھولیں۔
part-again = دوبارہ کوشش کریں
title-rounds = ترجیحات
title-round = رائے شماری اور نتائج
step-rounds = ترجیحات
list-comma = {"، "}
lang-en = انگریزی
lang-ur = اردو
lang-ur-latn = رومن اردو
lang-ps = پشتو
title-laptop = یہ لیپ ٹاپ: محفوظ رکھنا، رازداری، مٹانا
curtain-open = صفحہ دوبارہ دکھائیں
neutral-title = دستاویز
title-desk = فیصلہ طلب
step-desk = فیصلہ طلب
title-list = حتمی فہرست
step-list = حتمی فہرست
step-communique = اعلامیہ
title-communique = اعلامیہ
title-present = اجلاس میں پیش کریں
title-replies = مخاطب اداروں کے جوابات
title-help = مدد
title-access = سب کے لیے رسائی
