# Urdu: awaiting native review
# Prioritising: the method card, ballots, results.
rounds-lead = ہر شخص باری باری اسی لیپ ٹاپ پر خفیہ رائے دیتا ہے۔ نتائج مرحلہ بند ہونے پر دکھائے جاتے ہیں۔
rounds-new = نیا مرحلہ
rounds-none = ابھی کوئی مرحلہ نہیں۔ نیچے بتائیں کہ کون اور کیسے رائے دے گا، پھر پہلا مرحلہ شروع کریں۔
rounds-no-recs = اس گروپ کی ابھی کوئی سفارش نہیں جس پر رائے لی جائے۔
rounds-group = کون رائے دے گا؟
rounds-plenary = اجلاس: حتمی فہرست
rounds-group-heading = { $group } کے مراحل
rounds-preset = کس طرح پوچھا جائے؟
preset-quick = فوری
preset-quick-hint = نقطے بانٹنا۔ فی کس { $interactions } جواب، تقریباً { $minutes ->
    [one] { $minutes } منٹ
   *[other] { $minutes } منٹ
 }۔
preset-standard = معیاری
preset-standard-hint = 1 سے 9 تک اتفاق، پھر { $k } سب سے اہم۔ فی کس { $interactions } جواب، تقریباً { $minutes ->
    [one] { $minutes } منٹ
   *[other] { $minutes } منٹ
 }۔
preset-thorough = مفصل
preset-thorough-hint = اثر، قابلِ عمل ہونا، اتفاق، پھر یہ کہ ہر شخص کہاں تک ساتھ دے سکتا ہے۔ فی کس { $interactions } جواب، تقریباً { $minutes ->
    [one] { $minutes } منٹ
   *[other] { $minutes } منٹ
 }۔
preset-hands = ہاتھ اٹھانا
preset-hands-hint = ہاتھ اٹھائے جاتے ہیں اور کوئی گنتی لکھتا ہے۔ خفیہ نہیں۔
rounds-which = کون سی سفارشات؟
rounds-which-all = اس گروپ کی تمام { $count }
rounds-alike = { $count ->
    [one] { $count } جوڑا ملتا جلتا ہے، اور آرا دونوں میں بٹ جائیں گی۔ پہلے فیصلہ کریں:
   *[other] { $count } جوڑے ملتے جلتے ہیں، اور آرا ان میں بٹ جائیں گی۔ پہلے فیصلہ کریں:
 }
rounds-which-ready = { $count ->
    [one] وہ { $count } جو تیار یا متفقہ ہے
   *[other] وہ { $count } جو تیار یا متفقہ ہیں
 }
rounds-present = کتنے لوگ موجود ہیں؟
rounds-present-needed = موجود لوگوں کی تعداد لکھیں: کم از کم 1۔
rounds-categories = وہ کون ہیں (اختیاری)
rounds-categories-hint = صرف تعداد، نام کبھی نہیں۔ ایک یا دو کا زمرہ نہیں رکھا جاتا: وہ ”دیگر“ بن جاتا ہے۔
rounds-details = طریقے کی تفصیل
rounds-asked = سوال، آپ کے اپنے الفاظ میں
rounds-asked-hint = عام سوال کے لیے خالی چھوڑیں۔
rounds-quorum = نتیجہ معتبر ہونے کے لیے کتنوں کی رائے ضروری ہے؟
quorum-half = نصف
quorum-two-thirds = دو تہائی
quorum-three-quarters = تین چوتھائی
rounds-k = ہر شخص کتنی سفارشات کو درجہ دے
rounds-dots = ہر شخص کے نقطے
rounds-cap = ایک سفارش پر زیادہ سے زیادہ نقطے (حد 9)
rounds-rule = کتنے ہاتھ کافی ہیں؟
rule-more-than-half = نصف سے زیادہ
rule-more-than-two-thirds = دو تہائی سے زیادہ
rule-at-least-70 = کم از کم 70 ٪
rule-at-least-75 = کم از کم 75 ٪
rounds-begin = کارڈ مقفل کریں اور شروع کریں
rounds-begin-hint = مقفل کارڈ بدلا نہیں جا سکتا۔ دوسرے سوال کے لیے نیا مرحلہ شروع کریں۔
rounds-begun = کارڈ مقفل ہو گیا۔ لیپ ٹاپ پہلے رائے دہندہ کو دیں۔
rounds-not-begun = مرحلہ شروع نہیں ہوا: یہ براؤزر بے ترتیب عدد نہیں دیتا۔ دوسرا براؤزر آزمائیں۔
round-stage-open = کھلا: رائے دی جا سکتی ہے
round-stage-closed = بند
round-stage-void = کالعدم
round-stage-broken = کارڈ پڑھا نہیں جا سکتا، یا اس کی دو صورتیں مل گئیں
round-open-link = رائے شماری جاری رکھیں
round-closed-link = نتائج دیکھیں
round-void-link = وجہ دیکھیں
round-of = { $group }، { $when }
card = طریقے کا کارڈ
card-mark = شناختی نشان
card-mark-hint = ایک ہی نشان والے دو چھپے ہوئے کارڈ ایک ہی کارڈ ہیں۔
card-methods = پوچھا گیا
card-present = موجود
card-quorum = ضروری
card-quorum-value = { $count ->
    [one] { $count } رائے ({ $rule })
   *[other] { $count } آرا ({ $rule })
 }
