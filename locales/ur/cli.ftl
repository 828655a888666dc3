# Urdu: awaiting native review
# The command line.

## Help

help-about = سفارشات کی ورک بکس کو ملائیں، جانچیں اور دکھائیں
help-lang = جملوں کی زبان: en یا ur
help-import = سادہ فہرست (JSON، CSV یا ہر سطر میں ایک سفارش) کو ورک بک میں لائیں
help-import-list = فہرست: UTF-8 میں
help-import-into = وہ ورک بک جس میں لانا ہے
help-import-event = تقریب کا مختصر کوڈ: نئی ورک بک کے لیے، یا ورک بک کی کئی تقریبات میں سے ایک
help-import-group = ان قطاروں کا گروپ جو کسی گروپ کا نام نہیں لیتیں: اس کا کوڈ یا عنوان
help-import-output = لکھی جانے والی فائل
help-merge = ورک بکس کو ملائیں؛ فائلوں کی ترتیب سے فرق نہیں پڑتا
help-merge-files = ملائی جانے والی فائلیں؛ فولڈر سے مراد اس کی .json فائلیں ہیں، اور نام میں * سے مراد کوئی بھی حروف اور ? سے مراد ایک حرف ہے
help-merge-output = لکھی جانے والی فائل
help-merge-receipt = یہ بھی JSON میں لکھیں کہ ہر گروپ کی سفارشات نتیجے میں کہاں ہیں (دیکھیں docs/cli.md)
help-merge-take-hand-edits = فائلوں کے پڑھنے والے حصے میں ہاتھ سے کی گئی تبدیلیاں بھی لیں
help-show = بتائیں کہ ورک بک میں کیا ہے
help-show-file = فائل
help-show-json = JSON کے طور پر، دیکھیں docs/cli.md
help-check = فائلیں جانچیں؛ سب صاف ہوں تو 0، کچھ ملے تو 1، کوئی فائل پڑھی نہ جا سکے تو 2 پر ختم ہوتا ہے
help-check-files = فائلیں
help-check-json = JSON کے طور پر، دیکھیں docs/cli.md
help-results = ورک بک کے بند مراحل کے نتائج بتائیں
help-results-file = فائل
help-results-json = بطور JSON، دیکھیے docs/cli.md
help-report = دستاویز بنائیں: اعلامیہ، کسی ادارے کے لیے پیکٹ، جدول
help-report-file = ورک بک
help-report-format = md، html، docx، csv یا json؛ نہ دیں تو لکھی جانے والی فائل کے نام سے طے ہوتا ہے
help-report-lang = دستاویز کی زبان: en، ur یا both
help-report-pack = صرف وہ جو اس ادارے سے متعلق ہے: parliamentarians، policy-makers، law-enforcement، prosecution-judiciary، others، یا کسی ادارے کا نام
help-report-event = تقریب کا مختصر کوڈ، جہاں ورک بک میں کئی ہوں
help-report-table = صرف پیش رفت کا جدول
help-report-small-counts = شرکا کی پانچ سے کم تعداد بھی زمرے کے لحاظ سے دکھائیں
help-report-publish-identifying = دستاویز لکھیں، خواہ متن میں کسی جگہ سے کسی شخص تک پہنچا جا سکتا ہو
help-report-output = لکھی جانے والی فائل
help-similar = بتائیں کون سی سفارشات ایک جیسی لگتی ہیں اور کیوں؛ کچھ ملایا نہیں جاتا
help-similar-file = فائل
help-similar-top = زیادہ سے زیادہ اتنے جوڑے، سب سے ملتے جلتے پہلے
help-similar-json = جے سن کی شکل میں، docs/cli.md دیکھیں
help-advise = بتائیں کس بات سے ہر سفارش پر عمل آسان ہو گا، اور کس سے کسی شخص تک پہنچا جا سکتا ہے
help-advise-file = فائل
help-advise-json = جے سن کی شکل میں، docs/cli.md دیکھیں
help-serve = ورک بک اس مشین کے براؤزر کو دینا، بغیر نیٹ ورک کے
help-serve-port = پورٹ؛ ہر پورٹ پر براؤزر ورک بک الگ رکھتا ہے
help-serve-no-open = براؤزر نہ کھولیں
help-schema = فائل کے فارمیٹ کا JSON Schema دکھائیں
help-schema-fields = خانوں کا جدول اور یہ کہ دو قدریں ملیں تو کیا ہوتا ہے، Markdown میں دکھائیں

## What happened

