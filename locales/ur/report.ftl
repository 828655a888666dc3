# Urdu: awaiting native review
# Fixed sentences of the documents: communiqué, packs, tables. Their language is chosen apart from that of the pages.

report-list-separator = { "، " }
report-part-separator = { " · " }
report-day = { $day } { $month } { $year }
report-month-1 = جنوری
report-month-2 = فروری
report-month-3 = مارچ
report-month-4 = اپریل
report-month-5 = مئی
report-month-6 = جون
report-month-7 = جولائی
report-month-8 = اگست
report-month-9 = ستمبر
report-month-10 = اکتوبر
report-month-11 = نومبر
report-month-12 = دسمبر
report-language-en = انگریزی
report-language-ur = اردو
report-language-ur-Latn = رومن اردو

## Title block

report-untitled = سفارشات
report-name = { $title }: سفارشات
report-name-pack = { $title }: سفارشات برائے { $addressee }
report-form-plenary-dialogue = عمومی اجلاس کا مکالمہ
report-form-conference-with-groups = ورکنگ گروپوں کے ساتھ کانفرنس
report-form-ministry-conference = وزارتی کانفرنس
report-organisers = زیرِ اہتمام:
report-partners = بتعاون:
report-count = { $count ->
    [0] کوئی سفارش پیش نہیں کی گئی۔
    [one] ایک سفارش۔
   *[other] { $count } سفارشات۔
 }
report-draft = حیثیت: مسودہ۔ فہرست کی منظوری تک نمبر بدل سکتے ہیں۔
report-adopted = حیثیت: منظور شدہ۔ نمبر حتمی ہیں۔
report-undecided = { $count ->
    [one] ایک خانے کی دو صورتیں ہیں جن میں سے ابھی کسی نے انتخاب نہیں کیا؛ متن کی دوسری صورت ساتھ درج ہے۔
   *[other] { $count } خانوں کی دو صورتیں ہیں جن میں سے ابھی کسی نے انتخاب نہیں کیا؛ متن کی دوسری صورت ساتھ درج ہے۔
 }
report-sample = اس دستاویز کی ہر بات فرضی نمونہ ہے۔
report-participants = شرکا
report-participants-category = زمرہ
report-participants-number = تعداد
report-participants-other = دیگر زمرے
report-participants-total = کل

## Preamble: stock clauses, used until the event has its own

report-preamble = تمہید
report-preamble-1 = آئینِ پاکستان کے آرٹیکل 11 کا حوالہ دیتے ہوئے، جو غلامی، جبری مشقت اور انسانوں کی خرید و فروخت کو ممنوع قرار دیتا ہے،
report-preamble-2 = انسدادِ انسانی سوداگری ایکٹ 2018 اور انسدادِ تارکینِ وطن سمگلنگ ایکٹ 2018 کا حوالہ دیتے ہوئے،
report-preamble-3 = یہ تسلیم کرتے ہوئے کہ انسانی سوداگری اور تارکینِ وطن کی سمگلنگ دو الگ جرم ہیں، جن کے لیے الگ الگ اقدامات درکار ہیں،
report-preamble-4 = اس بات کا اعادہ کرتے ہوئے کہ متاثرین کا تحفظ، وقار اور حقوق سب سے مقدم ہیں،
report-preamble-5 = شرکا، ورکنگ گروپوں اور عمومی اجلاس میں غور کے بعد، درج ذیل سفارشات پیش کرتے ہیں۔

## What was heard

report-heard = جو کچھ سنا گیا
report-heard-counts = سفارشات کی تعداد؛ ایک سفارش کئی سطروں میں گنی جا سکتی ہے۔
report-issues = جن جرائم اور مسائل کا ذکر ہوا
report-affected = متاثرہ گروہ
report-row-issue = جرم یا مسئلہ
report-row-affected = گروہ
report-column-recommendations = سفارشات

## Recommendations

report-recommendations = سفارشات
report-section-parliamentarians = اراکینِ پارلیمنٹ
report-section-policy-makers = پالیسی ساز
report-section-law-enforcement = قانون نافذ کرنے والے ادارے
report-section-prosecution-judiciary = استغاثہ اور عدلیہ
report-section-others = دیگر
report-section = { $letter }۔ { $name }
report-none = کوئی نہیں۔
report-lead = قیادت:
report-support = بہ اشتراک:
report-due = آخری تاریخ:
report-horizon = مدت:
report-urgency = شدت:
report-action = اقدام:
report-legal = قانونی بنیاد:
report-indicator = پیمانہ:
report-baseline = موجودہ صورت:
report-target = ہدف:
report-origin = ماخذ:
report-in-language = یہ متن { $language } میں ہے۔
report-version = فیصلہ باقی ہے؛ دوسری صورت:

## Points of difference and follow-up

