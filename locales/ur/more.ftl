# Urdu: awaiting native review
# What is unfolded on the draft page: the other fields, the history, the keys.

more = { $count ->
    [0] مزید
    [one] مزید (1 بھرا ہوا)
   *[other] مزید ({ $count } بھرے ہوئے)
 }
action = کس قسم کا کام؟
rationale = کیوں؟
rationale-hint = گروپ کیا جانتا ہے یا کیا دیکھا ہے۔ لوگوں کے نام نہ لکھیں۔
dissent-hint = کچھ لوگوں کی رائے، ان کے اپنے الفاظ میں۔ یہ سفارش کے ساتھ چھپتی ہے۔
dissent-one = بیان
dissent-add = بیان شامل کریں
source = اصل فہرست میں نمبر
source-hint = فہرست شامل کرتے وقت خود بھر جاتا ہے۔
history = { $count ->
    [one] 1 سابقہ متن
   *[other] { $count } سابقہ متن
 }
version-now = موجودہ
version-none = متن نکال دیا گیا تھا۔
version-restore = یہی متن دوبارہ رکھیں
key-next = مکمل، اگلی لکھیں
key-add = نئی سفارش
key-find = تلاش
key-ask = کس سے کہا جا رہا ہے، دکھائی گئی ترتیب میں
key-lead = قیادت کون کرے گا
key-row = فہرست میں: دوسری سفارش
key-move = فہرست میں اوپر یا نیچے
key-undo = واپس کریں
key-redo = پھر کریں
key-undo-typing = واپس کریں، لکھتے ہوئے بھی
key-export = فائل بنائیں
said-restored = سابقہ متن واپس آ گیا
version-plenary = اجلاس میں