card-categories = زمرے
card-items = سفارشات
card-locked = مقفل
method-dots = نقطے: فی کس { $dots }، ایک پر زیادہ سے زیادہ { $cap }
method-impact = اثر، 1 سے 5
method-feasibility = قابلِ عمل ہونا، 1 سے 5
method-rating = اتفاق، 1 سے 9
method-ranking = { $k ->
    [one] سب سے اہم ایک سفارش
   *[other] سب سے اہم { $k } سفارشات، سب سے اہم پہلے
 }
method-gradients = کہاں تک ساتھ دیا جا سکتا ہے، 1 سے 8
method-hands = ہاتھ اٹھانا: { $rule }
category-other = دیگر
booth-hand-over = لیپ ٹاپ اگلے شخص کو دیں
booth-alone = صرف رائے دینے والا اسکرین دیکھے۔
booth-cast = { $count ->
    [0] ابھی کوئی رائے نہیں دی گئی۔
    [one] { $count } رائے دی جا چکی ہے۔
   *[other] { $count } آرا دی جا چکی ہیں۔
 }
booth-begin = شروع کریں
booth-who = میں اس حیثیت سے رائے دیتا/دیتی ہوں:
booth-who-hint = ایک کلک سے شروع۔ یہ صرف وہاں رکھا جاتا ہے جہاں تین یا زیادہ ایک ہی حیثیت سے رائے دیں۔
booth-ballot = رائے
booth-progress = { $all } میں سے { $turn }
booth-question-dots = آپ اسے کتنے نقطے دیتے ہیں؟
booth-question-impact = اس سے کتنی تبدیلی آئے گی؟
booth-question-feasibility = مقررہ وقت میں یہ کتنا قابلِ عمل ہے؟
booth-question-rating = آپ کہاں تک متفق ہیں کہ یہ سفارش کی جائے؟
booth-question-gradients = آپ اس کا کہاں تک ساتھ دے سکتے ہیں؟
booth-question-ranking = { $k ->
    [one] کون سی ایک سفارش سب سے اہم ہے؟
   *[other] کون سی { $k } سفارشات سب سے اہم ہیں؟ سب سے اہم پہلے۔
 }
booth-dots-left = { $count ->
    [one] { $count } نقطہ باقی
   *[other] { $count } نقطے باقی
 }