report-difference = اختلافی نکات
report-difference-none = کوئی اختلافی رائے نہیں دی گئی۔
report-statement-on = { $number } پر
report-statement-origin = { $origin } پر دیا گیا
report-followup = پیروی کا انتظام
report-followup-1 = منتظمین پیش رفت کا جدول رکھتے ہیں اور تیس دن کے اندر ہر مخاطب ادارے کو بھیجتے ہیں۔
report-followup-2 = مخاطب ادارے جوابی پرچی پر جواب دیتے ہیں: منظور، جزوی طور پر منظور یا نامنظور، وجہ کے ساتھ۔
report-followup-3 = جدول کا سال میں دو بار جائزہ لیا جاتا ہے؛ اگلی تقریب انہی سفارشات کی صورتِ حال سے شروع ہوتی ہے۔
report-previous = سابقہ سفارشات کی صورتِ حال

## Annexes

report-annex-results = ضمیمہ: طریقِ کار اور نتائج
report-annex-tracking = ضمیمہ: پیش رفت کا جدول
report-annex-charts = ضمیمہ: کس سے کس بارے میں کہا گیا
report-annex-concordance = ضمیمہ: مطابقت نامہ
report-annex-lineage = ضمیمہ: یکجا کی گئی سفارشات کا ماخذ
report-annex-abbreviations = ضمیمہ: مخففات
report-grid = موضوع اور حصے کے لحاظ سے سفارشات
report-row-theme = موضوع
report-tracking = پیش رفت کا جدول
report-head-number = نمبر
report-head-addressees = مخاطب ادارے
report-head-action = اقدام
report-head-lead = قیادت
report-head-due = آخری تاریخ
report-head-indicator = پیمانہ
report-head-response = جواب
report-head-status = حیثیت
report-head-recommendation = سفارش
report-reply = { $who }: { $response }
report-concordance-intro = ہر گروپ کی ہر سفارش کا کیا بنا۔
report-concordance-group = { $group }
report-plenary = اجلاس
report-no-group = بغیر گروپ
report-head-original = اصل
report-head-result = نتیجہ
report-fate-final = { $number } کے طور پر شامل
report-fate-combined = { $number } میں یکجا
report-fate-combined-earlier = { $number } میں یکجا، سابقہ متن کی بنیاد پر
report-fate-withdrawn = شامل نہیں: فہرست سے ہٹا دی گئی
report-fate-empty = شامل نہیں: اس کا کوئی متن نہیں
report-lineage-intro = ہر گروپ کے وہ الفاظ جن سے یکجا سفارش بنی۔
report-head-group = گروپ
report-head-words = گروپ کے الفاظ
report-abbreviations = مخففات
report-head-abbreviation = مخفف
report-head-meaning = معنی
report-abbr-ASF = ایئرپورٹس سکیورٹی فورس
report-abbr-CNIC = کمپیوٹرائزڈ قومی شناختی کارڈ
report-abbr-FIA = وفاقی تحقیقاتی ادارہ
report-abbr-FIR = ابتدائی اطلاعی رپورٹ
report-abbr-IOM = بین الاقوامی ادارہ برائے مہاجرت
report-abbr-NADRA = نیشنل ڈیٹابیس اینڈ رجسٹریشن اتھارٹی
report-abbr-NGO = غیر سرکاری تنظیم
report-abbr-PTPA = انسدادِ انسانی سوداگری ایکٹ 2018
report-abbr-SDG = پائیدار ترقی کا ہدف
report-abbr-SOM = تارکینِ وطن کی سمگلنگ
report-abbr-SOP = معیاری طریقِ کار
report-abbr-TIP = انسانی سوداگری
report-abbr-UN = اقوامِ متحدہ
report-abbr-UNODC = اقوامِ متحدہ کا دفتر برائے منشیات و جرائم

## Packs

report-pack-intro = تقریب کی وہ سفارشات جو آپ سے متعلق ہیں۔ نمبر اعلامیے ہی کے ہیں۔ ازراہِ کرم ہر سفارش کا جواب اس کی جوابی پرچی پر دیں۔
report-slip = { $number } کی جوابی پرچی ({ $origins })
report-slip-field = پُر کیا جائے
report-slip-answer = جواب
report-slip-accepted = ☐ منظور
report-slip-partly-accepted = ☐ جزوی طور پر منظور
report-slip-rejected = ☐ نامنظور
report-slip-choices = { $accepted }  { $partly }  { $rejected }
report-slip-response = فیصلہ
report-slip-reason = وجہ
report-slip-date = تاریخ
report-slip-office = دفتر

## Spreadsheet

