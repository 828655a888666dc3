# Urdu: awaiting native review
typing-keyboard = اردو کی بورڈ
typing-phonetic = آواز سے ٹائپ کریں: b سے ب، T سے ٹ