booth-too-many-dots = اتنے نقطے باقی نہیں۔ کم دیں، یا واپس جا کر کچھ کم کریں۔
booth-dots-0 = کوئی نہیں
booth-impact-1 = تقریباً کچھ نہیں
booth-impact-2 = تھوڑی
booth-impact-3 = کچھ
booth-impact-4 = بہت
booth-impact-5 = بہت زیادہ
booth-feasibility-1 = تقریباً نہیں
booth-feasibility-2 = مشکل سے
booth-feasibility-3 = شاید
booth-feasibility-4 = کافی حد تک
booth-feasibility-5 = آسانی سے
booth-rating-1 = بالکل نہیں
booth-rating-5 = ابھی رائے قائم نہیں کی
booth-rating-9 = پوری طرح
booth-gradients-1 = میں پوری تائید کرتا/کرتی ہوں
booth-gradients-2 = متفق ہوں، ایک چھوٹی بات کے ساتھ
booth-gradients-3 = حمایت ہے، کچھ تحفظات کے ساتھ
booth-gradients-4 = میں رائے نہیں دیتا/دیتی
booth-gradients-5 = اس پر مزید گفتگو چاہیے
booth-gradients-6 = پسند نہیں، مگر ساتھ دوں گا/گی
booth-gradients-7 = مجھے سخت اختلاف ہے
booth-gradients-8 = میں اسے روکتا/روکتی ہوں
booth-reason = کیوں؟
booth-reason-hint = اس جواب کے ساتھ وجہ ضروری ہے۔ گروپ وجہ پڑھے گا، یہ نہیں کہ کس نے دی۔ کسی کا نام نہ لکھیں۔
booth-reason-done = آگے
booth-reason-needed = پہلے وجہ لکھیں، یا واپس جا کر دوسرا جواب چنیں۔
booth-pass = چھوڑ دیں
booth-back = واپس
booth-hint = یہ انتخاب کوئی نہیں دیکھتا۔
booth-keys-from = { $from } سے { $to }
booth-rank-hint = اس کا نمبر دبائیں یا کلک کریں۔ دوبارہ دبانے سے نکل جاتی ہے۔
booth-rank-hint-long = اس کے نمبر کے ہندسے ایک ایک کر کے دبائیں یا کلک کریں۔ دوبارہ دبانے سے نکل جاتی ہے۔
booth-rank-typed = دبایا گیا: { $digits }
booth-ranked = درجہ { $place }
booth-rank-done = بس اتنا ہی
booth-review = آپ کی رائے
booth-review-hint = جو چاہیں بدل لیں۔ مکمل ہونے کے بعد اسے دوبارہ نہیں کھولا جا سکتا۔
booth-passed = چھوڑ دیا
booth-change = بدلیں
booth-done = مکمل: ڈالیں اور لیپ ٹاپ آگے دیں
booth-done-said = رائے ڈال دی گئی۔ لیپ ٹاپ اگلے شخص کو دیں۔
booth-drop = رائے ڈالے بغیر رکیں
booth-drop-hint = اس پرچے پر دیے گئے جواب بھلا دیے جاتے ہیں۔
booth-reasons-missing = جس سفارش کی حمایت نہیں کر سکتے اس کی وجہ لکھیں۔
booth-not-cast = رائے نہیں ڈالی گئی۔ { $why }
booth-unsafe = یہ براؤزر کچھ محفوظ نہیں رکھتا: صفحہ بند ہونے پر آرا ضائع ہو جائیں گی۔
round-group-acts = گروپ کے لیے
round-close = مرحلہ بند کریں اور نتائج دکھائیں
round-close-hint = اس کے بعد کوئی رائے نہیں دے سکتا۔ یہ واپس نہیں لیا جا سکتا۔
round-close-few = { $count ->
    [one] { $quorum } ضروری آرا میں سے { $count } دی گئی ہے۔ کورم پورا نہیں، نتیجہ محض ایک اندازہ ہو گا۔
   *[other] { $quorum } ضروری آرا میں سے { $count } دی گئی ہیں۔ کورم پورا نہیں، نتیجہ محض ایک اندازہ ہو گا۔
 }
round-closed-said = مرحلہ بند ہو گیا۔ یہ نتائج ہیں۔
round-not-closed = مرحلہ بند نہیں ہوا۔ { $why }
round-void = مرحلہ کالعدم قرار دیں
round-void-reason = وجہ
round-void-hint = آرا ضائع کر دی جاتی ہیں۔ وجہ ورک بک میں رہتی ہے۔
round-void-needed = پہلے وجہ لکھیں۔
round-void-done = مرحلہ کالعدم ہے۔
round-is-void = یہ مرحلہ کالعدم قرار دیا گیا: { $reason }
round-is-broken = اس مرحلے کا کارڈ پڑھا نہیں جا سکتا، یا دو لیپ ٹاپوں نے مختلف کارڈ مقفل کیے۔ اس کی گنتی نہیں ہو سکتی۔ نیا مرحلہ شروع کریں۔
round-is-gone = یہ مرحلہ ورک بک میں نہیں۔ کوئی اور چنیں، یا وہ فائل شامل کریں جس میں یہ ہے۔
rounds-back = مراحل پر واپس
paper = کاغذ پر آرا
paper-hint = پرچے چھاپیں، ڈبے میں جمع کریں، ملائیں، پھر ایک ایک کر کے یہاں لکھیں۔
paper-print = پرچے چھاپیں
paper-type = ایک پرچہ لکھیں
paper-number = کاغذ کا پرچہ
paper-answer = { $number }، { $method }
paper-short-dots = نقطے
paper-short-impact = اثر
paper-short-feasibility = قابلِ عمل
paper-short-rating = اتفاق
paper-short-gradients = ساتھ دینا
paper-rank-field = درجہ { $place }: سفارش کا نمبر
paper-add = یہ پرچہ شامل کریں
paper-added = پرچہ شامل ہو گیا۔ { $count ->
    [one] ڈبے میں { $count } ہے۔
   *[other] ڈبے میں { $count } ہیں۔
 }
