# Urdu: awaiting native review
event-none = اس ورک بک میں ابھی کوئی تقریب نہیں۔ فائلیں شامل کریں، یا کوئی فہرست لائیں۔
event-several = اس ورک بک میں { $count } تقریبات ہیں۔ سب نیچے دکھائی گئی ہیں۔
event-untitled = بے عنوان تقریب
event-sample = یہ سب فرضی نمونہ ہے۔
event-title-en = عنوان انگریزی میں
event-title-ur = عنوان اردو میں
event-code = مختصر کوڈ
event-place = مقام
event-form = تقریب کس قسم کی ہے؟
event-dates = دن
event-dates-new = ایک اور دن
event-organisers = منتظمین
event-organisers-new = ایک اور منتظم
event-partners = شراکت دار اور معاونین
event-partners-new = ایک اور شراکت دار
event-add = شامل کریں
event-remove = ہٹائیں
event-code-twice = دو گروپوں کا کوڈ { $code } ہے: ان کی سفارشات کے نمبر ایک جیسے ہوں گے۔ ایک گروپ کو دوسرا کوڈ دیں۔
event-term-empty = اصطلاح کسی ایک زبان میں لکھیں۔
event-added = شامل ہوا: { $entry }
event-removed = ہٹا دیا: { $entry }
event-choose-day = پہلے دن چنیں۔
event-type-name = پہلے نام لکھیں۔
event-undecided = دو صورتیں ہیں: ایک چنیں
date-long = { $day } { $month }، { $year }
month-1 = جنوری
month-2 = فروری
month-3 = مارچ
month-4 = اپریل
month-5 = مئی
month-6 = جون
month-7 = جولائی
month-8 = اگست
month-9 = ستمبر
month-10 = اکتوبر
month-11 = نومبر
month-12 = دسمبر
event-groups = گروپ
event-no-groups = ابھی کوئی گروپ نہیں۔
event-add-group = گروپ شامل کریں
event-group-code = کوڈ
event-group-rename = نام بدلیں
event-group-added = { $group } شامل ہو گیا۔ اس کا عنوان لکھیں۔
event-group-drafts = { $count ->
    [0] اس کی خالی فہرست کھولیں
    [one] اس کی سفارش کھولیں
   *[other] اس کی { $count } سفارشات کھولیں
 }
event-up = اوپر لے جائیں
event-down = نیچے لے جائیں
event-group-moved = { $group } اب { $all } میں سے { $place } پر ہے۔
event-group-first = { $group } پہلے ہی سب سے اوپر ہے۔
event-group-last = { $group } پہلے ہی سب سے نیچے ہے۔
event-group-withdraw = استعمال سے ہٹائیں
event-group-withdrawn = { $group } اب استعمال میں نہیں۔ اس کی سفارشات موجود ہیں؛ گروپ نیچے سے واپس لایا جا سکتا ہے۔
event-groups-unused = اب استعمال میں نہیں
event-group-restore = پھر استعمال کریں
event-terms = اس تقریب کی اصطلاحات
event-terms-hint = جسے یہ تقریب اپنے نام سے پکارتی ہے: کوئی ادارہ، موضوع یا قانون جو فہرستوں میں نہیں۔
event-term-within = { $term } کے اندر
event-term-new = نئی اصطلاح
event-term-list = کس فہرست میں؟
event-term-broader = کس کا حصہ
event-term-no-broader = کسی کا نہیں
event-term-en = انگریزی میں
event-term-ur = اردو میں
event-term-add = اصطلاح شامل کریں
event-term-known = یہ اصطلاح فہرست میں پہلے سے ہے: { $term }۔
capture-no-group = ابھی کوئی گروپ نہیں۔ تقریب کے صفحے پر گروپ شامل کریں۔
capture-group = کس کی فہرست؟
capture-for = { $group } کی فہرست کے لیے
capture-speaker = کون بول رہا ہے؟
capture-speaker-hint = زمرہ، کبھی نام نہیں۔ Alt کے ساتھ حرف۔ اگلی سطر کے لیے بھی یہی رہتا ہے۔
capture-asked = کس سے کہا جا رہا ہے؟
capture-asked-hint = Alt کے ساتھ ہندسہ۔ ہر سطر کے ساتھ نئے سرے سے۔
capture-line = کیا کہا گیا
capture-hint = Enter سے سطر محفوظ ہوتی ہے اور اگلی شروع ہوتی ہے۔ Shift کے ساتھ Enter سے اسی میں نئی سطر۔ باقی سب بعد میں مسودے میں لکھا جا سکتا ہے۔
capture-next = رکھیں، اگلی سطر
capture-lang = سطر کی زبان
capture-empty = سطر خالی ہے۔
capture-taken = { $number } رکھ لی گئی۔
capture-take-back = آخری سطر واپس لیں
capture-taken-back = واپس لے لی گئی۔
capture-chosen = { $choice }: چنا گیا
capture-not-chosen = { $choice }: اب چنا ہوا نہیں
capture-asks = مخاطب: { $asked }
capture-list = { $count ->
    [0] قلم بند
    [one] قلم بند: 1 سطر
   *[other] قلم بند: { $count } سطریں
 }
capture-none = ابھی کچھ قلم بند نہیں ہوا۔ پہلا مقرر جو کہے اسے لکھیں اور Enter دبائیں۔
