# Urdu: awaiting native review
# Help. Words between ” and “ are names in the interface, taken from its own messages so that they cannot drift.
help-lead = ہر شخص کیا کرے، قدم بہ قدم۔ موٹے حروف میں صفحوں، بٹنوں اور سوالوں کے نام ہیں۔
help-back = واپس: { $page }
help-contents = اس صفحے پر

## Who writes for a group

help-scribe = آپ گروپ کے لیے لکھتے ہیں
help-scribe-1 = منتظم کی دی ہوئی فائل کھولیں: ”{ start-open }“۔ فائل نہ ہو تو ”{ start-code }“ لکھیں اور ”{ start-create }“ دبائیں۔
help-scribe-2 = صفحہ ”{ step-draft }“ پر اپنا گروپ چنیں۔ خالی فہرست میں پہلی سفارش خود شروع ہو جاتی ہے؛ ورنہ ”{ draft-add }“ دبائیں۔
help-scribe-3 = سفارش ویسے ہی لکھیں جیسے کہی گئی، انگریزی، اردو یا رومن اردو میں۔ ہر حرف رکھا جاتا ہے؛ ”{ status-saved }“ کا مطلب ہے کہ وہ ڈسک پر ہے۔
help-scribe-4 = ان سوالوں کا جواب دیں: ”{ asked }“، ”{ horizon }“، ”{ themes }“ اور ”{ indicator }“۔ یہ سب بعد میں بھی ہو سکتا ہے۔
help-scribe-5 = متن کے ساتھ ”{ advice }“ دیکھیں۔ وہ کسی چیز سے روکتے نہیں؛ جو مناسب نہ لگے اسے رہنے دیں۔
help-scribe-6 = ”{ draft-next }“ دبائیں اور اگلی سفارش لکھیں۔
help-scribe-7 = جہاں متن دونوں زبانوں میں چاہیے وہاں ”{ text-add }“ دبائیں۔
help-scribe-8 = بتائیں کہ ہر سفارش کہاں تک پہنچی: ”{ state-ready }“، اور گروپ متفق ہو تو ”{ state-agreed }“۔
help-scribe-9 = وقتاً فوقتاً اور آخر میں ”{ export }“ دبائیں۔ آخری فائل سٹک پر سہولت کار کو دیں۔

## Who votes

help-voter = آپ مشترکہ لیپ ٹاپ پر رائے دیتے ہیں
help-voter-1 = اپنی باری پر لیپ ٹاپ لیں۔ اسکرین صرف آپ دیکھیں۔
help-voter-2 = ”{ booth-begin }“ دبائیں۔ اگر صفحے پر ”{ booth-who }“ لکھا ہو تو اس کے بجائے اپنی حیثیت دبائیں۔ آپ کا نام کوئی نہیں پوچھتا۔
help-voter-3 = ایک ایک سوال کا جواب ہندسے کی کلید یا کلک سے دیں۔ ”{ booth-pass }“ سے سوال چھوٹ جاتا ہے، ”{ booth-back }“ سے پچھلا سوال آتا ہے۔
help-voter-4 = اگر پوچھا جائے ”{ booth-reason }“ تو وجہ لکھیں اور ”{ booth-reason-done }“ دبائیں۔ گروپ وجہ پڑھے گا، یہ نہیں کہ کس نے دی۔
help-voter-5 = ”{ booth-review }“ ایک بار دیکھ لیں؛ ”{ booth-change }“ سے جواب بدلتا ہے۔
help-voter-6 = ”{ booth-done }“ دبائیں۔ اس کے بعد آپ کا پرچہ کوئی نہیں کھول سکتا، آپ بھی نہیں۔

## Who brings the groups together