paper-wrong = یہ جواب کارڈ پر نہیں: { $answer }
paper-too-many-dots = ایک شخص کے پاس اتنے نقطے نہیں: { $answer }
paper-category-choose = پرچے سے دیکھ کر چنیں
paper-category-needed = چنیں کہ یہ پرچہ کس حیثیت سے بھرا گیا۔
paper-reason-needed = جواب { $answer } کے ساتھ وجہ ضروری ہے: جو پرچے پر ہے وہ لکھیں۔
paper-why = 5 سے 8 ہو تو: کیوں؟
paper-fold-here = تہہ کر کے ڈبے میں ڈالیں۔ نام نہ لکھیں۔
hands-heading = ہاتھ گنیں
hands-hint = ایک ایک سفارش پر پوچھیں اور گنتی لکھیں۔
hands-yes = حق میں
hands-no = خلاف
hands-abstain = کوئی نہیں
hands-keep = گنتی رکھیں اور نتائج دکھائیں
hands-wrong = گنتی لوگوں کی پوری تعداد ہوتی ہے۔
hands-too-many = ہاتھ لوگوں سے زیادہ ہیں: { $present } موجود ہیں۔ دوبارہ گنیں۔
results-voters = { $voters ->
    [one] { $voters } شخص نے رائے دی
   *[other] { $voters } لوگوں نے رائے دی
 }
results-quorate = { $quorum } کا کورم پورا ہے۔
results-not-quorate = { $quorum } کا کورم پورا نہیں: اسے محض ایک اندازہ سمجھیں۔
results-refused = { $count ->
    [one] { $count } پرچہ کارڈ کے مطابق نہ تھا اور شامل نہیں کیا گیا۔
   *[other] { $count } پرچے کارڈ کے مطابق نہ تھے اور شامل نہیں کیے گئے۔
 }
results-few = پانچ سے کم لوگوں نے رائے دی: کوئی فیصلہ نہیں۔
results-tiers = ترجیح کی ترتیب میں
results-tiers-hint = دو درجوں کے بیچ کی لکیر کا مطلب: جسے بھی نکال دیں، اوپر والی سب نیچے والی سب سے اوپر رہتی ہیں۔ ایک درجے کے اندر کوئی ترتیب مراد نہیں۔
results-no-tiers = کوئی ترتیب نہیں: کسی نے اس پر رائے نہیں دی۔
results-tier = درجہ { $tier }
results-not-compared = موازنہ نہیں
results-outdated = رائے کے بعد متن بدلا گیا۔
results-verdict-supported = حمایت ہے
results-verdict-not-supported = حمایت نہیں
results-verdict-uncertain = غیر یقینی
results-disagreement = لوگوں میں اختلاف ہے
results-no-verdict = فیصلے کے لیے آرا کم ہیں
results-median = وسطانیہ { $median }، { $n ->
    [one] { $n } رائے
   *[other] { $n } آرا
 }
results-none-rated = کسی نے رائے نہیں دی
results-points = { $points ->
    [one] { $points } نمبر
   *[other] { $points } نمبر
 }، { $voters ->
    [one] { $voters } شخص
   *[other] { $voters } لوگوں
 } نے درجہ دیا
results-dots = { $dots ->
    [one] { $dots } نقطہ
   *[other] { $dots } نقطے
 }، { $voters ->
    [one] { $voters } شخص
   *[other] { $voters } لوگوں
 } کی طرف سے
