# Urdu: awaiting native review
files-make = فائل بنائیں
files-make-hint = فائل ہی محفوظ نقل ہے: اسے سٹک پر رکھیں، بھیجیں، سنبھال کر رکھیں۔ ہر فائل کا نیا نام ہوتا ہے اور وہ کسی کی جگہ نہیں لیتی۔
files-last = { $changes ->
    [0] آخری فائل { $when }: { $name }۔ اس کے بعد کوئی تبدیلی نہیں۔
    [one] آخری فائل { $when }: { $name }۔ اس کے بعد 1 تبدیلی۔
   *[other] آخری فائل { $when }: { $name }۔ اس کے بعد { $changes } تبدیلیاں۔
 }
files-no-last = { $changes ->
    [0] ابھی کوئی فائل نہیں بنی۔
    [one] ابھی کوئی فائل نہیں بنی؛ 1 تبدیلی ہے۔
   *[other] ابھی کوئی فائل نہیں بنی؛ { $changes } تبدیلیاں ہیں۔
 }
files-make-whole = پوری ورک بک کی فائل بنائیں
files-make-whole-hint = اپنی تاریخ کے ساتھ۔ یہی رکھنے اور سہولت کار کو دینے کے لیے ہے۔
files-make-lean = چھوٹی نقل بنائیں
files-make-lean-hint = موجودہ متن اور ٹیگ، پہلے کے متن کے بغیر۔ آگے دینے کے لیے، رکھنے کے لیے نہیں۔
files-making = فائل لکھی جا رہی ہے
take-title = فائلیں شامل کریں
take-hint = دوسرے گروپوں سے، دوسرے لیپ ٹاپ سے، یا اپنی پرانی فائلیں۔ کچھ شامل ہونے سے پہلے آپ دیکھ لیں گے کہ کیا بدلے گا۔
take-pick = فائلیں چنیں
take-drop = یا انہیں یہاں چھوڑ دیں، جتنی چاہیں۔
take-reading = { $count } میں سے فائل { $number } پڑھی جا رہی ہے
take-elsewhere = اس لیپ ٹاپ پر ”{ $label }“ اسی تقریب کی ہے۔
take-there = وہیں شامل کریں
take-taking = شامل کیا جا رہا ہے
take-looked = { $count ->
    [one] 1 فائل پڑھی گئی۔ ابھی کچھ شامل نہیں ہوا۔
   *[other] { $count } فائلیں پڑھی گئیں۔ ابھی کچھ شامل نہیں ہوا۔
 }
take-found = کیا ملا
take-unreadable = براؤزر یہ فائل نہیں پڑھ سکتا۔ کیا یہ ہٹا دی گئی، یا یہ فولڈر ہے؟
take-as-list = اسے سادہ فہرست کے طور پر پڑھیں
take-recs = { $count ->
    [0] کوئی سفارش نہیں
    [one] 1 سفارش
   *[other] { $count } سفارشات
 }
take-new = نئی { $count }
take-changed = بدلی ہوئی { $count }
take-undecided = فیصلہ طلب { $count }
take-other-event = دوسری تقریب: { $event }۔ اس فائل کو صرف تب چنیں جب دونوں تقریبات ایک ہی ورک بک میں ہونی چاہییں، جیسے قومی رپورٹ کے لیے۔
take-beside = اسے الگ ورک بک کے طور پر کھولیں
take-more-findings = { $count ->
    [one] 1 اور بات
   *[other] { $count } اور باتیں
 }
take-by-hand = { $count ->
    [one] ہاتھ سے کی گئی تبدیلی بھی شامل کریں
   *[other] ہاتھ سے کی گئی { $count } تبدیلیاں بھی شامل کریں
 }
take-by-hand-hint = کسی نے اس فائل کا پڑھنے والا حصہ کسی اور پروگرام میں بدلا ہے۔ انہوں نے یہ بدلا:
take-would = یہاں کیا بدلے گا
take-nothing-ticked = کچھ نہیں: کوئی ایسی فائل نہیں چنی گئی جس میں کچھ نیا ہو۔
take-nothing = کچھ نہیں: جو چنا گیا ہے وہ سب پہلے سے یہاں ہے۔
take-no-group = بغیر گروپ
take-new-recs = { $count ->
    [one] نئی سفارش دکھائیں
   *[other] { $count } نئی سفارشات دکھائیں
 }
