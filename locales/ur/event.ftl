# Urdu: awaiting native review