cli-serving = Rapporteur یہاں ہے: { $url } (Ctrl+C سے بند ہوتا ہے)۔ صرف یہی مشین اس تک پہنچ سکتی ہے۔
cli-serve-without = اس پروگرام میں سائٹ شامل نہیں۔ شامل کر کے بنائیں: cargo xtask dist
cli-serve-port = پورٹ { $port } استعمال نہیں ہو سکتی: { $error }۔ --port سے کوئی اور چنیں؛ ایک پورٹ پر رکھی ورک بک دوسری پر نظر نہیں آتی۔
cli-written = { $file }: لکھ دی گئی۔
cli-report-held = { $file }: { $count ->
        [one] متن میں ایک جگہ سے کسی شخص تک پہنچا جا سکتا ہے، اس لیے کچھ نہیں لکھا گیا۔ اسے بدلیں، یا سوچ سمجھ کر --publish-identifying سے دستاویز لکھیں۔
       *[other] متن میں { $count } جگہوں سے کسی شخص تک پہنچا جا سکتا ہے، اس لیے کچھ نہیں لکھا گیا۔ انہیں بدلیں، یا سوچ سمجھ کر --publish-identifying سے دستاویز لکھیں۔
    }
cli-report-place = { $item }، { $field }: { $text }
cli-report-identifying = { $file }: { $count ->
        [one] متن میں ایک جگہ سے کسی شخص تک پہنچا جا سکتا ہے۔ یہ دستاویز میں ہو سکتی ہے: rapporteur advise سے دیکھیں اور دستاویز باہر جانے سے پہلے اسے بدلیں۔
       *[other] متن میں { $count } جگہوں سے کسی شخص تک پہنچا جا سکتا ہے۔ یہ دستاویز میں ہو سکتی ہیں: rapporteur advise سے دیکھیں اور دستاویز باہر جانے سے پہلے انہیں بدلیں۔
    }
cli-unchanged = { $file }: کچھ نہیں بدلا۔
cli-finding = { $file }: { $text }
cli-taken = { $file } سے لی گئی سفارشات: نئی { $new }، پہلے سے موجود { $known }، گروپ { $groups }۔
cli-row-repeated = قطار { $row } چھوڑ دی گئی: اس کے گروپ کی ایک پہلی قطار کا متن یہی ہے۔
cli-merged = ملائی گئی فائلیں: { $files }۔ سفارشات: { $recommendations }۔ فیصلے کے منتظر خانے: { $conflicts }۔
cli-same-file = وہی فائل جو { $first } ہے؛ اسے دوبارہ ملایا گیا، جس سے کچھ نہیں بدلتا۔
cli-several-events = نتیجے میں کئی تقریبات ہیں، اور ہر سفارش اپنی تقریب ہی کی رہتی ہے: { $events }۔
cli-receipt = { $file }: { $group }: { $text }
cli-hand-edits-taken = ہاتھ سے بدلی گئی قدریں جو آپ کے کہنے پر لی گئیں: { $values }۔
cli-hand-edits-left = ہاتھ سے بدلی گئی قدریں لینے کے لیے --take-hand-edits لکھیں۔
cli-damaged = { $count ->
    [one] ایک فائل مکمل نہیں تھی۔ اس کے درست حصے ملا لیے گئے۔
   *[other] { $count } فائلیں مکمل نہیں تھیں۔ ان کے درست حصے ملا لیے گئے۔
 }
cli-checked-clean = { $file }: صاف ہے۔
cli-results-plenary = اجلاس کے مراحل
cli-show-title = { $title }
cli-show-recommendations = سفارشات: { $count }
cli-show-live = برقرار: { $count }
cli-show-withdrawn = واپس لی گئیں: { $count }
cli-show-conflicts = فیصلے کے منتظر خانے: { $count }
cli-show-edits = تبدیلیاں: { $count }
cli-show-group = { $code } { $title }: برقرار { $live }، واپس لی گئیں { $withdrawn }، فیصلہ طلب { $conflicts }
cli-show-no-group = کسی گروپ کے بغیر: برقرار { $live }، واپس لی گئیں { $withdrawn }، فیصلہ طلب { $conflicts }
cli-show-untitled = بغیر عنوان ورک بک
cli-similar-pair = { $place }۔ 100 میں سے { $percent }: { $reasons }
cli-similar-item = -  { $number } { $text }
cli-similar-cluster = یہ سب ایک جیسی لگتی ہیں: { $numbers }
cli-advise-item = { $number } { $text }
cli-advise-one = -  { $text }
cli-advise-warning = -  خبردار: { $text }
cli-advise-none = فی الحال کوئی مشورہ نہیں۔
cli-similar-none = کوئی دو سفارشات ایک جیسی نہیں لگتیں۔