report-csv-number = نمبر
report-csv-section = حصہ
report-csv-text = سفارش ({ $language })
report-csv-original = اصل زبان
report-csv-origins = ماخذ
report-csv-id = شناخت
report-csv-themes = موضوعات
report-csv-affected = متاثرہ گروہ
report-csv-levels = سطح
report-csv-sdg = پائیدار ترقی کے اہداف
report-csv-issue = جرم یا مسئلہ
report-csv-addressees = مخاطب ادارے
report-csv-lead = قیادت
report-csv-action = اقدام
report-csv-urgency = شدت
report-csv-horizon = مدت
report-csv-due = آخری تاریخ
report-csv-legal = قانونی بنیاد
report-csv-indicator = پیمانہ
report-csv-baseline = موجودہ صورت
report-csv-target = ہدف
report-csv-rationale = وجہ
report-csv-dissent = اختلافی رائے
report-csv-response = جواب
report-csv-status = حیثیت

## Method and results

report-card = طریقے کا کارڈ
report-card-part = حصہ
report-card-value = رائے سے پہلے مقفل
report-card-methods = پوچھا گیا
report-card-asked = سوال
report-card-present = موجود
report-card-voted = رائے دینے والے
report-card-quorum = کورم کے لیے ضروری آرا
report-card-items = سفارشات
report-card-categories = زمرے کے لحاظ سے موجود
report-card-fingerprint = شناختی نشان
report-method-dots = نقطے: فی کس { $dots }، ایک پر زیادہ سے زیادہ { $cap }
report-method-impact = اثر، 1 سے 5
report-method-feasibility = قابلِ عمل ہونا، 1 سے 5
report-method-rating = اتفاق، 1 سے 9
report-method-ranking = بہترین { $k }، سب سے اچھی پہلے
report-method-gradients = کہاں تک ساتھ دیا جا سکتا ہے، 1 سے 8
report-method-hands = ہاتھ اٹھانا: { $rule }
report-rule-more-than-half = نصف سے زیادہ
report-rule-more-than-two-thirds = دو تہائی سے زیادہ
report-rule-at-least-70 = کم از کم 70 فیصد
report-rule-at-least-75 = کم از کم 75 فیصد
report-results = نتائج، ترجیح کی ترتیب میں
report-results-tier = درجہ
report-results-quorate = { $quorum } کا کورم پورا ہے۔
report-results-not-quorate = { $quorum } کا کورم پورا نہیں: اسے محض ایک اندازہ سمجھیں۔
report-results-refused = { $count ->
    [one] ایک پرچہ کارڈ کے مطابق نہ تھا اور شامل نہیں کیا گیا۔
   *[other] { $count } پرچے کارڈ کے مطابق نہ تھے اور شامل نہیں کیے گئے۔
 }
report-results-tiers-hint = دو درجوں کے بیچ: جسے بھی نکال دیں، ایک کی سب دوسرے کی سب سے اوپر رہتی ہیں۔ ایک درجے کے اندر کوئی ترتیب مراد نہیں۔
report-results-outdated = رائے کے بعد بدلی گئی
report-results-dots = نقطے
report-results-rating = اتفاق
report-results-matrix = اثر اور قابلِ عمل ہونا
report-results-ranking = درجہ بندی
report-results-gradients = ساتھ دینا
report-results-hands = ہاتھ اٹھانا
report-answer-none = کسی نے جواب نہیں دیا
report-answer-dots = { $voters ->
    [one] { $voters } شخص کی طرف سے { $dots }
   *[other] { $voters } لوگوں کی طرف سے { $dots }
 }
report-answer-rating = وسطانیہ { $median }؛ { $n } میں سے { $favour } حق میں؛ { $verdict }
report-answer-disagreement = لوگوں میں اختلاف ہے
report-answer-matrix = { $quadrant } (اثر { $impact }، قابلِ عمل { $feasibility })
report-answer-ranking = { $points } نمبر، { $voters } نے درجہ دیا
report-answer-gradients = { $adoption }؛ { $support ->
    [one] { $cast } میں سے { $support } ساتھ ہے
   *[other] { $cast } میں سے { $support } ساتھ ہیں
 }
report-answer-passes = منظور: { $yes } حق میں، { $no } خلاف، { $abstain } کوئی نہیں
report-answer-fails = نامنظور: { $yes } حق میں، { $no } خلاف، { $abstain } کوئی نہیں
report-verdict-supported = حمایت ہے
report-verdict-not-supported = حمایت نہیں
report-verdict-uncertain = غیر یقینی
report-verdict-none = فیصلے کے لیے آرا کم ہیں
report-quadrant-do-now = ابھی کریں
report-quadrant-plan = منصوبہ بنائیں
report-quadrant-fill-in = ساتھ ساتھ کریں
report-quadrant-park = بعد کے لیے
report-quadrant-between = لکیر پر
report-adoption-adopted = منظور
report-adoption-by-majority = اکثریت سے منظور، اختلاف درج ہے
report-adoption-not-adopted = منظور نہیں
report-adoption-no-quorum = بہت کم آرا
report-agreement = کون متفق ہے: خلاف (1 تا 3)، درمیان میں، حق میں (7 تا 9)
report-agreement-against = خلاف
report-agreement-between = درمیان
report-agreement-favour = حق میں
