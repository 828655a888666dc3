# Urdu: awaiting native review
draft-all = سب
draft-all-groups = تمام گروپ
draft-list = سفارشات
draft-sheet = سفارش
draft-groups = گروپ
draft-which-group = آپ کس گروپ کے لیے لکھ رہے ہیں؟
draft-no-groups = ابھی کوئی گروپ نہیں۔ تقریب کے صفحے پر گروپ شامل کریں۔
draft-count = { $count ->
    [0] ابھی کوئی سفارش نہیں
    [one] 1 سفارش
   *[other] { $count } سفارشات
 }
draft-found = { $count ->
    [0] کچھ نہیں ملا
    [one] 1 ملی
   *[other] { $count } ملیں
 }
draft-show-all = سب دکھائیں
draft-find = تلاش
draft-filter = صرف کچھ دکھائیں
draft-undecided = صرف وہ جن کی دو صورتیں ہیں اور ایک چننی ہے
draft-add = نئی
draft-add-long = نئی سفارش لکھیں
draft-new-row = نئی سفارش
draft-none = ابھی کوئی سفارش نہیں
draft-none-next = پہلی سفارش ویسے ہی لکھیں جیسے کہی گئی۔ کس سے اور کب تک، یہ بعد میں لکھا جا سکتا ہے۔
draft-nothing-chosen = کوئی سفارش چنیں
draft-nothing-next = فہرست سے ایک چنیں، یا نئی لکھیں۔
draft-to-list = فہرست
draft-next = مکمل، اگلی لکھیں
draft-about = اس سفارش کے بارے میں
draft-in-bin = یہ سفارش ردّی میں ہے۔
restore = واپس لائیں
undo = واپس کریں
redo = پھر کریں
clear = ہٹائیں
choose = چنیں
two-versions = دو صورتیں
state = کہاں تک پہنچی؟
state-any = کوئی بھی
state-draft = مسودہ
state-ready = تیار
state-agreed = متفقہ
state-earlier = اس کے بعد متن بدل گیا ہے۔
state-still = اب بھی درست ہے
text = سفارش
text-language = متن کی زبان
text-words = { $count ->
    [0] ایک کام، ایک ادارہ، ایک تاریخ: یہی سب سے واضح ہے۔
    [one] 1 لفظ۔ ایک کام، ایک ادارہ، ایک تاریخ: یہی سب سے واضح ہے۔
   *[other] { $count } الفاظ۔ ایک کام، ایک ادارہ، ایک تاریخ: یہی سب سے واضح ہے۔
 }
text-long = { $count ->
    [one] 1 لفظ۔ کیا یہ دو سفارشات ہو سکتی ہیں؟
   *[other] { $count } الفاظ۔ کیا یہ دو سفارشات ہو سکتی ہیں؟
 }
text-full = ایک متن میں اس سے زیادہ کی گنجائش نہیں۔ اسے تقسیم کریں۔
text-taken-as = متن اس زبان کا سمجھا گیا: { $lang }
text-guess = یہ کون سی زبان ہے؟
text-add = یہی متن { $lang } میں بھی لکھیں
text-same-in = یہی متن { $lang } میں
text-behind = یہ لکھے جانے کے بعد { $lang } متن بدل گیا ہے۔
text-says-same = یہ اب بھی وہی کہتا ہے
asked = کس سے کہا جا رہا ہے؟
asked-any = کوئی بھی
asked-others = دوسرے ادارے
term-find = سب میں تلاش
term-none = کچھ نہیں ملا۔ نئے نام تقریب کے صفحے پر شامل کیے جا سکتے ہیں۔
lead = قیادت کون کرے گا؟
lead-hint = باقی مدد کریں گے۔
themes = یہ کس بارے میں ہے؟
theme-main = بنیادی موضوع کون سا ہے؟
horizon = کب تک؟
horizon-immediate = 3 ماہ کے اندر
horizon-short = 12 ماہ کے اندر
horizon-medium = 1 سے 3 سال
horizon-long = 3 سال سے زیادہ
horizon-continuous = مسلسل
horizon-day = کسی تاریخ تک
due = تاریخ
due-several = کئی تاریخیں دی گئیں:
urgency = کتنا زور؟
issue = کون سا جرم؟
issue-others = زیادہ تفصیل سے
issue-exact = ٹھیک کون سا؟
indicator = کیسے معلوم ہوگا؟
indicator-hint = کام ہو جانے پر کیا گنا یا دیکھا جا سکے گا۔
affected = یہ کن لوگوں کا تحفظ کرتی ہے؟
instruments = یہ کس قانون یا پالیسی پر قائم ہے؟
levels = کہاں؟
sdg = پائیدار ترقی کے کون سے اہداف؟
evidence = اس کی بنیاد کیا ہے؟
dissent = کون متفق نہیں؟
place = فہرست میں
place-of = { $all } میں سے { $place }
place-number = 1 سے { $all } تک کوئی عدد لکھیں۔
move-up = اوپر
move-down = نیچے
move-to = اس مقام پر لے جائیں
move = لے جائیں
to-bin = ردّی میں ڈالیں
keys = کی بورڈ
keys-hint = حرف اور ہندسے تب کام کرتے ہیں جب کسی خانے میں لکھا نہ جا رہا ہو۔
key-help = یہ فہرست
said-added = { $number } شامل ہو گئی
said-binned = { $number } ردّی میں ہے۔ واپس کرنے سے لوٹ آئے گی۔
said-back = { $number } اپنی فہرست میں واپس آ گئی
said-moved = اب { $all } میں سے { $place } پر ہے
said-undone = واپس کر دیا
said-redone = پھر کر دیا
said-stays = اس کے بعد یہ بدل دیا گیا؛ جیسا ہے ویسا رہے گا
said-nothing-undone = واپس کرنے کو کچھ نہیں
said-nothing-redone = پھر کرنے کو کچھ نہیں
said-choose-group = پہلے گروپ چنیں
said-asked = { $body } سے کہا جا رہا ہے
said-not-asked = { $body } سے اب نہیں کہا جا رہا
said-leads = قیادت { $body } کے پاس
early-hint = ورک بک ابھی کھل رہی ہے۔ آپ لکھنا شروع کر سکتے ہیں: یہ نئی سفارش بن جائے گی۔
early-waits = ورک بک کھلتے وقت جو آپ نے لکھا وہ اپنے گروپ کا منتظر ہے:
bin-empty = ردّی خالی ہے۔ جو ردّی میں ڈالا جائے وہ یہاں سے واپس لایا جا سکتا ہے۔
bin-hint = یہاں کی کوئی چیز ضائع نہیں ہوئی۔ جو پھر چاہیے اسے واپس لائیں۔