results-no-dots = کوئی نقطہ نہیں
results-no-points = کسی نے درجہ نہیں دیا
results-agree = حق میں: { $who }
results-against = خلاف: { $who }
results-split = ابھی رائے قائم نہیں کی: { $who }
results-adopted = منظور
results-adopted-by-majority = اکثریت سے منظور؛ اختلاف درج ہے
results-not-adopted = منظور نہیں
results-no-quorum = بہت کم آرا
results-passes = منظور: { $yes } حق میں، { $no } خلاف، { $abstain } کوئی نہیں
results-fails = نامنظور: { $yes } حق میں، { $no } خلاف، { $abstain } کوئی نہیں
results-reasons = دی گئی وجوہات
results-dissent = اختلافی رائے
results-attach = اختلافی رائے شامل کریں
results-strip = 1 سے 9 تک آرا: { $counts }
results-peculiar = بعض نے اسے پہلا درجہ دیا اور بعض نے کوئی نہیں: بات کرنا مفید ہے۔
results-concordance = ترتیبیں کتنی ملتی ہیں (کینڈل کا W): 1 میں سے { $w }
figures-more = مزید اعداد
figures-hint = ان کے لیے جو جانچنا چاہیں۔ لکیر کا مطلب: ایسا کوئی عدد نہیں۔
figures-consensus = ہم آہنگی
figures-consensus-hint = آرا ایک دوسرے کے کتنی قریب ہیں (ٹیسٹل اور ویئرمین)۔ 1: سب ایک ہی جگہ۔ 0: آدھی ہر سرے پر۔
figures-controversy = تقسیم
figures-controversy-hint = حق میں اور خلاف لوگ کتنے برابر بٹے ہیں۔ 1: آدھے آدھے۔ 0: سب ایک طرف۔
figures-bridging = مشترک بنیاد
figures-bridging-hint = ہر زمرہ اپنی جگہ کہاں تک متفق ہے: 0 سے 1 تک۔ ایک زمرہ بھی خلاف ہو تو یہ بہت کم ہو جاتا ہے۔
figures-first = پہلا درجہ
figures-first-hint = کتنوں نے اسے سب سے پہلے رکھا۔
figures-borda = بورڈا نمبر
figures-borda-hint = ہر پرچے پر سفارش کو اپنے سے نیچے والی ہر سفارش کے بدلے ایک نمبر ملتا ہے۔
figures-schulze = شلزے درجہ
figures-schulze-hint = 1 اور ان کی تعداد جو دو بدو مقابلے میں اس سے جیت جاتیں۔ 60 سفارشات تک نکالا جاتا ہے۔
results-charts = خاکے
results-table = یہی جدول میں
results-item = سفارش
results-chart-agreement = کون متفق ہے
results-chart-agreement-hint = لکیر سے پہلے: خلاف (1 تا 3)۔ لکیر کے بعد: حق میں (7 تا 9)۔ لکیر پر: درمیان میں۔
results-against-short = خلاف
results-between-short = درمیان
results-favour-short = حق میں
results-chart-matrix = اثر اور قابلِ عمل ہونا
results-chart-matrix-hint = 1 سے 5 تک وسطانیے۔ اوپر: زیادہ اثر۔ سطر کے آخر کی طرف: زیادہ قابلِ عمل۔
results-impact = اثر
results-feasibility = قابلِ عمل ہونا
results-quadrant-do-now = ابھی کریں
results-quadrant-plan = منصوبہ بنائیں
results-quadrant-fill-in = ساتھ ساتھ کریں
results-quadrant-park = بعد کے لیے
results-quadrant-between = لکیر پر
results-group-heading = اس مرحلے کے نتائج
results-print = نتائج چھاپیں
rounds-overview = گروپوں نے کیا رائے دی
rounds-coverage = کتنی سفارشات پر رائے لی گئی
rounds-coverage-hint = ہر گروپ کی موجودہ سفارشات میں سے وہ جو کسی بند مرحلے میں ہیں۔
rounds-coverage-cell = { $all } میں سے { $voted }
rounds-coverage-voters = رائے دہندگان
rounds-heat = کس سے کس بارے میں کہا گیا
rounds-heat-hint = سفارشات، قیادت کرنے والے ادارے اور بنیادی موضوع کے لحاظ سے۔ گہرا رنگ یعنی زیادہ۔
rounds-heat-none = کوئی نہیں
rounds-group-column = گروپ
results-share = حصہ

# تمام گروپ ساتھ ساتھ
across = تمام گروپ ساتھ ساتھ
across-hint = جتنے نمبر ایک سفارش کو مل سکتے تھے ان میں سے کتنے ملے۔ جو گروپ نے دیکھا نہیں وہ شمار نہیں ہوتا، صفر نہیں ہوتا؛ آرا جمع نہیں کی جاتیں۔
across-item = سفارش
across-value = سب جنہوں نے دیکھی
across-seen = کس نے دیکھی
across-seen-cell = { $all } میں سے { $seen } گروپ
across-not-seen = نہیں دیکھی
across-voters = { $count ->
    [one] { $count } رائے دہندہ
   *[other] { $count } رائے دہندگان
 }
across-original = اصل سفارشات میں سے ایک
across-plenary = جیسے اجلاس نے رائے دی
across-ordered = اس عبارت پر کسی نے رائے نہیں دی؛ یہ اپنی سب سے اونچی اصل کی جگہ پر ہے
