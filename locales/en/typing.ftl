# Ways to type Urdu, below an Urdu text.
typing-keyboard = Urdu keyboard
typing-phonetic = Type phonetically: b gives ب, T gives ٹ