take-others = { $count ->
    [one] 1 اور نیا اندراج
   *[other] { $count } اور نئے اندراج
 }
take-changes = { $count ->
    [one] 1 قدر بدلے گی
   *[other] { $count } قدریں بدلیں گی
 }
take-no-changes = جو کچھ یہاں ہے اس میں سے کچھ نہیں بدلے گا۔
take-before = پہلے
take-after = بعد میں
take-after-several = بعد میں: فیصلہ باقی
take-conflicts = { $count ->
    [one] 1 خانے میں دو صورتیں ہوں گی
   *[other] { $count } خانوں میں دو صورتیں ہوں گی
 }
take-conflicts-hint = جب تک کوئی نہ چنے دونوں رہیں گے۔
take-show-rest = { $count ->
    [one] 1 اور دکھائیں
   *[other] { $count } اور دکھائیں
 }
take-accept = { $count ->
    [one] یہ فائل شامل کریں
   *[other] یہ { $count } فائلیں شامل کریں
 }
take-leave = رہنے دیں
take-close = بند کریں
take-left = کچھ شامل نہیں ہوا۔
take-adds = شامل کرنے سے یہاں کی چیزوں میں اضافہ ہوتا ہے۔ کوئی کام ضائع نہیں ہوتا، اور سب کچھ ایک ساتھ واپس نکالا جا سکتا ہے۔
take-done = شامل ہو گیا۔
receipt-title = شامل ہوا
receipt-when = وقت { $when }
receipt-known = پہلے سے یہاں ہے، کچھ نیا نہیں
receipt-brought = شامل ہو گئی
receipt-here = { $conflicts ->
    [0] اب یہاں: سفارشات { $recommendations }، کوئی فیصلہ باقی نہیں۔
   *[other] اب یہاں: سفارشات { $recommendations }، فیصلہ طلب { $conflicts }۔
 }
receipt-decide = جن کا فیصلہ کرنا ہے ان پر جائیں
receipt-nothing = یہ سب پہلے سے یہاں تھا۔ کچھ نہیں بدلا۔
receipt-take-out = اسے دوبارہ باہر نکالیں
receipt-take-out-hint = اس کے بعد جو آپ نے لکھا وہ رہے گا۔
receipt-taken-out = دوبارہ باہر نکال دیا گیا۔ اس کے بعد جو آپ نے لکھا وہ موجود ہے۔
receipt-not-taken-out = ابھی باہر نہیں نکالا جا سکا۔ دوبارہ کوشش کریں۔
list-title = فہرست لائیں
list-hint = کہیں اور سے آئی سفارشات: ایک سطر میں ایک، یا جدول (CSV) یا JSON۔ وہی فہرست دوبارہ لانے سے کچھ نہیں بدلتا۔
list-paste = فہرست یہاں چسپاں کریں
list-look = فہرست دیکھیں
list-pick = فہرست کی فائل چنیں
list-nothing-pasted = پہلے فہرست چسپاں کریں۔
list-unreadable = یہ فائل نہیں پڑھی جا سکتی، یا فہرست کے لیے بہت بڑی ہے۔
list-pasted = چسپاں کی گئی فہرست
list-looked = { $count ->
    [0] فہرست میں کوئی سفارش نہیں ملی۔
    [one] 1 سفارش ملی۔ ابھی کچھ شامل نہیں ہوا۔
   *[other] { $count } سفارشات ملیں۔ ابھی کچھ شامل نہیں ہوا۔
 }
list-found = { $count ->
    [0] { $name }: کوئی سفارش نہیں ملی
    [one] { $name }: 1 سفارش
   *[other] { $name }: { $count } سفارشات
 }
list-target = یہ کہاں جائے؟
list-as-listed = ان گروپوں میں جن کا نام فہرست میں ہے
list-plenary = عمومی اجلاس میں
list-choose = پہلے چنیں کہ یہ کہاں جائے۔
list-no-event = اس ورک بک میں ابھی کوئی تقریب نہیں۔ تقریب کا مختصر کوڈ:
list-no-code = پہلے کوڈ لکھیں۔
list-make-event = یہ کوڈ رکھیں
list-kind-json = JSON کے طور پر پڑھی گئی۔
list-kind-csv = جدول کے طور پر پڑھی گئی۔
list-kind-lines = سطروں کے طور پر پڑھی گئی، ہر سطر ایک سفارش۔
list-findings = { $count ->
    [one] 1 بات
   *[other] { $count } باتیں
 }
