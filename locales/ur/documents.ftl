# Urdu: awaiting native review
documents-event = کس تقریب کا؟
documents-no-day = سابقہ سفارشات کی صورتِ حال شامل نہیں، کیونکہ ایک دن درج نہیں۔ اس تقریب کا دن درج کریں: { $events }۔
documents-what = کیا؟
documents-communique = اعلامیہ
documents-pack = ایک مخاطب ادارے کے لیے دستاویز
documents-table = پیش رفت کا جدول
documents-addressee = کس کے لیے؟
documents-choose = منتخب کریں
documents-choose-first = منتخب کریں کہ دستاویز کس کے لیے ہے۔
documents-section-parliamentarians = تمام اراکینِ پارلیمنٹ
documents-section-policy-makers = تمام پالیسی ساز
documents-section-law-enforcement = قانون نافذ کرنے والے تمام ادارے
documents-section-prosecution-judiciary = استغاثہ اور عدلیہ
documents-section-others = باقی سب
documents-language = کس زبان میں؟
documents-both = دونوں، ساتھ ساتھ
documents-format = کس شکل میں؟
documents-format-docx = ورڈ
documents-format-html = ویب صفحہ
documents-format-md = مارک ڈاؤن
documents-format-csv = اسپریڈ شیٹ
documents-format-json = ڈیٹا (JSON)
documents-held = { $count ->
    [one] ایک جگہ سے کسی شخص تک پہنچا جا سکتا ہے۔ اسے بدلیں، یا سوچ سمجھ کر بتائیں کہ یہ شائع ہو سکتی ہے۔
   *[other] { $count } جگہوں سے کسی شخص تک پہنچا جا سکتا ہے۔ انہیں بدلیں، یا سوچ سمجھ کر بتائیں کہ یہ شائع ہو سکتی ہیں۔
 }
documents-held-confirm = یہ شائع ہو سکتی ہیں
documents-save = دستاویز محفوظ کریں
documents-print = چھاپیں
documents-present = اجلاس میں پیش کریں
documents-replies = مخاطب اداروں کے جوابات درج کریں
documents-preview = دستاویز، جیسی وہ ہو گی
documents-twins = { $count ->
    [one] دونوں زبانیں ساتھ رکھنے سے پہلے ایک متن دوسری زبان میں لکھنا یا جانچنا ہے:
   *[other] دونوں زبانیں ساتھ رکھنے سے پہلے { $count } متن دوسری زبان میں لکھنے یا جانچنے ہیں:
 }
documents-twin = { $number }، { $lang }
documents-introduction = کیا سنا گیا
documents-preamble = تمہید
documents-followup = آئندہ کا انتظام
documents-texts = دستاویز کے الفاظ
documents-title-hint = عنوان، مقام، دن اور منتظمین اس صفحے سے لیے جاتے ہیں:
documents-introduction-en = کیا سنا گیا، چند انگریزی جملوں میں
documents-introduction-ur = کیا سنا گیا، چند اردو جملوں میں
documents-preamble-en = تمہید انگریزی میں
documents-preamble-ur = تمہید اردو میں
documents-followup-en = آئندہ کا انتظام انگریزی میں
documents-followup-ur = آئندہ کا انتظام اردو میں
documents-clauses-hint = ہر سطر میں ایک شق۔
documents-own = اپنے الفاظ لکھیں
documents-usual = عام شقیں استعمال کریں
documents-usual-again = عام شقیں پھر سے لاگو ہیں۔
documents-people = کون شریک ہوا
documents-people-hint = صرف تعداد۔ دستاویز میں پانچ سے کم کا زمرہ ”دیگر“ میں شامل کر دیا جاتا ہے۔
documents-people-wrong = لوگوں کی تعداد لکھیں یا خالی چھوڑ دیں۔
documents-small = پانچ سے کم تعداد بھی دکھائیں
documents-file-communique = اعلامیہ
documents-file-table = جدول
present-nothing = ابھی کوئی سفارش نہیں۔
present-count = { $all ->
    [one] { $all } سفارش
   *[other] { $all } سفارشات
 } میں سے { $count ->
    [0] کوئی دکھانے کے لیے تیار نہیں
    [one] 1 دکھانے کے لیے تیار ہے
   *[other] { $count } دکھانے کے لیے تیار ہیں
 }
present-hint = صرف وہی دکھائی جاتی ہیں جن پر یہاں نشان ہو۔ کلیدیں: تیر یا اسپیس سے صفحہ پلٹیں، B سے اسکرین خالی، L سے زبان، + اور − سے حروف کا سائز، J سے کسی نمبر پر، E سے ترمیم، Esc سے اختتام۔
present-language = کس زبان میں شروع کریں؟
present-begin = شروع کریں
present-mark-agreed = { $count ->
    [one] جس 1 پر اتفاق ہے اس پر نشان لگائیں
   *[other] جن { $count } پر اتفاق ہے ان پر نشان لگائیں
 }
present-mark-all = { $count ->
    [one] باقی 1 پر نشان لگائیں
   *[other] باقی تمام { $count } پر نشان لگائیں
 }
present-marked = { $count ->
    [one] دکھانے کے لیے تیار۔
   *[other] { $count } دکھانے کے لیے تیار ہیں۔
 }
present-unmarked = { $count ->
    [one] اب نہیں دکھائی جائے گی۔
   *[other] { $count } اب نہیں دکھائی جائیں گی۔
 }
present-which = کیا دکھایا جائے
present-changed = نشان لگانے کے بعد متن بدلا گیا: دوبارہ دیکھ لیں۔
present-from = { $number } سے شروع کریں
present-place = { $number }، { $count } میں سے { $place }
present-controls = پیشکش کے بٹن
present-previous = پچھلی
present-next = اگلی
present-jump = نمبر پر جائیں
present-number = نمبر
present-no-number = اس نمبر کی کوئی سفارش دکھائی نہیں جا رہی۔
present-blank = خالی
present-unblank = پھر دکھائیں
present-is-blank = اسکرین خالی ہے۔
present-smaller = چھوٹے حروف
present-larger = بڑے حروف
present-amend = ترمیم
present-end = ختم
present-other-language = یہ متن منتخب زبان میں نہیں لکھا گیا۔
present-amend-label = متن، جیسا اجلاس چاہتا ہے
present-amend-hint = Ctrl+Enter سے رکھا جاتا ہے، Esc سے ویسا ہی رہتا ہے۔
present-amend-done = یہی رکھیں
present-amend-leave = ویسا ہی رہنے دیں
documents-back = اعلامیہ پر واپس
present-amended = اجلاس میں ترمیم ہوئی۔
present-undo = واپس لیں
present-amended-said = اجلاس میں ترمیم ہوئی۔ جو بدلا وہ دکھایا گیا ہے۔
present-not-amended = کچھ نہیں بدلا گیا۔
present-undone = متن پہلے جیسا ہے۔
replies-hint = جوابی پرچیوں پر جو آیا وہ یہاں درج کریں۔ یہ پیش رفت کے جدول میں آتا ہے، اور اگلی تقریب کا اعلامیہ اسی سے شروع ہوتا ہے جب دونوں تقریبیں ایک ورک بک میں ہوں۔
replies-nobody = ابھی کسی سے کچھ نہیں کہا گیا۔
replies-who = کس کا جواب؟
replies-response = جواب
replies-reason = وجہ
replies-date = جواب کا دن
replies-status = کہاں تک ہوا
replies-none = واپس لیں
