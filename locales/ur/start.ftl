# Urdu: awaiting native review
start-empty = اس لیپ ٹاپ پر ابھی کچھ نہیں۔ اپنی تقریب کے لیے ورک بک بنائیں، کسی کی دی ہوئی فائل کھولیں، یا نمونہ دیکھیں۔
start-untitled = بے نام ورک بک
start-opened = { $time } کو کھولی گئی
start-last-file = آخری فائل { $time }: { $name }
start-no-file = ابھی کوئی فائل نہیں بنی
start-open = فائل کھولیں
start-open-hint = کسی دوسرے گروپ کی فائل، یا سفارشات کی فہرست۔ اسے اس صفحے پر چھوڑ بھی سکتے ہیں۔ کچھ شامل ہونے سے پہلے آپ دیکھ لیں گے کہ اس میں کیا ہے۔
start-sample = نمونے کی ورکشاپ آزمائیں
version = ریپورٹر { $version }
start-from-file = آپ نے ریپورٹر ایک فائل سے کھولا ہے۔ جو لکھا جائے وہ اسی براؤزر میں رہتا ہے، مگر براؤزر کی صفائی یا اس فائل کی جگہ بدلنے سے ضائع ہو سکتا ہے: محفوظ نقل وہ فائل ہے جو آپ بنائیں۔
start-unpromised = ڈسک بھر جائے تو یہ براؤزر آپ کا کام پھینک سکتا ہے۔ بار بار فائل بنائیں۔
start-sample-hint = آزمانے کے لیے ایک فرضی کانفرنس۔ اس پر نمونہ لکھا ہوتا ہے۔
start-sample-missing = نمونہ نہیں کھل سکا۔ اس کے لیے ایک بار نیٹ ورک چاہیے۔
start-new = نئی ورک بک
start-code = تقریب کا مختصر کوڈ
start-code-hint = مثلاً LHR۔ ہر نمبر اسی سے شروع ہوتا ہے: LHR-G2-07۔ ایک تقریب کے تمام گروپ ایک ہی کوڈ لکھیں۔
start-title = عنوان
start-title-hint = بعد میں بھی لکھا جا سکتا ہے۔
start-form = تقریب کس قسم کی ہے؟
start-groups = { $count ->
    [one] 1 گروپ
   *[other] { $count } گروپ
 }
start-create = ورک بک بنائیں
form-plenary-dialogue = ایک دن کا عمومی مکالمہ
form-conference-with-groups = گروپوں والی کانفرنس
form-ministry-conference = وزارتی کانفرنس