list-counts = { $repeated ->
    [0] یہاں نئی: { $new }۔ پہلے سے یہاں: { $known }۔
   *[other] یہاں نئی: { $new }۔ پہلے سے یہاں: { $known }۔ دو بار ہونے پر چھوڑی گئیں: { $repeated }۔
 }
list-group = نئی { $new }، پہلے سے یہاں { $known }
list-known = یہ سب پہلے سے یہاں ہے۔ شامل کرنے سے کچھ نہیں بدلے گا۔
list-accept = { $count ->
    [0] فہرست شامل کریں
    [one] 1 سفارش شامل کریں
   *[other] { $count } سفارشات شامل کریں
 }

# پہلے کی حالتیں
states = پہلے کی حالتیں
states-hint = فائلیں شامل کرنے، سفارشات یکجا کرنے اور واپس جانے سے پہلے کی ورک بک یہاں محفوظ رہتی ہے۔
states-show = پہلے کی حالتیں دکھائیں
states-none = ابھی کوئی نہیں۔
state-before-import = { $when }، فائلیں شامل کرنے سے پہلے
state-before-list = { $when }، فہرست لانے سے پہلے
state-before-combine = { $when }، سفارشات یکجا کرنے سے پہلے
state-before-restore = { $when }، پہلے کی حالت پر واپس جانے سے پہلے
state-before-take-out = { $when }، شامل کی گئی فائلیں نکالنے سے پہلے
state-counts = { $recommendations ->
    [one] 1 سفارش
   *[other] { $recommendations } سفارشات
 }، { $changes ->
    [one] 1 تبدیلی
   *[other] { $changes } تبدیلیاں
 }
state-restore = اس پر واپس جائیں
state-restore-name = { $when } کی حالت پر واپس جائیں
state-restored = پہلے کی حالت واپس آ گئی ہے۔ اس سے پہلے کی حالت فہرست میں سب سے اوپر ہے۔
state-not-restored = اسے ابھی واپس نہیں لایا جا سکا۔ کچھ نہیں بدلا۔ دوبارہ کوشش کریں۔

receipts-title = ہر گروپ کی سفارشات کا کیا ہوا
receipts-own = اس فائل سے پہلے آپ کا اپنا کام
receipts-save = رسیدیں محفوظ کریں
receipts-saved = رسیدیں محفوظ ہو گئیں: { $name }
receipts-working = موازنہ ہو رہا ہے
receipts-others = { $count ->
    [one] 1 پہلے جیسی نہیں
   *[other] { $count } پہلے جیسی نہیں
 }
originals = اصل فائلیں
originals-hint = شامل کی گئی ہر فائل اس براؤزر میں بالکل ویسی ہی محفوظ رہتی ہے جیسی آئی تھی، جب تک ورک بک اس لیپ ٹاپ سے مٹا نہ دی جائے۔
originals-show = اصل فائلیں دکھائیں
originals-none = ابھی کوئی نہیں۔
originals-entry = { $when }، { $size } کے بی
originals-save = نقل محفوظ کریں
originals-save-name = { $name } کی نقل محفوظ کریں
originals-saved = نقل براؤزر کو دے دی گئی: { $name }
originals-gone = یہ فائل اب اس براؤزر میں نہیں ہے۔
receipt-unkept = { $count ->
    [one] ایک فائل اپنی اصل صورت میں محفوظ نہیں ہو سکی: جگہ نہیں ہے، یا یہ براؤزر کچھ محفوظ نہیں رکھتا۔ اس کی اپنی نقل سنبھال کر رکھیں۔
   *[other] { $count } فائلیں اپنی اصل صورت میں محفوظ نہیں ہو سکیں: جگہ نہیں ہے، یا یہ براؤزر کچھ محفوظ نہیں رکھتا۔ ان کی اپنی نقلیں سنبھال کر رکھیں۔
}
take-stop = روکیں
take-stopped = روک دیا گیا۔ کچھ شامل نہیں ہوا۔
take-comparing = دیکھا جا رہا ہے کہ کیا بدلے گا …