## What stopped it

cli-error = خرابی: { $text }
cli-cannot-read = فائل پڑھی نہیں جا سکتی ({ $reason })۔ نام اور جگہ دیکھ لیں۔
cli-cannot-write = { $file }: لکھی نہیں جا سکتی ({ $reason })۔ -o سے کوئی اور جگہ چنیں۔ جو وہاں تھا وہ ویسا ہی ہے۔
cli-nothing-written = کچھ نہیں لکھا گیا۔
cli-bad-code = ”{ $code }“ تقریب کا کوڈ نہیں: اس میں کوئی حرف یا ہندسہ ہونا چاہیے۔ مثلاً LHR لکھیں۔
cli-no-event = { $file }: ورک بک میں کوئی تقریب نہیں۔ --event CODE سے ایک کا نام دیں۔
cli-which-event = { $file }: ورک بک میں کئی تقریبات ہیں ({ $codes })۔ --event CODE سے ایک چنیں۔
cli-unknown-event = { $file }: ورک بک کی کسی تقریب کا کوڈ ”{ $code }“ نہیں۔ اس میں یہ ہیں: { $codes }۔
cli-which-group = نام ”{ $group }“ کئی گروپوں کا ہے ({ $codes })۔ ایک کا کوڈ دیں۔
cli-nothing-to-take = { $file }: اس میں سے کچھ نہیں لیا جا سکتا۔
cli-no-files = وہاں کوئی .json فائل نہیں۔ نام اور جگہ دیکھ لیں۔
cli-too-large-for-app = نتیجہ { $size } میگا بائٹ کا ہے؛ ایپ زیادہ سے زیادہ { $limit } میگا بائٹ کھولتی ہے۔ کمانڈ لائن اسے پڑھ لیتی ہے۔
cli-changed-meanwhile = ملاتے وقت فائل بدل گئی۔ دوبارہ ملائیں؛ رسیدیں نہیں لکھی گئیں۔
cli-receipt-would-replace = { $file }: وہاں رسیدوں کے سوا کچھ اور ہے، یا لکھا جانا ہے۔ --receipt سے کوئی اور نام چنیں۔ کچھ نہیں لکھا گیا۔
cli-receipt-not-written = { $file }: رسیدیں لکھی نہیں جا سکتیں ({ $reason })۔ --receipt سے کوئی اور جگہ چنیں اور دوبارہ ملائیں۔
cli-too-large-to-write = نتیجہ { $size } میگا بائٹ کا ہو گا؛ فائل { $limit } میگا بائٹ تک ہو سکتی ہے۔ ایک بار میں کم فائلیں ملائیں۔
cli-over-limits = نتیجہ پورا واپس پڑھا نہیں جا سکے گا: { $text } ایک بار میں کم فائلیں ملائیں۔
cli-would-lose = { $file }: پہلے سے موجود ہے اور اس میں ایسی تبدیلیاں ہیں جو نتیجے میں نہیں ہوں گی۔ اسے بھی ملائیں یا -o سے دوسرا نام چنیں۔
cli-would-lose-import = { $file }: پہلے سے موجود ہے اور اس میں ایسی تبدیلیاں ہیں جو نتیجے میں نہیں ہوں گی۔ فہرست اس میں شامل کرنے کے لیے --into کے ساتھ یہی فائل دیں۔
cli-no-random = نظام نے کوئی بے ترتیب عدد نہیں دیا ({ $reason })۔ دوبارہ کوشش کریں۔
cli-would-lose-damaged = { $file }: پہلے سے موجود ہے، اور اس کا کچھ حصہ پڑھا نہیں جا سکتا یا ہاتھ سے بدلا گیا ہے؛ اس پر لکھنے سے وہ ضائع ہو گا۔ -o سے دوسرا نام چنیں۔
cli-would-replace = { $file }: پہلے سے موجود ہے اور ورک بک نہیں ہے۔ -o سے دوسرا نام چنیں۔
cli-is-folder = { $file }: یہ فولڈر ہے۔ -o سے فائل کا نام دیں۔
cli-is-workbook = { $file }: وہاں ایک ورک بک موجود ہے؛ دستاویز اس کی جگہ لے لے گی۔ -o سے کوئی اور نام دیں۔
cli-which-format = { $file }: نام سے قسم معلوم نہیں ہوتی۔ --format سے ایک چنیں: { $formats }۔
