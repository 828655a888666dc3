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
help-merge-files = ملائی جانے والی فائلیں
help-merge-output = لکھی جانے والی فائل
help-merge-take-hand-edits = فائلوں کے پڑھنے والے حصے میں ہاتھ سے کی گئی تبدیلیاں بھی لیں
help-show = بتائیں کہ ورک بک میں کیا ہے
help-show-file = فائل
help-show-json = JSON کے طور پر، دیکھیں docs/cli.md
help-check = فائلیں جانچیں؛ سب صاف ہوں تو 0، کچھ ملے تو 1، کوئی فائل پڑھی نہ جا سکے تو 2 پر ختم ہوتا ہے
help-check-files = فائلیں
help-check-json = JSON کے طور پر، دیکھیں docs/cli.md
help-schema = فائل کے فارمیٹ کا JSON Schema دکھائیں
help-schema-fields = خانوں کا جدول اور یہ کہ دو قدریں ملیں تو کیا ہوتا ہے، Markdown میں دکھائیں

## What happened

cli-written = { $file }: لکھ دی گئی۔
cli-unchanged = { $file }: کچھ نہیں بدلا۔
cli-finding = { $file }: { $text }
cli-taken = { $file } سے لی گئی سفارشات: نئی { $new }، پہلے سے موجود { $known }، گروپ { $groups }۔
cli-row-repeated = قطار { $row } چھوڑ دی گئی: اس کے گروپ کی ایک پہلی قطار کا متن یہی ہے۔
cli-merged = ملائی گئی فائلیں: { $files }۔ سفارشات: { $recommendations }۔ فیصلے کے منتظر خانے: { $conflicts }۔
cli-hand-edits-taken = ہاتھ سے بدلی گئی قدریں جو آپ کے کہنے پر لی گئیں: { $values }۔
cli-hand-edits-left = ہاتھ سے بدلی گئی قدریں لینے کے لیے --take-hand-edits لکھیں۔
cli-damaged = { $count ->
    [one] ایک فائل مکمل نہیں تھی۔ اس کے درست حصے ملا لیے گئے۔
   *[other] { $count } فائلیں مکمل نہیں تھیں۔ ان کے درست حصے ملا لیے گئے۔
 }
cli-checked-clean = { $file }: صاف ہے۔
cli-show-title = { $title }
cli-show-recommendations = سفارشات: { $count }
cli-show-live = برقرار: { $count }
cli-show-withdrawn = واپس لی گئیں: { $count }
cli-show-conflicts = فیصلے کے منتظر خانے: { $count }
cli-show-edits = تبدیلیاں: { $count }
cli-show-group = { $code } { $title }: برقرار { $live }، واپس لی گئیں { $withdrawn }، فیصلہ طلب { $conflicts }
cli-show-no-group = کسی گروپ کے بغیر: برقرار { $live }، واپس لی گئیں { $withdrawn }، فیصلہ طلب { $conflicts }
cli-show-untitled = بغیر عنوان ورک بک

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
cli-too-large-to-write = نتیجہ { $size } میگا بائٹ کا ہو گا؛ فائل { $limit } میگا بائٹ تک ہو سکتی ہے۔ ایک بار میں کم فائلیں ملائیں۔
cli-over-limits = نتیجہ پورا واپس پڑھا نہیں جا سکے گا: { $text } ایک بار میں کم فائلیں ملائیں۔
cli-would-lose = { $file }: پہلے سے موجود ہے اور اس میں ایسی تبدیلیاں ہیں جو نتیجے میں نہیں ہوں گی۔ اسے بھی ملائیں یا -o سے دوسرا نام چنیں۔
cli-would-lose-import = { $file }: پہلے سے موجود ہے اور اس میں ایسی تبدیلیاں ہیں جو نتیجے میں نہیں ہوں گی۔ فہرست اس میں شامل کرنے کے لیے --into کے ساتھ یہی فائل دیں۔
cli-no-random = نظام نے کوئی بے ترتیب عدد نہیں دیا ({ $reason })۔ دوبارہ کوشش کریں۔
cli-would-lose-damaged = { $file }: پہلے سے موجود ہے، اور اس کا کچھ حصہ پڑھا نہیں جا سکتا یا ہاتھ سے بدلا گیا ہے؛ اس پر لکھنے سے وہ ضائع ہو گا۔ -o سے دوسرا نام چنیں۔
cli-would-replace = { $file }: پہلے سے موجود ہے اور ورک بک نہیں ہے۔ -o سے دوسرا نام چنیں۔
cli-is-folder = { $file }: یہ فولڈر ہے۔ -o سے فائل کا نام دیں۔