help-facilitator = آپ گروپوں کا کام یکجا کرتے ہیں
help-facilitator-1 = تقریب کی ورک بک کھولیں۔ صفحہ ”{ step-files }“ پر ”{ take-pick }“ دبائیں اور تمام گروپوں کی فائلیں چنیں، جتنی چاہیں، کسی بھی ترتیب سے۔
help-facilitator-2 = ”{ take-found }“ اور ”{ take-would }“ پڑھیں۔ جب تک آپ ”{ take-accept }“ نہ دبائیں کچھ شامل نہیں ہوتا (کئی فائلیں ہوں تو بٹن میں ان کی تعداد ہوتی ہے)۔
help-facilitator-3 = ”{ receipts-title }“ کے نیچے لکھا ہے کہ ہر سفارش اب کہاں ہے۔ ”{ receipts-save }“ سے یہ گروپوں کے لیے محفوظ ہو جاتا ہے۔ ”{ originals-show }“ سے ہر فائل ویسی ہی واپس ملتی ہے جیسی آئی تھی۔
help-facilitator-4 = صفحہ ”{ step-desk }“ پر ایک ایک سوال کا جواب دیں۔ ”{ desk-later }“ سے سوال بعد کے لیے رہ جاتا ہے۔
help-facilitator-5 = دو سفارشات ایک ہی بات کہیں تو ”{ pair-same }“ دبائیں۔ تمام ملتی جلتی سفارشات کا فیصلہ ہو جائے تو جو متن ان کی جگہ ہو اس پر ”{ conflicts-use }“ دبائیں، یا ”{ combine-own }“۔ اصل سفارشات اپنے گروپ اور آرا کے ساتھ موجود رہتی ہیں۔
help-facilitator-6 = کسی گروپ کی رائے لینے کے لیے ”{ step-rounds }“ پر جائیں، ”{ rounds-preset }“ اور ”{ rounds-present }“ کا جواب دیں، اور ”{ rounds-begin }“ دبائیں۔
help-facilitator-7 = سب رائے دے چکیں تو ”{ round-group-acts }“ دبائیں، پھر ”{ round-close }“۔ کاغذ کے پرچوں کے لیے وہیں ”{ paper }“ ہے۔
help-facilitator-8 = صفحہ ”{ step-list }“ پر چنیں کہ کیا دکھایا جا سکتا ہے اور ”{ final-show }“ دبائیں۔ آخر میں ”{ final-number }“ دبائیں۔
help-facilitator-9 = ”{ export }“ دبائیں اور یہ فائل اجلاس میں پیش کرنے والے کو دیں۔

## Who presents and hands over

help-rapporteur = آپ اعلامیہ پیش کرتے اور حوالے کرتے ہیں
help-rapporteur-1 = صفحہ ”{ step-communique }“ پر ”{ documents-present }“ کھولیں۔ ”{ present-which }“ کے نیچے جو تیار ہے اس پر نشان لگائیں، پھر ”{ present-begin }“ دبائیں۔
help-rapporteur-2 = تیر کی کلیدوں یا اسپیس سے صفحہ پلٹیں۔ ”{ present-jump }“ کسی نمبر پر لے جاتا ہے، ”{ present-blank }“ اسکرین کو چھپاتا ہے۔
help-rapporteur-3 = اجلاس متن بدلے تو ”{ present-amend }“ دبائیں، لکھیں، اور ”{ present-amend-done }“ دبائیں۔ جو بدلا وہ دکھایا جاتا ہے۔ ”{ present-end }“ سے پیشکش ختم ہوتی ہے۔
help-rapporteur-4 = واپس ”{ step-communique }“ پر ”{ documents-texts }“ اور ”{ documents-people }“ بھریں۔
help-rapporteur-5 = ان سوالوں کا جواب دیں: ”{ documents-what }“، ”{ documents-language }“ اور ”{ documents-format }“۔ دستاویز ویسی ہی دکھائی جاتی ہے جیسی وہ ہو گی۔
help-rapporteur-6 = اگر صفحہ بتائے کہ کسی شخص تک پہنچا جا سکتا ہے تو کچھ دینے سے پہلے وہ جگہیں بدل دیں۔
help-rapporteur-7 = ”{ documents-save }“ یا ”{ documents-print }“ دبائیں۔ ایک ادارے کے لیے ”{ documents-pack }“ چنیں: جوابی پرچیاں اسی میں ہیں۔
help-rapporteur-8 = جواب واپس آئیں تو ”{ documents-replies }“ کھولیں اور انہیں لکھیں۔

## Who prepares the event

help-organiser = آپ تقریب کی تیاری کرتے ہیں
help-organiser-1 = جب نیٹ ورک ہو تو ہر لیپ ٹاپ پر پروگرام ایک بار کھولیں۔ اس کے بعد نیٹ ورک نہیں چاہیے۔ یا اسے ایک فائل کی صورت میں سٹک پر لے جائیں۔
help-organiser-2 = صفحہ ”{ title-start }“ پر ”{ start-code }“ لکھیں، ”{ start-form }“ کا جواب دیں اور ”{ start-create }“ دبائیں۔
help-organiser-3 = صفحہ ”{ step-event }“ پر دونوں زبانوں میں عنوان، مقام اور دن لکھیں۔
help-organiser-4 = ”{ event-groups }“ کے نیچے ”{ event-group-rename }“ یا ”{ event-add-group }“ دبائیں، یہاں تک کہ گروپ آپ کے ہو جائیں۔
help-organiser-5 = کوئی ادارہ، موضوع یا قانون فہرستوں میں نہیں؟ اسے ”{ event-terms }“ کے نیچے لکھیں اور ”{ event-term-add }“ دبائیں۔
help-organiser-6 = پہلے کی سفارشات صفحہ ”{ step-files }“ پر ”{ list-title }“ کے نیچے لائی جاتی ہیں۔
help-organiser-7 = ”{ export }“ دبائیں اور یہ فائل ہر لیپ ٹاپ پر ”{ start-open }“ سے کھولیں۔ اب تمام گروپ ایک ہی تقریب پر کام کرتے ہیں۔
help-organiser-8 = تقریب شروع ہونے سے پہلے لوگوں سے کہیں: ”{ start-sample }“۔
help-organiser-9 = مانگے ہوئے لیپ ٹاپ کے لیے ”{ title-laptop }“ دیکھیں: سادہ نام، اور سب ہو جانے پر ”{ erase }“۔

## If something goes wrong

help-wrong = اگر کچھ بگڑ جائے
help-wrong-1 = نیٹ ورک نہیں ہے
help-wrong-1-do = کام جاری رکھیں: یہاں کسی چیز کو نیٹ ورک نہیں چاہیے۔ صرف اس لیپ ٹاپ کو ایک بار چاہیے جس نے پروگرام کبھی نہیں کھولا، یا پروگرام ایک فائل کی صورت میں سٹک پر۔
help-wrong-2 = صفحہ کہتا ہے ”{ status-not-saved }“، یا ڈسک بھر گئی ہے
help-wrong-2-do = فوراً ”{ export }“ دبائیں، ہو سکے تو سٹک پر۔ پھر کچھ جگہ خالی کریں؛ محفوظ کرنے کی کوشش خود بخود جاری رہتی ہے۔
help-wrong-3 = لیپ ٹاپ بند ہو گیا، یا صفحہ بند کر دیا گیا
help-wrong-3-do = اسی براؤزر میں پروگرام دوبارہ کھولیں: جو لکھا تھا وہ موجود ہے، زیادہ سے زیادہ آخری چند حرف نہیں۔ لیپ ٹاپ نہ چلے تو اس کی آخری فائل کسی اور لیپ ٹاپ پر ”{ start-open }“ سے کھولیں۔
help-wrong-4 = غلط فائل شامل ہو گئی
help-wrong-4-do = صفحہ ”{ step-files }“ پر ”{ receipt-take-out }“ دبائیں۔ اس کے بعد جو آپ نے لکھا وہ رہے گا۔ بعد میں اسی صفحے پر ”{ states-show }“ سے واپس جا سکتے ہیں۔
help-wrong-5 = ایک متن کی دو صورتیں ہیں
help-wrong-5-do = دو لوگوں نے ایک دوسرے کو دیکھے بغیر لکھا، اور دونوں متن رکھے گئے ہیں۔ صفحہ ”{ step-desk }“ پر ”{ conflicts-choose }“ یا ”{ conflicts-another }“ دبائیں۔
help-wrong-6 = غلطی سے کچھ بدل گیا یا ہٹ گیا
help-wrong-6-do = ”{ undo }“ دبائیں، جتنی بار چاہیں۔ جو ہٹایا گیا وہ صفحہ ”{ step-bin }“ پر ہے: ”{ restore }“۔
help-wrong-7 = فائل پڑھی نہیں جا سکتی
help-wrong-7-do = صفحہ بتاتا ہے کہ یہ کس قسم کی فائل ہے۔ اسے دوبارہ منگوائیں، یا جہاں ”{ take-as-list }“ لکھا ہو اسے دبائیں۔
help-wrong-8 = پروگرام خود رک گیا
help-wrong-8-do = صفحہ یہ بتاتا ہے اور ہنگامی نقل دیتا ہے۔ اسے محفوظ کریں، صفحہ دوبارہ کھولیں، اور کچھ کم ہو تو وہ نقل ”{ start-open }“ سے کھولیں۔
help-wrong-9 = کوئی ایسا شخص آ گیا جسے یہ نہیں دیکھنا چاہیے
help-wrong-9-do = Ctrl اور نقطے کی کلید صفحہ فوراً چھپا دیتی ہیں۔ یہی کلیدیں، یا ”{ curtain-open }“، اسے دوبارہ دکھاتی ہیں۔

## Keys

help-keys-draft = صفحہ ”{ step-draft }“ پر
help-keys-desk = صفحہ ”{ step-desk }“ پر
help-keys-vote = رائے دیتے ہوئے
help-keys-vote-how = جواب کے ساتھ لکھا ہندسہ اسے چنتا ہے؛ جہاں ”{ booth-pass }“ ہو وہاں 0 سے سوال چھوٹ جاتا ہے۔ Enter سے رائے شروع ہوتی ہے اور آخر میں ڈالی جاتی ہے۔
help-keys-show = پیش کرتے ہوئے
help-keys-show-how = { present-hint }
help-keys-everywhere = ہر جگہ
help-keys-everywhere-how = Tab ایک چیز سے اگلی پر لے جاتا ہے، Enter یا اسپیس اسے دباتا ہے۔ Ctrl اور نقطے کی کلید صفحہ چھپا دیتی ہیں۔
